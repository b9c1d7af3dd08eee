import type { ShortcodeTag } from '../../shortcodes/types.ts';
import { message } from '../../text/message.ts';
import { range } from '../../text/range.ts';
import type { DiagnosticRule, Fix } from '../finding.ts';
import { judged, onTags, treeOf } from './judged.ts';

export const unclosedShortcode: DiagnosticRule = {
  code: 'unclosed-shortcode',
  summary: 'Shortcode that is never closed',
  why: 'Hugo stops the build when a shortcode whose template asks for inner content has no closing tag.',
  defaultSeverity: 'error',
  examples: [
    { wrong: 'Ink.\n{{< box >}}\nInk.\n', right: 'Ink.\n{{< box >}}\nInk.\n{{< /box >}}\n' },
    { wrong: 'Ink.\n{{% box %}}\n', right: 'Ink.\n{{% box /%}}\n' },
  ],
  check: (site, page) =>
    judged(
      site,
      page,
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
  return [
    {
      title: message('Add {0} behind it', closingTag(tag)),
      edits: [{ range: range(whole.end, whole.end), newText: closingTag(tag) }],
    },
    {
      title: message('Close it at once'),
      edits: [
        {
          range: range(right.start, right.start),
          newText: /\s/.test(text.charAt(right.start - 1)) ? '/' : ' /',
        },
      ],
    },
  ];
}
