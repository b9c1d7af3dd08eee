import { message } from '../../../text/message.ts';
import { textOf } from '../../../text/range.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { pageLinks } from '../../../references/pageLinks.ts';
import { correctedScheme } from './schemes.ts';

export const linkScheme: DiagnosticRule = {
  code: 'link-scheme',
  summary: 'Link without "https://", or with a mistyped one',
  why: 'Without a scheme, an address like "www.example.org" counts from the page itself, so that readers get "not found" instead of the other site.',
  defaultSeverity: 'warning',
  fix: 'Puts the scheme right',
  examples: [
    { wrong: '[Ink](www.example.org)\n', right: '[Ink](https://www.example.org)\n' },
    { wrong: '[Ink](htps://example.org/)\n', right: '[Ink](https://example.org/)\n' },
    { wrong: '[Ink](me@example.org)\n', right: '[Ink](mailto:me@example.org)\n' },
  ],
  *check(site, page) {
    for (const { origin, address, range, target, around } of pageLinks(site, page)) {
      const isWritten = origin !== 'bare' && origin !== 'autolink' && around.before + around.after === 0;
      const isThere = target.kind === 'page' || target.kind === 'file' || target.kind === 'generated';
      const corrected =
        isWritten && !isThere && textOf(page.text, range) === address ? correctedScheme(address) : undefined;
      if (corrected !== undefined) {
        yield {
          range,
          message: message('Browsers look for "{0}" on this site. Did you mean "{1}"?', address, corrected),
          fixes: [
            { title: message('Change it to "{0}"', corrected), edits: [{ range, newText: corrected }] },
          ],
        };
      }
    }
  },
};
