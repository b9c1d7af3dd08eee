import { expect, test } from 'vitest';
import type { HugoRange } from '../../../../server/src/core/hugo/version.ts';
import { checkDiagnostics, fixed, verdictsOf } from '../../../support/checks.ts';
import { hugo, siteOf } from '../../../support/site.ts';

const range = (min: string | undefined, max?: string): HugoRange => ({ ...hugo(min), max });
const siteFor = (versions: HugoRange): ReturnType<typeof siteOf> =>
  siteOf('-- hugo.toml --\nbaseURL = "https://kvarn.example/"\n', { hugo: versions });
const anyHugo = siteFor(range(undefined));

test('what Hugo refuses is marked at the value itself, all of it at once', () => {
  checkDiagnostics(
    `---
url: https://kvarn.example/om/
     ^^^^^^^^^^^^^^^^^^^^^^^^^ refused-value: "url" is a path on this site, without http:// and a host. Hugo stops the build here.
aliases:
- /gamla/
- http://kvarn.example/om.html
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ refused-value: An alias is a path on this site, without http:// and a host. Hugo stops the build here.
outputs: [html, jsno]
                ^^^^ refused-value: There is no output format "jsno". Hugo stops the build here.
menus:
  main: Om oss
        ^^^^^^ warning refused-value: The entry in the menu "main" takes keys such as name and weight, not a single value. Hugo stops the build where a template shows that menu.
---
`,
    { site: anyHugo },
  );
});

test('what only some releases refuse is a warning that names them', () => {
  checkDiagnostics(
    `---
params:
^^^^^^ warning refused-value: "params" takes keys with values of their own, not a single value or a list. Hugo from 0.123.0 up to 0.162.0 stops the build here.
kind: sida
      ^^^^ warning refused-value: There is no kind of page "sida". Hugo from 0.123.0 up to 0.153.0 stops the build here.
sitemap:
  disable: yes
           ^^^ warning refused-value: "disable" takes true or false. Hugo 0.152.0 and newer stop the build here.
---
`,
    { site: anyHugo },
  );
});

const old = '0.111.3';
const middle = '0.147.6';
const recent = '0.168.0';

test.each<[yaml: string, refusedBy: readonly string[]]>([
  ['build: never', [middle, recent]],
  ['build:\n  publishResources: maybe', [middle, recent]],
  ['build:\n  render: [never]', [middle, recent]],
  ['build:\n  render: sometimes', []],
  ['_build: never', [old, middle, recent]],
  ['_build:\n  render: never', [recent]],
  ['cascade: ink', [middle, recent]],
  ['cascade:\n  kind: page', [middle, recent]],
  ['cascade:\n  target:\n    kind: paeg', [middle, recent]],
  ['cascade:\n  target:\n    kind: "{page,section}"', []],
  ['cascade:\n  url: https://a.example/', [middle, recent]],
  ['cascade:\n  - target:\n      path: /a\n    url: https://a.example/', []],
  ['params: []', [middle, recent]],
  ['params:', [middle]],
  ['kind: page', []],
  ['markup: blackfriday', [middle, recent]],
  ['markup: markdown', []],
  ['markup: html', [recent]],
  ['markup: Org', [recent]],
  ['sitemap: weekly', []],
  ['sitemap:\n  priority: high', [middle, recent]],
  ['sitemap:\n  priority: "0.5"', []],
  ['sites: en', [recent]],
  ['outputs: HTML', []],
  ['outputs: [html, rss]', []],
  ['outputs: {a: html}', []],
  ['outputs: ""', []],
  ['outputs: "html rss"', []],
  ['outputs: [""]', [old, middle, recent]],
  ['outputs: [html, ~]', [old, middle, recent]],
  ['outputs:\n-\n- html', [old, middle, recent]],
  ['outputs: ["html "]', [old, middle, recent]],
  ['outputs: ["html rss"]', [old, middle, recent]],
  ['url: //a.example/', []],
  ['url: /:monat/', [middle, recent]],
  ['url: /a::b/', [middle, recent]],
  ['url: /:Slug/', [middle, recent]],
  ['url: /:year/:slug/', []],
  ['url: "/:sections[1:]/"', []],
  ['url: /:Jan/12:30/:åäö/a:/', []],
  ['url: /a\\:b/', []],
  ['url: /:monat/\ndraft: true', []],
  ['aliases: /a /b', []],
  ['aliases: "/a http://a.example"', [old, middle, recent]],
])('%s', (yaml, refusedBy) => {
  for (const version of [old, middle, recent]) {
    const verdicts = verdictsOf(`---\n${yaml}\n---\n`, { site: siteFor(hugo(version)) });
    const expected = refusedBy.includes(version) ? ['error refused-value'] : [];
    expect(verdicts.filter((verdict) => verdict === 'error refused-value')).toEqual(expected);
  }
});

test('a cascade of an _index page was looked at in old Hugo too, in lists', () => {
  const site = siteFor(hugo(old));
  const text = '---\ncascade:\n- _target:\n    kind: sida\n---\n';
  expect(verdictsOf(text, { site, path: 'content/blogg/_index.md' })).toEqual(['error refused-value']);
  expect(verdictsOf(text, { site, path: 'content/blogg/ett.md' })).toEqual([]);
});

test('a markup that the security settings of the site allow is none to refuse', () => {
  const site = siteOf('-- hugo.toml --\n[security]\nallowContent = [".*"]\n', { hugo: hugo(recent) });
  expect(verdictsOf('---\nmarkup: html\n---\n', { site })).toEqual([]);
});

test('an output format of the site is none to refuse', () => {
  const text = '---\noutputs: [kalender]\n---\n';
  const own = siteOf('-- hugo.toml --\n[outputFormats.Kalender]\nmediaType = "text/calendar"\n');
  const themed = siteOf('-- hugo.toml --\ntheme = "kvarn"\n');
  expect([own, themed].map((site) => verdictsOf(text, { site }))).toEqual([[], []]);
});

test.each([
  ['---\nurl: "https://kvarn.example/om/"\n---\n', '---\nurl: "/om/"\n---\n'],
  ['---\noutputs: ["html "]\n---\n', '---\noutputs: ["html"]\n---\n'],
  ['+++\noutputs = ["jsno"]\n+++\n', '+++\noutputs = ["json"]\n+++\n'],
  ['{"build": {"publishResources": "no"}}\n', '{"build": {"publishResources": false}}\n'],
])('a fix of %s', (wrong, right) => {
  expect(fixed(wrong, { site: siteFor(hugo(recent)) })).toBe(right);
});

test('the old name of build is changed where no release is left that wants it', () => {
  const text = '---\n_build:\n  render: never\n---\n';
  expect(fixed(text, { site: siteFor(hugo(recent)) })).toBe('---\nbuild:\n  render: never\n---\n');
});

test('what Hugo takes for something else is said, and how it should stand', () => {
  checkDiagnostics(
    `---
title: [Mjöl]
       ^^^^^^ warning dropped-value: "title" takes a text. Hugo drops a list or keys in its place.
draft: "yes"
       ^^^^^ warning dropped-value: "draft" takes true or false. Hugo takes this for false.
weight: hög
        ^^^ warning dropped-value: "weight" takes a whole number. Hugo takes this for 0.
tags: råg, vete
      ^^^^^^^^^ warning dropped-value: Hugo does not split "tags" at commas. Write a list: [råg, vete].
categories:
- mjöl: råg
  ^^^^^^^^^ warning dropped-value: "categories" takes a list of texts, and this item is none. Put it in quotes, or make it one word.
---
`,
    { site: anyHugo },
  );
});

test.each<[yaml: string, expected: readonly string[]]>([
  ['draft: true', []],
  ['draft: no', []],
  ['draft: "no"', []],
  ['draft: ""', []],
  ['draft: "true"', ['information dropped-value']],
  ['draft: [true]', ['warning dropped-value']],
  ['weight: "10"', []],
  ['weight: 1.7', ['warning dropped-value']],
  ['weight: 2.0', []],
  ['weight: "1,5"', ['warning dropped-value']],
  ['weight:', []],
  ['tags: råg vete', []],
  ['tags: [råg, vete]', []],
  ['tags: [[råg]]', ['warning dropped-value']],
  ['tags: {a: b}', ['warning dropped-value']],
  ['keywords: "råg, vete"', ['warning dropped-value']],
  ['aliases: /a', []],
  ['serier: råg, vete', []],
  ['title: 1984', []],
  ['slug: {a: b}', ['warning dropped-value']],
])('%s: %j', (yaml, expected) => {
  expect(verdictsOf(`---\n${yaml}\n---\n`, { site: anyHugo })).toEqual(expected);
});

test.each([
  ['0.151.2', []],
  ['0.152.0', ['warning dropped-value']],
  [undefined, ['warning dropped-value']],
])('"draft: yes" is a yes up to Hugo 0.151: %s', (version, expected) => {
  const verdicts = verdictsOf('---\ndraft: yes\n---\n', { site: siteFor(hugo(version)) });
  expect(verdicts).toEqual(expected);
});

test('a term with a comma that other pages have is one', () => {
  const pages = ['a', 'b', 'c'].map(
    (name) => `-- content/${name}.md --\n---\ntags: ["Washington, D.C."]\n---\n`,
  );
  const site = siteOf(pages.join(''), { hugo: range(undefined) });
  expect(verdictsOf('---\ntags: "Washington, D.C."\n---\n', { site })).toEqual([]);
});

test.each([
  ['---\ndraft: "yes"\n---\n', '---\ndraft: true\n---\n'],
  ['---\ntags: råg, vete\n---\n', '---\ntags: [råg, vete]\n---\n'],
  ['---\ntags: "råg, vete"\n---\n', '---\ntags: ["råg", "vete"]\n---\n'],
  ['+++\nkeywords = "råg, vete,"\n+++\n', '+++\nkeywords = ["råg", "vete"]\n+++\n'],
  ['{"draft": "true"}\n', '{"draft": true}\n'],
  ['---\ntitle: [Mjöl]\n---\n', '---\ntitle: "[Mjöl]"\n---\n'],
])('the fix of %s', (wrong, right) => {
  expect(fixed(wrong, { site: anyHugo })).toBe(right);
});

test.each<[string, string, HugoRange, readonly string[]]>([
  ['content/p.html', '<p>Mjöl</p>\n', range('0.161.0', '0.161.1'), []],
  ['content/p.html', '<p>Mjöl</p>\n', range('0.147.6'), ['warning refused-format']],
  ['content/p.html', '---\ndraft: true\n---\n', range('0.162.0'), ['error refused-format']],
  ['content/p.html', '---\nmarkup: md\n---\n', range('0.162.0'), []],
  ['content/p.org', '#+title: Mjöl\n', range('0.162.0', '0.165.0'), []],
  ['content/p.org', '#+title: Mjöl\n', range('0.166.0'), ['error refused-format']],
  ['content/p.org', '#+title: Mjöl\n#+MARKUP: md\n', range('0.166.0'), []],
  ['content/p.md', 'Mjöl\n', range('0.168.0'), []],
])('%s with %j is allowed or not by the releases of %j', (path, text, versions, expected) => {
  expect(verdictsOf(text, { site: siteFor(versions), path })).toEqual(expected);
});

test('a site may allow the formats that Hugo does not', () => {
  const open = siteOf("-- hugo.toml --\n[security]\nallowContent = ['.*']\n", { hugo: hugo('0.168.0') });
  expect(verdictsOf('<p>Mjöl</p>\n', { site: open, path: 'content/p.html' })).toEqual([]);
});
