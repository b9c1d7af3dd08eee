import type { FileMove } from '../../server/src/core/references/relocation.ts';
import type { ChangePlan, Refusal } from '../../server/src/core/references/types.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';

/** A change that a writer could make. */
export interface ChosenChange {
  readonly name: string;
  readonly plan: ChangePlan | Refusal;
  /** What the editor moves itself, besides those of the plan. */
  readonly moves: readonly FileMove[];
  /** A reader sees nothing of it: every file that Hugo publishes is the same as before. */
  readonly isSilent: boolean;
}

/** Makes one of kind `index`; `undefined` where the site has nothing of the kind. */
export type ChooseChange = (
  site: SiteSnapshot,
  random: () => number,
  index: number,
) => ChosenChange | undefined;

export function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** Numbers from 0 up to 1 that repeat from run to run. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
