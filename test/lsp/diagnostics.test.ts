// How squiggles and their fixes reach an editor: one that asks for them, and one that waits for them.
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { afterEach, describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { LineIndex } from '../../server/src/core/text/lineIndex.ts';
import { startInProcess, type ClientOptions, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const site = `
-- site/hugo.toml --
title = "Mill"
-- site/layouts/shortcodes/box.html --
{{ .Inner }}
-- site/content/a.md --
---
title: A
---
{{< nosuch >}}
-- site/content/b.md --
---
title: B
title: C
---
`;

const pulls: ClientOptions = {
  textDocument: { diagnostic: { dynamicRegistration: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};
const uri = uriOf('site/content/a.md');
const other = uriOf('site/content/b.md');

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

interface Started {
  readonly lsp: LspClient;
  readonly files: MemoryFileSystem;
  /** Writes a file as another program does, and reports it. */
  readonly write: (path: string, text: string | undefined) => Promise<void>;
}

async function start(options: ClientOptions, txtar = site): Promise<Started> {
  const files = new MemoryFileSystem(txtar);
  const lsp = await startInProcess({ fileSystem: files }, options);
  client = lsp;
  const write = async (path: string, text: string | undefined): Promise<void> => {
    const type = text === undefined ? 3 : files.text(path) === undefined ? 1 : 2;
    files.write(path, text);
    await lsp.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(path), type }] });
  };
  return { lsp, files, write };
}

const codes = (diagnostics: readonly Diagnostic[] = []): unknown[] => diagnostics.map(({ code }) => code);

function ready(lsp: LspClient): Promise<true> {
  return lsp.until(() => lsp.status?.sites[0]?.state === 'ready');
}

async function pulled(lsp: LspClient, of: string): Promise<unknown[]> {
  const report = await lsp.pull(of);
  return report.kind === 'full' ? codes(report.items) : [];
}

describe('an editor that pulls', () => {
  test('is asked to, and is sent nothing', async () => {
    const { lsp } = await start(pulls);
    expect(lsp.result?.capabilities.diagnosticProvider).toEqual({
      interFileDependencies: true,
      workspaceDiagnostics: false,
    });
    await lsp.open(uri, '---\n---\n{{< box >}}');
    await ready(lsp);
    expect(await pulled(lsp, uri)).toEqual(['unclosed-shortcode']);
    expect(lsp.published).toEqual([]);
  });

  test('hears that nothing has changed', async () => {
    const { lsp } = await start(pulls);
    await lsp.open(uri, '---\n---\n{{< nosuch >}}\n');
    await ready(lsp);
    const first = await lsp.pull(uri);
    expect(await lsp.pull(uri, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await lsp.change(uri, '---\n---\n\n{{< nosuch >}}\n', 2);
    expect((await lsp.pull(uri, first.resultId)).kind).toBe('full');
  });

  test('is asked to ask again when a template comes', async () => {
    const { lsp, write } = await start(pulls);
    await lsp.open(uri, '---\n---\n{{< nosuch >}}\n');
    await ready(lsp);
    expect(await pulled(lsp, uri)).toEqual(['unknown-shortcode']);
    const before = lsp.refreshes;
    await write('site/layouts/shortcodes/nosuch.html', '<hr>');
    await lsp.until(() => lsp.refreshes > before);
    expect(await pulled(lsp, uri)).toEqual([]);
  });

  test('hears of every page of the site where the writer wants that, and of what becomes of them', async () => {
    const { lsp, write } = await start({ ...pulls, options: { checksSite: true } });
    expect(lsp.result?.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: true });
    const shown = new Map<string, unknown[]>();
    lsp.onSiteReports((reported, diagnostics) => shown.set(reported, codes(diagnostics)));
    await lsp.open(uri, '---\n---\n');
    await lsp.until(() => shown.get(other)?.join() === 'duplicate-key');
    await write('site/content/c.md', '---\ntitle: [\n---\n');
    await lsp.until(() => shown.get(uriOf('site/content/c.md'))?.join() === 'front-matter-syntax');
    await write('site/content/c.md', undefined);
    await lsp.until(() => shown.get(uriOf('site/content/c.md'))?.length === 0);
    expect(lsp.published).toEqual([]);
  });
});

describe('an editor that waits', () => {
  test('is told of every page of the site where the writer wants that', async () => {
    const { lsp, write } = await start({ options: { checksSite: true } });
    await lsp.open(uri, '---\n---\n');
    await lsp.until(() => codes(lsp.diagnostics(other)).join() === 'duplicate-key');
    await write('site/content/b.md', '---\ntitle: B\n---\n');
    await lsp.until(() => lsp.diagnostics(other)?.length === 0);
    await lsp.open(other, '---\na: 1\na: 2\n---\n');
    await lsp.until(() => codes(lsp.diagnostics(other)).join() === 'duplicate-key');
    await lsp.notify('textDocument/didClose', { textDocument: { uri: other } });
    await lsp.until(() => lsp.diagnostics(other)?.length === 0);
  });

  test('is told so before any page is open', async () => {
    const { lsp } = await start({ options: { checksSite: true }, folders: [uriOf('site')] });
    await lsp.until(() => codes(lsp.diagnostics(uri)).join() === 'unknown-shortcode');
  });

  test("hears what is wrong with the team's file", async () => {
    const { lsp, write } = await start({}, `${site}-- site/.hugo-scribe.yaml --\nignore: all\n`);
    const team = uriOf('site/.hugo-scribe.yaml');
    await lsp.open(uri, '---\n---\n');
    const [found] = await lsp.until(() => lsp.diagnostics(team));
    expect(found).toMatchObject({ code: 'team-file', severity: 2, message: 'A list is expected here.' });
    await write('site/.hugo-scribe.yaml', 'ignore: [unknown-shortcode]\n');
    await lsp.until(() => lsp.diagnostics(team)?.length === 0);
  });
});

test("Hugo's own word is shown after a pause where we have nothing to say, and goes with the next key", async () => {
  const part = `${site}-- site/layouts/_default/single.html --
{{ .Content }}
-- site/layouts/shortcodes/part.html --
{{ div 1 (int (.Get 0)) }}
`;
  const fails = '---\ntitle: A\n---\n\nInk {{< part 0 >}}\n';
  const builds = fails.replace('0', '2');
  const { lsp } = await start({ options: { trusted: true, logLevel: 'debug' }, settings: {} }, part);
  await lsp.open(uri, fails);
  await ready(lsp);
  await lsp.change(uri, builds, 2);
  await lsp.until(() => lsp.logged.some((line) => line.includes('says 0 things of a page')));
  await lsp.change(uri, fails, 3);
  const [found] = await lsp.until(() => {
    const shown = lsp.diagnostics(uri) ?? [];
    return shown.length > 0 && shown;
  });
  expect(found).toMatchObject({ source: 'hugo', severity: 1, range: { start: { line: 4 } } });
  await lsp.change(uri, builds, 4);
  await lsp.until(() => lsp.diagnostics(uri)?.length === 0);
});

describe('fixes', () => {
  const text = '---\ntitle: A\ntitle: B\n---\nInk.\n';

  /** The page after an action. */
  function applied(action: CodeAction | undefined, before: string): string {
    const lines = new LineIndex(before);
    const edits = (action?.edit?.changes?.[uri] ?? []).map(({ range, newText }) => ({
      range: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      newText,
    }));
    return applyEdits(before, edits);
  }

  async function actionsAt(lsp: LspClient, code: string, only?: string[]): Promise<CodeAction[]> {
    const found = await lsp.until(() => lsp.diagnostics(uri)?.find((one) => one.code === code));
    return lsp.codeActions(uri, found.range, { diagnostics: [found], ...(only && { only }) });
  }

  test('a finding can be put aside where it stands, and on its page', async () => {
    const { lsp } = await start({});
    await lsp.open(uri, text);
    const actions = await actionsAt(lsp, 'duplicate-key');
    const ignore = actions.filter(({ title }) => title.startsWith('Ignore'));
    expect(ignore.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['Ignore "duplicate-key" in this line', false],
      ['Ignore "duplicate-key" on this page', false],
    ]);
    expect(ignore.map((action) => applied(action, text))).toEqual([
      '---\ntitle: A\n# hugo-scribe-ignore duplicate-key\ntitle: B\n---\nInk.\n',
      '---\n# hugo-scribe-ignore-file duplicate-key\ntitle: A\ntitle: B\n---\nInk.\n',
    ]);
    await lsp.change(uri, applied(ignore[0], text), 2);
    await lsp.until(() => lsp.diagnostics(uri)?.length === 0);
  });

  test('putting aside stands below all else that can be done', async () => {
    const workspaceEdit = { documentChanges: true, resourceOperations: ['rename' as const] };
    const codeAction = { resolveSupport: { properties: ['edit'] } };
    const { lsp } = await start({ workspace: { workspaceEdit }, textDocument: { codeAction } });
    await lsp.open(uri, text);
    await ready(lsp);
    const shown = (actions: readonly CodeAction[]): string[] =>
      actions.map(({ kind, title }) => `${kind ?? ''}: ${title.split(' ', 1).join('')}`);
    const all = shown(await actionsAt(lsp, 'duplicate-key'));
    expect(all.slice(-2)).toEqual(['aside.hugoScribe: Ignore', 'aside.hugoScribe: Ignore']);
    expect(all).toContain('refactor.move: Turn');
    expect(shown(await actionsAt(lsp, 'duplicate-key', ['quickfix'])).slice(-2)).toEqual([
      'quickfix: Ignore',
      'quickfix: Ignore',
    ]);
  });

  test.each([
    ['a new file', '', [{ kind: 'create' }, { edits: [{ newText: 'ignore:\n  - duplicate-key\n' }] }]],
    [
      "the team's file",
      '-- site/.hugo-scribe.yaml --\nignore:\n  - missing-file\n',
      [{ edits: [{ newText: '\n  - duplicate-key' }] }],
    ],
  ])(
    'a finding can be put aside in all of the site, in %s, which the writer sees first',
    async (_, files, changes) => {
      const workspaceEdit = {
        documentChanges: true,
        resourceOperations: ['create' as const],
        changeAnnotationSupport: {},
      };
      const { lsp } = await start({ workspace: { workspaceEdit } }, site + files);
      await lsp.open(uri, text);
      await ready(lsp);
      const action = (await actionsAt(lsp, 'duplicate-key')).find(({ title }) =>
        title.includes('in this site'),
      );
      expect(action?.title).toBe('Ignore "duplicate-key" in this site (.hugo-scribe.yaml)');
      expect(action?.edit?.documentChanges).toMatchObject(changes);
      expect(Object.values(action?.edit?.changeAnnotations ?? {})).toMatchObject([
        { needsConfirmation: true },
      ]);
    },
  );

  test("a misspelled code in the team's file is mended there", async () => {
    const { lsp } = await start({}, `${site}-- site/.hugo-scribe.yaml --\nignore: [dublicate-key]\n`);
    const team = uriOf('site/.hugo-scribe.yaml');
    await lsp.open(uri, text);
    await lsp.open(team, 'ignore: [dublicate-key]\n');
    const [found] = await lsp.until(() => {
      const shown = lsp.diagnostics(team) ?? [];
      return shown.length > 0 && shown;
    });
    const [fix] =
      found === undefined ? [] : await lsp.codeActions(team, found.range, { diagnostics: [found] });
    expect(fix?.edit?.changes?.[team]).toMatchObject([{ newText: 'duplicate-key' }]);
  });

  test('an error is not put aside by an offer', async () => {
    const { lsp } = await start({});
    await lsp.open(uri, '---\n---\n{{< box >}}\n');
    const titles = (await actionsAt(lsp, 'unclosed-shortcode')).map(({ title }) => title);
    expect(titles).not.toEqual([]);
    expect(titles.filter((title) => title.startsWith('Ignore'))).toEqual([]);
  });

  const dates = '---\ndate: 2020-12-8\nlastmod: 2020-12-9\n---\n';
  const mended = '---\ndate: 2020-12-08\nlastmod: 2020-12-09\n---\n';

  test('all of one kind can be mended at once', async () => {
    const { lsp } = await start({});
    await lsp.open(uri, dates);
    const all = (await actionsAt(lsp, 'unreadable-date')).find(({ title }) => title.startsWith('Fix all'));
    expect(all?.title).toBe('Fix all of this kind on this page (2)');
    expect(applied(all, dates)).toBe(mended);
  });

  test.each(['source.fixAll', 'source.fixAll.hugoScribe', 'source'])(
    'all that has one right answer is mended by %s',
    async (kind) => {
      const { lsp } = await start({});
      await lsp.open(uri, dates);
      const [action, ...others] = await actionsAt(lsp, 'unreadable-date', [kind]);
      expect([action?.kind, others]).toEqual(['source.fixAll.hugoScribe', []]);
      expect(applied(action, dates)).toBe(mended);
    },
  );

  test('only what is asked for is answered', async () => {
    const { lsp } = await start({});
    await lsp.open(uri, text);
    expect(await actionsAt(lsp, 'duplicate-key', ['refactor'])).toEqual([]);
  });
});
