import { check } from '../../server/src/core/features/check.ts';
import { complete } from '../../server/src/core/features/complete.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { limited, show, showTiming, told, toTiming, type Row, type Timing } from './measure.ts';
import { MemoryFileSystem } from '../support/memoryFileSystem.ts';
import { syntheticSite } from './synthetic.ts';

const root = 'file:///site';
const edits = 400;

interface Cost {
  readonly edit: Timing;
  readonly check: Timing;
  readonly read: number;
  readonly bytesPerPage: number;
}

/**
 * A key stroke as the server sees it: the text changes, the site gets a new snapshot, the page is checked and a key is completed.
 * `edits` strokes in one page, each another text.
 */
async function costOf(pages: number): Promise<Cost> {
  globalThis.gc?.();
  const files = syntheticSite(pages);
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const sites = nodeSites(new MemoryFileSystem(files, root));
  const uri = `${root}/content/blogg/7/inlagg-7.md`;
  const site = await sites.siteOf(uri);
  if (site === undefined) {
    throw new Error('The synthetic site was not found.');
  }
  await site.ready;
  const read = performance.now() - start;
  globalThis.gc?.();
  const bytesPerPage = (process.memoryUsage().heapUsed - before) / pages;
  const original = files.get('content/blogg/7/inlagg-7.md') ?? '';
  const strokes = Array.from({ length: edits + 50 }, (_, stroke) =>
    original.replace('toc: ""', `toc: "${String(stroke)}"\nnyckel${String(stroke % 9)}: x`),
  );
  sites.open(uri, original);
  const times: number[] = [];
  const checks: number[] = [];
  for (const text of strokes) {
    const began = performance.now();
    sites.change(uri, text);
    const { snapshot } = site;
    const page = new PageDocument(uri, text, snapshot.hugo);
    const asked = performance.now();
    check(snapshot, page, '2026-11-21T09:30:00+01:00');
    checks.push(performance.now() - asked);
    complete(snapshot, page, 10, { snippets: true, today: '2026-11-21' });
    times.push(performance.now() - began);
    await new Promise((resolve) => setImmediate(resolve));
  }
  sites.dispose();
  return { edit: toTiming(times.slice(50)), check: toTiming(checks.slice(50)), read, bytesPerPage };
}

export async function editCost(): Promise<Row[]> {
  await costOf(400);
  const small = await costOf(400);
  const middle = await costOf(10_000);
  const large = await costOf(100_000);
  return [
    limited('one edit, 100,000 pages to 400 pages', large.edit.median / small.edit.median, 1.5, '×'),
    limited('the check after one edit, 10,000 pages', middle.check.median, 5, 'ms'),
    told('the check after one edit at 10,000 pages', showTiming(middle.check)),
    told('one edit at 400 pages', showTiming(small.edit)),
    told('one edit at 100,000 pages', showTiming(large.edit)),
    told('reading 400 pages', `${show(small.read)} ms`),
    told('reading 100,000 pages', `${show(large.read)} ms`),
    told('memory per page at 100,000', `${show(large.bytesPerPage / 1024)} KB`),
  ];
}
