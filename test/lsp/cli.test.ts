// The built command line, as a workflow runs it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseTxtar } from '../support/txtar.ts';

const files = `
-- clean/hugo.toml --
title = "Clean"
-- clean/content/a.md --
---
title: A
---
-- broken/hugo.toml --
title = "Broken"
-- broken/content/a.md --
---
title: Ink: a story
---
-- broken/content/b.md --
---
title: B
title: C
---
{{< nosuch >}}
-- notes/a.md --
No site.
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scribe-cli-'));
  for (const [path, text] of parseTxtar(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const program = resolve('dist/server/cli.js');

function hugoScribe(...args: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

test('a clean site ends with 0 and says nothing', () => {
  expect(hugoScribe('check', 'clean')).toEqual({ code: 0, out: '', err: '' });
});

test('a broken site ends with 1 and names file, line, column, severity and rule', () => {
  const { code, out } = hugoScribe('check', 'broken');
  expect(code).toBe(1);
  const starts = out
    .trimEnd()
    .split('\n')
    .map((line) => /^\S+ \w+:/.exec(line)?.[0]);
  expect(starts).toEqual([
    'broken/content/a.md:2:11: error:',
    'broken/content/b.md:3:1: warning:',
    'broken/content/b.md:5:5: error:',
  ]);
  expect(out).toContain('(unknown-shortcode)');
});

test('errors alone are counted where nothing less is asked for', () => {
  expect(hugoScribe('check', 'broken', '--severity', 'error').out).not.toContain('warning');
});

test('an older Hugo is held against its own rules', () => {
  expect(hugoScribe('check', 'broken', '--hugo', '0.152.2').out).toContain('b.md:3:1: error:');
});

test('several sites make one list in JSON', () => {
  const { code, out } = hugoScribe('check', 'clean', 'broken', '--format', 'json');
  expect(code).toBe(1);
  const rows = JSON.parse(out) as { file: string; line: number; code: string }[];
  expect(rows.map(({ file, line, code: rule }) => `${file}:${String(line)} ${rule}`)).toEqual([
    'broken/content/a.md:2 front-matter-syntax',
    'broken/content/b.md:3 duplicate-key',
    'broken/content/b.md:5 unknown-shortcode',
  ]);
});

test('annotations for a workflow are escaped', () => {
  expect(hugoScribe('check', 'broken', '--format', 'github').out).toMatch(
    /^::error file=broken\/content\/a\.md,line=2,col=11,title=front-matter-syntax::/m,
  );
});

test.each([
  ['a folder that is no site', ['check', 'notes'], 'no Hugo site here'],
  ['no command', [], 'The command is missing or unknown.'],
  ['an unknown format', ['check', '--format', 'xml'], 'Unknown severity or format.'],
  ['an unknown option', ['check', '--nosuch'], 'Unknown option'],
])('%s ends with 2 and says why', (_, args, why) => {
  const { code, err } = hugoScribe(...args);
  expect(code).toBe(2);
  expect(err).toContain(why);
});
