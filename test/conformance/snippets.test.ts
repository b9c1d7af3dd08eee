// A snippet must never leave text that Hugo refuses, even when the writer fills in nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
  readonly description: string;
}

const file = resolve(import.meta.dirname, '../../snippets/markdown.json');
const snippets = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Snippet>);
const hasHugo = spawnSync('hugo', ['version']).status === 0;
const site = mkdtempSync(join(tmpdir(), 'hugo-scribe-snippets-'));

const startsPage = /^(?:---|\+\+\+|\{)\n/;

const variables: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '04',
  CURRENT_DATE: '30',
  CURRENT_HOUR: '08',
  CURRENT_MINUTE: '15',
  CURRENT_SECOND: '00',
  CURRENT_TIMEZONE_OFFSET: '+02:00',
  TM_FILENAME_BASE: 'my-page',
};

const empty: Readonly<Record<string, string>> = { ...variables, TM_SELECTED_TEXT: '' };

beforeAll(() => {
  write('hugo.toml', 'baseURL = "https://example.org/"\ntitle = "Snippets"\n');
  write('layouts/_default/single.html', '{{ .Content }}|{{ .Date }}');
  write('layouts/_default/list.html', '{{ .Content }}');
  write('layouts/index.html', '{{ .Title }}');
  // Older versions of Hugo have no such shortcode, as the snippet says.
  write('layouts/shortcodes/details.html', '{{ .Inner }}');
});

afterAll(() => rmSync(site, { recursive: true, force: true }));

describe('snippets', () => {
  test.each(snippets)('%s: found by typing hugo, and explained', (_name, { prefix, description }) => {
    expect([prefix].flat()).toSatisfy((all: string[]) => all.every((one) => /^hugo-[a-z-]+$/.test(one)));
    expect(description).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.skipIf(!hasHugo).each(snippets)('%s: what it leaves builds with Hugo', (_name, { body }) => {
    const text = expand([body].flat().join('\n'), empty);
    expect(text).not.toContain('$');
    write('content/page.md', startsPage.test(text) ? text : `---\ntitle: A page\n---\n${text}`);
    const { stdout, stderr } = spawnSync('hugo', ['--buildDrafts', '--source', site], { encoding: 'utf8' });
    expect(stdout + stderr).not.toMatch(/error/i);
  });

  test('front matter takes its title from the file name and its date from the clock', () => {
    const [, yaml] = snippets[0] ?? [];
    expect(expand([yaml?.body ?? ''].flat().join('\n'), empty)).toBe(
      '---\ntitle: "my page"\ndate: 2026-04-30T08:15:00+02:00\ndraft: true\n---\n\n',
    );
  });
});

/** The text of a snippet whose every stop is left as it is: VS Code's snippet syntax, as far as our snippets use it. */
function expand(body: string, values: Readonly<Record<string, string>>): string {
  const simple = body
    .replace(/\$\{([A-Z_]+)\/([^/]+)\/([^/]*)\/g\}/g, (_, name: string, from: string, to: string) =>
      (values[name] ?? '').replace(new RegExp(from, 'g'), to),
    )
    .replace(/\$\{([A-Z_]+):([^{}]*)\}/g, (_, name: string, fallback: string) => values[name] || fallback)
    .replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => values[name] ?? '')
    .replace(/\$\{\d\|([^,|]*)(?:,[^|]*)?\|\}/g, '$1');
  return simple.replace(/\$\{\d:([^{}]*)\}/g, '$1').replace(/\$\d/g, '');
}

function write(path: string, text: string): void {
  const target = join(site, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
