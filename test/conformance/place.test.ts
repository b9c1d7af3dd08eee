// Where a file stands decides whether Hugo reads it as content: real Hugo on small sites, and the recorded cases of 0.111.3 and 0.147.6.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mergeConfig } from '../../server/src/core/config/mergeConfig.ts';
import { embeddedShortcodes } from '../../server/src/core/hugo/embeddedShortcodes.ts';
import { compareVersions, unknownHugo } from '../../server/src/core/hugo/version.ts';
import { contentFileOf, isContentPath } from '../../server/src/core/site/contentFile.ts';
import { ignoredPaths } from '../../server/src/core/site/ignoredPaths.ts';
import { mountTable } from '../../server/src/core/site/mounts.ts';

const casesFile = resolve(import.meta.dirname, '../../../shared/hugo-cases/cases.json');
const version = spawnSync('hugo', ['version'], { encoding: 'utf8' });
const is0111 = version.status === 0 && version.stdout.includes('v0.111.');
const scratch = mkdtempSync(join(tmpdir(), 'hugo-scribe-place-'));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** As `hugo list all` shows a page: its file and its address. */
interface PlaceCase {
  readonly name: string;
  readonly config: string;
  readonly pages: readonly string[];
  readonly noPages: readonly string[];
}

const cases: readonly PlaceCase[] = [
  {
    name: 'extensions and hidden names',
    config: '',
    pages: [
      'content/a.md',
      'content/b.markdown',
      'content/c.mdown',
      'content/d.org',
      'content/e.html',
      'content/_f.md',
    ],
    noPages: [
      'content/g.MD',
      'content/h.txt',
      'content/i.mdx',
      'content/.j.md',
      'content/#k.md',
      'content/l.md~',
      'content/.m/n.md',
      'posts/o.md',
    ],
  },
  {
    name: 'ignoreFiles',
    config: "ignoreFiles = ['skip-.*\\.md$', '/drafts/', '(?i)secret']\n",
    pages: ['content/a.md', 'content/skipped.md', 'content/draft.md'],
    noPages: ['content/skip-me.md', 'content/drafts/b.md', 'content/blogg/TopSecret.md'],
  },
  {
    name: 'mounts with inclusions and exclusions',
    config:
      '[[module.mounts]]\nsource = "content"\ntarget = "content"\nexcludeFiles = ["drafts/**", "/x*.md"]\n' +
      '[[module.mounts]]\nsource = "docs"\ntarget = "content/docs"\nincludeFiles = ["**.md"]\n' +
      '[[module.mounts]]\nsource = "notes"\ntarget = "content/notes"\nincludeFiles = "{a,b}/*.md"\n' +
      '[[module.mounts]]\nsource = "all"\ntarget = "content/all"\nincludeFiles = ["**/*.md"]\nexcludeFiles = "no"\n' +
      '[[module.mounts]]\nsource = "other"\ntarget = "content/other"\nexcludeFiles = "no"\n' +
      '[[module.mounts]]\nsource = "one/.hidden/page.md"\ntarget = "content/one.md"\n',
    pages: [
      'content/a.md',
      'content/b/x1.md',
      'docs/d.md',
      'notes/a/n.md',
      'all/deep/er/y.md',
      'all/no/w.md',
      'other/v.md',
      'one/.hidden/page.md',
    ],
    noPages: [
      'content/x1.md',
      'content/drafts/deep/q.md',
      'docs/deep/e.md',
      'docs/h.html',
      'notes/c/n.md',
      'notes/n.md',
      'other/no/z.md',
    ],
  },
];

describe.skipIf(!is0111)('Hugo 0.111 takes the same files for pages', () => {
  test.each(cases)('$name', ({ config, pages, noPages }) => {
    const folder = newSite(config, [...pages, ...noPages]);
    expect(pagesOf(folder)).toEqual([...pages].sort());
    expect([...pages, ...noPages].filter(isPage(config, '0.111.3'))).toEqual(pages);
  });

  test('and gives them the same language and address', () => {
    const config =
      'baseURL = "https://x.se/"\ndefaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.sv]\nweight = 2\ncontentDir = "svenska"\n[languages.no]\nweight = 3\n';
    const paths = [
      'content/blogg/a.md',
      'content/blogg/b.sv.md',
      'content/blogg/c.no.md',
      'content/blogg/d.fi.md',
      'svenska/e.md',
      'svenska/f.en.md',
    ];
    const rows = hugoList(newSite(config, paths));
    const site = mergeConfig([{ path: 'hugo.toml', text: config }]);
    const mounts = mountTable([{ folder: '', origin: 'project', mounts: site.mounts }]);
    const addresses = paths.map((path) => {
      const mounted = mounts.classify(path) ?? expect.fail(path);
      const { language, section, baseName } = contentFileOf(mounted.logicalPath, site, mounted.language);
      const parts = [language === 'en' ? '' : language, section, baseName].filter((part) => part !== '');
      return `${path} https://x.se/${parts.join('/')}/`;
    });
    expect(rows.map(({ path, permalink }) => `${path} ${permalink}`).sort()).toEqual(addresses.sort());
  });

  test('and knows the same embedded shortcodes', () => {
    const known = embeddedShortcodes.filter(
      ({ since }) => since === undefined || compareVersions(since, '0.111.3') <= 0,
    );
    const unknown = embeddedShortcodes.filter((row) => !known.includes(row));
    expect(known.length).toBeGreaterThan(10);
    for (const { name, takesInner } of embeddedShortcodes) {
      const folder = newSite('', []);
      // Hugo says that it does not know the name, or that it takes no inner content, before it runs a template.
      writeFile(folder, 'content/a.md', `---\ntitle: a\n---\n{{< ${name} x >}}{{< /${name} >}}\n`);
      const { stderr, stdout } = spawnSync('hugo', ['--source', folder], { encoding: 'utf8' });
      const says = `${stderr}${stdout}`.includes('template for shortcode')
        ? 'unknown'
        : takes(`${stderr}${stdout}`);
      expect(`${name} ${says}`).toBe(
        `${name} ${unknown.some((row) => row.name === name) ? 'unknown' : String(takesInner)}`,
      );
    }
  });
});

describe.skipIf(!existsSync(casesFile))('the recorded cases', () => {
  const recorded = existsSync(casesFile) ? readCases() : [];
  const releases = ['0.111.3', '0.147.6'] as const;
  test.each(recorded.flatMap((row) => releases.map((release) => ({ ...row, release }))))(
    '$name in $release',
    (row) => {
      // Every case has a mistake in it, so that Hugo fails if, and only if, it reads the file.
      expect(isPage(row.config_before ?? '', row.release)(row.path)).toBe(
        row[row.release].verdict === 'error',
      );
    },
  );
});

interface RecordedCase {
  readonly name: string;
  readonly path: string;
  readonly config_before?: string;
  readonly '0.111.3': { readonly verdict: string };
  readonly '0.147.6': { readonly verdict: string };
}

function readCases(): RecordedCase[] {
  const all = JSON.parse(readFileSync(casesFile, 'utf8')) as RecordedCase[];
  return all.filter(({ name }) => name.startsWith('place-'));
}

/** Our answer. */
function isPage(config: string, release: string): (path: string) => boolean {
  const site = mergeConfig([{ path: 'hugo.toml', text: config }]);
  const mounts = mountTable([{ folder: '', origin: 'project', mounts: site.mounts }]);
  const isIgnored = ignoredPaths(site);
  return (path) => {
    const mounted = mounts.classify(path);
    const isContent = mounted?.component === 'content' && !isIgnored(mounted.logicalPath, path);
    return isContent && isContentPath(path, { ...unknownHugo, min: release, max: release });
  };
}

function takes(log: string): string {
  return log.includes("doesn't evaluate .Inner") || log.includes('does not evaluate .Inner')
    ? 'false'
    : 'true';
}

function pagesOf(folder: string): string[] {
  return [...new Set(hugoList(folder).map(({ path }) => path))].sort();
}

function hugoList(folder: string): { path: string; permalink: string }[] {
  const { stdout, stderr, status } = spawnSync('hugo', ['list', 'all', '--source', folder], {
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const [header = '', ...rows] = stdout.trim().split('\n');
  const column = header.split(',').indexOf('permalink');
  return rows.map((row) => ({ path: row.split(',')[0] ?? '', permalink: row.split(',')[column] ?? '' }));
}

function newSite(config: string, paths: readonly string[]): string {
  const folder = mkdtempSync(join(scratch, 'site-'));
  writeFile(folder, 'hugo.toml', config === '' ? 'title = "x"\n' : config);
  for (const path of paths) {
    writeFile(folder, path, '---\ntitle: x\n---\n');
  }
  return folder;
}

function writeFile(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
