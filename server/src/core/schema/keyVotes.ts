import type { SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { pagesLike } from './nearPages.ts';

/** Between which keys of one map a new one goes; all are ids. */
export interface KeySlot {
  /** The map; empty at the top. */
  readonly parent: string;
  /** The keys that stand there already. */
  readonly present: ReadonlySet<string>;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A page that has a key just where one is wanted knows better than one that has it elsewhere. */
const inSlot = 100;
const behindSame = 20;
const beforeSame = 10;

/** Keys that begin alike or are numbered belong together: `sidebarlinkname`, `sidebarlinkurl`, `sidebarlinkname2`. */
const inFamily = 4;
const shortestFamily = 5;

/** How much the pages that resemble `asked` speak for each key that is missing at `slot`, by id; one page alone has a voice of 1. */
export function keyVotes(site: SiteSnapshot, asked: AskedPage, slot: KeySlot): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (const { page, weight } of pagesLike(site, asked)) {
    const siblings = page.keys.map(({ id }) => id).filter((id) => isDirectlyBelow(id, slot.parent));
    const missing = siblings.filter((id) => !slot.present.has(id)).length;
    for (const { id, factor } of fits(siblings, slot)) {
      votes.set(id, (votes.get(id) ?? 0) + (weight * factor) / Math.sqrt(missing));
    }
  }
  return votes;
}

interface Fit {
  readonly id: string;
  readonly factor: number;
}

/** How well the keys that a page has and ours has not would stand in the slot. */
function fits(siblings: readonly string[], slot: KeySlot): readonly Fit[] {
  const found: Fit[] = [];
  let before: string | undefined;
  let waiting: { readonly id: string; readonly before: string | undefined; readonly at: number }[] = [];
  const place = (after: string | undefined): void => {
    for (const each of waiting) {
      const early = 1 - (0.1 * each.at) / siblings.length;
      found.push({
        id: each.id,
        factor: early * family(each.id, slot) * slotFactor(each.before, after, slot),
      });
    }
    waiting = [];
  };
  for (const [at, id] of siblings.entries()) {
    if (slot.present.has(id)) {
      place(id);
      before = id;
    } else {
      waiting.push({ id, before, at });
    }
  }
  place(undefined);
  return found;
}

function slotFactor(before: string | undefined, after: string | undefined, slot: KeySlot): number {
  if (before === slot.before) {
    return after === slot.after ? inSlot : behindSame;
  }
  return after === slot.after ? beforeSame : 1;
}

function family(id: string, { parent, present, before, after }: KeySlot): number {
  const least = parent.length + (parent === '' ? 0 : 1) + shortestFamily;
  const beginning = id.slice(0, least);
  const isNamedAlike = id.length > least && [before, after].some((other) => other?.startsWith(beginning));
  return isNamedAlike || isNext(id, present) ? inFamily : 1;
}

/** Whether a number stands at the end, and the same key without it, or with the number before, is there. */
function isNext(id: string, present: ReadonlySet<string>): boolean {
  const [, name, number] = /^(.*?\D)(\d{1,3})$/.exec(id) ?? [];
  return name !== undefined && (present.has(`${name}${String(Number(number) - 1)}`) || present.has(name));
}

function isDirectlyBelow(id: string, parent: string): boolean {
  return parent === ''
    ? !id.includes('.')
    : id.startsWith(`${parent}.`) && !id.includes('.', parent.length + 1);
}
