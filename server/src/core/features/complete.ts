import type { CompletionList } from 'vscode-languageserver-types';
import { findPlace } from '../frontMatter/place.ts';
import type { Place } from '../frontMatter/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { recordOf } from '../site/recordOf.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { findShortcodePlace, type ShortcodePlace } from '../shortcodes/place.ts';
import type { ClientAbilities } from './client.ts';
import { frontMatterKeys } from './completion/frontMatterKeys.ts';
import { frontMatterValues } from './completion/frontMatterValues.ts';
import { hidesValues } from './completion/shortcodeArgumentValues.ts';
import { shortcodeArguments, shortcodeValues } from './completion/shortcodeArguments.ts';
import { shortcodeNames, shortcodeStarts } from './completion/shortcodeNames.ts';
import { findLinkPlace, type LinkPlace } from './completion/linkPlace.ts';
import { argumentLinkPlace, referencePlace } from './completion/linkReference.ts';
import { linkSuggestions } from './completion/linkSuggestions.ts';
import { addressBeforeAnchor, pageAtAddress } from './completion/linkTarget.ts';
import { toCompletionItem } from './completion/suggestion.ts';
import type { CompletionRequest, Suggestion } from './completion/suggestion.ts';
import { wholeFrontMatter } from './completion/wholeFrontMatter.ts';
import { hidesWords } from './completion/valueCandidates.ts';

/**
 * What a writer may want at `offset` (UTF-16) of a page. Every item carries a text edit on one line that holds the cursor and consumes
 * what already stands there. The list is incomplete while the site is being read, and where more is offered to who types on. `isAsked` tells that the
 * writer wants the list: one that opens by itself behind `---` would take the Enter for itself. `target` is the page that `linkedFile` names.
 */
export function complete(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
  client: ClientAbilities,
  isAsked = true,
  target?: PageDocument,
): CompletionList {
  const request = { site, page, offset, client, target };
  const place = frontMatterPlace(request);
  const { suggestions, hidesSome } = place === undefined ? inContent(request) : inFrontMatter(request, place);
  const all = [...(isAsked ? wholeFrontMatter(request) : []), ...suggestions];
  return {
    isIncomplete: isBeingRead(site) || hidesSome,
    items: all.map((suggestion, rank) => toCompletionItem(suggestion, rank, request)),
  };
}

/** The file (URI) of another page whose headings may be wanted at `offset`, behind the `#` of its address. */
export function linkedFile(site: SiteSnapshot, page: PageDocument, offset: number): string | undefined {
  const place = offset < (page.fence?.bodyStart ?? 0) ? undefined : linkPlace(site, page, offset);
  const address = place && addressBeforeAnchor(place);
  const from = recordOf(site, page);
  return place === undefined || from === undefined || address === undefined || address === ''
    ? undefined
    : pageAtAddress(site, from, place, address)?.uri;
}

function linkPlace(site: SiteSnapshot, page: PageDocument, offset: number): LinkPlace | undefined {
  const place = findShortcodePlace(page.text, page.shortcodes, offset);
  return place.kind === 'none'
    ? findLinkPlace(page, offset)
    : (referencePlace(page, place) ?? argumentLinkPlace(site, page, place, offset));
}

function isBeingRead({ progress }: SiteSnapshot): boolean {
  return !(progress.templates && progress.content && progress.files);
}

/** Nothing where the offset stands behind the front matter. */
function frontMatterPlace({ page, offset }: CompletionRequest): Place | undefined {
  const { fence, text } = page;
  return fence !== undefined && (offset < fence.bodyStart || isAtUnclosedEnd(page, offset))
    ? findPlace(text, fence, offset)
    : undefined;
}

interface Offer {
  readonly suggestions: Iterable<Suggestion>;
  /** More is offered to who types on. */
  readonly hidesSome: boolean;
}

function inContent(request: CompletionRequest): Offer {
  const { site, page, offset } = request;
  const place = findShortcodePlace(page.text, page.shortcodes, offset);
  const link = linkPlace(site, page, offset);
  if (link !== undefined) {
    const { suggestions, hidesSome } = linkSuggestions(request, link);
    return { suggestions: [...suggestions, ...besidePath(request, place)], hidesSome };
  }
  return {
    suggestions: shortcodeSuggestions(request, place),
    hidesSome: place.kind === 'value' && hidesValues(request, place),
  };
}

function inFrontMatter(request: CompletionRequest, place: Place): Offer {
  return {
    suggestions: frontMatterSuggestions(request, place),
    hidesSome: place.kind === 'value' && hidesWords(request, place),
  };
}

/** What else may stand where a path may: names of arguments, the start of a call. */
function besidePath(request: CompletionRequest, place: ShortcodePlace): readonly Suggestion[] {
  return place.kind === 'value'
    ? []
    : [...shortcodeSuggestions(request, place)].filter(({ kind }) => kind !== 'value');
}

function shortcodeSuggestions(request: CompletionRequest, place: ShortcodePlace): Iterable<Suggestion> {
  switch (place.kind) {
    case 'name':
      return shortcodeNames(request, place);
    case 'argument':
      return shortcodeArguments(request, place);
    case 'value':
      return shortcodeValues(request, place);
    case 'comment':
      return [];
    case 'none':
      return shortcodeStarts(request);
  }
}

/** The last line of a new page whose front matter is still being typed. */
function isAtUnclosedEnd({ fence, text }: PageDocument, offset: number): boolean {
  return (
    fence !== undefined && fence.closer === undefined && offset === text.length && offset === fence.bodyStart
  );
}

function frontMatterSuggestions(request: CompletionRequest, place: Place): Iterable<Suggestion> {
  switch (place.kind) {
    case 'key':
      return frontMatterKeys(request, place);
    case 'value':
      return frontMatterValues(request, place);
    case 'none':
      return [];
  }
}
