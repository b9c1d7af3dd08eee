import type { Hover } from 'vscode-languageserver-types';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { ClientAbilities } from './client.ts';

/** What there is to say of the key, value or shortcode at `offset` (UTF-16), in Markdown; nothing where there is nothing. */
export function hover(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
  client: ClientAbilities,
): Hover | undefined {
  void site;
  void page;
  void offset;
  void client;
  return undefined;
}
