// What surrounds a call: its own arguments and the calls before and behind it. Calls with the same surroundings say the same.
import type { ShortcodeTag } from '../shortcodes/types.ts';
import { toArgumentId } from '../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { wordsOf } from './callWords.ts';
import { nearPages } from './nearPages.ts';
import { memoize } from '../text/memoize.ts';

/** One call, wherever it is kept. */
export interface SeenCall {
  readonly name: string;
  /** By id, as `toArgumentId` makes it. */
  readonly given: ReadonlyMap<string, string>;
}

/** The call that is asked for, among the calls of its page. */
export interface AskedCall {
  readonly calls: readonly SeenCall[];
  readonly at: number;
}

/** The calls of an open page; `tag` is the one that is asked for. */
export function askedCall(tags: readonly ShortcodeTag[], tag: ShortcodeTag): AskedCall {
  const calls = tags.filter(({ kind, name }) => name !== '' && (kind === 'open' || kind === 'selfClosing'));
  return {
    at: calls.indexOf(tag),
    calls: calls.map(({ name, args }) => ({
      name,
      given: new Map(args.map((each, position) => [toArgumentId(name, each.name ?? position), each.value])),
    })),
  };
}

/** What goes on with the number that the call of the same shortcode before it gives: `Step 3` behind `Step 2`. */
export function nextOfSeries({ calls, at }: AskedCall, ids: readonly string[]): string | undefined {
  const before = calls.slice(0, Math.max(0, at)).findLast(({ name }) => name === calls[at]?.name);
  const value = ids.map((id) => before?.given.get(id)).find((text) => text !== undefined) ?? '';
  const [, start = '', digits, end = ''] = /^(.*?)(\d{1,9})(\D*)$/s.exec(value) ?? [];
  return digits && start + String(Number(digits) + 1).padStart(digits.length, '0') + end;
}

/** How much more a call counts for each thing that it has in common with the asked one, by its own arguments and those of the calls next to it. */
const sharedArgument = 3;
const sharedNeighbor = 2;
const sharedWord = 1;
/** So many words of each of its own arguments count. */
const mostWords = 12;

/**
 * How much the calls of pages like this one speak for each value of the arguments with these ids, those in the same surroundings the most. The other
 * calls of the page itself count, too, as far as calls on one page say the same at all.
 */
export function callValueVotes(
  site: SiteSnapshot,
  asked: AskedPage,
  call: AskedCall,
  ids: readonly string[],
): ReadonlyMap<string, number> {
  const traits = traitsOf(call, ids);
  const pages = pagesWith(site, asked, call, ids, traits);
  const witnesses = pages.flatMap(({ said, weight }) => said.map((each) => ({ ...each, weight })));
  const counts = traits.map((trait) => witnesses.filter(({ shared }) => shared.includes(trait)).length);
  const worth = new Map(
    traits.map((trait, at) => {
      const rarity = witnesses.length / Math.max(1, counts[at] ?? 1);
      return [trait, 1 + rarity * worthOf(trait)] as const;
    }),
  );
  const votes = new Map<string, number>();
  for (const { value, weight, shared } of witnesses) {
    const vote = shared.reduce((product, trait) => product * (worth.get(trait) ?? 1), weight);
    votes.set(value, (votes.get(value) ?? 0) + vote);
  }
  const again = repetition(pages);
  const [own] = pages;
  for (const value of new Set(own?.said.map((each) => each.value))) {
    votes.set(value, (votes.get(value) ?? 0) * again);
  }
  return votes;
}

/** What the asked call, or the one before (-1) or behind it (1), gives. */
interface Trait {
  readonly distance: -1 | 0 | 1;
  readonly id: string;
  readonly value: string;
  /** A word of its value. */
  readonly isWord: boolean;
}

interface Said {
  readonly value: string;
  /** Those of the traits that this call has, too. */
  readonly shared: readonly Trait[];
}

interface AskedCalls {
  readonly weight: number;
  readonly said: readonly Said[];
}

/** All but what is asked for. */
function traitsOf({ calls, at }: AskedCall, ids: readonly string[]): readonly Trait[] {
  return ([0, -1, 1] as const).flatMap((distance) =>
    [...(calls[at + distance]?.given ?? [])]
      .filter(([id]) => distance !== 0 || !ids.includes(id))
      .flatMap(([id, value]) => [
        { distance, id, value, isWord: false },
        ...(distance === 0 ? ownWords(value) : []).map((word) => ({
          distance,
          id,
          value: word,
          isWord: true,
        })),
      ]),
  );
}

/** Short words are in everything. */
function ownWords(value: string): readonly string[] {
  return [...new Set(wordsOf(value))]
    .filter((word) => word.length > 3 && word !== value.toLowerCase())
    .slice(0, mostWords);
}

function worthOf({ distance, isWord }: Trait): number {
  return isWord ? sharedWord : distance === 0 ? sharedArgument : sharedNeighbor;
}

/** What the calls of this page say, without the asked one, and then those of others. */
function pagesWith(
  site: SiteSnapshot,
  asked: AskedPage,
  { calls, at }: AskedCall,
  ids: readonly string[],
  traits: readonly Trait[],
): readonly AskedCalls[] {
  const name = calls[at]?.name;
  const answer = ({ arguments: all }: PageRecord): readonly string[] | undefined =>
    all.find(({ id }) => ids.includes(id))?.values;
  const saidOn = (seen: readonly SeenCall[], except?: number): readonly Said[] =>
    seen.flatMap((each, place) => {
      const value = ids.map((id) => each.given.get(id)).find((text) => text !== undefined);
      return place === except || each.name !== name || value === undefined
        ? []
        : { value, shared: traits.filter((trait) => hasTrait(seen[place + trait.distance], trait)) };
    });
  return [
    { weight: 1, said: saidOn(calls, at) },
    ...nearPages(site, asked, answer)
      .filter(({ page }) => answer(page) !== undefined)
      .map(({ page, weight }) => ({ weight, said: saidOn(seenCalls(page)) })),
  ];
}

function hasTrait(call: SeenCall | undefined, { id, value, isWord }: Trait): boolean {
  const given = call?.given.get(id);
  return isWord ? given?.toLowerCase().includes(value) === true : given === value;
}

/** How often a call says what another one of its page says, too: colors repeat, links do not. Between nearly 0 and 1. */
function repetition(pages: readonly AskedCalls[]): number {
  let repeated = 0.5;
  let all = 1;
  for (const { said } of pages.filter((page) => page.said.length > 1)) {
    repeated += said.length - new Set(said.map(({ value }) => value)).size;
    all += said.length - 1;
  }
  return repeated / all;
}

/** From one snapshot to the next most pages are the same objects. */
const seenCalls = memoize(toSeenCalls);

function toSeenCalls(page: PageRecord): readonly SeenCall[] {
  return (page.callDetails ?? []).map(({ given }, at) => ({
    name: page.calls[at] ?? '',
    given: new Map(
      given.flatMap(({ argument, value }) => {
        const key = page.arguments[argument];
        const text = value === undefined ? undefined : key?.values[value];
        return key === undefined || text === undefined ? [] : [[key.id, text] as const];
      }),
    ),
  }));
}
