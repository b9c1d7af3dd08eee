// A snippet must never leave text that Hugo refuses, or that we find fault with, even when the writer fills in nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embeddedShortcode, embeddedShortcodes } from '../../server/src/core/hugo/embeddedShortcodes.ts';
import { codesOf } from '../support/checks.ts';
import { hugo, siteOf } from '../support/site.ts';
import { snippetVariants } from '../support/snippets.ts';

interface Snippet {
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

const folder = resolve(import.meta.dirname, '../../snippets');
const snippetsIn = (name: string): (readonly [string, Snippet])[] =>
  Object.entries(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Snippet>);
const snippets = [...snippetsIn('frontMatter.json'), ...snippetsIn('content.json')];
const hasHugo = spawnSync('hugo', ['version']).status === 0;
const site = mkdtempSync(join(tmpdir(), 'hugo-scribe-snippets-'));

/** The shortcodes that ask another host, or that older versions of Hugo have not: a template of the site stands in for them where Hugo builds. */
const standIns = ['details', 'qr', 'x', 'x_simple', 'instagram', 'vimeo_simple'];

const files = `
-- hugo.toml --
baseURL = "https://example.org/"
title = "Snippets"
-- layouts/_default/single.html --
{{ .Content }}|{{ .Date }}|{{ .Params.name }}
-- layouts/_default/list.html --
{{ .Content }}
-- layouts/index.html --
{{ .Title }}
-- static/images/picture.jpg --
-- content/_index.md --
`;

const empty: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '04',
  CURRENT_DATE: '30',
  CURRENT_HOUR: '08',
  CURRENT_MINUTE: '15',
  CURRENT_SECOND: '00',
  CURRENT_TIMEZONE_OFFSET: '+02:00',
  TM_FILENAME_BASE: 'my-page',
  TM_SELECTED_TEXT: '',
};

beforeAll(() => {
  for (const [, path = '', text = ''] of files.matchAll(/^-- (.+) --\n((?:(?!-- ).*\n)*)/gm)) {
    write(path, text);
  }
  for (const name of standIns) {
    write(
      `layouts/shortcodes/${name}.html`,
      embeddedShortcode(name)?.takesInner === true ? '{{ .Inner }}' : '',
    );
  }
});

afterAll(() => rmSync(site, { recursive: true, force: true }));

describe('snippets', () => {
  test('no prefix stands twice', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    expect(prefixes).toEqual([...new Set(prefixes)]);
  });

  test('all that Hugo brings along and does not warn of have one, and its gist', () => {
    const wanted = embeddedShortcodes.filter(
      ({ deprecated, removed }) => (deprecated ?? removed) === undefined,
    );
    const bodies = snippets.map(([, { body }]) => [body].flat().join('\n'));
    const missing = [...wanted.map(({ name }) => name), 'gist'].filter((name) =>
      bodies.every((body) => !body.includes(`{{< ${name} `)),
    );
    expect(missing).toEqual([]);
  });

  test.each(snippets)('%s: found by typing hugo, and explained', (_name, { prefix, description }) => {
    expect(prefix).toMatch(/^hugo-[a-z-]+$/);
    expect(description).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.each(snippets)('%s: what it leaves is nothing that we mark', (_name, snippet) => {
    const range = snippet.prefix === 'hugo-gist' ? hugo('0.111.3') : hugo('0.147.6');
    const known = siteOf(files, { hugo: range });
    for (const text of textsOf(snippet)) {
      expect(codesOf(text, { site: known, path: 'content/page.md' }), text).toEqual([]);
    }
  });

  test.skipIf(!hasHugo).each(snippets)('%s: what it leaves builds with Hugo', (_name, snippet) => {
    for (const text of textsOf(snippet)) {
      expect(text).not.toContain('$');
      write('content/page.md', text);
      const { stdout, stderr } = spawnSync('hugo', ['--buildDrafts', '--source', site], { encoding: 'utf8' });
      expect(stdout + stderr, text).not.toMatch(/error/i);
    }
  });

  test('front matter takes its title from the file name and its date from the clock', () => {
    const [first] = snippets;
    expect(first === undefined ? [] : textsOf(first[1])).toEqual([
      '---\ntitle: "my page"\ndate: 2026-04-30T08:15:00+02:00\ndraft: true\n---\n\n',
      '---\ntitle: "my page"\ndate: 2026-04-30T08:15:00+02:00\ndraft: false\n---\n\n',
    ]);
  });
});

/** A whole page for each of its choices. */
function textsOf({ prefix, body }: Snippet): readonly string[] {
  return snippetVariants([body].flat().join('\n'), empty).map((text) => {
    if (/^(?:---|\+\+\+|\{)\n/.test(text)) {
      return text;
    }
    if (/^\d/.test(text)) {
      return `---\ntitle: A page\ndate: ${text}\n---\n`;
    }
    if (prefix.endsWith('-toml')) {
      return `+++\ntitle = "A page"\n${text}\n+++\n`;
    }
    return /^\w+:/.test(text) ? `---\ntitle: A page\n${text}\n---\n` : `---\ntitle: A page\n---\n${text}`;
  });
}

function write(path: string, text: string): void {
  const target = join(site, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
