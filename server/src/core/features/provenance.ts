// Where a statement about the site comes from, in the words that completion and hover share.
import type { KeyRead, KeySchema } from '../schema/keySchema.ts';
import { valueOf } from '../site/keyValues.ts';
import { pageAddress } from '../site/pageAddress.ts';
import { publishStateOf, type PublishState } from '../site/publishState.ts';
import type { DataEntry, PageRecord, ShortcodeDefinition, SiteSnapshot } from '../site/snapshot.ts';
import type { Place } from '../templates/signature.ts';
import { link, plain } from '../text/markdown.ts';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';

/** Stands in the place of a count of pages while not all of them are known. */
export const stillReading = message('the site is still being read');

/** How many pages have the key of this id; nothing when none does, or while nobody knows. */
export function usedInPages(site: SiteSnapshot, id: string): Message | undefined {
  const pages = site.keyStats(id)?.pages ?? 0;
  return pages === 0 || !site.progress.content
    ? undefined
    : message('used in {0} of {1} pages', pages, site.pageCount());
}

export function usedOnPages(pages: number): Message {
  return pages === 1 ? message('on one page') : message('on {0} pages', pages);
}

/** How often pages call the shortcode. */
export function callsOf(site: SiteSnapshot, name: string): Message {
  const { calls, pages } = site.shortcodeUse(name);
  if (!site.progress.content) {
    return stillReading;
  }
  if (calls === 0) {
    return message('not used yet');
  }
  if (calls === 1) {
    return message('used once');
  }
  return pages === 1
    ? message('used {0} times on one page', calls)
    : message('used {0} times on {1} pages', calls, pages);
}

/** The file of the shortcode's template, or that Hugo brings it along. */
export function templateOf({ sources }: ShortcodeDefinition): Message | string {
  const [source] = sources;
  return source === undefined || source.origin === 'embedded' ? message('part of Hugo') : source.path;
}

/** The same as Markdown, with a link to the file. */
export function templateLink(definition: ShortcodeDefinition): Message | string {
  const [source] = definition.sources;
  return source?.uri === undefined ? templateOf(definition) : link(plain(source.path), source.uri);
}

/** The reads of templates that render the page or show it in a list; where there are none, all. */
export function readsThatConcern({ reads }: Pick<KeySchema, 'reads'>): readonly KeyRead[] {
  const concerning = reads.filter(({ scope }) => scope !== 'elsewhere');
  return concerning.length > 0 ? concerning : reads;
}

/** So many files are named one by one. */
const filesNamed = 4;

/** Where templates read something, as Markdown with links, each file once; nothing where there is no place. */
export function readBy(
  site: SiteSnapshot,
  places: readonly Place[],
  where: 'page' | 'lists' | 'otherPages' = 'page',
): Message | undefined {
  const firsts = [...new Map(places.toReversed().map((place) => [place.path, place])).values()].toReversed();
  const named = firsts
    .slice(0, filesNamed)
    .map((place) => placeLink(site, place))
    .join(', ');
  const others = firsts.length - filesNamed;
  if (firsts.length === 0) {
    return undefined;
  }
  const isWhole = others <= 0;
  switch (where) {
    case 'page':
      return isWhole ? message('Read by {0}.', named) : message('Read by {0} and {1} more.', named, others);
    case 'lists':
      return isWhole
        ? message('Read in lists, by {0}.', named)
        : message('Read in lists, by {0} and {1} more.', named, others);
    case 'otherPages':
      return isWhole
        ? message('Read on other pages, by {0}.', named)
        : message('Read on other pages, by {0} and {1} more.', named, others);
  }
}

/** A link to the line of a template. */
export function placeLink(site: SiteSnapshot, { path, line }: Place): string {
  const uri = templateUri(site, path);
  return uri === undefined ? plain(`${path}:${String(line)}`) : lineLink(path, uri, line);
}

/** The file of the template that a `Place` names. */
export function templateUri(site: SiteSnapshot, path: string): string | undefined {
  return site.templates().find(({ source }) => source.path === path)?.source.uri;
}

/** A link to a file, by its path in the site. */
export function fileLink(site: SiteSnapshot, uri: string): string {
  return link(plain(fileName(site, uri)), uri);
}

/** The path of a file in the site; of one that stands elsewhere its name. */
export function fileName({ root }: SiteSnapshot, uri: string): string {
  const path = uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
  return decodeURIComponent(path);
}

/** A link to an entry of the data. */
export function dataLink({ path, uri, line }: DataEntry): string {
  return lineLink(path, uri, line);
}

/** VS Code opens a fragment `L12` at that line. */
function lineLink(path: string, uri: string, line: number): string {
  return link(plain(`${path}:${String(line)}`), `${uri}#L${String(line)}`);
}

/** A link to a page, by its title or else its file. */
export function pageLink(page: PageRecord): string {
  return link(plain(titleOf(page) ?? page.path), page.uri);
}

export function titleOf(page: PageRecord): string | undefined {
  return valueOf(page, 'title');
}

/** Its address, its language where that is another than `language`, and what keeps readers from it at the moment `now`. */
export function factsOf(
  site: SiteSnapshot,
  page: PageRecord,
  language: string,
  now: string,
): readonly [string, ...(Message | string)[]] {
  const { config } = site;
  const named = config.languages.find(({ code }) => code === page.language)?.name ?? page.language;
  const note = stateNote(publishStateOf(page, site, now));
  return [
    pageAddress(page, config),
    ...(page.language === language ? [] : [named]),
    ...(note === undefined ? [] : [note]),
  ];
}

/** What keeps readers from a page; nothing of one that is published. */
export function stateNote(state: PublishState): Message | undefined {
  return states[state];
}

const states: { readonly [state in PublishState]: Message | undefined } = {
  published: undefined,
  draft: message('a draft'),
  scheduled: message('not published yet'),
  expired: message('no longer published'),
  neverRendered: message('a page without an address of its own'),
};
