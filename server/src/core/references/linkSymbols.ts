import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { touches } from '../text/range.ts';
import { pageLinks, type PageLink } from './pageLinks.ts';
import type { SymbolAt } from './symbolAt.ts';
import type { SiteSymbol } from './types.ts';

/** What the link at `offset` (UTF-16) of a page leads to: a page or a file of the site. */
export function linkSymbolsAt(site: SiteSnapshot, page: PageDocument, offset: number): readonly SymbolAt[] {
  return pageLinks(site, page)
    .filter(({ range }) => touches(range, offset))
    .flatMap((link) => {
      const symbol = targetOf(link);
      return symbol === undefined ? [] : { symbol, range: link.range };
    });
}

function targetOf({ target }: PageLink): SiteSymbol | undefined {
  switch (target.kind) {
    case 'page':
    case 'source':
      return { kind: 'page', uri: target.page.uri };
    case 'file':
      return { kind: 'file', uri: target.uri };
    default:
      return undefined;
  }
}
