// Takes one thing out of a page of a real site, and asks for it at the place where it stood: is it among the first five?
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { complete } from '../../server/src/core/features/complete.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import {
  countIn,
  frequentArguments,
  frequentArgumentValues,
  frequentCalls,
  leftOutArguments,
  leftOutArgumentValues,
  leftOutCalls,
} from './leaveOneOutCalls.ts';
import { shownFirst } from './editorOrder.ts';
import { leftOutKeys, leftOutValues, type LeftOut } from './leaveOneOutCases.ts';
import { readWholeSite, siteFolders, type WholeSite } from './leaveOneOutSites.ts';
import { atLeast, show, told, toTiming, type Row } from './measure.ts';

interface Measure {
  readonly name: string;
  leftOut(site: WholeSite): Iterable<LeftOut>;
  /** What a tool offers that knows frequencies alone: most used in the section first, then in the rest of the site. */
  baseline(site: SiteSnapshot, page: PageRecord, leftOut: LeftOut): readonly string[];
  /** By how many letters are typed: the least share in per cent. */
  readonly limits: readonly { readonly letters: number; readonly percent: number }[];
}

const client = { snippets: true, today: '2026-11-21', now: '2026-11-21T09:30:00+01:00' };
const first = 5;
const wantedMeasure = new RegExp(process.env['SCRIBE_MEASURE'] ?? '');
const mostCases = Number(process.env['SCRIBE_CASES'] ?? '4000');

const measures: readonly Measure[] = [
  {
    name: 'keys',
    leftOut: leftOutKeys,
    baseline: (site, page, { id }) => frequentKeys(site, page, id),
    limits: [{ letters: 0, percent: 99 }],
  },
  {
    name: 'values',
    leftOut: leftOutValues,
    baseline: (site, page, { id }) => frequentValues(site, page, id),
    limits: [
      { letters: 0, percent: 88 },
      { letters: 2, percent: 98 },
    ],
  },
  {
    name: 'shortcodes',
    leftOut: leftOutCalls,
    baseline: frequentCalls,
    limits: [{ letters: 2, percent: 98 }],
  },
  {
    name: 'arguments',
    leftOut: leftOutArguments,
    baseline: (site, _page, leftOut) => frequentArguments(site, leftOut),
    limits: [{ letters: 0, percent: 98 }],
  },
  {
    name: 'values of arguments',
    leftOut: leftOutArgumentValues,
    baseline: (site, _page, leftOut) => frequentArgumentValues(site, leftOut),
    limits: [
      { letters: 0, percent: 88 },
      { letters: 2, percent: 98 },
    ],
  },
];

export async function leaveOneOut(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const folder of siteFolders()) {
    const site = await readWholeSite(folder);
    for (const measure of measures.filter(({ name }) => wantedMeasure.test(name))) {
      rows.push(...rowsOf(site, measure));
    }
  }
  return rows;
}

interface Tried {
  readonly labels: readonly string[];
  /** What an editor holds after so many letters: it asks again where the list was incomplete. */
  labelsAfter(letters: number): readonly string[];
  readonly baseline: readonly string[];
  readonly wanted: string;
  readonly leftOut: LeftOut;
  readonly time: number;
}

function rowsOf(site: WholeSite, measure: Measure): Row[] {
  const tried = [...tryAll(site, measure)];
  const rows = measure.limits.map(({ letters, percent }) => {
    const hits = tried.filter((each) => isAmongFirst(each.labelsAfter(letters), each.wanted, letters));
    const naive = tried.filter(({ baseline, wanted }) => isAmongFirst(baseline, wanted, letters));
    if (process.env['SCRIBE_MISSES'] !== undefined) {
      printMisses(
        tried.filter((each) => !hits.includes(each)),
        letters,
      );
    }
    const share = (part: readonly unknown[]): number => (100 * part.length) / Math.max(1, tried.length);
    const typed = letters === 0 ? 'nothing typed' : `${String(letters)} letters typed`;
    return atLeast(
      `${site.name}: ${measure.name}, ${typed}`,
      share(hits),
      percent,
      '%',
      `${String(hits.length)} of ${String(tried.length)}, by frequency ${show(share(naive))} %`,
    );
  });
  const { median, most } = toTiming(tried.map(({ time }) => time));
  return [
    ...rows,
    told(`${site.name}: ${measure.name}, one completion`, `${show(median)} ms, at most ${show(most)} ms`),
  ];
}

function* tryAll(site: WholeSite, measure: Measure): Iterable<Tried> {
  for (const each of sampled([...measure.leftOut(site)])) {
    const snapshot = site.edited(each.page, each.text);
    const record = snapshot.page(each.page.record.uri);
    if (record !== undefined && each.occursElsewhere(snapshot)) {
      const began = performance.now();
      const { labels, isIncomplete } = completed(snapshot, each, 0);
      const time = performance.now() - began;
      yield {
        labels,
        labelsAfter: (letters) => (isIncomplete && letters > 0 ? askedAgain(site, each, letters) : labels),
        baseline: measure.baseline(snapshot, record, each),
        wanted: each.wanted,
        leftOut: each,
        time,
      };
    }
    site.close(each.page);
  }
}

function askedAgain(site: WholeSite, leftOut: LeftOut, letters: number): readonly string[] {
  const { labels } = completed(site.edited(leftOut.page, leftOut.text), leftOut, letters);
  site.close(leftOut.page);
  return labels;
}

/** Asks where the thing was left out, with its first `letters` typed again. */
function completed(
  snapshot: SiteSnapshot,
  { page, text, offset, wanted }: LeftOut,
  letters: number,
): { readonly labels: readonly string[]; readonly isIncomplete: boolean } {
  const typed = beginningOf(wanted, letters);
  const document = new PageDocument(
    page.record.uri,
    text.slice(0, offset) + typed + text.slice(offset),
    snapshot.hugo,
  );
  const { items, isIncomplete } = complete(snapshot, document, offset + typed.length, client);
  return { labels: items.map(saidBy), isIncomplete };
}

/** Of a page what is written for it. */
function saidBy({ kind, label, textEdit }: CompletionItem): string {
  return kind === CompletionItemKind.Reference ? (textEdit?.newText ?? label) : label;
}

/** Every so manieth, so that all parts of a site are asked. */
function sampled(all: readonly LeftOut[]): readonly LeftOut[] {
  const step = Math.max(1, all.length / mostCases);
  return Array.from(
    { length: Math.min(all.length, mostCases) },
    (_, at) => all[Math.floor(at * step)],
  ).filter((each) => each !== undefined);
}

function isAmongFirst(labels: readonly string[], wanted: string, letters: number): boolean {
  const shown = shownFirst(labels, beginningOf(wanted, letters)).slice(0, first);
  return shown.some((label) => label.toLowerCase() === wanted.toLowerCase());
}

function beginningOf(wanted: string, letters: number): string {
  return Array.from(wanted).slice(0, letters).join('');
}

function frequentKeys(site: SiteSnapshot, page: PageRecord, id: string): string[] {
  const parent = id.slice(0, Math.max(0, id.lastIndexOf('.')));
  const taken = new Set(page.keys.map((key) => key.id));
  const counts = countIn(site, page, ({ keys }) => keys.map((key) => key.id));
  return site
    .keysBelow(parent)
    .filter((stats) => stats.id === id || !taken.has(stats.id))
    .toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
    .map(({ spelling }) => spelling);
}

function frequentValues(site: SiteSnapshot, page: PageRecord, id: string): string[] {
  const counts = countIn(site, page, ({ keys }) => keys.find((key) => key.id === id)?.values ?? []);
  return site
    .values(id, 1000)
    .toSorted((a, b) => (counts.get(b.value) ?? 0) - (counts.get(a.value) ?? 0))
    .map(({ value }) => value);
}

function printMisses(missed: readonly Tried[], letters: number): void {
  for (const { leftOut, labels, wanted } of missed) {
    const rank = labels.findIndex((label) => label.toLowerCase() === wanted.toLowerCase());
    process.stdout.write(
      `MISS ${String(letters)} ${leftOut.id} ${JSON.stringify(wanted)} rank ${String(rank)} ${leftOut.page.record.path} ${JSON.stringify(labels.slice(0, 6))}\n`,
    );
  }
}
