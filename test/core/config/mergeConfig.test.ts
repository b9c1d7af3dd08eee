import { describe, expect, test } from 'vitest';
import { configFilesOf, mergeConfig, moduleConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { projectMounts } from '../../../server/src/core/config/modules.ts';
import type { Mount, SiteConfig } from '../../../server/src/core/config/types.ts';
import { valueAt } from '../../../server/src/core/config/value.ts';
import { parseTxtar } from '../../support/txtar.ts';
import { configCases } from './configCases.ts';

describe('a site is configured as Hugo merges its files', () => {
  test.each(configCases)('$name', ({ files, title, languages, taxonomies, mounts }) => {
    const config = configOf(files);
    expect(config.problems).toEqual([]);
    expect({
      ...(title !== undefined && { title: config.title }),
      ...(languages !== undefined && { languages: languagesIn(config) }),
      ...(taxonomies !== undefined && { taxonomies: taxonomiesIn(config) }),
      ...(mounts !== undefined && { mounts: unusualMounts(config) }),
    }).toEqual({
      ...(title !== undefined && { title }),
      ...(languages !== undefined && { languages }),
      ...(taxonomies !== undefined && { taxonomies }),
      ...(mounts !== undefined && { mounts }),
    });
  });

  test('files come in the order in which they are merged', () => {
    const paths = [
      'config/production/params.toml',
      'config/_default/b.yaml',
      'config/_default/a/z.toml',
      'config/_default/README.md',
      'config/staging/hugo.toml',
      'config.toml',
      'content/hugo.toml',
      'hugo.yml',
    ];
    expect(configFilesOf(paths)).toEqual([
      'hugo.yml',
      'config/_default/a/z.toml',
      'config/_default/b.yaml',
      'config/production/params.toml',
    ]);
    expect(configFilesOf(paths, 'staging').at(-1)).toBe('config/staging/hugo.toml');
  });

  test.each([
    ['[[main]]\nname = "Hem"\n', 'menus.sv.toml'],
    ['[[main]]\nname = "Hem"\n', 'menu.sv.toml'],
    ['[sv]\n[[sv.menu.main]]\nname = "Hem"\n', 'languages.toml'],
    ['[languages.sv]\n[[languages.sv.menu.main]]\nname = "Hem"\n', 'hugo.toml'],
    ['[languages]\n[languages.sv]\n[[languages.sv.menus.main]]\nname = "Hem"\n', 'languages.toml'],
  ])('the Swedish menu %j in %s', (text, file) => {
    const { raw } = mergeConfig([{ path: `config/_default/${file}`, text }]);
    expect(valueAt(raw, 'languages', 'sv', 'menus', 'main')).toEqual([new Map([['name', 'Hem']])]);
  });
});

describe('settings that content depends on', () => {
  test.each([
    ['title: Hej', { title: 'Hej', baseUrl: undefined, unsafeHtml: false, enableInlineShortcodes: false }],
    [
      'baseURL: https://x.se/\nmarkup:\n  goldmark:\n    renderer:\n      unsafe: true',
      { baseUrl: 'https://x.se/', unsafeHtml: true },
    ],
    ['markup:\n  goldmark: null', { unsafeHtml: false }],
    ['security:\n  enableInlineShortcodes: "true"', { enableInlineShortcodes: true }],
    ['enableInlineShortcodes: yes', { enableInlineShortcodes: true }],
    [
      'module:\n  hugoVersion:\n    min: 0.120.0\n    max: ""',
      { minVersion: '0.120.0', maxVersion: undefined },
    ],
    ['ignoreFiles: \\.foo$', { ignoreFiles: ['\\.foo$'] }],
    ['themesDir: teman\ntheme: [a, b/c]', { themesDir: 'teman' }],
    [
      'defaultContentLanguage: SV\ndefaultContentLanguageInSubdir: true',
      { defaultLanguage: 'sv', defaultLanguageInSubdir: true },
    ],
    ['languages:\n  de: {}\n  fr: {weight: 1}', { defaultLanguage: 'fr' }],
    [
      'title: [a]\nlanguages: 7\nmodule: x\ntaxonomies: []\nfrontmatter: 3',
      { title: undefined, defaultLanguage: 'en' },
    ],
  ] satisfies [string, Partial<SiteConfig>][])('%j', (text, expected) => {
    expect(mergeConfig([{ path: 'hugo.yaml', text }])).toMatchObject(expected);
  });

  test.each([
    ['', 'date', 'date publishdate pubdate published lastmod modified'],
    ['', 'lastmod', ':git lastmod modified date publishdate pubdate published'],
    ['', 'publishdate', 'publishdate pubdate published date'],
    ['', 'expirydate', 'expirydate unpublishdate'],
    [
      'date = ["myDate", ":filename", ":default"]',
      'date',
      'mydate :filename date publishdate pubdate published lastmod modified',
    ],
    ['publishDate = "Released"', 'publishdate', 'released'],
    ['lastmod = [":fileModTime", "lastmod"]', 'lastmod', ':filemodtime lastmod modified'],
  ] as const)('[frontmatter] %s: %s', (text, field, keys) => {
    expect(configOf(`-- hugo.toml --\n[frontmatter]\n${text}\n`).dateKeys[field].join(' ')).toBe(keys);
  });
});

describe('themes and modules', () => {
  test('modules come before themes, and both spellings of theme work', () => {
    const config = configOf(
      '-- hugo.toml --\ntheme = ["one", "github.com/x/two"]\n[module]\nreplacements = "github.com/x/three -> ../three, github.com/x/four->/srv/four"\n' +
        '[[module.imports]]\npath = "github.com/x/three"\nignoreConfig = true\n[[module.imports]]\npath = "off"\ndisable = true\n',
    );
    expect(
      config.imports.map(({ path, kind, disabled }) => `${kind} ${path}${disabled ? ' off' : ''}`),
    ).toEqual(['module github.com/x/three', 'theme off off', 'theme one', 'theme github.com/x/two']);
    expect([...config.replacements]).toEqual([
      ['github.com/x/three', '../three'],
      ['github.com/x/four', '/srv/four'],
    ]);
    expect(configOf('-- hugo.yaml --\ntheme: ananke\n').imports.map(({ path }) => path)).toEqual(['ananke']);
  });

  test('a mount of an import, in the old words and in the new', () => {
    const [old, now] = configOf(
      '-- hugo.yaml --\nmodule:\n  mounts:\n' +
        '  - {source: ./a/, target: content, lang: sv, includeFiles: "*.md", excludeFiles: [x/**]}\n' +
        '  - {source: a, target: content, sites: {matrix: {languages: [sv]}}, files: ["*.md", "! x/**"]}\n' +
        '  - {source: no target}\n',
    ).mounts;
    expect(old).toEqual({ source: 'a', target: 'content', language: 'sv', files: ['*.md', '! x/**'] });
    expect(now).toEqual(old);
  });

  test('a mount of a folder that is not there leaves the default in place', () => {
    const { raw } = configOf(
      '-- hugo.toml --\n[[module.mounts]]\nsource = "node_modules/x"\ntarget = "layouts"\n',
    );
    const layouts = (isThere: boolean): string[] =>
      projectMounts(raw, () => isThere).flatMap(({ source, target }) => (target === 'layouts' ? source : []));
    expect([layouts(true), layouts(false)]).toEqual([['node_modules/x'], ['layouts']]);
  });

  test('what a theme says of itself, with its old theme.toml', () => {
    expect(
      moduleConfig([
        {
          path: 'config.toml',
          text: 'title = "demo"\n[module]\n[[module.imports]]\npath = "base"\n[[module.mounts]]\nsource = "l"\ntarget = "layouts"\n',
        },
        { path: 'theme.toml', text: 'min_version = "0.84.0"\n' },
      ]),
    ).toMatchObject({
      imports: [{ path: 'base', kind: 'theme' }],
      mounts: [{ source: 'l', target: 'layouts' }],
      minVersion: '0.84.0',
      problems: [],
    });
  });
});

function configOf(files: string): SiteConfig {
  return mergeConfig([...parseTxtar(files)].map(([path, text]) => ({ path, text })));
}

function languagesIn({ languages }: SiteConfig): string {
  return languages.map(({ code, disabled }) => (disabled ? `${code}(off)` : code)).join(' ');
}

function taxonomiesIn({ taxonomies }: SiteConfig): string {
  return [...taxonomies].map(([singular, plural]) => `${singular}:${plural}`).join(' ');
}

/** The content mounts, and all others that a site without configuration does not have. */
function unusualMounts({ mounts }: SiteConfig): string[] {
  const usual = new Set(
    projectMounts(new Map())
      .map(mountLine)
      .filter((line) => !line.includes('content')),
  );
  return mounts.map(mountLine).filter((line) => !usual.has(line));
}

function mountLine({ source, target, language }: Mount): string {
  return `${source} > ${target}${language === undefined ? '' : ` @${language}`}`;
}
