import type { CompletionList } from 'vscode-languageserver-types';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { ClientAbilities } from './client.ts';

export { completionTriggers } from './completion/triggers.ts';

/**
 * What a writer may want at `offset` (UTF-16) of a page. Every item carries a text edit on one line that holds the cursor and consumes
 * what already stands there. The list is incomplete while the site is being read.
 */
export function complete(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
  client: ClientAbilities,
): CompletionList {
  void page;
  void offset;
  void client;
  return { isIncomplete: !(site.progress.content && site.progress.templates), items: [] };
}
