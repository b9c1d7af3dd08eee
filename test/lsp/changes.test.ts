// What becomes of squiggles when files come, go, move and change, for an editor that asks and for one that waits; and how much is said.
import type { Diagnostic } from 'vscode-languageserver-types';
import { afterEach, describe, expect, test } from 'vitest';
import { startInProcess, type ClientOptions, type LspClient } from '../support/lspClient.ts';
import { MemoryFileSystem, settle, uriOf } from '../support/memoryFileSystem.ts';

const twice = '---\ntitle: B\ntitle: C\n---\n';
const fine = '---\ntitle: B\n---\n';

const site = `
-- site/hugo.toml --
title = "Mill"
-- site/layouts/shortcodes/box.html --
{{ .Inner }}
-- site/content/a.md --
---
title: A
---
{{< box >}}Ink{{< /box >}}
-- site/content/b.md --
${twice}`;

const a = uriOf('site/content/a.md');
const b = uriOf('site/content/b.md');
const c = uriOf('site/content/c.md');
const box = '---\ntitle: A\n---\n{{< box >}}Ink{{< /box >}}\n';

const pulls: ClientOptions = {
  textDocument: { diagnostic: { dynamicRegistration: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

let client: LspClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const codes = (diagnostics: readonly Diagnostic[]): string =>
  diagnostics.map(({ code }) => String(code)).join();

/** An editor that shows what it hears: it asks for open documents again when it is told to, and keeps what is said of others. */
class Editor {
  readonly lsp: LspClient;
  readonly #files: MemoryFileSystem;
  readonly #isPulled: boolean;
  readonly #ofSite = new Map<string, string>();
  readonly #open = new Set<string>();

  constructor(lsp: LspClient, files: MemoryFileSystem, isPulled: boolean) {
    this.lsp = lsp;
    this.#files = files;
    this.#isPulled = isPulled;
    if (isPulled) {
      lsp.onSiteReports((uri, diagnostics) => this.#ofSite.set(uri, codes(diagnostics)));
    }
  }

  async open(uri: string, text: string): Promise<void> {
    this.#open.add(uri);
    await this.lsp.open(uri, text);
    await this.lsp.until(() => this.lsp.status?.sites[0]?.state === 'ready');
  }

  async close(uri: string): Promise<void> {
    this.#open.delete(uri);
    await this.lsp.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Writes (or without a text removes) files as another program does, and reports them at once. */
  async write(files: Readonly<Record<string, string | undefined>>): Promise<void> {
    const changes = Object.entries(files).map(([path, text]) => {
      const type = text === undefined ? 3 : this.#files.text(path) === undefined ? 1 : 2;
      this.#files.write(path, text);
      return { uri: uriOf(path), type };
    });
    await this.lsp.notify('workspace/didChangeWatchedFiles', { changes });
  }

  /** Waits until this is what is shown. */
  async shows(uri: string, expected: string): Promise<void> {
    if (this.#isPulled && this.#open.has(uri)) {
      await this.#pullUntil(uri, expected);
    } else {
      await this.lsp.until(() => (this.#shownOf(uri) ?? '') === expected);
    }
    expect(this.#isPulled ? this.lsp.published : []).toEqual([]);
  }

  async #pullUntil(uri: string, expected: string): Promise<void> {
    for (;;) {
      const before = this.lsp.refreshes;
      const report = await this.lsp.pull(uri);
      if (report.kind === 'full' && codes(report.items) === expected) {
        return;
      }
      await this.lsp.until(() => this.lsp.refreshes > before);
    }
  }

  #shownOf(uri: string): string | undefined {
    return this.#isPulled ? this.#ofSite.get(uri) : codes(this.lsp.diagnostics(uri) ?? []);
  }
}

describe.each<[string, ClientOptions]>([
  ['asks', pulls],
  ['waits', {}],
])('an editor that %s', (_, abilities) => {
  async function start(txtar = site): Promise<Editor> {
    const files = new MemoryFileSystem(txtar);
    const options = { ...abilities, options: { checksSite: true } };
    client = await startInProcess({ fileSystem: files }, options);
    return new Editor(client, files, abilities === pulls);
  }

  test('sees a page under its new name', async () => {
    const editor = await start();
    await editor.open(a, box);
    await editor.shows(b, 'duplicate-key');
    await editor.write({ 'site/content/b.md': undefined, 'site/content/c.md': twice });
    await editor.shows(c, 'duplicate-key');
    await editor.shows(b, '');
  });

  test('sees an open page under its new name', async () => {
    const editor = await start();
    await editor.open(b, twice);
    await editor.shows(b, 'duplicate-key');
    await editor.close(b);
    await editor.open(c, twice);
    await editor.write({ 'site/content/b.md': undefined, 'site/content/c.md': twice });
    await editor.shows(c, 'duplicate-key');
    await editor.shows(b, '');
  });

  test('sees nothing of a page that is gone, and what it leaves behind', async () => {
    const editor = await start(site.replace('title: C\n', 'slug: bee\n'));
    await editor.open(a, '---\ntitle: A\n---\n{{< ref "b.md" >}}\n');
    await editor.shows(a, '');
    await editor.write({ 'site/content/b.md': undefined });
    await editor.shows(a, 'unresolved-reference');
    await editor.shows(b, '');
    await editor.write({ 'site/content/b.md': fine });
    await editor.shows(a, '');
  });

  test('sees all of another branch', async () => {
    const editor = await start();
    await editor.open(a, box);
    await editor.shows(b, 'duplicate-key');
    const names = Array.from({ length: 30 }, (_unused, at) => `site/content/new/${at}.md`);
    await editor.write({
      'site/content/b.md': fine,
      'site/layouts/shortcodes/box.html': undefined,
      ...Object.fromEntries(names.map((name) => [name, twice])),
    });
    await editor.shows(a, 'unknown-shortcode');
    await editor.shows(b, '');
    for (const name of names) {
      await editor.shows(uriOf(name), 'duplicate-key');
    }
    await editor.write({
      'site/content/b.md': twice,
      'site/layouts/shortcodes/box.html': '{{ .Inner }}',
      ...Object.fromEntries(names.map((name) => [name, undefined])),
    });
    await editor.shows(a, '');
    await editor.shows(b, 'duplicate-key');
    for (const name of names) {
      await editor.shows(uriOf(name), '');
    }
  });

  test('sees on pages that are not open what a template makes of them', async () => {
    const editor = await start();
    await editor.open(b, fine);
    await editor.shows(a, '');
    await editor.write({ 'site/layouts/shortcodes/box.html': undefined });
    await editor.shows(a, 'unknown-shortcode');
    await editor.write({ 'site/layouts/shortcodes/box.html': '{{ .Inner }}' });
    await editor.shows(a, '');
  });

  test('sees on pages that are not open that another one has a new address', async () => {
    const editor = await start(`${site}-- site/content/d.md --\n---\ntitle: D\n---\n[Bee](/bee/)\n`);
    const d = uriOf('site/content/d.md');
    await editor.open(b, fine);
    await editor.shows(d, 'broken-link');
    await editor.lsp.change(b, fine.replace('title: B', 'title: B\nslug: bee'), 2);
    await editor.shows(d, '');
  });
});

const sentOf = (lsp: LspClient, of: string): number => lsp.published.filter(({ uri }) => uri === of).length;

describe('one key stroke', () => {
  const strokes = 20;

  async function type(lsp: LspClient): Promise<void> {
    for (let stroke = 1; stroke <= strokes; stroke++) {
      const shown = sentOf(lsp, a);
      await lsp.change(a, `${box}${'i'.repeat(stroke)}{{< nosuch >}}\n`, stroke + 1);
      if (lsp.result?.capabilities.diagnosticProvider !== undefined) {
        await lsp.pull(a);
      } else {
        await lsp.until(() => sentOf(lsp, a) > shown);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 500)); // Longer than changes are gathered.
    await settle();
  }

  async function startWith(options: ClientOptions): Promise<LspClient> {
    client = await startInProcess({ fileSystem: new MemoryFileSystem(site) }, options);
    await client.open(a, box);
    await client.open(b, fine);
    await client.until(() => client?.status?.sites[0]?.state === 'ready');
    if (options === pulls) {
      await Promise.all([client.pull(a), client.pull(b)]);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return client;
  }

  test('is answered where the editor asks, and nothing is sent besides', async () => {
    const lsp = await startWith(pulls);
    const before = lsp.refreshes;
    await type(lsp);
    expect([lsp.published.length, lsp.refreshes - before]).toEqual([0, 0]);
  });

  test('is one message where the editor waits', async () => {
    const lsp = await startWith({});
    const before = lsp.published.length;
    await type(lsp);
    expect(lsp.published.length - before).toBe(strokes);
  });
});
