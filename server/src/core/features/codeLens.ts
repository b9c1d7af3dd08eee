import { siteFileAt } from '../references/siteFile.ts';
import { searchSymbol } from '../references/searches.ts';
import { symbolsAt } from '../references/symbolAt.ts';
import type { SiteSearch, SiteText } from '../references/types.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { message, type Message } from '../text/message.ts';
import { callsOf } from './provenance.ts';

/** What is said above a template: at once, or when its callers have been counted. */
export type UseCount =
  { readonly title: Message } | { readonly search: SiteSearch; readonly titleOf: (uses: number) => Message };

/** How often the template of a shortcode or a partial is used; `undefined` for every other file. */
export function useCount(site: SiteSnapshot, file: SiteText): UseCount | undefined {
  if (siteFileAt(site, file.uri)?.kind !== 'template') {
    return undefined;
  }
  const [itself] = symbolsAt(site, { ...file, text: '' }, undefined, 0);
  switch (itself?.symbol.kind) {
    case 'shortcode':
      return { title: callsOf(site, itself.symbol.name) };
    case 'partial':
      return { search: searchSymbol(site, itself.symbol), titleOf: callsByName };
    default:
      return undefined;
  }
}

function callsByName(uses: number): Message {
  if (uses === 0) {
    return message('called by no template by its name');
  }
  return uses === 1 ? message('called once') : message('called {0} times', uses);
}
