import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';

export const missingAlt: DiagnosticRule = {
  code: 'missing-alt',
  summary: 'Picture without a description',
  why: 'Who cannot see a picture hears or reads its description, and so do search engines. A picture that only decorates needs none.',
  defaultSeverity: 'off',
  examples: [
    {
      wrong: 'Ink.\n\n![](pen.jpg)\n',
      right: 'Ink.\n\n![A pen on paper](pen.jpg)\n',
      path: 'content/p/index.md',
      site: '-- content/p/pen.jpg --\n\n',
    },
  ],
  *check(_site, { text: all, markdown }) {
    for (const { isImage, form, text, range } of markdown.links) {
      const isEmpty = text !== undefined && all.slice(text.start, text.end).trim() === '';
      if (isImage && (form === 'html' ? isWithoutAlt(all.slice(range.start, range.end)) : isEmpty)) {
        yield {
          range,
          message: message('This picture has no description. Say between [ and ] what it shows.'),
        };
      }
    }
  },
};

/** A tag that shows a picture and has no `alt`; an empty one says that the picture only decorates. */
function isWithoutAlt(tag: string): boolean {
  return /^<img[\s/]/i.test(tag) && !/\salt(?:[\s=/>]|$)/i.test(tag);
}
