// What a completion takes in a large site, where the site's pages are asked what they say.
import { complete } from '../../server/src/core/features/complete.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { MemoryFileSystem } from '../support/memoryFileSystem.ts';
import { limited, measure, showTiming, told, type Row } from './measure.ts';
import { syntheticSite } from './synthetic.ts';

const root = 'file:///site';
const pages = 10_000;
const client = { snippets: true, today: '2026-11-21', now: '2026-11-21T09:30:00+01:00' };

const places: readonly (readonly [string, string])[] = [
  ['a key', 'toc: ""\n█'],
  ['a value', 'card: █'],
  ['an item of a list', 'tags: [█]'],
];

/** Each run in another text, so that nothing is kept from the run before. */
export async function completions(): Promise<Row[]> {
  const sites = nodeSites(new MemoryFileSystem(syntheticSite(pages), root));
  const uri = `${root}/content/blogg/7/inlagg-7.md`;
  const site = await sites.siteOf(uri);
  if (site === undefined) {
    throw new Error('The synthetic site was not found.');
  }
  await site.ready;
  const rows = places.flatMap(([name, place]) => {
    const timing = measure((run) => {
      const text = `---\ntitle: "Nytt ${String(run)}"\ndraft: true\nlanguage: "sv"\n${place}\n---\n`;
      const offset = text.indexOf('█');
      sites.open(uri, text.replace('█', ''));
      complete(
        site.snapshot,
        new PageDocument(uri, text.replace('█', ''), site.snapshot.hugo),
        offset,
        client,
      );
    }, 40);
    return [
      limited(`${name}, ${String(pages)} pages`, timing.median, 10, 'ms'),
      told(`${name}: spread`, showTiming(timing)),
    ];
  });
  sites.dispose();
  return rows;
}
