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
-- broken/content/c.md --
---
title: C
---
墨 {{< figur src="a.png" >}}
-- broken/content/sub/d.md --
---
title: [
---
-- team/hugo.toml --
title = "Team"
-- team/.hugo-scribe.yaml --
ignore:
  - unknown-shortcode
keyz: {}
-- team/content/a.md --
---
title: A
title: B # hugo-scribe-ignore duplicate-key
---
{{< nosuch >}}
-- layout/hugo.toml --
baseURL = "https://mill.example/"
-- layout/layouts/_default/single.html --
<html><body><main>{{ .Content }}</main></body></html>
-- layout/layouts/index.html --
<html><body>Home</body></html>
-- layout/layouts/shortcodes/lead.html --
<p class="lead">{{ .Inner }}</p>
-- layout/layouts/shortcodes/bow.html --
<hr>
-- layout/static/img/sky.png --
x
-- layout/content/a.md --
---
title: A
draft: true
---
Saved *text*.

{{< lead >}}Words of the lead{{< /lead >}}
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

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function hugoScribe(...args: string[]): Answer {
  return hugoScribeWith('', ...args);
}

function hugoScribeWith(input: string, ...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
  });
  return { code: status, out: stdout, err: stderr };
}

test('a clean site ends with 0 and says nothing', () => {
  expect(hugoScribe('check', 'clean')).toEqual({ code: 0, out: '', err: '' });
});

test('a broken site ends with 1 and names file, line, column, severity and rule', () => {
  const { code, out } = hugoScribe('check', 'broken', '--format', 'text');
  expect(code).toBe(1);
  const starts = out
    .trimEnd()
    .split('\n')
    .map((line) => /^\S+ \w+:/.exec(line)?.[0]);
  expect(starts).toEqual([
    'broken/content/a.md:2:11: error:',
    'broken/content/b.md:3:1: warning:',
    'broken/content/b.md:5:5: error:',
    'broken/content/c.md:4:7: error:',
    'broken/content/sub/d.md:3:1: error:',
  ]);
  expect(out).toContain('(unknown-shortcode)');
});

test('errors alone are counted where nothing less is asked for', () => {
  expect(hugoScribe('check', 'broken', '--level', 'error').out).not.toContain('warning');
});

test('an older Hugo is held against its own rules', () => {
  expect(hugoScribe('check', 'broken', '--format', 'text', '--hugo', '0.152.2').out).toContain(
    'b.md:3:1: error:',
  );
});

test('a finding is shown with its line, and what would mend it', () => {
  const { out } = hugoScribe('check', 'broken/content/c.md');
  expect(out)
    .toBe(`error: There is no shortcode "figur" in this site, its themes or Hugo, so Hugo stops the build. Did you mean "figure"? (unknown-shortcode)
  --> broken/content/c.md:4:7
   |
 4 | 墨 {{< figur src="a.png" >}}
   |        ^^^^^
   = fix: Change it to "figure"

1 error in 1 file
`);
});

test.each([
  ['a file', ['broken/content/b.md'], ['b.md', 'b.md']],
  ['a folder of a site', ['broken/content/sub'], ['sub/d.md']],
  ['what is named twice once', ['broken/content/sub', 'broken/content/sub/d.md'], ['sub/d.md']],
])('%s can be checked alone', (_, paths, expected) => {
  const { out } = hugoScribe('check', ...paths, '--format', 'json');
  const rows = JSON.parse(out) as { file: string }[];
  expect(rows.map(({ file }) => file.replace('broken/content/', ''))).toEqual(expected);
});

test('comments and the file of the team count as in the editor', () => {
  const { code, out } = hugoScribe('check', 'team', '--format', 'text');
  expect(out).toMatch(
    /^team\/\.hugo-scribe\.yaml:3:1: warning: "keyz" means nothing here: .* \(team-file\)\n$/,
  );
  expect(code).toBe(1);
});

test('several sites make one list in JSON', () => {
  const { code, out } = hugoScribe('check', 'clean', 'broken', '--format', 'json');
  expect(code).toBe(1);
  const rows = JSON.parse(out) as { file: string; line: number; code: string }[];
  expect(rows.map(({ file, line, code: rule }) => `${file}:${String(line)} ${rule}`)).toEqual([
    'broken/content/a.md:2 front-matter-syntax',
    'broken/content/b.md:3 duplicate-key',
    'broken/content/b.md:5 unknown-shortcode',
    'broken/content/c.md:4 unknown-shortcode',
    'broken/content/sub/d.md:3 front-matter-syntax',
  ]);
});

test('annotations for a workflow are escaped', () => {
  expect(hugoScribe('check', 'broken', '--format', 'github').out).toMatch(
    /^::error file=broken\/content\/a\.md,line=2,col=11,title=front-matter-syntax::/m,
  );
});

test.each([
  [
    ['unused', 'layout'],
    'shortcode\tbow\tlayout/layouts/shortcodes/bow.html\nfile\timg/sky.png\tlayout/static/img/sky.png\n',
  ],
  [
    ['unused', 'layout', '--kind', 'file', '--format', 'json'],
    '[{"kind":"file","name":"img/sky.png","file":"layout/static/img/sky.png"}]\n',
  ],
  [['unused', 'clean', '--kind', 'file', '--kind', 'key'], ''],
])('what nothing uses is listed: %j', (args, out) => {
  expect(hugoScribe(...args)).toEqual({ code: 0, out, err: '' });
});

test.each([
  ['a folder that is no site', ['check', 'notes'], 'no Hugo site here'],
  ['a file of no site', ['check', 'notes/a.md'], 'no Hugo site here'],
  ['a file that is no content', ['check', 'layout/layouts/index.html'], 'no content of its Hugo site'],
  ['what is not there', ['check', 'broken/content/none.md'], 'no such file or folder'],
  ['no command', [], 'The command is missing or unknown.'],
  ['an unknown format', ['check', '--format', 'xml'], 'Unknown level or format.'],
  ['an unknown option', ['check', '--nosuch'], 'Unknown option'],
  ['a page of no site', ['render', 'notes/a.md'], 'notes/a.md: no content of a Hugo site'],
  ['a template', ['render', 'layout/layouts/index.html'], 'no content of a Hugo site'],
  ['no page', ['render'], 'Name one content file.'],
  ['two pages', ['render', 'a.md', 'b.md'], 'Name one content file.'],
  ['a site that is none', ['unused', 'notes'], 'no Hugo site here'],
  ['a kind that nobody knows', ['unused', 'clean', '--kind', 'words'], 'Unknown kind.'],
  ['an engine that nobody knows', ['render', 'a.md', '--engine', 'jekyll'], 'Unknown engine.'],
])('%s ends with 2 and says why', (_, args, why) => {
  const { code, err } = hugoScribe(...args);
  expect(code).toBe(2);
  expect(err).toContain(why);
});

test('a page is printed as its site makes it, a draft too, with nothing of ours in it', () => {
  expect(hugoScribe('render', 'layout/content/a.md', '--engine', 'embedded')).toEqual({
    code: 0,
    out: '<html><body><main><p>Saved <em>text</em>.</p>\n<p class="lead">Words of the lead</p>\n\n</main></body></html>\n',
    err: '',
  });
});

test('a page that is not saved is printed from the standard input', () => {
  const text = '---\ntitle: A\n---\nTyped *text*.\n';
  const { code, out } = hugoScribeWith(text, 'render', 'layout/content/a.md', '--stdin');
  expect(out).toContain('<p>Typed <em>text</em>.</p>');
  expect(code).toBe(0);
});

test('a page that Hugo cannot build ends with 1 and says where', () => {
  const text = '---\ntitle: A\n---\n\n{{< nosuch >}}\n';
  const { code, out, err } = hugoScribeWith(text, 'render', 'layout/content/a.md', '--stdin');
  expect(err).toMatch(/^layout\/content\/a\.md:5:\d+: error: .*nosuch/m);
  expect({ code, out }).toMatchObject({ code: 1 });
});

test('a page can be printed without any Hugo', () => {
  const { code, out } = hugoScribe('render', 'layout/content/a.md', '--engine', 'instant');
  expect(code).toBe(0);
  expect(out).toContain('<em>text</em>');
  expect(out).toContain('lead');
});
