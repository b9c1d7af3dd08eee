// Takes the address out of a link to another page of a real site, and asks for it by the first letters of that page's title or of its path: is the page
// among the first five? Of an address with an anchor it takes the anchor alone.
import { complete, linkedFile } from '../../server/src/core/features/complete.ts';
import { pageLinks } from '../../server/src/core/references/pageLinks.ts';
import { pageBySource } from '../../server/src/core/site/links/pageBySource.ts';
import { resolveLink } from '../../server/src/core/site/links/resolveLink.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { callsOn } from '../../server/src/core/site/pageCalls.ts';
import { logicalPath } from '../../server/src/core/site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import type { TextRange } from '../../server/src/core/text/range.ts';
import { readWholeSite, siteFolders, type WholePage, type WholeSite } from './leaveOneOutSites.ts';
import { atLeast, show, told, toTiming, type Row } from './measure.ts';

const client = { snippets: true, today: '2026-11-21', now: '2026-11-21T09:30:00+01:00' };
const first = 5;
const letters = 3;
const least = 95;
const mostHeadings = 20;
const mostCases = Number(process.env['SCRIBE_CASES'] ?? '1500');

/** The address of one link of a page. */
interface Linked {
  readonly page: WholePage;
  readonly range: TextRange;
  readonly address: string;
  readonly target: PageRecord;
  readonly isReference: boolean;
}

interface Answer {
  readonly linked: Linked;
  readonly typed: string;
  readonly isHit: boolean;
  readonly rank: number;
  readonly time: number;
}

export async function leaveOneOutLinks(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const folder of siteFolders()) {
    const site = await readWholeSite(folder);
    const links = sampled([...linksOf(site)]);
    rows.push(
      ...toRows(site, 'links by title', asked(site, links, titleOf)),
      ...toRows(site, 'links by path', asked(site, links, nameOf)),
      ...toRows(site, 'anchors', anchorsAsked(site, links)),
      tellUntyped(
        site,
        asked(site, links, () => ''),
      ),
    );
  }
  return rows;
}

function toRows(site: WholeSite, name: string, answers: readonly Answer[]): Row[] {
  if (answers.length === 0) {
    return [];
  }
  const hits = answers.filter(({ isHit }) => isHit);
  const { median, most } = toTiming(answers.map(({ time }) => time));
  if (process.env['SCRIBE_MISSES'] !== undefined) {
    answers.filter(({ isHit }) => !isHit).forEach(printMiss);
  }
  return [
    atLeast(
      `${site.name}: ${name}`,
      (100 * hits.length) / answers.length,
      least,
      '%',
      `${String(hits.length)} of ${String(answers.length)}`,
    ),
    told(`${site.name}: ${name}, one completion`, `${show(median)} ms, at most ${show(most)} ms`),
  ];
}

function tellUntyped(site: WholeSite, answers: readonly Answer[]): Row {
  const hits = answers.filter(({ isHit }) => isHit).length;
  return told(
    `${site.name}: links, nothing typed`,
    `${show((100 * hits) / Math.max(1, answers.length))} % of ${String(answers.length)}`,
  );
}

function printMiss({ linked, typed, rank }: Answer): void {
  process.stdout.write(
    `MISS ${JSON.stringify(typed)} rank ${String(rank)} ${JSON.stringify(linked.page.text.slice(Math.max(0, linked.range.start - 60), linked.range.start))} ${linked.page.record.path} -> ${linked.address}\n`,
  );
}

/** Links of the text and references to pages that the site has, but for the page itself. */
function* linksOf({ pages, snapshot }: WholeSite): Iterable<Linked> {
  for (const page of pages) {
    const document = new PageDocument(page.record.uri, page.text, snapshot.hugo);
    const links = pageLinks(snapshot, document).filter(
      ({ origin, isImage }) =>
        !isImage && (origin === 'inline' || origin === 'reference' || origin === 'html'),
    );
    for (const { range, target, address } of links) {
      if (target.kind === 'page' && !/^[a-z]+:|^\/\//i.test(address)) {
        yield { page, range, address, target: target.page, isReference: false };
      }
    }
    for (const { name, args } of callsOn(document)) {
      const [argument] = args;
      if (/^(?:rel)?ref$/.test(name) && argument !== undefined) {
        const target = pageOfReference(snapshot, page.record, argument.value);
        if (target !== undefined) {
          yield { page, range: argument.contentRange, address: argument.value, target, isReference: true };
        }
      }
    }
  }
}

function pageOfReference(site: SiteSnapshot, from: PageRecord, address: string): PageRecord | undefined {
  const [path = ''] = address.split(/[?#]/, 1);
  return path === '' ? undefined : pageBySource(site, from, path, true);
}

function asked(
  site: WholeSite,
  links: readonly Linked[],
  wordOf: (target: PageRecord) => string | undefined,
): readonly Answer[] {
  return links.flatMap((linked) => {
    const typed = wordOf(linked.target);
    return linked.target.uri === linked.page.record.uri || typed === undefined
      ? []
      : [answer(site, linked, typed, (newText, snapshot) => leadsTo(snapshot, linked, newText))];
  });
}

function anchorsAsked(site: WholeSite, links: readonly Linked[]): readonly Answer[] {
  return links.flatMap((linked) => {
    const [path = '', anchor = ''] = linked.address.split('#');
    const target = site.pages.find(({ record }) => record.uri === linked.target.uri);
    const document = target && new PageDocument(target.record.uri, target.text, site.snapshot.hugo);
    const headings = document?.markdown.headings.length ?? 0;
    const isKnown = document !== undefined && hasAnchor(site, document, anchor);
    return anchor === '' || headings > mostHeadings || !isKnown
      ? []
      : [answer(site, linked, `${path}#`, (newText) => newText.endsWith(`#${anchor}`), document)];
  });
}

/** Some anchors are of elements that no heading makes, or of none at all. */
function hasAnchor(site: WholeSite, target: PageDocument, anchor: string): boolean {
  const text = '[x](#)';
  const document = new PageDocument(target.uri, `${target.text}\n\n${text}`, site.snapshot.hugo);
  const { items } = complete(site.snapshot, document, document.text.length - 1, client);
  return items.some(({ textEdit }) => textEdit?.newText === `#${anchor}`);
}

function answer(
  site: WholeSite,
  linked: Linked,
  typed: string,
  isWanted: (newText: string, snapshot: SiteSnapshot) => boolean,
  target?: PageDocument,
): Answer {
  const { page, range } = linked;
  const text = page.text.slice(0, range.start) + typed + page.text.slice(range.end);
  const offset = range.start + typed.length;
  const snapshot = site.edited(page, text);
  const document = new PageDocument(page.record.uri, text, snapshot.hugo);
  const began = performance.now();
  const file = linkedFile(snapshot, document, offset);
  const { items } = complete(
    snapshot,
    document,
    offset,
    client,
    true,
    file === target?.uri ? target : undefined,
  );
  const time = performance.now() - began;
  const shown = items.filter(({ filterText = '' }) =>
    filterText.toLowerCase().startsWith(typed.toLowerCase()),
  );
  const rank = shown.findIndex(({ textEdit }) => isWanted(textEdit?.newText ?? '', snapshot));
  site.close(page);
  return { linked, typed, isHit: rank >= 0 && rank < first, rank, time };
}

function leadsTo(site: SiteSnapshot, { page, target, isReference }: Linked, newText: string): boolean {
  if (isReference) {
    return pageBySource(site, page.record, newText, true)?.uri === target.uri;
  }
  const found = resolveLink(site, page.record, newText, false);
  return found.kind === 'page' && found.page.uri === target.uri;
}

function titleOf({ keys }: PageRecord): string | undefined {
  const title = keys.find(({ id }) => id === 'title')?.values[0];
  return title === undefined ? undefined : beginningOf(title);
}

/** Behind a date or number, which is no letter. */
function nameOf(page: PageRecord): string | undefined {
  const name = (logicalPath(page).split('/').at(-1) ?? '').replace(/^[\d-]+(?=\p{L}{3})/u, '');
  return name === '' ? undefined : beginningOf(name);
}

function beginningOf(text: string): string {
  return Array.from(text).slice(0, letters).join('');
}

function sampled<Item>(all: readonly Item[]): readonly Item[] {
  const step = Math.max(1, all.length / mostCases);
  return Array.from(
    { length: Math.min(all.length, mostCases) },
    (_, at) => all[Math.floor(at * step)],
  ).filter((each) => each !== undefined);
}
