import type { ShortcodeTag } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule, Fix } from '../../finding.ts';
import { judged, onTags } from '../judged.ts';
import { treeOf } from '../../../site/pageCalls.ts';

export const shortcodeTakesNoInner: DiagnosticRule = {
  code: 'shortcode-takes-no-inner',
  summary: 'Closing tag of a shortcode that takes no inner content',
  why: 'Hugo stops the build when a shortcode is closed although its template never asks for inner content.',
  defaultSeverity: 'error',
  fix: 'Removes the closing tag, or the /',
  examples: [
    { wrong: 'Ink.\n{{< figure >}}{{< /figure >}}\n', right: 'Ink.\n{{< figure >}}\n' },
    { wrong: 'Ink.\n{{< figure />}}\n', right: 'Ink.\n{{< figure >}}\n' },
  ],
  check: (site, page, now) =>
    judged(
      site,
      page,
      now,
      onTags(treeOf(site, page).needless, (tag) => ({
        range: tag.range,
        message: message(
          'The shortcode "{0}" takes no inner content, so Hugo stops the build when it is closed. Remove {1}.',
          tag.name,
          tag.kind === 'selfClosing' ? '/' : page.text.slice(tag.range.start, tag.range.end),
        ),
        fixes: [fixOf(tag)],
      })),
    ),
};

function fixOf({ kind, slash, range: whole }: ShortcodeTag): Fix {
  return kind === 'selfClosing' && slash !== undefined
    ? { title: message('Remove the /'), edits: [{ range: slash, newText: '' }] }
    : {
        title: message('Remove the closing tag'),
        edits: [{ range: range(whole.start, whole.end), newText: '' }],
      };
}
