// Templates, data, styles and the configuration name pages and files by whole addresses in their text. No parser reads all of these, so an address is
// taken for one only where it stands alone: between quotes, parentheses, blanks.
import { pathIn } from '../../references/relocation.ts';
import type { PlannedEdit, SiteText } from '../../references/types.ts';
import type { Component } from '../../config/types.ts';
import type { MountedPath } from '../../site/mounts.ts';
import { languageFolder, pageAddress } from '../../site/pageAddress.ts';
import { resolveLink } from '../../site/links/resolveLink.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { urlized } from '../../site/urlized.ts';
import { decoded } from '../../text/path.ts';
import { range } from '../../text/range.ts';
import type { Move } from './movedLinks.ts';
import { escaped } from '../../references/writeAddress.ts';

/** A piece of text that names something that moves, and what it becomes. */
export interface Mention {
  readonly before: string;
  readonly after: string;
  /** More may follow behind a slash: it names a folder. */
  readonly isFolder: boolean;
  /** What the address of a folder is looked up in; absent for a path from the folder of the site. */
  readonly component?: Component;
}

/** The addresses and paths that no longer lead where they did. */
export function mentionsOf(move: Move): readonly Mention[] {
  const { site, after } = move;
  const { relocation, arrivals } = after;
  const pages = [...arrivals].flatMap(([uri, then]): Mention[] => {
    const page = site.page(uri);
    const isInFolder = !relocation.moves.some(({ from }) => from === uri);
    return page === undefined || isInFolder
      ? []
      : [{ before: pageAddress(page, site.config), after: pageAddress(then, site.config), isFolder: false }];
  });
  const files = relocation.moves.flatMap(({ from, to }): Mention[] => {
    const [was, becomes] = [relocation.placeOf(from), relocation.placeOf(to)];
    const isFolder = was !== undefined && site.page(from) === undefined && !/\.[^/]+$/.test(was.logicalPath);
    return was === undefined ||
      was.component !== becomes?.component ||
      (was.component === 'content' && !isFolder)
      ? []
      : addressesOf(site, was, becomes).map((mention) => ({
          ...mention,
          isFolder,
          component: was.component,
        }));
  });
  const whole = relocation.moves.map(({ from, to }) => ({
    before: `/${pathIn(site.root, from) ?? ''}`,
    after: `/${pathIn(site.root, to) ?? ''}`,
    isFolder: true,
  }));
  return [...pages, ...files, ...whole].filter(
    ({ before, after: then }) => before.length > 3 && before !== then,
  );
}

function addressesOf(
  { config }: SiteSnapshot,
  { component, logicalPath, language }: MountedPath,
  { logicalPath: after }: MountedPath,
): readonly Pick<Mention, 'before' | 'after'>[] {
  if (component === 'static' || component === 'assets') {
    const isAddress = component === 'static';
    return [{ before: `/${logicalPath}`, after: `/${isAddress ? escaped(after) : after}` }];
  }
  const languages = language === undefined ? config.languages.map(({ code }) => code) : [language];
  const toAddress = (path: string, code: string): string =>
    ['', languageFolder({ language: code }, config), ...path.split('/').map(urlized)]
      .filter((part, index) => index === 0 || part !== '')
      .join('/');
  return component === 'content'
    ? languages.map((code) => ({ before: toAddress(logicalPath, code), after: toAddress(after, code) }))
    : [];
}

/** Files beside the pages in whose text addresses stand: templates, archetypes, data and the configuration; they need not exist. */
export function mentioningFiles(site: SiteSnapshot, mentions: readonly Mention[]): readonly string[] {
  if (mentions.length === 0) {
    return [];
  }
  const templates = site.templates().flatMap(({ source: { uri } }) => uri ?? []);
  const data = site.data.entries('').map(({ uri }) => uri);
  const styles = (['assets', 'static'] as const).flatMap((component) => textsBelow(site, component, ''));
  const isOwn = (uri: string): boolean => uri.startsWith(`${site.root}/`);
  const archetypes = site.archetypes().flatMap(({ source: { uri } }) => uri ?? []);
  return [...new Set([...templates, ...archetypes, ...data, ...styles].filter(isOwn)), ...configFiles(site)];
}

const extensions = ['toml', 'yaml', 'yml', 'json'];

function configFiles({ root, config }: SiteSnapshot): readonly string[] {
  const menus = [
    'menus',
    'menu',
    ...config.languages.flatMap(({ code }) => [`menus.${code}`, `menu.${code}`]),
  ];
  const names = [
    'hugo',
    'config',
    ...['hugo', 'config', 'languages', 'params', ...menus].map((name) => `config/_default/${name}`),
  ];
  return names.flatMap((name) => extensions.map((extension) => `${root}/${name}.${extension}`));
}

/** So many folders deep, and so many files at most. */
const deepest = 6;
const mostStyles = 500;

function textsBelow(site: SiteSnapshot, component: 'assets' | 'static', folder: string): readonly string[] {
  const found: string[] = [];
  const queue = [{ folder, depth: 0 }];
  for (let next = queue.pop(); next !== undefined && found.length < mostStyles; next = queue.pop()) {
    for (const { name, uri, isFolder } of site.files.filesIn(component, next.folder)) {
      if (isFolder && next.depth < deepest) {
        queue.push({ folder: `${next.folder}/${name}`, depth: next.depth + 1 });
      } else if (/\.(?:s?css|less|m?js|webmanifest|html)$/.test(name) && !/\.min\./.test(name)) {
        found.push(uri);
      }
    }
  }
  return found;
}

/** What has to change in the text of such a file. A theme may be others' work: the writer is asked. */
export function mentionEdits(
  move: Move,
  { uri, text }: SiteText,
  mentions: readonly Mention[],
): readonly PlannedEdit[] {
  const { root, config } = move.site;
  const isTheme = uri.startsWith(`${root}/${config.themesDir}/`);
  const edits: PlannedEdit[] = [];
  const folded = text.toLowerCase();
  for (const mention of mentions) {
    const { before, after, isFolder } = mention;
    const sought = before.toLowerCase().replace(/\/$/, '');
    const written = after.replace(/\/$/, '');
    for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1)) {
      const end = at + sought.length;
      if (startsAlone(text, at) && endsAlone(text, end, isFolder) && !stays(move, mention, text, at)) {
        edits.push({ range: range(at, end), newText: written, ...(isTheme && { isDoubtful: true }) });
      }
    }
  }
  return edits;
}

function startsAlone(text: string, at: number): boolean {
  return at === 0 || /["'`(=\s]/.test(text.charAt(at - 1));
}

function endsAlone(text: string, end: number, isFolder: boolean): boolean {
  const next = text.charAt(end) === '/' ? text.charAt(end + 1) : text.charAt(end);
  return (isFolder && text.charAt(end) === '/') || next === '' || /["'`)\s#?,;>]/.test(next);
}

/** Whether a whole address below a folder is right as it is: what it leads to stays there, or there is nothing. */
function stays({ site, after }: Move, { before, component }: Mention, text: string, at: number): boolean {
  const [address = ''] = /^[^\s"'`)#?,;>]*/.exec(text.slice(at, at + longestAddress)) ?? [];
  const [page] = site.pages();
  const isWhole = !/[{}$*<(\\|]|%(?![\da-f]{2})/i.test(address) && address.length > before.length + 1;
  if (component === undefined || page === undefined || !isWhole) {
    return false;
  }
  if (component === 'static' || component === 'assets') {
    return /\.\w+$/.test(address) && site.files.file(component, decoded(address)) === undefined;
  }
  const target = resolveLink(site, page, address, false);
  const then = target.kind === 'page' ? resolveLink(after, page, address, false) : target;
  const isSame =
    target.kind === 'page' &&
    then.kind === 'page' &&
    then.page.uri === (after.arrivals.get(target.page.uri) ?? target.page).uri;
  return target.kind === 'missing' || isSame;
}

/** In UTF-16 units; what goes on is taken for whole. */
const longestAddress = 1000;
