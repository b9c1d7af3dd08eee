import type { PageDocument } from '../../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import type { Delimiter, ShortcodeCall, ShortcodeTag } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import { range, textOf, type TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { treeOf } from '../../../site/pageCalls.ts';
import { provenCalls } from './calls.ts';
import { swapDelimiter } from './swapDelimiter.ts';
import { memoize } from '../../../text/memoize.ts';

export const shortcodeDelimiter: DiagnosticRule = {
  code: 'shortcode-delimiter',
  summary: 'Shortcode with the other delimiter than everywhere else',
  why: 'Between {{% %}} Hugo renders the inner content as Markdown together with the page, between {{< >}} it does not: there asterisks and brackets show up as they are, unless the template renders them.',
  defaultSeverity: 'warning',
  fix: 'Changes < to % in both tags',
  examples: [
    {
      wrong: 'Ink.\n{{< note >}}\nIt is **blue**.\n{{< /note >}}\n',
      right: 'Ink.\n{{% note %}}\nIt is **blue**.\n{{% /note %}}\n',
      site: `-- layouts/shortcodes/note.html --\n<div>{{ .Inner }}</div>\n${Array.from({ length: 8 }, (_, i) => `-- content/n${String(i)}.md --\n{{% note %}}Ink.{{% /note %}}\n`).join('')}`,
    },
  ],
  check: otherDelimiters,
};

/** So many pages are asked how they write their calls, and so many calls of a shortcode say what is usual. */
const mostAsked = 400;
const leastCalls = 8;
/** To one call with `<`. */
const leastPercents = 5;

function* otherDelimiters(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  if (!site.progress.content) {
    return;
  }
  let pairs: ReadonlyMap<ShortcodeTag, ShortcodeCall> | undefined;
  let isUsual: ((name: string) => boolean) | undefined;
  for (const { tag, schema } of provenCalls(site, page)) {
    const rendersItself = schema.innerMarkdown !== undefined;
    if (
      tag.delimiter === '%' ||
      schema.definition?.takesInner !== true ||
      schema.embedded !== undefined ||
      rendersItself
    ) {
      continue;
    }
    pairs ??= closedCalls(treeOf(site, page).calls);
    const call = pairs.get(tag);
    const inner = call?.inner === undefined ? '' : textOf(page.text, beginningOf(call.inner));
    const kind = hasMarkdown(inner) ? 'marks' : hasParagraphs(inner) ? 'paragraphs' : undefined;
    if (call !== undefined && kind !== undefined) {
      isUsual ??= writtenWithPercent(site, page);
      yield* isUsual(tag.name) ? [toFinding(call, kind)] : [];
    }
  }
}

function closedCalls(calls: readonly ShortcodeCall[]): ReadonlyMap<ShortcodeTag, ShortcodeCall> {
  const found = new Map<ShortcodeTag, ShortcodeCall>();
  const rest = [...calls];
  for (let call = rest.pop(); call !== undefined; call = rest.pop()) {
    found.set(call.open, call);
    rest.push(...call.children);
  }
  return found;
}

/** Calls may be nested deep: of each only the first thousand units are looked at. */
function beginningOf({ start, end }: TextRange): TextRange {
  return range(start, Math.min(end, start + 1000));
}

/** On lines of its own a writer expects paragraphs. */
function hasParagraphs(inner: string): boolean {
  return /^[ \t]*\r?\n\s*[^\s<{]/.test(inner);
}

/** Marks that a reader would see: emphasis, links, headings, lists, code. */
function hasMarkdown(inner: string): boolean {
  return /\*\*[^\s*]|\]\(|(?:^|\n)[ \t]{0,3}(?:#{1,6} |[-*+] |\d{1,9}\. |```|> )|`[^`\n]{1,99}`/.test(inner);
}

/** The shortcodes of which the other pages write nearly all calls with `%`. */
function writtenWithPercent(site: SiteSnapshot, page: PageDocument): (name: string) => boolean {
  const record = site.page(page.uri);
  const own = countCalls(record === undefined ? [] : [record]);
  const all = countsOf(site);
  return (name) => {
    const angles = (all.get(name)?.['<'] ?? 0) - (own.get(name)?.['<'] ?? 0);
    const percents = (all.get(name)?.['%'] ?? 0) - (own.get(name)?.['%'] ?? 0);
    return percents >= leastCalls && angles * leastPercents <= percents;
  };
}

type Counts = Record<Delimiter, number>;

const countsOf = memoize((site: SiteSnapshot) => countCalls(site.pages(mostAsked)));

function countCalls(pages: Iterable<PageRecord>): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { calls, callDetails } of pages) {
    calls.forEach((name, at) => {
      const count = counts.get(name) ?? { '<': 0, '%': 0 };
      count[callDetails?.[at]?.isMarkdown === true ? '%' : '<']++;
      counts.set(name, count);
    });
  }
  return counts;
}

function toFinding({ open, close }: ShortcodeCall, kind: 'marks' | 'paragraphs'): RuleFinding {
  return {
    range: range(open.range.start, open.nameRange.end),
    ...(kind === 'marks' ? {} : { severity: 'hint' as const }),
    message:
      kind === 'marks'
        ? message(
            'Between {{< >}} Hugo does not render Markdown, and neither does the template of "{0}": the marks show up as they are. Other pages write {{% {0} %}}.',
            open.name,
          )
        : message(
            'Between {{< >}} Hugo makes no paragraphs, and neither does the template of "{0}". Other pages write {{% {0} %}}.',
            open.name,
          ),
    fixes: close === undefined ? [] : [swapDelimiter('%', open, close)],
  };
}
