// Real Hugo's word on every page alone: all pages in a small site with stub templates and stub shortcodes, built again and again without
// the page that Hugo stopped at, until it builds. So a missing theme or a broken template never hides what is said of a page.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mapAt, valueAt } from '../../server/src/core/config/value.ts';
import type { ConfigValue } from '../../server/src/core/config/types.ts';
import { parseHugoVersion } from '../../server/src/workspace/installedHugo.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import type { CheckedPage } from './main.ts';

export interface Verdict {
  readonly version: string;
  /** What Hugo says of each page that it refuses, by URI. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Converters that are other programs; Hugo says nothing of such a page without them. */
const needsConverter = /\.(?:adoc|asciidoc|ad|rst|rest|pandoc|pdc)$/i;
const mostRefusals = 300;

/** A `hugo` that judges, by its path or as the one on PATH. */
export interface Judge {
  readonly program: string;
  readonly version: string;
}

/** `undefined` where there is no such Hugo. */
export function findJudge(program: string): Judge | undefined {
  const { stdout } = spawnSync(program, ['version'], { encoding: 'utf8' });
  const version = parseHugoVersion(stdout);
  return version === undefined ? undefined : { program, version };
}

/** Asks Hugo about every page. */
export function judge(
  { program, version }: Judge,
  site: SiteSnapshot,
  pages: readonly CheckedPage[],
): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'scribe-judge-'));
  try {
    writeStubs(folder, site, pages);
    const files = writePages(folder, pages);
    return { version, refused: buildUntilClean(program, folder, files) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function buildUntilClean(program: string, folder: string, files: Map<string, string>): Map<string, string> {
  const refused = new Map<string, string>();
  while (refused.size < mostRefusals) {
    const { status, stderr, stdout } = spawnSync(program, ['--source', folder, '--renderToMemory', '-DEF'], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    if (status === 0) {
      return refused;
    }
    const said = `${stderr}\n${stdout}`;
    const named = [...files.keys()].filter((path) =>
      ['"', ':', '\n'].some((end) => said.includes(path + end)),
    );
    if (named.length === 0) {
      throw new Error(`Hugo fails and names no page:\n${said.slice(0, 2000)}`);
    }
    for (const path of named) {
      refused.set(files.get(path) ?? path, said.trim().split('\n').at(-1) ?? '');
      files.delete(path);
      rmSync(path);
    }
  }
  return refused;
}

/** Writes every page below `content`; pages of another content directory that share a path get a folder of their own. */
function writePages(folder: string, pages: readonly CheckedPage[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { record, page } of pages) {
    if (needsConverter.test(record.path)) {
      continue;
    }
    let path = join(folder, 'content', record.path);
    for (let other = 1; files.has(path); other++) {
      path = join(folder, 'content', `other-${String(other)}`, record.path);
    }
    write(path, page.text);
    files.set(path, record.uri);
  }
  return files;
}

/** What of the site's own configuration decides whether a page is read: languages, formats and the safety switches. */
const kept = [
  'outputformats',
  'mediatypes',
  'security',
  'enableinlineshortcodes',
  'defaultcontentlanguage',
  'timezone',
  'disablelanguages',
];

function writeStubs(folder: string, site: SiteSnapshot, pages: readonly CheckedPage[]): void {
  const languages = Object.fromEntries(
    site.config.languages.map(({ code, weight }) => [code, { weight, title: code }]),
  );
  const config = {
    ...Object.fromEntries(kept.flatMap((key) => toEntry(key, valueAt(site.config.raw, key)))),
    baseURL: 'https://example.org/',
    title: 'Stub',
    languages,
    disableKinds: ['taxonomy', 'term', 'sitemap', 'RSS', 'robotsTXT', '404'],
    refLinksErrorLevel: 'warning',
    markup: { goldmark: { renderer: { unsafe: true } } },
    timeout: '120s',
    params: toPlain(mapAt(site.config.raw, 'params')),
  };
  write(join(folder, 'config.json'), JSON.stringify(config));
  for (const name of ['_default/single.html', '_default/list.html', 'index.html']) {
    write(join(folder, 'layouts', name), '{{ .Content }}');
  }
  for (const name of stubNames(site, pages)) {
    const takesInner = site.shortcode(name)?.takesInner ?? isClosed(name, pages);
    write(join(folder, 'layouts/shortcodes', `${name}.html`), takesInner ? '{{ .Inner }}' : '-');
  }
}

/** Every shortcode of the site, and what pages call where the site cannot say which shortcodes there are. */
function stubNames(site: SiteSnapshot, pages: readonly CheckedPage[]): Set<string> {
  const own = site.shortcodes().map(({ name }) => name);
  const called = site.shortcodesComplete ? [] : pages.flatMap(({ record }) => record.calls);
  return new Set([...own, ...called].filter((name) => name !== '' && !name.endsWith('.inline')));
}

function isClosed(name: string, pages: readonly CheckedPage[]): boolean {
  return pages.some(({ page }) =>
    page.shortcodes.tags.some(
      (tag) => tag.name === name && (tag.kind === 'close' || tag.kind === 'selfClosing'),
    ),
  );
}

function toEntry(key: string, value: ConfigValue | undefined): [string, unknown][] {
  return value === undefined ? [] : [[key, toPlain(value)]];
}

function toPlain(value: ConfigValue): unknown {
  if (value instanceof Map) {
    return Object.fromEntries(
      [...(value as ReadonlyMap<string, ConfigValue>)].map(([key, child]) => [key, toPlain(child)]),
    );
  }
  return Array.isArray(value) ? (value as readonly ConfigValue[]).map(toPlain) : value;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
