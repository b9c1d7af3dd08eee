// Which pages may lead to what moves: told by the index, which knows what addresses a page writes. An address names what it leads to by the name of its
// file, or by the last part of its address; whatever is in a folder that moves is named by that folder, too.
import { mostLeads } from '../../site/pageLeads.ts';
import { knownAddress, nameIn } from '../../site/pageAddress.ts';
import { baseNameOf } from '../../site/pageOrder.ts';
import { logicalPath } from '../../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { shortNames } from '../../references/shortNames.ts';
import type { Move } from './movedLinks.ts';
import { decoded } from '../../text/path.ts';

/** Where on a page something may stand that a move changes. */
export interface Suspects {
  readonly text: boolean;
  readonly values: boolean;
}

/** Tells of every page, moving or not, what has to be looked at. */
export function suspectsOf(move: Move): (page: PageRecord) => Suspects {
  const names = namesOf(move);
  const near = foldersOf(move);
  const { relocation } = move.after;
  const alone = new Set(relocation.moves.map(({ from }) => from));
  const known = new Map<string, boolean>();
  const isNamed = (address: string): boolean => {
    const answer = known.get(address) ?? namesIn(address).some((name) => names.has(name));
    known.set(address, answer);
    return answer;
  };
  const words = wordsOf(move);
  const isWord = (value: string): boolean => words.has(value);
  return ({ uri, path, leads = [], keys, arguments: given }) => {
    const isMoved = relocation.isMoved(uri);
    if (alone.has(uri) || near.has(folderOf(path)) || leads.length >= mostLeads) {
      return { text: true, values: true };
    }
    /** What goes along with a whole folder is left by links upwards alone. */
    const isSuspect = (address: string): boolean => isNamed(address) || (isMoved && address.includes('../'));
    return {
      text: leads.some(isSuspect) || (words.size > 0 && given.some(({ values }) => values.some(isWord))),
      values: keys.some(({ values }) => values.some((value) => isSuspect(value) || isWord(value))),
    };
  };
}

/** Values of which templates make the names of files that move. */
function wordsOf({ site, after }: Move): ReadonlySet<string> {
  return new Set(after.relocation.moves.flatMap(({ from }) => [...shortNames(site, from)]));
}

function namesOf({ site, after }: Move): ReadonlySet<string> {
  const { relocation, arrivals } = after;
  const names = new Set<string>();
  const add = (name: string): void => {
    if (name !== '') {
      names.add(bare(name));
    }
  };
  for (const { from } of relocation.moves) {
    add(decoded(from.slice(from.lastIndexOf('/') + 1)));
  }
  const alone = new Set(relocation.moves.map(({ from }) => from));
  for (const [uri, then] of arrivals) {
    const before = site.page(uri);
    if (!alone.has(uri) && before !== undefined && isNamedByFolder(site, before, names)) {
      continue;
    }
    for (const page of before === undefined ? [then] : [before, then]) {
      add(nameIn(knownAddress(site, page)).slice(0, -1));
      add(baseNameOf(logicalPath(page)));
    }
  }
  return names;
}

/** The folder that moves is a part of the address, and so of all that leads to it but names that stay. */
function isNamedByFolder(site: SiteSnapshot, page: PageRecord, folders: ReadonlySet<string>): boolean {
  return namesIn(knownAddress(site, page))
    .slice(0, -1)
    .some((name) => folders.has(name));
}

/** Folders whose pages may lead to the page above them with `../` alone. */
function foldersOf({ site, after }: Move): ReadonlySet<string> {
  const uris = after.relocation.moves.map(({ from }) => from);
  const indexes = uris.flatMap((uri) => site.page(uri) ?? []).filter(({ bundle }) => bundle !== 'none');
  return new Set(indexes.map(({ path }) => folderOf(path)));
}

function namesIn(address: string): readonly string[] {
  const [path = ''] = address.split(/[?#]/, 1);
  return decoded(path)
    .split('/')
    .filter((part) => part !== '')
    .map(bare);
}

/** Lower-cased, with hyphens for blanks and without what may be left out at the end. */
function bare(name: string): string {
  const [stem = name] = name.toLowerCase().replaceAll(' ', '-').split('.', 1);
  return stem === '' ? name.toLowerCase() : stem;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
