// What links on one page have to say once files have other names. Each is followed in the site of now and in that of then: those that lead to the
// same page or file are left alone, the others get an address that does, as near as possible to how they are written.
import { argumentValues } from './argumentValues.ts';
import { frontMatterLinks } from '../../references/frontMatterLinks.ts';
import { publicAddress } from '../../site/publicAddress.ts';
import { pageLinks, type PageLink } from '../../references/pageLinks.ts';
import type { MovedSite } from '../../references/movedSite.ts';
import type { Relocation } from '../../references/relocation.ts';
import { referenceIn, type Reference } from '../../references/ref/reference.ts';
import { referredPage, type Referred } from '../../references/ref/referredPage.ts';
import type { PlannedEdit } from '../../references/types.ts';
import { contentExtensions } from '../../hugo/contentExtensions.ts';
import { pageBySource } from '../../site/links/pageBySource.ts';
import { resolveLink, type LinkTarget } from '../../site/links/resolveLink.ts';
import { callsOn } from '../../site/pageCalls.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { publishedPlaces, placeKey } from '../../site/publishedPlaces.ts';
import { recordOf } from '../../site/recordOf.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { joinPath } from '../../text/path.ts';
import { memoize } from '../../text/memoize.ts';
import { textOf, type TextRange } from '../../text/range.ts';
import type { Suspects } from './pagesThatLead.ts';
import {
  addressBelow,
  climbsOut,
  escaped,
  relativePath,
  sectionAddress,
  sourcesOf,
  waysTo,
  type Place,
} from '../../references/writeAddress.ts';

/** A move of files of a site, from all sides. */
export interface Move {
  readonly site: SiteSnapshot;
  readonly after: MovedSite;
  /** The writer's time, RFC 3339. */
  readonly now: string;
}

/** What a move makes of the links, references and values on a page that would lead elsewhere; none overlap. */
export interface MovedLinks {
  readonly edits: readonly PlannedEdit[];
  /** Those for which there is no way to write where it goes. */
  readonly left: readonly TextRange[];
}

export function movedLinks(move: Move, page: PageDocument, { text, values }: Suspects): MovedLinks {
  const before = recordOf(move.site, page);
  const after = before && (move.after.arrivals.get(before.uri) ?? before);
  if (before === undefined || after === undefined) {
    return { edits: [], left: [] };
  }
  const here: Here = { ...move, page, before, then: after };
  const inText = text
    ? [
        ...[...pageLinks(move.site, page), ...argumentValues(move.site, page, before)].flatMap((link) =>
          movedLink(here, link),
        ),
        ...referencesOn(page).flatMap((reference) => movedReference(here, reference)),
      ]
    : [];
  const inValues = values ? frontMatterLinks(move.site, page, before) : [];
  const outcomes = [
    ...inText,
    ...inValues.flatMap((link) => (link.origin === 'alias' ? [] : movedLink(here, link))),
  ];
  return {
    edits: outcomes.flatMap((outcome) => ('newText' in outcome ? outcome : [])),
    left: outcomes.flatMap((outcome) => ('newText' in outcome ? [] : outcome.range)),
  };
}

/** A place that gets another address, or one that would need it and cannot have it. */
type Outcome = PlannedEdit | { readonly range: TextRange };

interface Here extends Move {
  readonly page: PageDocument;
  readonly before: PageRecord;
  /** The page as it will be. */
  readonly then: PageRecord;
}

/** What a link leads to, told apart from all else; `undefined` for nothing that could move. */
interface Goal {
  readonly id: string;
  readonly place: Place;
  /** It stays where it is, and is published elsewhere: a file of a folder that becomes a page bundle. */
  readonly isReaddressed?: boolean;
}

type Written = Pick<PageLink, 'address' | 'range' | 'around' | 'isImage' | 'target' | 'origin'>;

function movedLink(here: Here, link: Written): readonly Outcome[] {
  const { site, after, then, page } = here;
  const goal = goalOf(here, link.target);
  const follower = goal && followerOf(here, link);
  const follow = (address: string): string | undefined =>
    follower === undefined || climbsOut(site, then, address)
      ? undefined
      : idOf(after, follower(after, then, address));
  const isRight = (address: string): boolean =>
    follow(address) === goal?.id && !(goal?.isReaddressed === true && address.startsWith('/'));
  if (goal === undefined || follower === undefined || isRight(link.address)) {
    return [];
  }
  const written = textOf(page.text, link.range);
  const [rest = ''] = /[?#].*$/s.exec(written) ?? [];
  const before = link.address.slice(0, link.around.before);
  const behind = link.address.slice(link.address.length - link.around.after);
  const path = written.slice(0, written.length - rest.length);
  const isSource = contentExtensions.has(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '');
  const isPlain = (link.origin === 'argument' || link.origin === 'frontMatter') && !path.includes('%');
  const ways = [
    ...waysTo(site, then, goal.place, { path: before + path, isSource }),
    ...wayUpwards(before, goal.place),
  ];
  for (const way of ways) {
    if (way.startsWith(before) && way.endsWith(behind)) {
      const own = way.slice(before.length, way.length - behind.length);
      const newText = isPlain ? own : escaped(own);
      if (newText !== '' && follow(before + newText + behind) === goal.id) {
        return newText === path ? [] : [{ range: link.range, newText: newText + rest }];
      }
    }
  }
  return [{ range: link.range }];
}

/** Out of the folder that the template puts before a value: browsers and all of Hugo's functions follow `/img/cards/../sky.svg`. */
function wayUpwards(before: string, { address }: Place): readonly string[] {
  const folder = /^(?!\.)\/?[^/].*\/(?=[^/]*$)/.exec(before)?.[0];
  return folder === undefined || address === undefined ? [] : [folder + relativePath(folder, address)];
}

/** How an address is looked up: what the templates do with a value of front matter is told by what it leads to. */
type Follower = (site: SiteSnapshot, from: PageRecord, address: string) => LinkTarget;

function followerOf(
  { site, before }: Here,
  { origin, isImage, address, target }: Written,
): Follower | undefined {
  const asLink: Follower = (there, from, path) =>
    followed(there, from, path, isImage && origin !== 'argument');
  const asPage: Follower = (there, from, path) => {
    const { page, leftOut } = referredPage(there, from, path, from.language, endOfTime);
    const found = page ?? leftOut;
    return found === undefined ? { kind: 'unknown' } : { kind: 'page', page: found };
  };
  const asFile =
    (component: 'assets' | 'content'): Follower =>
    (there, from, path) => {
      const folder = component === 'content' ? from.path.slice(0, from.path.lastIndexOf('/') + 1) : '';
      const file = there.files.file(component, joinPath(folder, path));
      return file === undefined ? { kind: 'unknown' } : { kind: 'file', uri: file.uri };
    };
  const asNamed: Follower = (there, from, path) => {
    const page = pageBySource(there, from, path.replace(/[?#].*$/s, ''), true);
    return page === undefined ? { kind: 'unknown' } : { kind: 'page', page };
  };
  const ways =
    origin === 'frontMatter'
      ? [asLink, asPage, asFile('assets'), asFile('content')]
      : origin === 'argument'
        ? [asLink, asNamed]
        : [asLink];
  return ways.find((way) => isSame(way(site, before, address), target));
}

/** Where an address from the root of the site leads does not depend on the page, but on its language. */
function followed(site: SiteSnapshot, from: PageRecord, address: string, isImage: boolean): LinkTarget {
  if (!address.startsWith('/')) {
    return resolveLink(site, from, address, isImage);
  }
  const known = followedIn(site);
  const key = `${from.language} ${String(isImage)} ${address}`;
  const target = known.get(key) ?? resolveLink(site, from, address, isImage);
  known.set(key, target);
  return target;
}

const followedIn = memoize<SiteSnapshot, Map<string, LinkTarget>>(() => new Map());

function isSame(one: LinkTarget, other: LinkTarget): boolean {
  return one.kind === 'file' && other.kind === 'file'
    ? one.uri === other.uri
    : one.kind === other.kind && 'page' in one && 'page' in other && one.page.uri === other.page.uri;
}

function goalOf({ site, after, before }: Here, target: LinkTarget): Goal | undefined {
  if (target.kind === 'file') {
    const uri = after.relocation.after(target.uri);
    const place = placeOfFile(after, after.relocation, uri);
    const isReaddressed =
      uri === target.uri && placeOfFile(site, after.relocation, uri).address !== place.address;
    return { id: uri, place, isReaddressed };
  }
  if (target.kind !== 'page' && target.kind !== 'source') {
    return undefined;
  }
  const { page } = target;
  const list = target.kind === 'page' ? listAt(after, page, target.path) : undefined;
  if (list !== undefined) {
    return movedList(after, before, list);
  }
  const then = after.arrivals.get(page.uri) ?? page;
  const id = target.kind === 'page' ? then.uri : `source ${then.uri}`;
  const address = publicAddress(then, after.config) ?? addressBelow(after, then, '/');
  return { id, place: { address, source: then.path } };
}

function idOf(after: MovedSite, target: LinkTarget): string | undefined {
  if (target.kind === 'page') {
    const list = listAt(after, target.page, target.path);
    return list === undefined ? target.page.uri : `list ${list}`;
  }
  return target.kind === 'file'
    ? target.uri
    : target.kind === 'source'
      ? `source ${target.page.uri}`
      : undefined;
}

/** The key of the list at an address where no page of its own stands: Hugo makes it because `page` is in it. */
function listAt({ config }: SiteSnapshot, page: PageRecord, path: string | undefined): string | undefined {
  const key = path === undefined ? undefined : placeKey(path, config);
  const roles = publishedPlaces(page, config).filter((place) => place.key === key);
  const isList = roles.length > 0 && roles.every(({ role }) => role === 'section' || role === 'term');
  return isList ? key : undefined;
}

/** The list of a first folder of the content goes with that folder. */
function movedList(after: MovedSite, from: PageRecord, list: string): Goal | undefined {
  const { relocation } = after;
  for (const { from: folder, to } of relocation.moves) {
    const [before, then] = [relocation.placeOf(folder), relocation.placeOf(to)].map((place) =>
      place?.component === 'content' && !place.logicalPath.includes('/') ? place.logicalPath : undefined,
    );
    if (before !== undefined && then !== undefined && (list === before || list.endsWith(`/${before}`))) {
      const address = sectionAddress(after, from, then);
      return { id: `list ${placeKey(address, after.config)}`, place: { address, source: undefined } };
    }
  }
  return undefined;
}

/** The files of a bundle stand below its page. */
function placeOfFile(site: SiteSnapshot, relocation: Relocation, uri: string): Place {
  const found = relocation.placeOf(uri);
  if (found === undefined) {
    return { address: undefined, source: undefined };
  }
  const { component, logicalPath } = found;
  if (component !== 'content') {
    return { address: `/${logicalPath.replace(/(^|\/)index\.html$/, '$1')}`, source: undefined };
  }
  const folders = logicalPath.split('/').slice(0, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const folder = folders.slice(0, depth).join('/');
    const bundle = site
      .pagesAt(`/${folder}`.toLowerCase(), 'path', 20)
      .find(
        ({ path, bundle: kind }) =>
          kind !== 'none' && path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'),
      );
    if (bundle !== undefined) {
      const address = addressBelow(site, bundle, logicalPath.slice(folder.length + 1));
      return { address, source: logicalPath };
    }
  }
  return { address: `/${logicalPath}`, source: logicalPath };
}

function referencesOn(page: PageDocument): readonly Reference[] {
  return callsOn(page).flatMap((tag) =>
    /^(?:rel)?ref$/i.test(tag.name) ? (referenceIn(tag, page.text) ?? []) : [],
  );
}

function movedReference(here: Here, { path, pathRange, language }: Reference): readonly Outcome[] {
  const { site, after, before, then, page } = here;
  if (path === undefined || path === '') {
    return [];
  }
  const inLanguage = (from: PageRecord): string => language?.value || from.language;
  const target = pageOf(referredPage(site, before, path, inLanguage(before), endOfTime));
  if (target === undefined) {
    return [];
  }
  const wanted = after.arrivals.get(target.uri) ?? target;
  const leads = (way: string): boolean =>
    pageOf(referredPage(after, then, way, inLanguage(then), endOfTime))?.uri === wanted.uri;
  if (leads(path)) {
    return [];
  }
  const written = textOf(page.text, pathRange);
  const way = sourcesOf(then, withoutLanguage(wanted), { path: written }).find(leads);
  return way === undefined
    ? [{ range: pathRange }]
    : way === written
      ? []
      : [{ range: pathRange, newText: way.replaceAll('%', '%25') }];
}

/** References name pages without their languages. */
function withoutLanguage({ path, language }: PageRecord): string {
  return path.replace(new RegExp(`\\.${language}(?=\\.[^.]+$)`, 'i'), '');
}

/** No page is scheduled then, and what leads to a draft leads there once that is published. */
const endOfTime = '9999-12-31T00:00:00Z';

function pageOf({ page, leftOut }: Referred): PageRecord | undefined {
  return page ?? leftOut;
}
