import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../server/src/core/text/message.ts';
import type { SiteFiles } from '../../server/src/core/preview/siteFiles.ts';
import type { SiteFilesChange } from '../../server/src/workspace/readSiteChanges.ts';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';
import { openSites } from '../support/openSites.ts';

const mill = `
-- mill/site/hugo.yaml --
title: Mill
theme: stone
module:
  imports: [{ path: example.com/wood }]
  replacements: example.com/wood -> ../../wood
-- mill/site/content/_index.md --
---
title: Home
---
-- mill/site/content/blog/a.md --
---
title: A
---
{{< box >}}
-- mill/site/content/blog/draft.md --
---
title: Draft
draft: true
---
{{< nosuch >}}
-- mill/site/content/blog/future.md --
---
title: Future
date: 2999-01-01
---
-- mill/site/content/blog/broken.md --
---
title: Broken
---
{{< nosuch >}}
-- mill/site/content/blog/album/index.md --
---
title: Album
---
-- mill/site/content/blog/album/notes.txt --
notes
-- mill/site/content/blog/album/.hidden.md --
-- mill/site/data/d.yaml --
a: 1
-- mill/site/i18n/en.yaml --
-- mill/site/assets/main.css --
-- mill/site/assets/font.woff2 --
-- mill/site/static/s.css --
-- mill/site/public/index.html --
-- mill/site/node_modules/x/index.js --
-- mill/site/layouts/shortcodes/box.html --
box
-- mill/site/themes/stone/hugo.toml --
[params]
color = "gray"
-- mill/site/themes/stone/layouts/_default/single.html --
{{ resources.Get "a.scss" | toCSS }}
-- mill/site/themes/other/layouts/_default/single.html --
-- mill/wood/layouts/partials/wood.html --
wood
`;

describe('what an engine gets of a site', () => {
  test('the page, what surrounds it, and the templates of themes and modules; nothing that is served or made', async () => {
    const files = await read('content/blog/a.md');
    expect([...files.texts.keys()].sort()).toEqual([
      '_above/wood/layouts/partials/wood.html',
      'assets/main.css',
      'content/_index.md',
      'content/blog/a.md',
      'content/blog/album/index.md',
      'content/blog/album/notes.txt',
      'content/blog/broken.md',
      'data/d.yaml',
      'i18n/en.yaml',
      'layouts/shortcodes/box.html',
      'themes/stone/layouts/_default/single.html',
    ]);
    expect(files.notes.map((note) => formatMessage(note))).toEqual([
      'Styles and scripts made with Sass, PostCSS or a bundler are left out.',
    ]);
    expect(files.needsTools).toBe(true);
    expect(parse(files.config)).toMatchObject({ title: 'Mill', params: { color: 'gray' } });
  });

  test('a page that Hugo would stop at is there with its front matter alone', async () => {
    const files = await read('content/blog/a.md');
    expect(files.texts.get('content/blog/broken.md')).toBe('---\ntitle: Broken\n---\n');
    expect(files.texts.get('content/blog/a.md')).toContain('{{< box >}}');
  });

  test.each(['content/blog/draft.md', 'content/blog/future.md', 'content/blog/broken.md'])(
    '%s is there as it is when it is shown',
    async (page) => {
      const memory = new MemoryFileSystem(mill);
      const [text] = await memory.readMany([uriOf(`mill/site/${page}`)]);
      expect((await read(page, memory)).texts.get(page)).toBe(text);
    },
  );

  test('an open document wins over its file, and one without a file is there', async () => {
    const { ready, sites } = openSites(new MemoryFileSystem(mill));
    const site = await ready('mill/site/content/blog/a.md');
    sites.open(uriOf('mill/site/content/blog/a.md'), 'typed');
    sites.open(uriOf('mill/site/content/new.md'), 'new');
    await site.ready;
    await sites.siteOf(uriOf('mill/site/content/new.md'));
    const files = await site.readFiles('content/new.md');
    expect(files.texts.get('content/blog/a.md')).toBe('typed');
    expect(files.texts.get('content/new.md')).toBe('new');
  });

  test('what a missing theme would bring is made up for, and said once', async () => {
    const files = await read(
      'content/a.md',
      new MemoryFileSystem(`
-- mill/site/hugo.toml --
theme = "gone"
-- mill/site/content/a.md --
---
title: A
---
{{< note >}}text{{< /note >}} {{< mark >}}
-- mill/site/layouts/index.html --
{{ partial "head.html" . }}{{ partial "own.html" . }}{{ partial "opengraph.html" . }}
-- mill/site/layouts/partials/own.html --
`),
    );
    const spare = [...files.texts].filter(([path]) => path.startsWith('_scribe/'));
    expect(spare.map(([path]) => path).sort()).toEqual([
      '_scribe/layouts/all.html',
      '_scribe/layouts/baseof.html',
      '_scribe/layouts/partials/head.html',
      '_scribe/layouts/shortcodes/mark.html',
      '_scribe/layouts/shortcodes/note.html',
    ]);
    expect(files.texts.get('_scribe/layouts/shortcodes/note.html')).toContain('.Inner');
    expect(files.texts.get('_scribe/layouts/shortcodes/mark.html')).not.toContain('.Inner');
    expect(files.notes.map((note) => formatMessage(note))).toEqual([
      'Not on disk, so what comes from there is left out: gone.',
    ]);
  });
});

test('pages take pictures from the folders of their site, its theme and its modules', async () => {
  const { ready } = openSites(new MemoryFileSystem(mill));
  const site = await ready('mill/site/content/blog/a.md');
  expect(site.resourceRoots).toEqual(
    expect.arrayContaining(
      ['static', 'assets', 'content', 'themes/stone/static'].map((path) => uriOf(`mill/site/${path}`)),
    ),
  );
  expect(site.resourceRoots).not.toContain(uriOf('mill/site'));
  expect(site.localFiles('/s.css')[0]).toBe(uriOf('mill/site/static/s.css'));
});

describe('an engine hears of files that change', () => {
  test.each([
    [
      'a page',
      { 'content/blog/a.md': '---\ntitle: B\n---\n' },
      '~content/blog/a.md',
      [['content/blog/a.md', '---\ntitle: B\n---\n']],
    ],
    [
      'a page that becomes a draft',
      { 'content/blog/a.md': '---\ndraft: true\n---\n' },
      '~content/blog/a.md',
      [['content/blog/a.md', undefined]],
    ],
    [
      'a page that is gone',
      { 'content/blog/a.md': undefined },
      '-content/blog/a.md',
      [['content/blog/a.md', undefined]],
    ],
    [
      'a template',
      { 'layouts/shortcodes/box.html': '{{ $r | toCSS }}' },
      '~layouts/shortcodes/box.html',
      [['layouts/shortcodes/box.html', expect.stringContaining('empty.css')]],
    ],
    ['data', { 'data/d.yaml': 'a: 2' }, '~data/d.yaml', [['data/d.yaml', 'a: 2']]],
    [
      'a new template',
      { 'layouts/index.html': 'home' },
      '+layouts/index.html',
      [['layouts/index.html', 'home']],
    ],
    ['a file that it does not have', { 'static/s.css': 'x' }, '~static/s.css', undefined],
    ['the configuration', { 'hugo.yaml': 'title: New\ntheme: stone\n' }, '~hugo.yaml', 'reset'],
    ['a folder that is gone', {}, '-content/blog', 'reset'],
  ])('%s', async (_, written, change, expected) => {
    const memory = new MemoryFileSystem(mill);
    const { ready, watch } = openSites(memory);
    const site = await ready('mill/site/content/blog/a.md');
    const heard: (readonly unknown[] | 'reset')[] = [];
    const stop = site.onFilesChanged((seen: SiteFilesChange) =>
      heard.push(seen === 'reset' ? seen : [...seen]),
    );
    Object.entries(written).forEach(([path, text]) => memory.write(`mill/site/${path}`, text));
    await watch(`${change.slice(0, 1)}mill/site/${change.slice(1)}`);
    expect(heard).toEqual(expected === undefined ? [] : [expected]);
    stop();
    await watch('~mill/site/content/blog/a.md');
    expect(heard.length).toBe(expected === undefined ? 0 : 1);
  });
});

async function read(page: string, memory = new MemoryFileSystem(mill)): Promise<SiteFiles> {
  const { ready } = openSites(memory);
  const site = await ready(`mill/site/${page}`);
  return site.readFiles(page);
}
