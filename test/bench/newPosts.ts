// What it takes in a large site to say where a new post can stand, which file it will be while its title is typed, and to make its text.
import {
  makeNewPostRequest,
  planPostRequest,
  postPlacesRequest,
  type MakeNewPostResult,
  type PlanPostResult,
  type PostPlacesResult,
} from '../../server/src/protocol.ts';
import type { LspClient } from '../support/lspClient.ts';
import { pages, rowsOf, type Asked, type OpenFile, type Question } from './largeSite.ts';
import type { Row } from './measure.ts';
import { syntheticSite } from './synthetic.ts';

const file = 'content/blogg/0/inlagg-0.md';
/** From the last answer to the open text there may be 300 ms, most of which the editor takes. */
const limit = 60;
const archetype = '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\nintro: ""\n---\n';

async function places(client: LspClient, { uri }: OpenFile): Promise<number> {
  const found = await client.connection.sendRequest<PostPlacesResult | null>(postPlacesRequest, {
    uri,
    folders: [],
  });
  return found?.places.length ?? 0;
}

const place = ({ uri }: OpenFile): object => ({
  root: uri.slice(0, -file.length - 1),
  folder: 'blogg/0',
  language: 'en',
  site: '',
  languageName: '',
  pages: 0,
});

async function plan(client: LspClient, open: OpenFile, run: number): Promise<number> {
  const params = { place: place(open), title: `A title of many letters ${String(run)}` };
  const planned = await client.connection.sendRequest<PlanPostResult | null>(planPostRequest, params);
  return planned?.shown.length ?? 0;
}

async function make(client: LspClient, open: OpenFile, run: number): Promise<number> {
  const params = { place: place(open), title: `A title ${String(run)}` };
  const made = await client.connection.sendRequest<MakeNewPostResult | null>(makeNewPostRequest, params);
  return made?.text.length ?? 0;
}

const questions: readonly (readonly [Asked, Question])[] = [
  [
    { name: 'the places', file, text: 'title', limit },
    { unit: 'places', ask: places },
  ],
  [
    { name: 'the path for a title', file, text: 'title', limit },
    { unit: 'letters', ask: plan },
  ],
  [
    { name: 'the post from its archetype', file, text: 'title', limit },
    { unit: 'letters', ask: make },
  ],
];

export async function newPosts(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [asked, question] of questions) {
    const site = syntheticSite(pages);
    site.set('archetypes/blogg.md', archetype);
    rows.push(...(await rowsOf(site, [asked], question)));
  }
  return rows;
}
