// In what language the server speaks: the one that the editor says the writer reads, or else the editor's own.
import { afterEach, expect, test } from 'vitest';
import { startInProcess, type ClientOptions, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const page = uriOf('site/content/a.md');

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

test.each<[what: string, options: ClientOptions, documentation: string]>([
  [
    'the one that the editor names for us',
    { options: { language: 'sv' }, locale: 'nb' },
    'En bild med bildtext.',
  ],
  ['the one of the editor', { locale: 'nb-NO' }, 'Et bilde med bildetekst.'],
  ['any Norwegian of a system', { locale: 'nn_NO.UTF-8' }, 'Et bilde med bildetekst.'],
  ['English for a language that we do not have', { locale: 'de' }, 'An image with a caption.'],
  ['English when nobody says', {}, 'An image with a caption.'],
])('%s', async (_, options, documentation) => {
  const fileSystem = new MemoryFileSystem('-- site/hugo.toml --\ntitle = "Mill"\n');
  client = await startInProcess({ fileSystem }, options);
  await client.open(page, '---\ntitle: A\n---\n{{< figure >}}\n');
  const hover = await client.hover(page, { line: 3, character: 6 });
  expect(JSON.stringify(hover?.contents)).toContain(documentation);
});
