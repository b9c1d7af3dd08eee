import { expect, test } from 'vitest';
import { keySchema } from '../../server/src/core/schema/keySchema.ts';
import { MemoryFileSystem, settle, uriOf } from '../support/memoryFileSystem.ts';
import { edit, mill, page, titles } from '../support/mill.ts';
import { openSites } from '../support/openSites.ts';
import { parseTxtar } from '../support/txtar.ts';

test('a document that is closed is read from its file, even where nobody watches the files', async () => {
  const files = new MemoryFileSystem(mill);
  const { sites, ready, watch } = openSites(files);
  const uri = uriOf('site/content/blog/a.md');
  const site = await ready('site/content/blog/a.md');
  sites.open(uri, page('Typed'));
  await settle();
  files.write('site/content/blog/a.md', page('Saved'));
  sites.close(uri);
  await watch();
  expect(titles(site.snapshot)).toEqual(['Home', 'P', 'Saved']);
});

test('an open document wins over its file until it is closed', async () => {
  const files = new MemoryFileSystem(mill);
  const { sites, ready, watch } = openSites(files);
  const uri = uriOf('site/content/blog/a.md');
  sites.open(uri, '---\ntitle: B\n---\n');
  const site = await ready('site/content/blog/a.md');
  expect(titles(site.snapshot)).toEqual(['B', 'Home', 'P']);
  sites.change(uri, '---\ntitle: C\n---\n');
  expect(titles(site.snapshot)).toEqual(['C', 'Home', 'P']);
  files.write('site/content/blog/a.md', '---\ntitle: D\n---\n');
  await watch('~site/content/blog/a.md');
  expect(titles(site.snapshot)).toEqual(['C', 'Home', 'P']);
  sites.close(uri);
  expect(titles(site.snapshot)).toEqual(['D', 'Home', 'P']);
});

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
  const memory = new MemoryFileSystem(mill);
  const { ready, watch } = openSites(memory);
  const site = await ready('site/content/blog/a.md');
  edit(memory, files);
  await watch(...changes.map((change) => `${change.charAt(0)}site/${change.slice(1)}`));
  expect(titles(site.snapshot)).toEqual(expected);
  expect(site.snapshot.pageCount()).toBe(expected.length);
  expect(site.snapshot.progress).toMatchObject({ templates: true, content: true });
});

test('a checkout that touches 400 files makes one new snapshot', async () => {
  const files = new MemoryFileSystem(mill);
  const { ready, watch, published } = openSites(files);
  const site = await ready('site/content/blog/a.md');
  const before = published.length;
  const paths = Array.from({ length: 400 }, (_, index) => `site/content/docs/${index}.md`);
  paths.forEach((path, index) => files.write(path, page(`Doc ${index}`)));
  files.write('site/layouts/shortcodes/new.html', '');
  await watch(...paths.map((path) => `+${path}`), '+site/layouts/shortcodes/new.html');
  expect(published).toHaveLength(before + 1);
  expect(site.snapshot.pageCount()).toBe(403);
  expect(site.snapshot.shortcode('new')).toBeDefined();
  expect(published.at(-1)).toBe(site.snapshot);
  paths.forEach((path) => files.write(path, undefined));
  await watch(...paths.map((path) => `-${path}`));
  expect(published).toHaveLength(before + 2);
  expect(site.snapshot.pageCount()).toBe(3);
});

test('a folder that holds templates and content takes both away', async () => {
  const files = new MemoryFileSystem(`
-- site/hugo.toml --
contentDir = "src/content"
layoutDir = "src/layouts"
-- site/src/content/a.md --
---
title: A
---
-- site/src/layouts/shortcodes/own.html --
`);
  const { ready, watch } = openSites(files);
  const site = await ready('site/src/content/a.md');
  expect([titles(site.snapshot), site.snapshot.shortcode('own')?.name]).toEqual([['A'], 'own']);
  edit(files, { 'src/content/a.md': undefined, 'src/layouts/shortcodes/own.html': undefined });
  await watch('-site/src');
  expect([titles(site.snapshot), site.snapshot.shortcode('own')?.name]).toEqual([[], undefined]);
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
  const memory = new MemoryFileSystem(mill);
  const { ready, watch } = openSites(memory);
  const site = await ready('site/content/blog/a.md');
  expect(site.snapshot.shortcode('box')?.takesInner).toBe(false);
  edit(memory, files);
  await watch(`${change.charAt(0)}site/${change.slice(1)}`);
  expect(site.snapshot.shortcode('box')?.takesInner).toBe(takesInner);
});

test.each([
  ['changed', '{{ .Get "b" }}', '~', ['b']],
  ['deleted', undefined, '-', []],
])('when a partial is %s, the shortcodes that call it take other arguments', async (_, text, sign, keys) => {
  const files = new MemoryFileSystem(`
-- site/hugo.toml --
-- site/layouts/shortcodes/box.html --
{{ partial "part.html" . }}
-- site/layouts/partials/part.html --
{{ .Get "a" }}
-- site/content/a.md --
`);
  const { ready, watch } = openSites(files);
  const site = await ready('site/content/a.md');
  const known = (): unknown[] | undefined =>
    site.snapshot.shortcode('box')?.signature?.arguments.map(({ key }) => key);
  expect(known()).toEqual(['a']);
  edit(files, { 'layouts/partials/part.html': text });
  await watch(`${sign}site/layouts/partials/part.html`);
  expect(known()).toEqual(keys);
});

test('a missing theme is named, and no shortcode is proven unknown until it arrives', async () => {
  const files = new MemoryFileSystem(mill.replaceAll('themes/stone/', 'elsewhere/'));
  const { ready, watch, log } = openSites(files);
  const site = await ready('site/content/blog/a.md');
  expect([site.snapshot.missingModules, site.snapshot.shortcodesComplete]).toEqual([['stone'], false]);
  await watch('~site/hugo.toml');
  expect(log.filter((line) => line.includes('stone'))).toHaveLength(1);
  files.write('site/themes/stone/layouts/shortcodes/late.html', '');
  await watch('+site/themes/stone');
  expect([site.snapshot.missingModules, site.snapshot.shortcodesComplete]).toEqual([[], true]);
  expect(site.snapshot.shortcode('late')).toBeDefined();
  files.write('site/themes/stone/layouts/shortcodes/late.html', undefined);
  await watch('-site/themes');
  expect([site.snapshot.missingModules, site.snapshot.shortcodesComplete]).toEqual([['stone'], false]);
});

test('a broken configuration does not end the site, and a mended one is taken over', async () => {
  const files = new MemoryFileSystem(mill);
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
  const files = new MemoryFileSystem(mill);
  const { sites, ready, watch } = openSites(files);
  await ready('site/content/blog/a.md');
  sites.open(uriOf('site/content/blog/a.md'), page('Open'));
  await settle();
  const paths = files.paths();
  paths.forEach((path) => files.write(path, undefined));
  files.write('other/x.md', '');
  await watch('-site');
  expect(sites.all()).toEqual([]);
  expect(sites.known(uriOf('site/content/blog/a.md'))).toBeUndefined();
  parseTxtar(mill).forEach((text, path) => files.write(path, text));
  await watch('+site');
  const back = sites.known(uriOf('site/content/blog/a.md'));
  await back?.ready;
  expect(back && titles(back.snapshot)).toEqual(['Home', 'Open', 'P']);
});

test('while sites are looked for anew, those of open documents stay known', async () => {
  const files = new MemoryFileSystem(mill);
  const { sites, ready } = openSites(files);
  const site = await ready('site/content/blog/a.md');
  sites.open(uriOf('site/content/blog/a.md'), page('Open'));
  await settle();
  sites.filesChanged([{ uri: uriOf('site/content/newfolder'), type: 'created' }]);
  expect(sites.known(uriOf('site/content/blog/a.md'))).toBe(site);
  await settle();
  expect(sites.known(uriOf('site/content/blog/a.md'))).toBe(site);
});

test('when a file names another Hugo, the content is read again for it', async () => {
  const files = new MemoryFileSystem(mill);
  const { ready, watch } = openSites(files);
  const site = await ready('site/content/blog/a.md');
  const before = files.asked.length;
  edit(files, { 'netlify.toml': '[build.environment]\nHUGO_VERSION = "0.147.6"\n' });
  await watch('+site/netlify.toml');
  expect(site.snapshot.hugo).toMatchObject({ min: '0.147.6', max: '0.147.6', file: 'netlify.toml' });
  expect(files.asked.slice(before)).toContain('read site/content/blog/a.md');
});

test('a folder becomes a site when its configuration is written', async () => {
  const files = new MemoryFileSystem('-- blog/content/a.md --\n---\ntitle: A\n---\n');
  const { sites, watch } = openSites(files);
  sites.open(uriOf('blog/content/a.md'), page('A'));
  await settle();
  expect(sites.known(uriOf('blog/content/a.md'))).toBeUndefined();
  files.write('blog/hugo.toml', '');
  await watch('+blog/hugo.toml');
  expect(sites.known(uriOf('blog/content/a.md'))?.root).toBe(uriOf('blog'));
});

test('what a section hands down decides anew which templates read a page below it', async () => {
  const section = (cascade: string): string => `---\ntitle: Boats\n${cascade}---\n`;
  const files = new MemoryFileSystem(`
-- site/hugo.toml --
-- site/layouts/wide/single.html --
{{ .Params.sail }}
-- site/content/boats/_index.md --
${section('')}-- site/content/boats/tern.md --
---
sail: red
---
`);
  const { ready, watch } = openSites(files);
  const site = await ready('site/content/boats/tern.md');
  const scope = (): string | undefined => {
    const { snapshot } = site;
    const tern = snapshot.page(uriOf('site/content/boats/tern.md'));
    return keySchema(snapshot, tern, ['sail'])?.reads[0]?.scope;
  };
  expect(scope()).toBe('elsewhere');
  files.write('site/content/boats/_index.md', section('cascade:\n  type: wide\n'));
  await watch('~site/content/boats/_index.md');
  expect(scope()).toBe('page');
  files.write('site/content/boats/_index.md', section(''));
  await watch('~site/content/boats/_index.md');
  expect(scope()).toBe('elsewhere');
});
