import type { SiteConfig } from '../../../config/types.ts';
import { textAt, valueAt } from '../../../config/value.ts';
import { highlightOptions } from '../../../hugo/highlightOptions.ts';
import { changedIn } from '../../../hugo/versions.ts';
import {
  findFenceAttributes,
  parseFenceAttributes,
  type FenceAttribute,
} from '../../../markdown/fenceAttributes.ts';
import type { CodeFence } from '../../../markdown/types.ts';
import { opaqueStretches } from '../../../references/pageLinks.ts';
import { treeOf } from '../../../site/pageCalls.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import { range, type TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { refusalBy } from '../frontMatter/fieldValues.ts';
import { judgedAtRender } from '../judged.ts';
import { optionDemands } from './optionDemands.ts';
import { repairedAttributes, type Repair } from './fenceRepairs.ts';

export const fenceAttributes: DiagnosticRule = {
  code: 'fence-attributes',
  summary: 'Attributes of a code block that Hugo cannot read',
  why: 'What stands in { } behind the language of a code block is name=value, .class or #id. Hugo stops the build at anything else, such as the {1,3} of other systems, and at values that its highlighter does not take.',
  defaultSeverity: 'error',
  fix: 'Writes the attributes as Hugo wants them',
  examples: [
    { wrong: '```js {1,3-4}\nprint()\n```\n', right: '```js {hl_lines=[1,"3-4"]}\nprint()\n```\n' },
    {
      wrong: '```js {title=src/ink.js}\nprint()\n```\n',
      right: '```js {title="src/ink.js"}\nprint()\n```\n',
    },
    { wrong: '```js {hl_lines="1,3"}\nprint()\n```\n', right: '```js {hl_lines=[1,3]}\nprint()\n```\n' },
  ],
  check: (site, page, now) => judgedAtRender(site, page, now, findings(site, page)),
};

function* findings(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  if (!isGoldmark(site.config, page) || !page.markdown.fences.some(({ info }) => info.end > info.start)) {
    return;
  }
  const { calls } = treeOf(site, page);
  const isOpaque = isWithin(opaqueStretches(site, calls));
  const isInner = isWithin(calls.flatMap(({ inner }) => inner ?? []));
  const isTagged = isWithin(page.shortcodes.tags.map((tag) => tag.range));
  const isHighlighted = isHighlightedByHugo(site);
  for (const fence of page.markdown.fences) {
    const place = attributesOf(page.text, fence);
    if (place === undefined || isOpaque(fence.open) || isTagged(place.range)) {
      continue;
    }
    const isSoft = isInner(fence.open);
    for (const finding of faultsOf(site, place, isHighlighted)) {
      yield isSoft ? { ...finding, severity: 'warning' } : finding;
    }
  }
}

/** The attributes of a code block, braces included. */
interface Place {
  readonly text: string;
  readonly range: TextRange;
  /** A brace of their own cuts them short. */
  readonly isCut: boolean;
  /** No language stands before them. */
  readonly isFirst: boolean;
}

/** Nobody writes more behind a fence, in UTF-16 units: what comes then is not looked at. */
const longest = 5000;

function attributesOf(text: string, { info }: CodeFence): Place | undefined {
  const source = text.slice(info.start, Math.min(info.end, info.start + longest));
  const found = findFenceAttributes(source);
  return (
    found && {
      text: source.slice(found.start, found.end),
      range: range(info.start + found.start, info.start + found.end),
      isCut:
        (source.slice(found.start, found.end).split('"').length - 1) % 2 === 1 ||
        source.slice(0, found.start).includes('{'),
      isFirst: source.slice(0, found.start).trim() === '',
    }
  );
}

function* faultsOf(site: SiteSnapshot, place: Place, isHighlighted: () => boolean): Iterable<RuleFinding> {
  const attributes = parseFenceAttributes(place.text);
  if (attributes === undefined) {
    yield* unreadable(site, place);
    return;
  }
  for (const attribute of attributes) {
    yield* refusedNull(place, attribute);
    const kind = highlightOptions.get(attribute.name.toLowerCase());
    if (kind !== undefined && isHighlighted()) {
      yield* refusedOption(site, place, attribute);
    }
  }
}

function* unreadable({ hugo }: SiteSnapshot, place: Place): Iterable<RuleFinding> {
  const why = place.isCut
    ? message(
        'The attributes of a code block end at the first }, even in quotes, and may hold no other brace.',
      )
    : message(
        'The attributes of a code block are name=value, .class or #id, with double quotes around values that hold more than letters, digits, ".", ":", "_" and "-".',
      );
  const refusal = refusalBy(hugo, { since: changedIn.fenceAttributeErrors }, why);
  if (refusal !== undefined) {
    const repair = place.isCut ? undefined : repairedAttributes(place.text, place.isFirst);
    yield {
      range: place.range,
      message: refusal.message,
      ...(refusal.severity === 'warning' ? { severity: 'warning' } : {}),
      fixes: repair === undefined ? [] : [toFix(place, repair)],
    };
  }
}

function toFix(place: Place, { text, isSure }: Repair): Fix {
  return {
    title: message('Change it to "{0}"', text),
    edits: [{ range: place.range, newText: text }],
    ...(isSure ? { isSure } : {}),
  };
}

/** Hugo does not expect it, in any release, and breaks down; it looks at no attribute that begins with `on`. */
function* refusedNull(place: Place, { name, value, valueRange }: FenceAttribute): Iterable<RuleFinding> {
  if (value === null && !/^on/i.test(name)) {
    const at = within(place, valueRange);
    yield {
      range: at,
      message: message(
        'Hugo breaks down at null as the value of an attribute. Put it in quotes, or leave it out.',
      ),
      fixes: [{ title: message('Change it to "{0}"', '"null"'), edits: [{ range: at, newText: '"null"' }] }],
    };
  }
}

function* refusedOption(
  { hugo }: SiteSnapshot,
  place: Place,
  { name, value, valueRange }: FenceAttribute,
): Iterable<RuleFinding> {
  const demand = optionDemands[highlightOptions.get(name.toLowerCase()) ?? 'text'];
  const fault = demand(name, value, place.text.slice(valueRange.start, valueRange.end));
  if (fault === undefined) {
    return;
  }
  const { why, refusedBy, better } = fault;
  const at = within(place, valueRange);
  const refusal = refusedBy === undefined ? undefined : refusalBy(hugo, refusedBy, why);
  const isError = refusal?.severity === 'error' && fault.mayBuild !== true;
  yield {
    range: at,
    message: refusal?.message ?? why,
    ...(isError ? {} : { severity: 'warning' }),
    fixes:
      better === undefined
        ? []
        : [{ title: message('Change it to "{0}"', better), edits: [{ range: at, newText: better }] }],
  };
}

function within({ range: { start } }: Place, inner: TextRange): TextRange {
  return range(start + inner.start, start + inner.end);
}

/** Whether Hugo reads the page as Markdown by itself, and looks at the attributes of its code blocks. */
function isGoldmark({ raw }: SiteConfig, { outline }: PageDocument): boolean {
  const handler = textAt(raw, 'markup', 'defaultMarkdownHandler') ?? 'goldmark';
  const hasMarkup = outline?.entries.some(({ path: [key = ''] }) => key.toLowerCase() === 'markup') === true;
  const isOff = [valueAt(raw, 'markup', 'highlight', 'codeFences'), valueAt(raw, 'pygmentsCodeFences')].some(
    (flag) => flag === false || flag === 'false',
  );
  return handler === 'goldmark' && !hasMarkup && !isOff;
}

/** Not by a render hook, which may do with attributes what it wants. To be asked where it matters. */
function isHighlightedByHugo(site: SiteSnapshot): () => boolean {
  let answer: boolean | undefined;
  return () =>
    (answer ??=
      site.progress.templates &&
      site.missingModules.length === 0 &&
      !site.templates().some(({ role, path }) => role === 'hook' && path.includes('render-codeblock')));
}

/** Whether a range stands in one of `outer`, which are sorted. To be asked from the front to the back. */
function isWithin(outer: readonly TextRange[]): (inner: TextRange) => boolean {
  let at = 0;
  return ({ start, end }) => {
    while ((outer[at]?.end ?? Infinity) <= start) {
      at++;
    }
    return (outer[at]?.start ?? Infinity) < end;
  };
}
