// Where names stand, as an editor asks for it from any file of a site, saved or not.
import {
  CodeLensRequest,
  DocumentHighlightRequest,
  ImplementationRequest,
  type Location,
  ReferencesRequest,
  type Position,
  type Range,
} from 'vscode-languageserver/node';
import { afterEach, expect, test } from 'vitest';
import { startInProcess, type ClientOptions, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const template = '<b>{{ .Get "title" }}</b>{{ partial "line" . }}\n';
const single = '{{ .Params.author }}{{ index site.Data.authors .Params.author }}\n';
const page = '---\nauthor: jane\n---\n{{< box title="A" >}}\n';

const site = `
-- site/hugo.toml --
title = "Mill"
-- site/layouts/shortcodes/box.html --
${template}-- site/layouts/partials/line.html --
<hr>
-- site/layouts/_default/single.html --
${single}-- site/data/authors.yaml --
jane: Jane
-- site/content/a.md --
${page}-- site/content/b.md --
{{< box title="B" >}}{{< box >}}
`;

const files = {
  a: uriOf('site/content/a.md'),
  box: uriOf('site/layouts/shortcodes/box.html'),
  line: uriOf('site/layouts/partials/line.html'),
  single: uriOf('site/layouts/_default/single.html'),
  authors: uriOf('site/data/authors.yaml'),
};

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(options: ClientOptions = {}): Promise<LspClient> {
  client = await startInProcess({ fileSystem: new MemoryFileSystem(site) }, options);
  return client;
}

/** Where `name` first begins in `text`. */
function at(text: string, name: string): Position {
  const before = text.slice(0, text.indexOf(name)).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** `content/a.md:4:9`, one-based. */
function shown(uri: string, { start: { line, character } }: Range): string {
  return `${uri.slice(uriOf('site/').length)}:${String(line + 1)}:${String(character + 1)}`;
}

const places = (found: readonly Location[] | null): string[] =>
  (found ?? []).map(({ uri, range }) => shown(uri, range));

async function references(lsp: LspClient, uri: string, position: Position, all = true): Promise<string[]> {
  const context = { includeDeclaration: all };
  return places(
    await lsp.connection.sendRequest(ReferencesRequest.type, { textDocument: { uri }, position, context }),
  );
}

test('references of a shortcode, with its template and without', async () => {
  const lsp = await start();
  await lsp.open(files.a, page);
  const uses = ['content/a.md:4:5', 'content/b.md:1:5', 'content/b.md:1:26'];
  const name = at(page, 'box');
  expect(await references(lsp, files.a, name)).toEqual(['layouts/shortcodes/box.html:1:1', ...uses]);
  expect(await references(lsp, files.a, name, false)).toEqual(uses);
});

test('an argument and a partial from a template, and a template that is not saved', async () => {
  const lsp = await start();
  await lsp.open(files.box, template);
  const calls = ['content/a.md:4:9', 'content/b.md:1:9'];
  expect(await references(lsp, files.box, at(template, 'title'))).toEqual([
    'layouts/shortcodes/box.html:1:13',
    ...calls,
  ]);
  expect(places((await lsp.definition(files.box, at(template, 'line'))) as Location[])).toEqual([
    'layouts/partials/line.html:1:1',
  ]);
  const unsaved = `<i></i>${template}`;
  await lsp.change(files.box, unsaved, 2);
  expect(await references(lsp, files.box, at(unsaved, 'title'))).toEqual([
    'layouts/shortcodes/box.html:1:20',
    ...calls,
  ]);
  await lsp.open(files.line, '{{ .Params.author }}');
  expect(await references(lsp, files.line, { line: 0, character: 12 })).toEqual([
    'layouts/_default/single.html:1:12',
    'layouts/_default/single.html:1:56',
    'content/a.md:2:1',
    'layouts/partials/line.html:1:12',
  ]);
});

test('an entry of the data, from its file, and where it comes from', async () => {
  const lsp = await start();
  await lsp.open(files.authors, 'jane: Jane\n');
  expect(await references(lsp, files.authors, { line: 0, character: 1 })).toEqual([
    'data/authors.yaml:1:1',
    'content/a.md:2:9',
  ]);
  await lsp.open(files.a, page);
  const from = { textDocument: { uri: files.a }, position: at(page, 'jane') };
  const found = await lsp.connection.sendRequest(ImplementationRequest.type, from);
  expect(places(found as Location[])).toEqual(['data/authors.yaml:1:1']);
});

test('a page, from a link to it, and the links from the page', async () => {
  const lsp = await start();
  const text = '[A](/a/)\n';
  const b = uriOf('site/content/b.md');
  await lsp.open(b, text);
  await lsp.open(files.a, page);
  await lsp.until(() => lsp.status?.sites[0]?.state === 'ready');
  expect(places((await lsp.definition(b, at(text, '/a'))) as Location[])).toEqual(['content/a.md:1:1']);
  expect(await references(lsp, files.a, { line: 0, character: 0 })).toEqual([
    'content/a.md:1:1',
    'content/b.md:1:5',
  ]);
});

test('a key in the template that is open', async () => {
  const lsp = await start();
  await lsp.open(files.single, single);
  const from = { textDocument: { uri: files.single }, position: at(single, 'author') };
  const found = await lsp.connection.sendRequest(DocumentHighlightRequest.type, from);
  expect(found?.map(({ range }) => shown(files.single, range))).toEqual([
    'layouts/_default/single.html:1:12',
    'layouts/_default/single.html:1:56',
  ]);
});

test('the count of uses above a template, where the writer wants it', async () => {
  const asked = async (settings: unknown, uri: string, text: string): Promise<unknown> => {
    const lsp = await start({ settings, options: { referencesCommand: 'show' } });
    await lsp.open(uri, text);
    const lenses = await lsp.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
    await lsp.stop();
    client = undefined;
    return lenses?.map(({ command }) => [command?.title, command?.command, command?.arguments]) ?? null;
  };
  const top = { line: 0, character: 0 };
  expect(await asked({ codeLens: { enabled: true } }, files.box, template)).toEqual([
    ['used 3 times on 2 pages', 'show', [files.box, top]],
  ]);
  expect(await asked({ codeLens: { enabled: true } }, files.line, '<hr>')).toEqual([
    ['called once', 'show', [files.line, top]],
  ]);
  expect(await asked({}, files.box, template)).toBeNull();
});

test('nothing of content is said of a template', async () => {
  const lsp = await start();
  await lsp.open(files.single, '---\ntitle: A\ntitle: B\n---\n{{< nobody >}}\n');
  expect(await lsp.complete(files.single, { line: 1, character: 1 })).toBeNull();
  expect(await lsp.hover(files.single, { line: 1, character: 1 })).toBeNull();
  expect(await references(lsp, files.single, { line: 4, character: 5 })).toEqual([]);
  expect(lsp.diagnostics(files.single) ?? []).toEqual([]);
});
