// What of a site nothing uses: shortcodes without calls, keys that nobody reads, media that nothing shows, pages that nothing leads to. A list for
// people who clean up, asked for and never pushed: only they know what is kept on purpose.
import { isKnownKey } from '../../schema/readKeys.ts';
import { isBundled } from '../../site/bundled.ts';
import { valueOf } from '../../site/keyValues.ts';
import { publishStateOf } from '../../site/publishState.ts';
import type { FileComponent, PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import type { Mentions } from './mentions.ts';

export const unusedKinds = ['shortcode', 'key', 'file', 'page'] as const;
export type UnusedKind = (typeof unusedKinds)[number];

export interface Unused {
  readonly kind: UnusedKind;
  /** What people call it: `box`, `sidebarlinknam`, `sky.jpg`, a page's title. */
  readonly name: string;
  /** The file to look at: the template, the first page that has the key, the file or page itself. */
  readonly uri: string;
  /** Of a key how many pages have it. */
  readonly pages?: number;
}

/** Media and documents; style sheets, scripts and what hosts ask for by name are used without being named. */
const media =
  /\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?|pdf|mp[34]|webm|mov|og[gv]|wav|docx?|xlsx?|pptx?|zip)$/i;
const askedByName = /^(?:favicon|apple-touch-icon|android-chrome|mstile|safari-pinned-tab|browserconfig)/i;

/** Deeper folders are no people's. */
const deepest = 30;

/** What nothing uses, by kind and name; nothing before the site has been read. `mentions` has every page and text of the site. */
export function unusedIn(
  site: SiteSnapshot,
  mentions: Mentions,
  kinds: ReadonlySet<UnusedKind>,
  now: string,
): readonly Unused[] {
  const { templates, content, files } = site.progress;
  return templates && content && files
    ? unusedKinds
        .filter((kind) => kinds.has(kind))
        .flatMap((kind) => finders[kind](site, mentions, now).sort(byName))
    : [];
}

/** Why a list may name what is used all the same, or lack what is not. */
export function doubtsAbout(
  site: SiteSnapshot,
  mentions: Mentions,
  kinds: ReadonlySet<UnusedKind>,
): readonly Message[] {
  const opens = site.templates().some(({ reading }) => reading === undefined || reading.openKeys.length > 0);
  return [
    ...(site.missingModules.length === 0
      ? []
      : [message('Not on disk, and may use what is listed: {0}', site.missingModules.join(', '))]),
    ...(kinds.has('key') && opens
      ? [message('Some templates read any key at all, so one listed here may be read.')]
      : []),
    ...(kinds.has('file') && mentions.takesResources
      ? [message('Files of page bundles are not listed: templates take them all.')]
      : []),
    ...(kinds.has('file') && mentions.takesAssets
      ? [message('Assets are not listed: templates make up the names they look for.')]
      : []),
  ];
}

type Find = (site: SiteSnapshot, mentions: Mentions, now: string) => Unused[];

const finders: { readonly [kind in UnusedKind]: Find } = {
  shortcode: uncalledShortcodes,
  key: unreadKeys,
  file: unnamedFiles,
  page: unlinkedPages,
};

function uncalledShortcodes(site: SiteSnapshot, mentions: Mentions): Unused[] {
  return site.shortcodes().flatMap(({ name, sources: [used] }) => {
    const isUnused =
      used?.origin === 'project' && site.shortcodeUse(name).calls === 0 && !mentions.calls(name);
    return isUnused && used.uri !== undefined ? [{ kind: 'shortcode', name, uri: used.uri }] : [];
  });
}

function unreadKeys(site: SiteSnapshot): Unused[] {
  const unread = site.keysBelow('').filter(({ id }) => !isKnownKey(site, [id]));
  const wanted = new Map(unread.map(({ id }) => [id, undefined as string | undefined]));
  for (const { keys, uri } of site.pages()) {
    for (const { id } of keys) {
      const first = wanted.get(id);
      if (wanted.has(id) && (first === undefined || uri < first)) {
        wanted.set(id, uri);
      }
    }
  }
  return unread.flatMap(({ id, spelling, pages }) => {
    const uri = wanted.get(id);
    return uri === undefined ? [] : [{ kind: 'key', name: spelling, uri, pages }];
  });
}

function unnamedFiles({ files }: SiteSnapshot, mentions: Mentions): Unused[] {
  const components: readonly FileComponent[] = [
    'static',
    ...(mentions.takesAssets ? [] : (['assets'] as const)),
    ...(mentions.takesResources ? [] : (['content'] as const)),
  ];
  return components.flatMap((component) =>
    [...filesBelow(files, component, '', 0)]
      .filter(({ path, name }) => media.test(name) && !askedByName.test(name) && !mentions.namesFile(path))
      .map(({ path, uri }): Unused => ({ kind: 'file', name: path.replace(/^\//, ''), uri })),
  );
}

function* filesBelow(
  files: SiteSnapshot['files'],
  component: FileComponent,
  folder: string,
  depth: number,
): Generator<{ readonly path: string; readonly name: string; readonly uri: string }> {
  for (const { name, uri, isFolder } of files.filesIn(component, folder)) {
    const path = `${folder}/${name}`;
    if (!isFolder) {
      yield { path, name, uri };
    } else if (depth < deepest) {
      yield* filesBelow(files, component, path, depth + 1);
    }
  }
}

/** Published pages; lists and the home page are reached by menus, and what is in no list by nothing. */
function unlinkedPages(site: SiteSnapshot, mentions: Mentions, now: string): Unused[] {
  return [...site.pages()]
    .filter(
      (page) =>
        page.bundle !== 'branch' &&
        page.path.includes('/') &&
        publishStateOf(page, site, now) === 'published' &&
        !mentions.leadsTo(page) &&
        !isBundled(site, page),
    )
    .map((page) => ({ kind: 'page', name: titleOf(page), uri: page.uri }));
}

function titleOf(page: PageRecord): string {
  return valueOf(page, 'title') ?? page.path;
}

function byName(a: Unused, b: Unused): number {
  return a.name < b.name ? -1 : Number(a.name > b.name) || (a.uri < b.uri ? -1 : 1);
}
