// A page of the example site is moved, and the installed Hugo builds the site before and after: nothing that worked is gone.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { planMove } from '../../server/src/lsp/plannedMove.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { readPublished, type Published } from '../corpus/crawl.ts';
import { now } from '../support/checks.ts';

const hasHugo = spawnSync('hugo', ['version']).status === 0;
const scratch = mkdtempSync(join(tmpdir(), 'hugo-scribe-moved-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const site = join(scratch, 'site');

describe.skipIf(!hasHugo)(
  `a move (${hasHugo ? 'with the installed hugo' : 'SKIPPED: no hugo on PATH'})`,
  () => {
    test.each([
      { name: 'a post', from: 'content/blogg/2025/ny-turbin.md', to: 'content/blogg/2024/turbin.md' },
      { name: 'a page bundle', from: 'content/blogg/2025/driftrapport', to: 'content/blogg/driftrapport' },
      { name: 'a section', from: 'content/no/blogg', to: 'content/no/aktuelt' },
      { name: 'a shortcode', from: 'layouts/shortcodes/effekt.html', to: 'layouts/shortcodes/kraft.html' },
    ])('breaks nothing: $name', async ({ from, to }) => {
      rmSync(site, { recursive: true, force: true });
      cpSync(resolve(import.meta.dirname, '../fixtures/site'), site, { recursive: true });
      const before = build('before');
      const edits = await move(from, to);
      const after = build('after');
      const pages = [...before.files].filter((path) => path.endsWith('index.html'));
      expect(edits).toBeGreaterThan(0);
      expect(pages.filter((path) => !after.files.has(path))).toEqual([]);
      expect(
        [...after.broken].flatMap(([page, links]) => [...links].map((link) => `${page}: ${link}`)),
      ).toEqual([...before.broken].flatMap(([page, links]) => [...links].map((link) => `${page}: ${link}`)));
    });
  },
);

/** As the editor does it. Answers how many places it has changed. */
async function move(from: string, to: string): Promise<number> {
  const fileSystem = new NodeFileSystem();
  const sites = nodeSites(fileSystem);
  const root = pathToFileURL(site).href;
  const live = await sites.siteOf(`${root}/content/_index.md`);
  await live?.ready;
  sites.dispose();
  const plan = live && planMove(live.snapshot, [{ from: `${root}/${from}`, to: `${root}/${to}` }], now);
  if (plan === undefined || 'refusal' in plan) {
    return 0;
  }
  let count = 0;
  for (const uri of plan.files) {
    const [text] = await fileSystem.readMany([uri]);
    const edits = text === undefined ? [] : plan.editsIn({ uri, text });
    if (text !== undefined && edits.length > 0) {
      count += edits.length;
      writeFileSync(fileURLToPath(uri), applyEdits(text, edits));
    }
  }
  for (const each of [...plan.moves, { from: `${root}/${from}`, to: `${root}/${to}` }]) {
    mkdirSync(dirname(fileURLToPath(each.to)), { recursive: true });
    renameSync(fileURLToPath(each.from), fileURLToPath(each.to));
  }
  return count;
}

function build(name: string): Published {
  const folder = join(scratch, name);
  const { status, stderr } = spawnSync(
    'hugo',
    ['--quiet', '--cleanDestinationDir', '--source', site, '--destination', folder],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const config = readFileSync(join(site, 'hugo.toml'), 'utf8');
  return readPublished(folder, /baseURL = '([^']*)'/.exec(config)?.[1] ?? '');
}
