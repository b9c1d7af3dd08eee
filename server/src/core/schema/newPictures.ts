// Most pages have a picture of their own: who writes a new one has just put it beside those of the others.
import type { FileComponent, SiteSnapshot, ValueStats } from '../site/snapshot.ts';
import type { UseType, ValueUse } from '../templates/signature.ts';
import { isPicture, joinPath } from '../text/path.ts';
import type { ValueVote } from './valueVotes.ts';

/** Where so many values are known, so many of them said by one page and its translations, each page has its own. */
const leastValues = 5;
const ownShare = 0.8;

/** Tells by the values that pages give, most used first, whether each page has a picture of its own. */
export function arePicturesOfPages({ config }: SiteSnapshot, values: readonly ValueStats[]): boolean {
  const languages = Math.max(1, config.languages.length);
  const own = values.filter(({ value, pages }) => isPicture(value) && pages <= languages);
  return values.length >= leastValues && own.length >= ownShare * values.length;
}

/** So many are offered before all that is used. */
const mostNew = 3;

const components: ReadonlyMap<UseType, FileComponent> = new Map([
  ['path', 'static'],
  ['asset', 'assets'],
]);

/** The newest pictures that are not `used` yet in the folder from which pages take most of theirs, as values are written. */
export function newPictures(
  site: SiteSnapshot,
  uses: readonly ValueUse[],
  votes: readonly ValueVote[],
  used: ReadonlySet<string>,
): readonly string[] {
  const usual = usualFolder(votes);
  const found = uses.flatMap((use) => {
    const component = components.get(use.type);
    return component === undefined || usual === undefined ? [] : picturesOf(site, component, use, usual);
  });
  return [...new Set(found)].filter((value) => !used.has(value)).slice(0, mostNew);
}

/** Those that are about as likely as each other, the newest first. */
export function newestFirst(votes: readonly ValueVote[]): readonly ValueVote[] {
  const likelihood = (vote: ValueVote): number => Math.round(Math.log2(vote.votes / Math.max(1, vote.pages)));
  return votes.toSorted((a, b) => likelihood(b) - likelihood(a) || byAge(a.value, b.value));
}

/** A folder as values write it, `/media/` of `/media/2024/09/`, and whether folders of years and months stand below. */
interface UsualFolder {
  readonly stem: string;
  readonly isDated: boolean;
}

function usualFolder(votes: readonly ValueVote[]): UsualFolder | undefined {
  const sums = new Map<string, UsualFolder & { readonly sum: number }>();
  for (const { value, votes: weight } of votes.filter((vote) => isPicture(vote.value))) {
    const { stem, isDated } = splitFolder(folderOf(value));
    const known = sums.get(stem);
    sums.set(stem, { stem, isDated: isDated || known?.isDated === true, sum: (known?.sum ?? 0) + weight });
  }
  return [...sums.values()].sort((a, b) => b.sum - a.sum)[0];
}

function folderOf(value: string): string {
  return value.slice(0, value.lastIndexOf('/') + 1);
}

const datedEnd = /(?:(?<=^|\/)\d[\d-]*\/)+$/;

function splitFolder(folder: string): UsualFolder {
  const stem = folder.replace(datedEnd, '');
  return { stem, isDated: stem !== folder };
}

function picturesOf(
  site: SiteSnapshot,
  component: FileComponent,
  { folder = '', prefix = '', suffix = '' }: ValueUse,
  { stem, isDated }: UsualFolder,
): readonly string[] {
  const inFolder = (below: string): readonly string[] => {
    const listed = site.files.filesIn(component, joinPath(folder, below));
    const dated = listed.filter(({ name, isFolder }) => isDated && isFolder && datedEnd.test(`${name}/`));
    const names = listed.filter(
      ({ name, isFolder }) =>
        !isFolder && isPicture(name) && name.startsWith(prefix) && name.endsWith(suffix),
    );
    return [
      ...dated
        .map(({ name }) => name)
        .sort(byAge)
        .flatMap((name) => inFolder(`${below}${name}/`)),
      ...names.map(({ name }) => below + name.slice(prefix.length, name.length - suffix.length)).sort(byAge),
    ];
  };
  return inFolder(stem);
}

/** Names that are dated or numbered the last first, then the others. */
function byAge(a: string, b: string): number {
  const [keyA, keyB] = [ageKey(a), ageKey(b)];
  return keyA === keyB ? 0 : keyA < keyB ? 1 : -1;
}

/** Sorts as a number does: `card-9` before `card-10`. A name without any is the oldest. */
function ageKey(name: string): string {
  return /\d/.test(name) ? name.replace(/\d+/g, (digits) => digits.padStart(12, '0')) : '';
}
