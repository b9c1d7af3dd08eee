// What happens to a site on the disk while one of its pages is previewed.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { PreviewPage } from '../../server/src/protocol.ts';
import { startProcess, type LspClient } from '../support/lspClient.ts';
import { parseTxtar } from '../support/txtar.ts';

// Hugo's start takes a second or two, and many times that on a machine that is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const config = "baseURL = 'https://mill.example/'\n";
const path = 'content/posts/wheel.md';
const text = '---\ntitle: The Wheel\n---\nIt turns.\n';
const site = `
-- hugo.toml --
${config}
-- layouts/_default/single.html --
<main>{{ .Content }}</main>
-- content/_index.md --
-- ${path} --
${text}
`;

const change = { created: 1, changed: 2, deleted: 3 };
let folder = '';
let client: LspClient;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scribe-bad-input-'));
  for (const [file, content] of parseTxtar(site)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  client = await startProcess({ options: { trusted: true, previews: true } });
  await client.open(uriOf(path), text, 1);
  await client.openPreview(uriOf(path));
  await client.page(isReal);
});
afterAll(async () => {
  await client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const uriOf = (file: string): string => pathToFileURL(join(folder, file)).href;
const isReal = (page: PreviewPage): boolean => page.engine === 'embedded' && page.html.includes('It turns.');

/** The first page that the server sends after a step, without being asked, and that is as wanted. */
async function pageAfter(
  step: () => Promise<unknown>,
  isWanted: (page: PreviewPage) => boolean,
): Promise<PreviewPage> {
  const before = client.pages.length;
  await step();
  return client.until(() => client.pages.slice(before).find(isWanted));
}

function tell(file: string, type: number): Promise<void> {
  return client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(file), type }] });
}

async function write(file: string, content: string): Promise<void> {
  writeFileSync(join(folder, file), content);
  await tell(file, change.changed);
}

test.each([
  ["timeZone = 'Nowhere/Land'", /unknown time zone Nowhere\/Land/],
  ["[markup]\ndefaultMarkdownHandler = 'abacus'", /abacus|markup/],
])(
  'A configuration that Hugo refuses is said; mended, the page returns by itself: %s',
  async (broken, said) => {
    const without = await pageAfter(
      () => write('hugo.toml', `${config}${broken}\n`),
      ({ engine, notes, problems }) => engine === 'instant' && notes.length + problems.length > 0,
    );
    expect([...without.notes, ...without.problems.map(({ message }) => message)].join('\n')).toMatch(said);
    expect(without.html).toContain('It turns.');
    const mended = await pageAfter(() => write('hugo.toml', config), isReal);
    expect(mended).toMatchObject({ stale: false, problems: [], notes: [] });
  },
);

test('A configuration that is no TOML takes nothing from the page', async () => {
  const shown = await pageAfter(() => write('hugo.toml', `${config}title = \n`), isReal);
  expect(shown.url).toBe('/posts/wheel/');
  await pageAfter(() => write('hugo.toml', config), isReal);
});

test('A page that is deleted or renamed stays on show as long as it is open', async () => {
  const renamed = 'content/posts/brook.md';
  renameSync(join(folder, path), join(folder, renamed));
  await tell(path, change.deleted);
  await tell(renamed, change.created);
  const typed = await pageAfter(
    () => client.change(uriOf(path), text.replace('turns', 'stands'), 2),
    ({ version }) => version === 2,
  );
  expect(typed.html).toContain('It stands.');
  await client.open(uriOf(renamed), text, 1);
  const moved = await pageAfter(
    () => client.openPreview(uriOf(renamed)),
    (page) => page.uri === uriOf(renamed) && isReal(page),
  );
  expect(moved).toMatchObject({ url: '/posts/brook/', problems: [] });
});
