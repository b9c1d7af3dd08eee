import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { parseShortcodes } from '../../../shortcodes/tree.ts';
import type { ShortcodeTag } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { takesInnerIn } from '../../../site/takesInner.ts';
import { judged, onTags } from '../judged.ts';
import { treeOf } from '../../../site/pageCalls.ts';

export const unclosedShortcode: DiagnosticRule = {
  code: 'unclosed-shortcode',
  summary: 'Shortcode that is never closed',
  why: 'Hugo stops the build when a shortcode whose template asks for inner content has no closing tag.',
  defaultSeverity: 'error',
  fix: 'Adds the closing tag, or closes the call with a /',
  examples: [
    { wrong: 'Ink.\n{{< box >}}\nInk.\n', right: 'Ink.\n{{< box >}}\nInk.\n{{< /box >}}\n' },
    { wrong: 'Ink.\n{{< box >}}\nInk.\n{{< box >}}\n', right: 'Ink.\n{{< box >}}\nInk.\n{{< /box >}}\n' },
    { wrong: 'Ink.\n{{% box %}}\n', right: 'Ink.\n{{% box /%}}\n' },
  ],
  *check(site, page, now) {
    const { unclosed } = treeOf(site, page);
    const closers = meantAsClosers(unclosed);
    const findings = onTags(unclosed, (tag) => toFinding(tag, closers, page.text));
    yield* judged(site, page, now, findings);
    yield* judged(site, page, now, likelyUnclosed(site, page));
  },
};

/** Hugo lets nobody close what takes no inner content: a shortcode of a theme that is not on disk takes some if it is closed anywhere on the page. */
function* likelyUnclosed(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  if (site.shortcodesComplete || !site.progress.templates) {
    return;
  }
  const { tags } = page.shortcodes;
  const closed = new Set(tags.flatMap(({ kind, sound, name }) => (kind === 'close' && sound ? name : [])));
  if (closed.size === 0) {
    return;
  }
  const takesInner = takesInnerIn(site);
  const isLikely = (tag: ShortcodeTag): boolean =>
    takesInner(tag.name, tag) === undefined && closed.has(tag.name);
  const { unclosed } = parseShortcodes(
    page.shortcodes,
    (name, tag) => takesInner(name, tag) ?? (isLikely(tag) || undefined),
  );
  const likely = unclosed.filter(isLikely);
  const closers = meantAsClosers(likely);
  yield* onTags(likely, (tag) => ({
    ...toFinding(tag, closers, page.text),
    severity: 'warning',
    message: message(
      'Elsewhere on this page "{0}" is closed, so it takes inner content, and Hugo stops the build where it is not. Close it with {1}.',
      tag.name,
      closingTag(tag),
    ),
  }));
}

function toFinding(tag: ShortcodeTag, closers: Closers, text: string): RuleFinding {
  const opener = closers.openerOf.get(tag);
  const closer = closers.closerOf.get(tag);
  return {
    range: tag.range,
    message:
      opener === undefined
        ? message(
            'The shortcode "{0}" takes inner content and is never closed, so Hugo stops the build. Close it with {1}, or with a / before its end.',
            tag.name,
            closingTag(tag),
          )
        : message(
            'This opens "{0}" once more, and nothing closes it, so Hugo stops the build. If it is meant to close the one above, write {1}.',
            tag.name,
            closingTag(tag),
          ),
    related: [
      ...(opener === undefined ? [] : [{ range: opener.range, message: message('Opened here.') }]),
      ...(closer === undefined
        ? []
        : [{ range: closer.range, message: message('Perhaps meant to close it.') }]),
    ],
    fixes: [...insertSlash(opener === undefined ? closer : tag), ...fixesOf(tag, text)],
  };
}

interface Closers {
  readonly openerOf: ReadonlyMap<ShortcodeTag, ShortcodeTag>;
  readonly closerOf: ReadonlyMap<ShortcodeTag, ShortcodeTag>;
}

/** Of two tags in a row that nothing closes, the second may be a closing tag without its slash: it has the same name and no arguments. */
function meantAsClosers(unclosed: readonly ShortcodeTag[]): Closers {
  const openerOf = new Map<ShortcodeTag, ShortcodeTag>();
  const closerOf = new Map<ShortcodeTag, ShortcodeTag>();
  for (const [at, tag] of unclosed.entries()) {
    const before = unclosed[at - 1];
    if (before?.name === tag.name && tag.args.length === 0 && !openerOf.has(before)) {
      openerOf.set(tag, before);
      closerOf.set(before, tag);
    }
  }
  return { openerOf, closerOf };
}

function insertSlash(tag: ShortcodeTag | undefined): readonly Fix[] {
  return tag === undefined
    ? []
    : [
        {
          title: message('Insert the missing / of the closing tag'),
          edits: [{ range: range(tag.nameRange.start, tag.nameRange.start), newText: '/' }],
        },
      ];
}

function closingTag({ name, delimiter }: ShortcodeTag): string {
  return delimiter === '<' ? `{{< /${name} >}}` : `{{% /${name} %}}`;
}

function fixesOf(tag: ShortcodeTag, text: string): Fix[] {
  const { right, range: whole } = tag;
  if (right === undefined) {
    return [];
  }
  const closing = closingTag(tag);
  const paragraph = paragraphBelow(text, whole);
  return [
    paragraph === undefined
      ? {
          title: message('Add {0} after it', closing),
          edits: [{ range: range(whole.end, whole.end), newText: closing }],
        }
      : {
          title: message('Add {0} after the paragraph', closing),
          edits: [{ range: range(paragraph.end, paragraph.end), newText: paragraph.lineBreak + closing }],
        },
    {
      title: message('Close it with a /, without inner content'),
      edits: [
        {
          range: range(right.start, right.start),
          newText: /\s/.test(text.charAt(right.start - 1)) ? '/' : ' /',
        },
      ],
    },
  ];
}

/** Behind a tag: lines of text without a shortcode, up to one without text. */
const linesBelow = /[ \t]*(\r\n|\n|\r)(?:(?![^\n\r]*\{\{[<%])[^\S\n\r]*\S[^\n\r]*(?:\r\n|\n|\r|$))+/y;

/** Where the paragraph ends below a tag that has its line for itself, and the line break for one line more. */
function paragraphBelow(text: string, tag: TextRange): { end: number; lineBreak: string } | undefined {
  let lineStart = tag.start;
  while (/[\t ]/.test(text.charAt(lineStart - 1))) {
    lineStart--;
  }
  linesBelow.lastIndex = tag.end;
  const [lines, eol] = linesBelow.exec(text) ?? [];
  return lines === undefined || eol === undefined || !/^[\n\r]?$/.test(text.charAt(lineStart - 1))
    ? undefined
    : { end: tag.end + lines.trimEnd().length, lineBreak: eol + text.slice(lineStart, tag.start) };
}
