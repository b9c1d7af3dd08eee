import type { CompletionList } from 'vscode-languageserver-types';
import { findPlace } from '../frontMatter/place.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { findShortcodePlace } from '../shortcodes/place.ts';
import type { ClientAbilities } from './client.ts';
import { frontMatterKeys } from './completion/frontMatterKeys.ts';
import { frontMatterValues } from './completion/frontMatterValues.ts';
import { shortcodeArguments, shortcodeValues } from './completion/shortcodeArguments.ts';
import { shortcodeNames } from './completion/shortcodeNames.ts';
import { toCompletionItem } from './completion/suggestion.ts';
import type { CompletionRequest, Suggestion } from './completion/suggestion.ts';

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
  const request = { site, page, offset, client };
  return {
    isIncomplete: !(site.progress.templates && site.progress.content && site.progress.files),
    items: [...suggestionsAt(request)].map((suggestion, rank) => toCompletionItem(suggestion, rank, request)),
  };
}

function suggestionsAt(request: CompletionRequest): Iterable<Suggestion> {
  const { page, offset } = request;
  if (page.fence !== undefined && (offset < page.fence.bodyStart || isAtUnclosedEnd(page, offset))) {
    return frontMatterSuggestions(request, page.fence);
  }
  const place = findShortcodePlace(page.text, page.shortcodes, offset);
  switch (place.kind) {
    case 'name':
      return shortcodeNames(request, place);
    case 'argument':
      return shortcodeArguments(request, place);
    case 'value':
      return shortcodeValues(request, place);
    default:
      return [];
  }
}

/** The last line of a new page whose front matter is still being typed. */
function isAtUnclosedEnd({ fence, text }: PageDocument, offset: number): boolean {
  return (
    fence !== undefined && fence.closer === undefined && offset === text.length && offset === fence.bodyStart
  );
}

function frontMatterSuggestions(
  request: CompletionRequest,
  fence: NonNullable<PageDocument['fence']>,
): Iterable<Suggestion> {
  const place = findPlace(request.page.text, fence, request.offset);
  switch (place.kind) {
    case 'key':
      return frontMatterKeys(request, place);
    case 'value':
      return frontMatterValues(request, place);
    case 'none':
      return [];
  }
}
