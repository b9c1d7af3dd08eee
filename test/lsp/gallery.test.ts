// The gallery of shortcodes as an editor asks for it: the real server over stdio, and Hugo in a process of its own below it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  galleryExamplesRequest,
  insertCallRequest,
  openGalleryRequest,
  thumbnailRequest,
  type GalleryExamplesResult,
  type InsertCallResult,
  type OpenGalleryResult,
  type ThumbnailResult,
} from '../../server/src/protocol.ts';
import { startProcess, type LspClient } from '../support/lspClient.ts';
import { parseTxtar } from '../support/txtar.ts';

const site = `
-- hugo.toml --
baseURL = 'https://mill.example/'
-- layouts/_default/single.html --
<html><head><style>b { color: red }</style></head><body><nav>Menu</nav><main>{{ .Content }}</main></body></html>
-- layouts/_default/list.html --
<html><body>{{ .Content }}</body></html>
-- layouts/shortcodes/wheel.html --
<b onclick="alert(1)">{{ .Get 0 }}</b><script>alert(1)</script>
-- layouts/shortcodes/boom.html --
{{ index (slice 1) "a" }}
-- content/posts/brook.md --
---
title: The Brook
---
{{< wheel "big" >}}
-- content/posts/new.md --
---
title: New
---
Text
-- notes/a.md --
No content.
`;

let folder = '';
let client: LspClient;
const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href;
const uri = (): string => uriOf('content/posts/new.md');
const ask = <Result>(method: string, params: object): Promise<Result> =>
  client.connection.sendRequest<Result>(method, params);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scribe-gallery-'));
  for (const [path, text] of parseTxtar(site)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  client = await startProcess({ options: { trusted: true, previews: true } });
  await client.open(uri(), parseTxtar(site).get('content/posts/new.md') ?? '', 1);
  while ((await ask<OpenGalleryResult>(openGalleryRequest, { uri: uri() })).isReading) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the gallery of a page', () => {
  test('has the shortcodes of its section first', async () => {
    const opened = await ask<OpenGalleryResult>(openGalleryRequest, { uri: uri() });
    expect(opened).toMatchObject({ section: 'posts', hasThumbnails: true, isReading: false });
    expect(opened.cards.slice(0, 2)).toMatchObject([
      { name: 'wheel', group: 'here', use: 'used once' },
      { name: 'boom', group: 'site', use: 'not used yet' },
    ]);
  });

  test('has examples with their pages', async () => {
    const { examples } = await ask<GalleryExamplesResult>(galleryExamplesRequest, { uri: uri() });
    expect(examples).toEqual([
      {
        name: 'wheel',
        text: '{{< wheel "big" >}}',
        uri: uriOf('content/posts/brook.md'),
        title: 'The Brook',
        line: 3,
      },
    ]);
  });

  test('shows what an example becomes, clean and alone', async () => {
    const { html = '' } = await ask<ThumbnailResult>(thumbnailRequest, {
      uri: uri(),
      name: 'wheel',
      resourceBase: 'https://files.invalid',
    });
    expect(html.replaceAll('\n', '')).toContain('<main><b data-call="">big</b></main>');
    expect(html).toContain('color: red');
    expect(html).not.toMatch(/alert|Menu/);
  });

  test('shows nothing of a shortcode without an example', async () => {
    const params = { uri: uri(), name: 'boom', resourceBase: 'https://files.invalid' };
    expect(await ask<ThumbnailResult>(thumbnailRequest, params)).toEqual({});
  });

  test('writes a call, with the place and a word on why it is there', async () => {
    const at = { line: 1, character: 2 };
    const params = { uri: uri(), name: 'wheel', range: { start: at, end: at } };
    expect(await ask<InsertCallResult>(insertCallRequest, params)).toMatchObject({
      snippet: expect.stringMatching(/^\n\{\{< wheel .*\n\n$/) as string,
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
      note: 'The cursor was in the front matter: the call stands at the beginning of the text.',
    });
    expect(await ask<InsertCallResult>(insertCallRequest, { ...params, name: 'none' })).toEqual({
      note: 'none is no longer a shortcode of this site.',
    });
  });

  test('is none for a file that is no content', async () => {
    const asked = { uri: uriOf('notes/a.md') };
    expect(await ask<OpenGalleryResult>(openGalleryRequest, asked)).toMatchObject({
      notContent: true,
      cards: [],
    });
  });
});
