import { resolveLink } from '../../site/links/resolveLink.ts';
import type { PageLink } from '../../references/pageLinks.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { range } from '../../text/range.ts';

/** Values that say where the page itself stands, or that are no addresses, whatever they look like. */
const notLinks = new Set(['aliases', 'url', 'slug', 'title', 'linktitle', 'description', 'summary', 'date']);

/** The values of front matter that lead to a page or a file of the site: with a slash at the start, or below the site's root (`img/sky.jpg`). */
export function valueLinks(site: SiteSnapshot, page: PageDocument, from: PageRecord): readonly PageLink[] {
  return (page.outline?.entries ?? [])
    .filter(({ path, shape }) => shape !== 'map' && !notLinks.has(path[0]?.toLowerCase() ?? ''))
    .flatMap(({ scalars }) => scalars)
    .flatMap(({ text, range: whole, source, style }): PageLink[] => {
      const quotes = style === 'plain' ? 0 : 1;
      const isPlain = source.slice(quotes, source.length - quotes) === text;
      if (!isPlain || !/^[^\s:]+$/.test(text) || !/[./]/.test(text) || text.length > 300) {
        return [];
      }
      const where = range(whole.start + quotes, whole.end - quotes);
      const starts = text.startsWith('/') || text.startsWith('.') ? [''] : ['', '/'];
      const links = starts.map((start): PageLink => {
        const address = start + text;
        return {
          origin: 'argument',
          address,
          range: where,
          whole,
          around: { before: start.length, after: 0 },
          isImage: false,
          target: resolveLink(site, from, address, false),
        };
      });
      return links
        .filter(({ target: { kind } }) => kind === 'page' || kind === 'file' || kind === 'source')
        .slice(0, 1);
    });
}
