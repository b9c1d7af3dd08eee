import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { readableRootOf } from './fieldValues.ts';
import { scalarsIn } from './scalars.ts';

export const keptQuotes: DiagnosticRule = {
  code: 'kept-quotes',
  summary: 'Curly quotes that become part of the value',
  why: 'To YAML, curly quotes are letters like any other. A path, a word or a date between them is another one.',
  defaultSeverity: 'warning',
  fix: 'Writes straight quotes',
  examples: [
    { wrong: '---\nlayout: “gallery”\n---\n', right: '---\nlayout: "gallery"\n---\n' },
    { wrong: '---\ndraft: ”true”\n---\n', right: '---\ndraft: true\n---\n' },
  ],
  *check(_site, page) {
    const root = page.fence?.format === 'yaml' ? readableRootOf(page) : undefined;
    for (const { path, scalar } of root === undefined ? [] : scalarsIn(root)) {
      const [, inner] = curly.exec(scalar.text) ?? [];
      if (scalar.style === 'plain' && inner !== undefined && !isProse(path.at(-1) ?? '', inner)) {
        yield {
          range: scalar.range,
          message: message('These quotes are part of the value. Write "{0}" with straight quotes.', inner),
          fixes: [
            {
              title: message('Write straight quotes'),
              edits: [
                {
                  range: scalar.range,
                  newText: /^(?:true|false)$/.test(inner) ? inner : `"${inner}"`,
                },
              ],
              isSure: true,
            },
          ],
        };
      }
    }
  },
};

/** A whole value between curly quotes of any language, without quotes or backslashes inside. */
const curly = /^[“”„‘’‚«»]([^“”„‘’‚«»"\\]*)[“”‘’«»]$/;

/** What people read may well be a quotation. */
function isProse(key: string, inner: string): boolean {
  return /\s/.test(inner) || /^(?:title|linktitle|description|summary)$/i.test(key);
}
