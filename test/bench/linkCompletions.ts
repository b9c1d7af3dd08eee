// What a list of pages to link to takes in a large site, from the editor's question to the list; an echo server is asked the same.
import { pages, rowsOf, type Asked, type Question } from './largeSite.ts';
import type { Row } from './measure.ts';
import { syntheticSite } from './synthetic.ts';

const file = 'content/open.md';

const asked: readonly Asked[] = [
  { name: 'a link, by words of a title', file, text: ') by words', limit: 50 },
  { name: 'a link, by its path', file, text: ') by path', limit: 50 },
  { name: 'a link, nothing typed', file, text: ') by nothing', limit: 50 },
  { name: 'a reference', file, text: '" >}} by name', limit: 50 },
];

/** Each run in another text, so that nothing is kept from the run before. */
const question: Question = {
  unit: 'items',
  ask: async (client, { uri, content, position }, run) => {
    await client.change(uri, `${content}${'Drift. '.repeat(run)}\n`, run + 2);
    return (await client.complete(uri, position))?.items.length ?? 0;
  },
};

export function linkCompletions(): Promise<Row[]> {
  const text = [
    '---\ntitle: "Öppen"\n---',
    'Om [data](mol) by words, [mer](/blogg/7/inl) by path, [drift]() by nothing.',
    '{{< ref "inlagg" >}} by name.\n',
  ].join('\n');
  return rowsOf(syntheticSite(pages).set(file, text), asked, question);
}
