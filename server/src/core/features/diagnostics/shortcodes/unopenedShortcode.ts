import { message } from '../../../text/message.ts';
import type { Message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { judged, onTags } from '../judged.ts';
import { treeOf } from '../../../site/pageCalls.ts';

export const unopenedShortcode: DiagnosticRule = {
  code: 'unopened-shortcode',
  summary: 'Closing tag that closes nothing',
  why: 'Hugo stops the build at a closing tag when no shortcode of that name is open before it.',
  defaultSeverity: 'error',
  fix: 'Removes the closing tag',
  examples: [{ wrong: 'Ink.\n{{< /box >}}\n', right: 'Ink.\n{{< box >}}\nInk.\n{{< /box >}}\n' }],
  check: (site, page, now) =>
    judged(
      site,
      page,
      now,
      onTags(treeOf(site, page).unopened, (tag) => ({
        range: tag.range,
        message: messageOf(tag.name),
        fixes: [{ title: message('Remove the closing tag'), edits: [{ range: tag.range, newText: '' }] }],
      })),
    ),
};

function messageOf(name: string): Message {
  return name === ''
    ? message('This tag closes nothing, so Hugo stops the build. Remove it, or open a shortcode before it.')
    : message(
        'No shortcode "{0}" is open here, so Hugo stops the build at its closing tag. Remove the tag, or open "{0}" before it.',
        name,
      );
}
