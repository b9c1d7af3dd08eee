import { expect, test } from 'vitest';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { MemoryFileSystem, settle, SlowFileSystem, uriOf } from '../support/memoryFileSystem.ts';
import { openSites } from '../support/openSites.ts';

const plain = `
-- site/hugo.toml --
title = "Mill"
theme = "stone"
[module.hugoVersion]
min = "0.112.0"
-- site/themes/stone/layouts/shortcodes/box.html --
{{ .Inner }}
-- site/themes/stone/layouts/shortcodes/figure.html --
{{/* A figure of the theme */}}
-- site/layouts/shortcodes/box.html --
{{ .Get 0 }}
-- site/content/_index.md --
---
title: Home
---
-- site/content/blog/a.md --
---
title: A
tags: [stone, water]
---
{{< box >}}
-- site/content/blog/pictures/index.md --
+++
title = "P"
tags = ["water"]
+++
{{< box >}}{{< box >}}
-- site/content/blog/pictures/photo.jpg --
-- site/README.md --
`;

const titles = (snapshot: SiteSnapshot): string[] =>
  snapshot
    .values('title', 1000)
    .map(({ value }) => value)
    .sort();

test('a site is read with its theme, its templates and its content', async () => {
  const { ready } = openSites(new MemoryFileSystem(plain));
  const { root, snapshot } = await ready('site/content/blog/a.md');
  expect(root).toBe(uriOf('site'));
  expect(snapshot.config.title).toBe('Mill');
  expect(snapshot.hugo).toMatchObject({ min: '0.112.0', max: undefined, source: 'module' });
  expect(snapshot.progress).toEqual({ templates: true, content: true, pagesRead: 3, pagesTotal: 3 });
  expect([snapshot.missingModules, snapshot.shortcodesComplete]).toEqual([[], true]);
  expect(titles(snapshot)).toEqual(['A', 'Home', 'P']);
  expect(snapshot.values('Tags', 10)).toEqual([
    { value: 'water', pages: 2 },
    { value: 'stone', pages: 1 },
  ]);
  expect(snapshot.shortcodeUse('box')).toEqual({ calls: 3, pages: 2 });
  expect(snapshot.page(uriOf('site/content/blog/pictures/index.md'))).toMatchObject({
    path: 'blog/pictures/index.md',
    section: 'blog',
    bundle: 'leaf',
  });
  expect(snapshot.shortcode('box')).toMatchObject({
    takesInner: false,
    sources: [
      { path: 'layouts/shortcodes/box.html', origin: 'project' },
      { path: 'themes/stone/layouts/shortcodes/box.html', origin: 'theme' },
    ],
  });
  expect(snapshot.shortcode('figure')).toMatchObject({
    documentation: 'A figure of the theme',
    sources: [{ origin: 'theme' }, { origin: 'embedded' }],
  });
});

const nested = `
-- outer/hugo.toml --
theme = "stone"
-- outer/content/a.md --
-- outer/themes/stone/hugo.toml --
-- outer/themes/stone/content/t.md --
-- outer/themes/stone/exampleSite/hugo.toml --
-- outer/themes/stone/exampleSite/content/e.md --
-- other/config.yaml --
baseURL: https://example.org/
-- other/content/o.md --
-- split/config/_default/hugo.toml --
-- split/content/s.md --
-- split/config/_default/params.toml --
-- tool/config.json --
{ "port": 1 }
-- tool/notes/n.md --
-- loose.md --
`;

test.each([
  ['outer/content/a.md', 'outer'],
  ['outer/themes/stone/content/t.md', 'outer'],
  ['outer/themes/stone/exampleSite/content/e.md', 'outer/themes/stone/exampleSite'],
  ['other/content/o.md', 'other'],
  ['other/content/not/there/yet.md', 'other'],
  ['split/content/s.md', 'split'],
  ['tool/notes/n.md', undefined],
  ['loose.md', undefined],
])('%s belongs to the site in %s', async (path, folder) => {
  const { sites } = openSites(new MemoryFileSystem(nested));
  const root = folder === undefined ? undefined : uriOf(folder);
  expect(sites.known(uriOf(path))).toBeUndefined();
  expect((await sites.siteOf(uriOf(path)))?.root).toBe(root);
  expect(sites.known(uriOf(path))?.root).toBe(root);
});

test.each(['untitled:Untitled-1', 'file:///w', 'nonsense', ''])('%j is in no site', async (uri) => {
  expect(await openSites(new MemoryFileSystem(plain)).sites.siteOf(uri)).toBeUndefined();
});

test('an open document wins over its file until it is closed', async () => {
  const files = new MemoryFileSystem(plain);
  const { sites, ready, watch } = openSites(files);
  const uri = uriOf('site/content/blog/a.md');
  sites.open(uri, '---\ntitle: B\n---\n');
  const site = await ready('site/content/blog/a.md');
  expect(titles(site.snapshot)).toEqual(['B', 'Home', 'P']);
  sites.change(uri, '---\ntitle: C\n---\n');
  expect(titles(site.snapshot)).toEqual(['C', 'Home', 'P']);
  files.files.set('site/content/blog/a.md', '---\ntitle: D\n---\n');
  await watch('~site/content/blog/a.md');
  expect(titles(site.snapshot)).toEqual(['C', 'Home', 'P']);
  sites.close(uri);
  expect(titles(site.snapshot)).toEqual(['D', 'Home', 'P']);
});

test('a document that was never saved counts while it is open', async () => {
  const { sites, ready } = openSites(new MemoryFileSystem(plain));
  const site = await ready('site/content/blog/a.md');
  const uri = 'file:///w/site/content/blog/Ny%20post%20%C3%A5.md';
  sites.open('file:///w/site/content/blog/Ny post å.md', '---\ntitle: New\n---\n');
  await settle();
  expect(site.snapshot.page(uri)?.path).toBe('blog/Ny post å.md');
  sites.close(uri);
  expect(site.snapshot.page(uri)).toBeUndefined();
});

test('typing in the text of a page makes no new snapshot; typing in its keys makes one', async () => {
  const { sites, ready, published } = openSites(new MemoryFileSystem(plain));
  const uri = uriOf('site/content/blog/a.md');
  sites.open(uri, '---\ntitle: A\n---\nHe\n');
  await ready('site/content/blog/a.md');
  const before = published.length;
  sites.change(uri, '---\ntitle: A\n---\nHello\n');
  expect(published).toHaveLength(before);
  sites.change(uri, '---\ntitle: Ab\n---\nHello\n');
  expect(published).toHaveLength(before + 1);
});

const page = (title: string): string => `---\ntitle: ${title}\n---\n`;

test.each([
  ['a page is written', { 'content/new.md': page('N') }, ['+content/new.md'], ['A', 'Home', 'N', 'P']],
  ['a page is changed', { 'content/_index.md': page('H') }, ['~content/_index.md'], ['A', 'H', 'P']],
  ['a page is deleted', { 'content/_index.md': undefined }, ['-content/_index.md'], ['A', 'P']],
  [
    'a page is renamed',
    { 'content/_index.md': undefined, 'content/start.md': page('S') },
    ['-content/_index.md', '+content/start.md'],
    ['A', 'P', 'S'],
  ],
  [
    'a folder is deleted',
    { 'content/blog/a.md': undefined, 'content/blog/pictures/index.md': undefined },
    ['-content/blog'],
    ['Home'],
  ],
  [
    'a folder is moved in',
    { 'content/docs/deep/x.md': page('X'), 'content/docs/y.md': page('Y') },
    ['+content/docs'],
    ['A', 'Home', 'P', 'X', 'Y'],
  ],
  [
    'a folder is renamed',
    {
      'content/blog/a.md': undefined,
      'content/blog/pictures/index.md': undefined,
      'content/log/a.md': page('A2'),
    },
    ['-content/blog', '+content/log'],
    ['A2', 'Home'],
  ],
  ['a picture comes', { 'content/blog/p.png': 'x' }, ['+content/blog/p.png'], ['A', 'Home', 'P']],
  ['a page that is gone again is reported', {}, ['+content/ghost.md'], ['A', 'Home', 'P']],
  [
    'content moves to another folder',
    { 'hugo.toml': 'contentDir = "pages"', 'pages/x.md': page('X') },
    ['~hugo.toml'],
    ['X'],
  ],
])('when %s, its keys are known', async (_, files, changes, expected) => {
  const memory = new MemoryFileSystem(plain);
  const { ready, watch } = openSites(memory);
  const site = await ready('site/content/blog/a.md');
  edit(memory, files);
  await watch(...changes.map((change) => `${change.charAt(0)}site/${change.slice(1)}`));
  expect(titles(site.snapshot)).toEqual(expected);
  expect(site.snapshot.pageCount()).toBe(expected.length);
  expect(site.snapshot.progress).toMatchObject({ templates: true, content: true });
});

test('a checkout that touches 400 files makes one new snapshot', async () => {
  const files = new MemoryFileSystem(plain);
  const { ready, watch, published } = openSites(files);
  const site = await ready('site/content/blog/a.md');
  const before = published.length;
  const paths = Array.from({ length: 400 }, (_, index) => `site/content/docs/${index}.md`);
  paths.forEach((path, index) => files.files.set(path, page(`Doc ${index}`)));
  files.files.set('site/layouts/shortcodes/new.html', '');
  await watch(...paths.map((path) => `+${path}`), '+site/layouts/shortcodes/new.html');
  expect(published).toHaveLength(before + 1);
  expect(site.snapshot.pageCount()).toBe(403);
  expect(site.snapshot.shortcode('new')).toBeDefined();
  expect(published.at(-1)).toBe(site.snapshot);
  paths.forEach((path) => files.files.delete(path));
  await watch(...paths.map((path) => `-${path}`));
  expect(published).toHaveLength(before + 2);
  expect(site.snapshot.pageCount()).toBe(3);
});

test.each([
  [
    'a template is changed',
    { 'layouts/shortcodes/box.html': '{{ .Inner }}' },
    '~layouts/shortcodes/box.html',
    true,
  ],
  [
    'the first of two is deleted',
    { 'layouts/shortcodes/box.html': undefined },
    '-layouts/shortcodes/box.html',
    true,
  ],
  ['the folder is deleted', { 'layouts/shortcodes/box.html': undefined }, '-layouts', true],
  ['another template is changed', { 'layouts/index.html': 'x' }, '~layouts/index.html', false],
])('when %s, the shortcode is what Hugo would use', async (_, files, change, takesInner) => {
  const memory = new MemoryFileSystem(plain);
  const { ready, watch } = openSites(memory);
  const site = await ready('site/content/blog/a.md');
  expect(site.snapshot.shortcode('box')?.takesInner).toBe(false);
  edit(memory, files);
  await watch(`${change.charAt(0)}site/${change.slice(1)}`);
  expect(site.snapshot.shortcode('box')?.takesInner).toBe(takesInner);
});

test('a missing theme is named, and no shortcode is proven unknown until it arrives', async () => {
  const files = new MemoryFileSystem(plain.replaceAll('themes/stone/', 'elsewhere/'));
  const { ready, watch, log } = openSites(files);
  const site = await ready('site/content/blog/a.md');
  expect([site.snapshot.missingModules, site.snapshot.shortcodesComplete]).toEqual([['stone'], false]);
  await watch('~site/hugo.toml');
  expect(log.filter((line) => line.includes('stone'))).toHaveLength(1);
  files.files.set('site/themes/stone/layouts/shortcodes/late.html', '');
  await watch('+site/themes/stone');
  expect([site.snapshot.missingModules, site.snapshot.shortcodesComplete]).toEqual([[], true]);
  expect(site.snapshot.shortcode('late')).toBeDefined();
  files.files.delete('site/themes/stone/layouts/shortcodes/late.html');
  await watch('-site/themes');
  expect([site.snapshot.missingModules, site.snapshot.shortcodesComplete]).toEqual([['stone'], false]);
});

test.each([
  ['vendored', '_vendor/example.org/m', '', 'theme = []\n[[module.imports]]\npath = "example.org/m"'],
  [
    'replaced in go.mod',
    '../m',
    'replace example.org/m v1.0.0 => ../m',
    '[[module.imports]]\npath = "example.org/m"',
  ],
])('a module that is %s is read', async (_, folder, goMod, config) => {
  const files = new MemoryFileSystem(`
-- site/hugo.toml --
${config}
-- site/go.mod --
${goMod}
-- site/content/a.md --
`);
  files.files.set(`site/${folder}/layouts/shortcodes/mod.html`.replace('site/../', ''), '{{ .Inner }}');
  const { ready } = openSites(files);
  const { snapshot } = await ready('site/content/a.md');
  expect([snapshot.missingModules, snapshot.shortcodesComplete]).toEqual([[], true]);
  expect(snapshot.shortcode('mod')).toMatchObject({ takesInner: true, sources: [{ origin: 'module' }] });
});

test('a mount that leads out of reach is not read, and the shortcodes are not complete', async () => {
  const files = new MemoryFileSystem(`
-- site/hugo.toml --
[[module.mounts]]
source = ".."
target = "layouts"
-- site/content/a.md --
-- secret/shortcodes/s.html --
`);
  const { ready } = openSites(files);
  const { snapshot } = await ready('site/content/a.md');
  expect(snapshot.shortcodesComplete).toBe(false);
  expect(files.asked.filter((one) => one.includes('secret'))).toEqual([]);
});

test('a broken configuration does not end the site, and a mended one is taken over', async () => {
  const files = new MemoryFileSystem(plain);
  const { ready, watch } = openSites(files);
  const site = await ready('site/content/blog/a.md');
  edit(files, { 'hugo.toml': 'title = "Mi' });
  await watch('~site/hugo.toml');
  expect(site.snapshot.config.problems).not.toEqual([]);
  edit(files, { 'hugo.toml': 'title = "Mended"' });
  await watch('~site/hugo.toml');
  expect(site.snapshot.config).toMatchObject({ title: 'Mended', problems: [] });
});

test('a site whose folder goes away is closed, and found again when it comes back', async () => {
  const files = new MemoryFileSystem(plain);
  const { sites, ready, watch } = openSites(files);
  await ready('site/content/blog/a.md');
  sites.open(uriOf('site/content/blog/a.md'), page('Open'));
  await settle();
  const saved = [...files.files];
  files.files.clear();
  files.files.set('other/x.md', '');
  await watch('-site');
  expect(sites.all()).toEqual([]);
  expect(sites.known(uriOf('site/content/blog/a.md'))).toBeUndefined();
  saved.forEach(([path, text]) => files.files.set(path, text));
  await watch('+site');
  const back = sites.known(uriOf('site/content/blog/a.md'));
  await back?.ready;
  expect(back && titles(back.snapshot)).toEqual(['Home', 'Open', 'P']);
});

test('a folder becomes a site when its configuration is written', async () => {
  const files = new MemoryFileSystem('-- blog/content/a.md --\n---\ntitle: A\n---\n');
  const { sites, watch } = openSites(files);
  sites.open(uriOf('blog/content/a.md'), page('A'));
  await settle();
  expect(sites.known(uriOf('blog/content/a.md'))).toBeUndefined();
  files.files.set('blog/hugo.toml', '');
  await watch('+blog/hugo.toml');
  expect(sites.known(uriOf('blog/content/a.md'))?.root).toBe(uriOf('blog'));
});

test('the setting says which Hugo it is; the same setting again changes nothing', async () => {
  const { sites, ready, published } = openSites(new MemoryFileSystem(plain));
  const site = await ready('site/content/blog/a.md');
  sites.setInstalled('0.128.0');
  await settle();
  expect(site.snapshot.hugo).toMatchObject({ min: '0.128.0', source: 'installed' });
  sites.setSetting('0.147.6');
  for (let i = 0; i < 20; i++) {
    await settle();
  }
  expect(site.snapshot.hugo).toMatchObject({ min: '0.147.6', max: '0.147.6', source: 'setting' });
  const before = published.length;
  sites.setSetting('0.147.6');
  await settle();
  expect(published).toHaveLength(before);
});

test('on a slow disk, what is known comes first and nothing is said too early', async () => {
  const files = new SlowFileSystem(plain);
  const { sites, published } = openSites(files);
  const found = sites.siteOf(uriOf('site/content/blog/a.md'));
  const seen: SiteSnapshot[] = [];
  while (await files.answerOne()) {
    seen.push(...published.slice(seen.length));
  }
  const site = await found;
  const firstContent = files.asked.indexOf('read site/content/_index.md');
  const lastTemplate = files.asked.lastIndexOf('read site/themes/stone/layouts/shortcodes/figure.html');
  expect(firstContent).toBeGreaterThan(lastTemplate);
  expect(lastTemplate).toBeGreaterThan(files.asked.lastIndexOf('read site/hugo.toml'));
  expect(published.map(({ revision }) => revision)).toEqual(published.map((_, index) => index + 2));
  expect(published.every(({ hugo }) => hugo.min === '0.112.0')).toBe(true);
  expect(
    published.map(({ progress, shortcodesComplete }) => [
      progress.templates,
      progress.content,
      shortcodesComplete,
    ]),
  ).toEqual([
    [false, false, false],
    [true, false, true],
    [true, true, true],
  ]);
  expect(published.filter((one) => one.shortcodesComplete && one.shortcode('box') === undefined)).toEqual([]);
  expect(published.at(-1)).toBe(site?.snapshot);
});

test('on a slow disk, a document that is open is known before the content is read', async () => {
  const files = new SlowFileSystem(plain);
  const { sites, published } = openSites(files);
  sites.open(uriOf('site/content/blog/a.md'), page('Open'));
  while (published.length === 0 && (await files.answerOne())) {
    expect(files.asked.filter((one) => one.startsWith('read site/content'))).toEqual([]);
  }
  expect(published.at(-1)?.values('title', 10)).toEqual([{ value: 'Open', pages: 1 }]);
});

test('after the end nothing is published any more', async () => {
  const files = new SlowFileSystem(plain);
  const { sites, published } = openSites(files);
  const found = sites.siteOf(uriOf('site/content/blog/a.md'));
  for (let i = 0; i < 12; i++) {
    await files.answerOne();
  }
  sites.dispose();
  const before = published.length;
  while (await files.answerOne()) {
    expect(published).toHaveLength(before);
  }
  await (
    await found
  )?.ready;
});

function edit(memory: MemoryFileSystem, files: Readonly<Record<string, string | undefined>>): void {
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) {
      memory.files.delete(`site/${path}`);
    } else {
      memory.files.set(`site/${path}`, text);
    }
  }
}
