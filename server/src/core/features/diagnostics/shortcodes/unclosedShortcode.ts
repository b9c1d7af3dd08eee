import type { ShortcodeTag } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, Fix } from '../../finding.ts';
import { judged, onTags, treeOf } from '../judged.ts';

export const unclosedShortcode: DiagnosticRule = {
  code: 'unclosed-shortcode',
  summary: 'Shortcode that is never closed',
  why: 'Hugo stops the build when a shortcode whose template asks for inner content has no closing tag.',
  defaultSeverity: 'error',
  fix: 'Adds the closing tag, or closes the call with a /',
  examples: [
    { wrong: 'Ink.\n{{< box >}}\nInk.\n', right: 'Ink.\n{{< box >}}\nInk.\n{{< /box >}}\n' },
    { wrong: 'Ink.\n{{% box %}}\n', right: 'Ink.\n{{% box /%}}\n' },
  ],
  check: (site, page, now) =>
    judged(
      site,
      page,
      now,
      onTags(treeOf(site, page).unclosed, (tag) => ({
        range: tag.range,
        message: message(
          'The shortcode "{0}" takes inner content and is never closed, so Hugo stops the build. Close it with {1}, or with a / before its end.',
          tag.name,
          closingTag(tag),
        ),
        fixes: fixesOf(tag, page.text),
      })),
    ),
};

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
