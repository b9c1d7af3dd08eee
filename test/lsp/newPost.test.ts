// What an editor gets that asks for a new post.
import { afterEach, describe, expect, test } from 'vitest';
import {
  makeNewPostRequest,
  planPostRequest,
  postPlacesRequest,
  type MakeNewPostResult,
  type PlanPostParams,
  type PlanPostResult,
  type PostPlaceItem,
  type PostPlacesParams,
  type PostPlacesResult,
} from '../../server/src/protocol.ts';
import { startInProcess, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const site = `
-- site/hugo.toml --
title = "Mill"
-- site/archetypes/posts.md --
---
title: "{{ replace .Name "-" " " | title }}"
intro: ""
---
-- site/archetypes/guides.md --
---
mark: {{ md5 .Name }}
---
-- site/archetypes/gallery/index.md --
---
title: ""
---
-- site/archetypes/gallery/notes.md --
Notes of {{ .Type }}.
-- site/archetypes/gallery/img/a.svg --
<svg>{{ .Name }}</svg>
-- site/content/posts/wheel.md --
---
title: Wheel
date: 2024-01-01
---
-- site/content/posts/taken.md/notes.txt --
no page
-- site/content/guides/press/index.md --
---
title: Press
---
`;

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const folders = [uriOf('site')];

async function ask<Result>(method: string, params: PostPlacesParams | PlanPostParams): Promise<Result> {
  client ??= await startInProcess({ fileSystem: new MemoryFileSystem(site) });
  return client.connection.sendRequest<Result>(method, params);
}

const place: PostPlaceItem = {
  root: uriOf('site'),
  folder: 'posts',
  language: 'en',
  site: '',
  languageName: '',
  pages: 1,
};

describe('the places', () => {
  test('are known with no file open', async () => {
    const { places, chosen } = await ask<PostPlacesResult>(postPlacesRequest, { folders });
    expect(places.map(({ folder, pages }) => [folder, pages])).toEqual([
      ['posts', 1],
      ['guides', 1],
      ['gallery', 0],
    ]);
    expect(chosen).toBeUndefined();
  });

  test.each([
    ['a page', 'site/content/posts/wheel.md', false, 'posts'],
    ['a folder', 'site/content/guides', true, 'guides'],
    ['a file that is no content', 'site/hugo.toml', false, undefined],
  ])('follow from %s', async (_, path, isFolder, folder) => {
    const params = { folders, uri: uriOf(path), isFolder };
    expect((await ask<PostPlacesResult>(postPlacesRequest, params)).chosen?.folder).toBe(folder);
  });

  test('are none where there is no site', async () => {
    const params = { folders: [uriOf('elsewhere')] };
    expect(await ask<PostPlacesResult>(postPlacesRequest, params)).toEqual({ places: [] });
  });
});

describe('the plan', () => {
  test('shows the path, and what is wrong with it', async () => {
    const good = await ask<PlanPostResult>(planPostRequest, { place, title: 'A second wheel' });
    expect(good).toEqual({
      path: 'posts/a-second-wheel.md',
      shown: 'content/posts/a-second-wheel.md',
      isBundle: false,
    });
    const bad = await ask<PlanPostResult>(planPostRequest, { place, title: 'Wheel' });
    expect(bad.problem).toMatch(/content\/posts\/wheel\.md already/);
  });

  test('knows what stands there that is no page', async () => {
    const plan = await ask<PlanPostResult>(planPostRequest, { place, title: 'x', path: 'posts/taken.md' });
    expect(plan.problem).toMatch(/already/);
  });
});

describe('the post', () => {
  test('is the text of its archetype, with stops for the editor', async () => {
    const made = await ask<MakeNewPostResult>(makeNewPostRequest, { place, title: 'A second wheel' });
    expect(made).toMatchObject({
      uri: uriOf('site/content/posts/a-second-wheel.md'),
      text: '---\ntitle: "A second wheel"\nintro: ""\n---\n\n',
      snippet: '---\ntitle: "A second wheel"\nintro: "${1}"\n---\n\n$0',
      others: [],
    });
  });

  test('brings the other files of an archetype that is a folder', async () => {
    const made = await ask<MakeNewPostResult>(makeNewPostRequest, {
      place: { ...place, folder: 'gallery' },
      title: 'Sails',
    });
    expect(made.uri).toBe(uriOf('site/content/gallery/sails/index.md'));
    expect(made.others.toSorted((a, b) => (a.uri < b.uri ? -1 : 1))).toEqual([
      {
        uri: uriOf('site/content/gallery/sails/img/a.svg'),
        from: uriOf('site/archetypes/gallery/img/a.svg'),
      },
      { uri: uriOf('site/content/gallery/sails/notes.md'), text: 'Notes of gallery.\n' },
    ]);
  });

  const guide = { place: { ...place, folder: 'guides' }, title: 'Oil', path: 'guides/oil.md' };

  test('is made by Hugo in memory where only Hugo can', async () => {
    client = await startInProcess({ fileSystem: new MemoryFileSystem(site) }, { options: { trusted: true } });
    await ask<PlanPostResult>(planPostRequest, guide);
    const make = (): Promise<MakeNewPostResult> => ask(makeNewPostRequest, guide);
    await expect.poll(make, { timeout: 100_000 }).toMatchObject({
      text: '---\nmark: c5af0543407a6e8ba11db6a69f792014\ntitle: Oil\n---\n\n',
    });
    expect((await make()).note).toBeUndefined();
  });

  test('says what only Hugo can run where nothing of the site may be run', async () => {
    const made = await ask<MakeNewPostResult>(makeNewPostRequest, guide);
    expect(made.note).toMatch(/md5/);
    expect(made.text).not.toMatch(/mark: \w/);
  });
});
