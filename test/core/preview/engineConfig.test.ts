import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { mergeConfig, moduleConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { engineConfig } from '../../../server/src/core/preview/engineConfig.ts';
import { parseTxtar } from '../../support/txtar.ts';

interface Case {
  readonly name: string;
  /** A txtar of configuration files. */
  readonly site: string;
  /** Configurations of themes and modules, in TOML, the first one first. */
  readonly modules?: readonly string[];
  /** What the configuration of the engine says at these top-level keys. */
  readonly expected: Readonly<Record<string, unknown>>;
}

const linkAll = { target: { path: '{/**}' }, build: { render: 'link', list: 'always' } };

describe('what decides a page is kept, whatever it was written in', () => {
  check([
    {
      name: 'TOML with dates of all kinds, which stay dates',
      site: `-- hugo.toml --
title = "Kvarn"
timeZone = "Europe/Stockholm"
[params]
day = 2024-05-01
moment = 2024-05-01T10:00:00+02:00
local = 2024-05-01T10:00:00
text = "2024-05-01"
mixed = [1, "two", { three = 3.5 }]
`,
      expected: {
        title: 'Kvarn',
        timeZone: 'Europe/Stockholm',
        params: {
          day: 'date 2024-05-01',
          moment: 'date 2024-05-01T10:00:00.000+02:00',
          local: 'date 2024-05-01T10:00:00.000',
          text: '2024-05-01',
          mixed: [1, 'two', { three: 3.5 }],
        },
      },
    },
    {
      name: 'YAML: a language called no stays no, null is dropped, a text that looks like a date stays a text',
      site: `-- hugo.yaml --
defaultContentLanguage: no
languages:
  no: { weight: 1, languageName: Norsk }
params:
  nothing: ~
  list: [a, ~, b]
  day: 2024-05-01
  "with space.and dot": 1
`,
      expected: {
        languages: { no: { weight: 1, languageName: 'Norsk' } },
        params: { list: ['a', 'b'], day: '2024-05-01', 'with space.and dot': 1 },
      },
    },
    {
      name: 'JSON, with a key that objects inherit',
      site: `-- hugo.json --
{ "params": { "__proto__": { "a": 1 }, "constructor": "x" } }
`,
      expected: { params: { ['__proto__']: { a: 1 }, constructor: 'x' } },
    },
    {
      name: 'a folder of files: languages and menus go where Hugo puts them, production on top',
      site: `-- config/_default/hugo.toml --
title = "Kvarn"
-- config/_default/languages.sv.toml --
weight = 2
contentDir = "content/sv"
staticDir = "static-sv"
-- config/_default/menus.en.yaml --
main:
  - { name: Home, url: / }
-- config/_default/params.yaml --
color: red
-- config/production/params.toml --
color = "blue"
-- config/development/params.toml --
color = "green"
`,
      expected: {
        title: 'Kvarn',
        params: { color: 'blue' },
        languages: {
          sv: { weight: 2 },
          en: { menus: { main: [{ name: 'Home', url: '/' }] } },
        },
      },
    },
  ]);
});

describe('themes and modules add what Hugo lets them add', () => {
  check([
    {
      name: 'parameters go deep, menus and output formats are added whole, everything else stays the site’s',
      site: `-- hugo.toml --
baseURL = "https://x.example/"
[params]
a = "site"
[params.deep]
x = 1
[languages.en.params]
l = "site"
[[menus.main]]
name = "site"
[markup.goldmark.renderer]
unsafe = true
`,
      modules: [
        `title = "theme"
enableEmoji = true
[params]
A = "theme"
b = "theme"
[params.deep]
x = 2
y = 2
[languages.en.params]
l = "theme"
m = "theme"
[[languages.en.menus.side]]
name = "theme"
[languages.sv]
weight = 2
[[menu.main]]
name = "theme"
[[menu.foot]]
name = "theme"
[markup.highlight]
style = "theme"
[taxonomies]
x = "xs"
[outputFormats.print]
mediaType = "text/html"
[mediaTypes."text/x"]
suffixes = ["x"]
`,
        `[params]
b = "second"
c = "second"
`,
      ],
      expected: {
        title: undefined,
        enableEmoji: undefined,
        params: { a: 'site', b: 'theme', c: 'second', deep: { x: 1, y: 2 } },
        languages: { en: { params: { l: 'site', m: 'theme' } } },
        menus: { main: [{ name: 'site' }], foot: [{ name: 'theme' }] },
        markup: { goldmark: { renderer: { unsafe: true } } },
        taxonomies: undefined,
        mediaTypes: { 'text/x': { suffixes: ['x'] } },
      },
    },
    {
      name: '_merge of the site decides, and is gone',
      site: `-- hugo.toml --
[params]
a = 1
[params.closed]
_merge = "none"
[markup]
_merge = "shallow"
[menus]
_merge = "none"
`,
      modules: [
        `[params]
b = 2
[params.closed]
c = 3
[markup.highlight]
style = "theme"
[[menus.main]]
name = "theme"
`,
      ],
      expected: {
        params: { a: 1, b: 2, closed: {} },
        markup: { highlight: { style: 'theme' } },
        menus: {},
      },
    },
    {
      name: '_merge at the top lets everything in',
      site: '-- hugo.toml --\n_merge = "deep"\n[markup.highlight]\nlineNos = true\n',
      modules: ['title = "theme"\n[markup.highlight]\nstyle = "theme"\n'],
      expected: { title: 'theme', markup: { highlight: { lineNos: true, style: 'theme' } } },
    },
  ]);
});

describe('one page is rendered and all are known', () => {
  check([
    { name: 'every page is a link', site: '-- hugo.toml --\n', expected: { cascade: [linkAll] } },
    {
      name: 'cascades of the site come first, and what they render they link',
      site: `-- hugo.yaml --
cascade:
  - target: { path: /a/** }
    build: { list: never }
    banner: a.png
  - _target: { path: /b/** }
    _build: { render: never }
`,
      expected: {
        cascade: [
          { target: { path: '/a/**' }, build: { list: 'never', render: 'link' }, banner: 'a.png' },
          { _target: { path: '/b/**' }, _build: { render: 'never' } },
          linkAll,
        ],
      },
    },
    {
      name: 'one cascade that is no list',
      site: '-- hugo.toml --\n[cascade]\ncolor = "red"\n',
      expected: { cascade: [{ color: 'red' }, linkAll] },
    },
    {
      name: 'the home page tells about itself from the start; formats that nobody defines are left out',
      site: `-- hugo.toml --
[outputFormats.Print]
mediaType = "text/html"
[outputs]
home = ["HTML", "print", "search"]
page = ["HTML"]
[languages.en]
weight = 1
[languages.sv.outputs]
page = ["html", "other"]
`,
      expected: {
        outputs: { home: ['HTML', 'print', 'scribe'], page: ['HTML'] },
        outputFormats: {
          Print: { mediaType: 'text/html' },
          scribe: {
            mediaType: 'text/plain',
            baseName: 'scribe',
            isPlainText: true,
            notAlternative: true,
            permalinkable: false,
          },
        },
        languages: {
          en: { weight: 1 },
          sv: { outputs: { page: ['html'], home: ['html', 'rss', 'scribe'] } },
        },
      },
    },
  ]);
});

describe('what costs, fails or reaches out is gone', () => {
  check([
    {
      name: 'tools, network, themes and directories',
      site: `-- hugo.toml --
theme = "stone"
contentDir = "innehall"
enableGitInfo = true
timeout = "5m"
disableKinds = ["RSS"]
[minify]
minifyOutput = true
[build]
writeStats = true
[security]
enableInlineShortcodes = true
[security.http]
urls = [".*"]
[module]
[module.hugoVersion]
min = "0.200.0"
[[module.imports]]
path = "example.com/a"
`,
      expected: {
        theme: undefined,
        contentDir: undefined,
        enableGitInfo: false,
        timeout: undefined,
        disableKinds: ['RSS', 'sitemap', 'robotsTXT', '404'],
        minify: undefined,
        build: undefined,
        module: { mounts: [{ source: 'content', target: 'content' }] },
        security: {
          enableInlineShortcodes: true,
          exec: { allow: ['none'], osEnv: ['none'] },
          http: { methods: ['none'], urls: ['none'] },
        },
      },
    },
    {
      name: 'pagination moved in 0.128; what the new place says counts',
      site: '-- hugo.toml --\npaginate = 5\npaginatePath = "sida"\n[pagination]\npath = "p"\n',
      expected: { paginate: undefined, paginatePath: undefined, pagination: { pagerSize: 5, path: 'p' } },
    },
  ]);
});

function check(cases: readonly Case[]): void {
  test.each(cases)('$name', ({ site, modules = [], expected }) => {
    const files = [...parseTxtar(site)].map(([path, text]) => ({ path, text }));
    const config = mergeConfig(files);
    expect(config.problems).toEqual([]);
    const text = engineConfig({
      site: config.raw,
      modules: modules.map((module) => moduleConfig([{ path: 'hugo.toml', text: module }]).raw),
      mounts: [
        new Map([
          ['source', 'content'],
          ['target', 'content'],
        ]),
      ],
    });
    const read = parse(text);
    for (const [key, value] of Object.entries(expected)) {
      expect({ [key]: plain(read[key]) }).toEqual({ [key]: value });
    }
  });
}

/** Dates are told from texts. */
function plain(value: unknown): unknown {
  if (value instanceof Date) {
    return `date ${value.toISOString()}`;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, plain(child)]))
    : value;
}
