import { recordOf } from '../../site/recordOf.ts';
import { basePathOf } from '../../site/links/linkAddress.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { addressTo, escaped, referenceTo } from '../../references/writeAddress.ts';
import { factsOf } from '../provenance.ts';
import { linkedHeadings } from './linkAnchors.ts';
import { linkedFiles, type LinkedFile } from './linkFiles.ts';
import { linkHabit, type LinkHabit } from './linkForm.ts';
import { linkedLists } from './linkLists.ts';
import { anchorVotes } from './linkVotes.ts';
import { linkedPages, type LinkedPage } from './linkPages.ts';
import type { LinkPlace } from './linkPlace.ts';
import { addressBeforeAnchor, pageAtAddress } from './linkTarget.ts';
import { snippetText } from '../../text/snippet.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

export interface LinkOffer {
  readonly suggestions: Iterable<Suggestion>;
  /** More is offered to who types on. */
  readonly hidesSome: boolean;
}

const nothing: LinkOffer = { suggestions: [], hidesSome: false };

/** Where a link may lead: pages, lists and files, and behind a `#` the headings of the page that is named before it. */
export function linkSuggestions(request: CompletionRequest, place: LinkPlace): LinkOffer {
  const record = recordOf(request.site, request.page);
  const from = record && { ...record, language: place.language ?? record.language };
  if (from === undefined || /^[a-z][\w+.-]*:|^\/\//i.test(place.typed)) {
    return nothing;
  }
  const address = addressBeforeAnchor(place);
  if (address !== undefined) {
    return { suggestions: headings(request, place, from, address), hidesSome: false };
  }
  const files = place.frame === 'ref' ? [] : linkedFiles(request.site, from, place);
  const fileItems = files.map((file) => fileSuggestion(place, file));
  if (place.isImage) {
    return { suggestions: fileItems, hidesSome: place.typed === '' };
  }
  const { pages, hidesSome } = linkedPages(request.site, from, place, nowOf(request));
  const habit = linkHabit(request.site, from, place.frame === 'ref');
  const pageItems = pages.flatMap((page) => pageSuggestion(request, place, from, habit, page));
  const lists = place.frame === 'ref' ? [] : listSuggestions(request, place, from);
  return { suggestions: [...pageItems, ...lists, ...fileItems], hidesSome };
}

function nowOf({ client }: CompletionRequest): string {
  return client.now ?? client.today;
}

function* headings(
  { site, page, target }: CompletionRequest,
  place: LinkPlace,
  from: PageRecord,
  address: string,
): Iterable<Suggestion> {
  const of = address === '' ? page : target;
  if (of === undefined || of.uri !== pageAtAddress(site, from, place, address)?.uri) {
    return;
  }
  const key = keyOf(from, address);
  const votes = anchorVotes(site, from, (other, written) => keyOf(other, written) === key);
  for (const { anchor, text, level } of linkedHeadings(site, of, place, votes)) {
    yield {
      label: text,
      kind: 'heading',
      ...replaced(place, `${address}#${anchor}`),
      filterText: `${address}#${anchor} ${text}`,
      details: [`${'#'.repeat(level)} ${anchor}`.trim()],
    };
  }
}

/** Two addresses without their anchors lead to one page where this is the same. */
function keyOf({ uri }: PageRecord, address: string): string {
  return address === '' ? uri : address.replace(/(?:\/_?index)?\.md$|\/$/i, '').toLowerCase();
}

function pageSuggestion(
  request: CompletionRequest,
  place: LinkPlace,
  from: PageRecord,
  habit: LinkHabit,
  { page, title }: LinkedPage,
): Suggestion[] {
  const { site } = request;
  const address = newAddress(site, from, page, place, habit);
  if (address === undefined) {
    return [];
  }
  const [own, ...facts] = factsOf(site, page, from.language, nowOf(request));
  const shown = place.frame === 'ref' ? address : own;
  return [
    {
      ...replaced(place, address),
      label: title ?? shown,
      kind: 'page',
      filterText: filterText(place, title ?? '', shown),
      details: [shown, ...facts],
    },
  ];
}

/** As the habit is, and as what is typed begins. */
function newAddress(
  site: SiteSnapshot,
  from: PageRecord,
  page: PageRecord,
  { frame, typed }: LinkPlace,
  habit: LinkHabit,
): string | undefined {
  if (frame === 'ref') {
    return referenceTo(from, page, habit);
  }
  const address = addressTo(site, from, page, {
    ...habit,
    namesFile: habit.namesFile && !typed.startsWith('/'),
    isRelative: /^\.{1,2}\//.test(typed),
  });
  return address === undefined ? undefined : escaped(address);
}

/** Lists that Hugo makes without a file. */
function* listSuggestions(
  { site }: CompletionRequest,
  place: LinkPlace,
  from: PageRecord,
): Iterable<Suggestion> {
  for (const { name, address } of linkedLists(site, from, place.typed)) {
    yield {
      ...replaced(place, escaped(basePathOf(site.config) + address)),
      label: name,
      kind: 'page',
      filterText: filterText(place, name, address),
      details: [address],
    };
  }
}

/** In a folder the writer goes on: the link stays open. */
function fileSuggestion(place: LinkPlace, { path, uri, isFolder }: LinkedFile): Suggestion {
  const { range: where, newText } = replaced(place, escaped(path));
  const open = newText.slice(0, newText.length - place.ending.length);
  return {
    label: path,
    kind: isFolder ? 'folder' : 'file',
    range: where,
    newText,
    filterText: filterText(place, path, ''),
    ...(isFolder
      ? { snippet: `${snippetText(open)}$0${snippetText(place.ending)}`, asksAgain: true }
      : { file: uri }),
  };
}

function replaced(
  { range: where, opening, ending }: LinkPlace,
  address: string,
): Pick<Suggestion, 'range' | 'newText'> {
  return { range: where, newText: opening + address + ending };
}

/** The editor orders by how well this goes on with what is typed; it begins with that, so that our order stays. */
function filterText({ typed }: LinkPlace, name: string, address: string): string {
  return [typed, name, address].filter((part) => part !== '').join(' ');
}
