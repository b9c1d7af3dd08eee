import { KeyCounts, own, sameList } from './keyCounts.ts';
import type { PageCall, PageRecord } from './snapshot.ts';

export interface CallTally {
  readonly name: string;
  calls: number;
  pages: number;
}

/**
 * Counts over pages: keys, shortcode calls and their arguments, with values. A page that changes is taken out and put in again; what is the
 * same before and after is left alone. Counts may be negative, so that a tally can also say how two sets of pages differ.
 */
export class Tally {
  readonly keys = new KeyCounts();
  /** Counted as if they were keys below their shortcodes. */
  readonly arguments = new KeyCounts();
  readonly calls = new Map<string, CallTally>();
  /** The same by lower-cased name. */
  readonly foldedCalls = new Map<string, CallTally>();
  /** Ways to call a shortcode, which many pages share. */
  readonly #shapes = new Map<string, PageCall>();
  /** Addresses, which many pages write. */
  readonly #leads = new Map<string, string>();

  replace(before: PageRecord | undefined, after: PageRecord | undefined): void {
    this.keys.replace(before?.keys ?? [], after?.keys ?? []);
    this.arguments.replace(before?.arguments ?? [], after?.arguments ?? []);
    const out = before?.calls ?? [];
    const into = after?.calls ?? [];
    if (!sameList(out, into)) {
      this.#countCalls(out, -1);
      this.#countCalls(into, 1);
    }
  }

  /** A counted page in pieces that are shared with the other pages and that hold no file's text in memory. */
  share(page: PageRecord): PageRecord {
    return {
      ...page,
      keys: page.keys.map((key) => this.keys.share(key)),
      calls: sharedList(page.calls.map((name) => this.calls.get(name)?.name ?? name)),
      arguments: sharedList(page.arguments.map((argument) => this.arguments.share(argument))),
      callDetails: sharedList((page.callDetails ?? []).map((call) => this.#shareShape(call))),
      ...(page.leads !== undefined && { leads: page.leads.map((lead) => this.#shareLead(lead)) }),
    };
  }

  #shareLead(lead: string): string {
    const shared = this.#leads.get(lead) ?? own(lead);
    this.#leads.set(shared, shared);
    return shared;
  }

  #shareShape(call: PageCall): PageCall {
    const text = shapeOf(call);
    const shared = this.#shapes.get(text) ?? call;
    this.#shapes.set(text, shared);
    return shared;
  }

  #countCalls(names: readonly string[], sign: 1 | -1): void {
    countNames(this.calls, names, sign);
    countNames(
      this.foldedCalls,
      names.map((name) => name.toLowerCase()),
      sign,
    );
  }
}

export function sameCalls(a: PageRecord, b: PageRecord): boolean {
  return (
    sameList(a.calls, b.calls) &&
    sameList(a.callDetails?.map(shapeOf) ?? [], b.callDetails?.map(shapeOf) ?? [])
  );
}

function shapeOf({ isMarkdown, isAlone, given }: PageCall): string {
  return `${isMarkdown}${isAlone}${given.map(({ argument, value = '' }) => ` ${argument}=${value}`).join('')}`;
}

const none: readonly never[] = [];

function sharedList<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? none : list;
}

function countNames(tallies: Map<string, CallTally>, names: readonly string[], sign: 1 | -1): void {
  const seen = new Set<string>();
  for (const name of names) {
    const tally = tallies.get(name) ?? { name: own(name), calls: 0, pages: 0 };
    tally.calls += sign;
    tally.pages += seen.has(name) ? 0 : sign;
    seen.add(name);
    if (tally.calls === 0 && tally.pages === 0) {
      tallies.delete(name);
    } else {
      tallies.set(tally.name, tally);
    }
  }
}
