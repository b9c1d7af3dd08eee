import { expect, test } from 'vitest';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { MemoryFileSystem, settle, SlowFileSystem, uriOf } from '../support/memoryFileSystem.ts';
import { mill, page, titles } from '../support/mill.ts';
import { openSites } from '../support/openSites.ts';

test('a site is read with its theme, its templates and its content', async () => {
  const { ready } = openSites(new MemoryFileSystem(mill));
  const { root, snapshot } = await ready('site/content/blog/a.md');
  expect(root).toBe(uriOf('site'));
  expect(snapshot.config.title).toBe('Mill');
  expect(snapshot.hugo).toMatchObject({ min: '0.112.0', max: undefined, source: 'module' });
  expect(snapshot.progress).toEqual({
    templates: true,
    content: true,
    files: true,
    pagesRead: 3,
    pagesTotal: 3,
  });
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
-- live/config/production/hugo.toml --
-- live/content/l.md --
-- misplaced/config/hugo.toml --
-- misplaced/content/m.md --
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
  ['live/content/l.md', 'live'],
  ['misplaced/content/m.md', undefined],
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
  expect(await openSites(new MemoryFileSystem(mill)).sites.siteOf(uri)).toBeUndefined();
});

test('a document that was never saved counts while it is open', async () => {
  const { sites, ready } = openSites(new MemoryFileSystem(mill));
  const site = await ready('site/content/blog/a.md');
  const uri = 'file:///w/site/content/blog/Ny%20post%20%C3%A5.md';
  sites.open('file:///w/site/content/blog/Ny post å.md', '---\ntitle: New\n---\n');
  await settle();
  expect(site.snapshot.page(uri)?.path).toBe('blog/Ny post å.md');
  sites.close(uri);
  expect(site.snapshot.page(uri)).toBeUndefined();
});

test('typing in the text of a page makes no new snapshot; typing in its keys makes one', async () => {
  const { sites, ready, published } = openSites(new MemoryFileSystem(mill));
  const uri = uriOf('site/content/blog/a.md');
  sites.open(uri, '---\ntitle: A\n---\nHe\n');
  await ready('site/content/blog/a.md');
  const before = published.length;
  sites.change(uri, '---\ntitle: A\n---\nHello\n');
  expect(published).toHaveLength(before);
  sites.change(uri, '---\ntitle: Ab\n---\nHello\n');
  expect(published).toHaveLength(before + 1);
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
  files.write(`site/${folder}/layouts/shortcodes/mod.html`.replace('site/../', ''), '{{ .Inner }}');
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

test('the setting says which Hugo it is; the same setting again changes nothing', async () => {
  const { sites, ready, published } = openSites(new MemoryFileSystem(mill));
  const site = await ready('site/content/blog/a.md');
  sites.setInstalled('0.128.0');
  await settle();
  expect(site.snapshot.hugo).toMatchObject({ min: '0.128.0', source: 'installed' });
  sites.setSetting(site.root, '0.147.6');
  for (let i = 0; i < 20; i++) {
    await settle();
  }
  expect(site.snapshot.hugo).toMatchObject({ min: '0.147.6', max: '0.147.6', source: 'setting' });
  const before = published.length;
  sites.setSetting(site.root, '0.147.6');
  await settle();
  expect(published).toHaveLength(before);
});

test('while much content is read, the progress is told now and then', async () => {
  const files = new MemoryFileSystem(mill);
  Array.from({ length: 1000 }, (_, index) =>
    files.write(`site/content/docs/${index}.md`, page(`Doc ${index}`)),
  );
  const { ready, published } = openSites(files);
  await ready('site/content/blog/a.md');
  const steps = published.filter(
    ({ progress }) => progress.templates && !progress.files && progress.pagesTotal !== undefined,
  );
  const read = steps.map(({ progress }) => progress.pagesRead);
  expect(steps.map(({ progress }) => progress.content)).toEqual(
    steps.map((_, index) => index === steps.length - 1),
  );
  expect(read).toEqual([...new Set(read)].sort((a, b) => a - b));
  expect(read.at(-1)).toBe(1003);
  expect(steps.length).toBeGreaterThan(2);
  expect(steps.length).toBeLessThan(20);
});

test('on a slow disk, what is known comes first and nothing is said too early', async () => {
  const files = new SlowFileSystem(mill);
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
  const revisions = published.map(({ revision }) => revision);
  expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
  expect(published.every(({ hugo }) => hugo.min === '0.112.0')).toBe(true);
  expect(
    published.map(({ progress, shortcodesComplete }) => [
      progress.templates,
      progress.content,
      progress.files,
      shortcodesComplete,
    ]),
  ).toEqual([
    [false, false, false, false],
    [true, false, false, true],
    [true, true, false, true],
    [true, true, true, true],
  ]);
  expect(published.filter((one) => one.shortcodesComplete && one.shortcode('box') === undefined)).toEqual([]);
  expect(published.at(-1)).toBe(site?.snapshot);
});

test('on a slow disk, a document that is open is known before the content is read', async () => {
  const files = new SlowFileSystem(mill);
  const { sites, published } = openSites(files);
  sites.open(uriOf('site/content/blog/a.md'), page('Open'));
  while (published.length === 0 && (await files.answerOne())) {
    expect(files.asked.filter((one) => one.startsWith('read site/content'))).toEqual([]);
  }
  expect(published.at(-1)?.values('title', 10)).toEqual([{ value: 'Open', pages: 1 }]);
});

test('after the end nothing is published any more', async () => {
  const files = new SlowFileSystem(mill);
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
