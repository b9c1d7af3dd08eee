// What it takes to find where a name stands in a large site, from the editor's question to the answer; an echo server is asked the same.
import { ReferencesRequest } from 'vscode-languageserver/node';
import { pages, rowsOf, type Asked, type Question } from './largeSite.ts';
import type { Row } from './measure.ts';
import { syntheticSite } from './synthetic.ts';

/** Every so manieth page calls the shortcode and has the key that are looked for. */
const every = 25;

const asked: readonly Asked[] = [
  { name: 'a shortcode, from its template', file: 'layouts/shortcodes/boat.html', text: 'class', limit: 200 },
  { name: 'an argument, from its template', file: 'layouts/shortcodes/boat.html', text: 'sail"', limit: 200 },
  { name: 'a key, from a page', file: 'content/blogg/0/inlagg-0.md', text: 'harbor:', limit: 200 },
  { name: 'a term, from a page', file: 'content/blogg/0/inlagg-0.md', text: 'Rare', limit: 200 },
  { name: 'a key that every page has', file: 'content/blogg/0/inlagg-0.md', text: 'card:', limit: undefined },
];

const question: Question = {
  unit: 'places',
  ask: async (client, { uri, position }) => {
    const found = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri },
      position,
      context: { includeDeclaration: true },
    });
    return found?.length ?? 0;
  },
};

export function references(): Promise<Row[]> {
  return rowsOf(withNames(syntheticSite(pages)), asked, question);
}

function withNames(site: Map<string, string>): Map<string, string> {
  site.set('layouts/shortcodes/boat.html', '<i class="boat">{{ .Get "sail" }}</i>\n');
  let count = 0;
  for (const [path, text] of site) {
    if (path.startsWith('content/') && count++ % every === 0) {
      const named = text.replace('tags: [', 'harbor: "Oslo"\ntags: ["Rare", ');
      site.set(path, `${named}\n{{< boat sail="big" >}} and {{< boat sail="small" >}}\n`);
    }
  }
  return site;
}
