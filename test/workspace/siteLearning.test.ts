import { describe, expect, test } from 'vitest';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { MemoryFileSystem, settle, uriOf } from '../support/memoryFileSystem.ts';
import { edit } from '../support/mill.ts';
import { openSites } from '../support/openSites.ts';
import { argumentsOf, farm } from './farm.ts';

const keysOf = (snapshot: SiteSnapshot, path: string): unknown =>
  snapshot
    .templates()
    .find(({ source }) => source.path === path)
    ?.reading?.keys.map((key) => key.path.join('.'));
const archetypes = (snapshot: SiteSnapshot): string[] =>
  snapshot.archetypes().map(({ name, keys }) => `${name}: ${keys.map(({ id }) => id).join(' ')}`);
const pictures = (snapshot: SiteSnapshot): string[] =>
  snapshot.files.filesIn('static', 'img').map(({ name }) => name);
const authors = (snapshot: SiteSnapshot): string[] =>
  snapshot.data.values('authors', 'name').map(({ value }) => value);
const teamKeys = (snapshot: SiteSnapshot): unknown => snapshot.team?.keys.map(({ name }) => name);

test('a site says what its templates, archetypes, data and files say, those of the project first', async () => {
  const { ready } = openSites(new MemoryFileSystem(farm));
  const { snapshot } = await ready('site/content/a.md');
  expect(snapshot.templates().map(({ role, rank, path }) => `${rank} ${role} ${path}`)).toEqual([
    '0 page _default/single.html',
    '0 partial partials/outer.html',
    '0 partial partials/part.html',
    '0 shortcode shortcodes/box.html',
    '0 shortcode shortcodes/deep.html',
    '0 shortcode shortcodes/plain.html',
    '1 page _default/single.html',
  ]);
  expect(keysOf(snapshot, 'layouts/_default/single.html')).toEqual(['card']);
  expect(argumentsOf(snapshot, 'deep')).toEqual(['a']);
  expect(archetypes(snapshot)).toEqual(['blogg: title', 'default: stone']);
  expect(pictures(snapshot)).toEqual(['a.png', 'theme.png']);
  expect(snapshot.files.file('assets', '/js/a.js')?.uri).toBe(uriOf('site/assets/js/a.js'));
  expect(authors(snapshot)).toEqual(['Jane']);
  expect(snapshot.team).toBeUndefined();
});

describe('when something changes, that alone is read again:', () => {
  const single = 'layouts/_default/single.html';
  const part = 'layouts/partials/part.html';
  const partTemplates = [part];
  type Said = (snapshot: SiteSnapshot) => unknown;
  const card: Said = (snapshot) => keysOf(snapshot, single);
  const box: Said = (snapshot) => argumentsOf(snapshot, 'box');
  const deep: Said = (snapshot) => argumentsOf(snapshot, 'deep');

  test.each<[string, Record<string, string | undefined>, string, Said, unknown, unknown, readonly string[]]>([
    ['a page template', { [single]: '{{ .Params.new }}' }, `~${single}`, card, ['card'], ['new'], [single]],
    ['a template that goes', { [single]: undefined }, `-${single}`, card, ['card'], undefined, []],
    [
      'a broken template',
      { [single]: '{{ .Params.half }}{{ if }' },
      `~${single}`,
      (snapshot) => [card(snapshot), box(snapshot)],
      [['card'], ['a']],
      [['half'], ['a']],
      [single],
    ],
    [
      'a shortcode',
      { 'layouts/shortcodes/plain.html': '{{ .Get 0 }}' },
      '~layouts/shortcodes/plain.html',
      (snapshot) => argumentsOf(snapshot, 'plain'),
      ['plain'],
      [0],
      ['layouts/shortcodes/plain.html'],
    ],
    [
      'a partial, for who calls it',
      { [part]: '{{ .Get "b" }}' },
      `~${part}`,
      box,
      ['a'],
      ['b'],
      partTemplates,
    ],
    [
      'a partial, for who calls one that calls it',
      { [part]: '{{ .Get "b" }}' },
      `~${part}`,
      deep,
      ['a'],
      ['b'],
      partTemplates,
    ],
    ['a partial that goes', { [part]: undefined }, `-${part}`, deep, ['a'], [], []],
    [
      'a folder of templates that goes',
      { [part]: undefined, 'layouts/partials/outer.html': undefined },
      '-layouts/partials',
      (snapshot) => [box(snapshot), snapshot.templates().length],
      [['a'], 7],
      [[], 5],
      [],
    ],
    [
      'a folder of templates that comes',
      { 'layouts/docs/single.html': '{{ .Params.doc }}' },
      '+layouts/docs',
      (snapshot) => keysOf(snapshot, 'layouts/docs/single.html'),
      undefined,
      ['doc'],
      ['layouts/docs/single.html'],
    ],
    [
      'an archetype',
      { 'archetypes/blogg.md': '---\ntitle: x\ncard: y\n---\n' },
      '~archetypes/blogg.md',
      archetypes,
      ['blogg: title', 'default: stone'],
      ['default: stone', 'blogg: title card'],
      ['archetypes/blogg.md'],
    ],
    [
      'an archetype that goes',
      { 'archetypes/blogg.md': undefined },
      '-archetypes',
      archetypes,
      ['blogg: title', 'default: stone'],
      ['default: stone'],
      [],
    ],
    [
      'data',
      { 'data/authors/joe.json': '{ "name": "Joe" }' },
      '+data/authors/joe.json',
      authors,
      ['Jane'],
      ['Jane', 'Joe'],
      ['data/authors/joe.json'],
    ],
    ['data that goes', { 'data/authors/jane.yaml': undefined }, '-data/authors', authors, ['Jane'], [], []],
    [
      'a picture that comes',
      { 'static/img/b.png': '' },
      '+static/img/b.png',
      pictures,
      ['a.png', 'theme.png'],
      ['a.png', 'b.png', 'theme.png'],
      [],
    ],
    [
      'a picture that is changed',
      { 'static/img/a.png': 'x' },
      '~static/img/a.png',
      pictures,
      ['a.png', 'theme.png'],
      ['a.png', 'theme.png'],
      [],
    ],
    [
      'a picture that goes',
      { 'static/img/a.png': undefined },
      '-static/img/a.png',
      pictures,
      ['a.png', 'theme.png'],
      ['theme.png'],
      [],
    ],
    [
      'a folder of pictures that goes',
      { 'static/img/a.png': undefined },
      '-static/img',
      pictures,
      ['a.png', 'theme.png'],
      ['theme.png'],
      [],
    ],
    [
      'a folder of pictures that comes',
      { 'static/icons/a.svg': '', 'static/icons/b.svg': '' },
      '+static/icons',
      (snapshot) => snapshot.files.filesIn('static', '/icons/').map(({ name }) => name),
      [],
      ['a.svg', 'b.svg'],
      [],
    ],
    [
      'what the team adds',
      { '.hugo-scribe.yaml': 'keys:\n  card:\n    required: true\n' },
      '+.hugo-scribe.yaml',
      teamKeys,
      undefined,
      ['card'],
      ['.hugo-scribe.yaml'],
    ],
    [
      'a file of nobody',
      { 'notes/x.html': '{{ .Params.x }}' },
      '+notes/x.html',
      card,
      ['card'],
      ['card'],
      [],
    ],
  ])('%s', async (_, files, change, said, before, after, read) => {
    const memory = new MemoryFileSystem(farm);
    const { ready, watch } = openSites(memory);
    const site = await ready('site/content/a.md');
    expect(said(site.snapshot)).toEqual(before);
    const asked = memory.asked.length;
    const older = site.snapshot;
    edit(memory, files);
    await watch(`${change.charAt(0)}site/${change.slice(1)}`);
    expect(said(site.snapshot)).toEqual(after);
    expect(said(older)).toEqual(before);
    const texts = memory.asked.slice(asked).filter((line) => line.startsWith('read '));
    const wanted = texts.filter((line) => memory.text(line.slice('read '.length)) !== undefined);
    expect(wanted).toEqual(read.map((path) => `read site/${path}`));
  });
});

test.each([
  ['with its theme', farm, ['themes/stone/static/img/a.png', 'static/img/a.png']],
  ['alone', farm.replace('theme = "stone"', ''), [undefined, 'static/img/a.png']],
])(
  'a picture stands in front of the theme’s as long as it is there, in a site %s',
  async (_, txtar, paths) => {
    const files = new MemoryFileSystem(txtar);
    files.write('site/themes/stone/static/img/a.png', '');
    const { ready, watch } = openSites(files);
    const site = await ready('site/content/a.md');
    const shown = (): unknown => site.snapshot.files.file('static', 'img/a.png')?.uri;
    const [without, own] = paths.map((path) => path && uriOf(`site/${path}`));
    expect(shown()).toBe(own);
    edit(files, { 'static/img/a.png': undefined });
    await watch('-site/static/img/a.png');
    expect(shown()).toBe(without);
    edit(files, { 'static/img/a.png': '' });
    await watch('+site/static/img/a.png');
    expect(shown()).toBe(own);
  },
);

test('a template that somebody types in says at once what it will say when it is saved', async () => {
  const { sites, ready, watch } = openSites(new MemoryFileSystem(farm));
  const site = await ready('site/content/a.md');
  const uri = uriOf('site/layouts/partials/part.html');
  sites.open(uri, '{{ .Get "typed" }}');
  await settle();
  await watch();
  expect(argumentsOf(site.snapshot, 'deep')).toEqual(['typed']);
  sites.change(uri, '{{ .Get "more" }}');
  await watch();
  expect(argumentsOf(site.snapshot, 'deep')).toEqual(['more']);
  sites.close(uri);
  await watch();
  expect(argumentsOf(site.snapshot, 'deep')).toEqual(['a']);
});

test('a template that was open before the site was read counts as it is typed', async () => {
  const { sites, ready } = openSites(new MemoryFileSystem(farm));
  sites.open(uriOf('site/layouts/_default/single.html'), '{{ .Params.typed }}');
  const site = await ready('site/content/a.md');
  expect(keysOf(site.snapshot, 'layouts/_default/single.html')).toEqual(['typed']);
});

test('typing in a configuration that is not saved reads nothing again', async () => {
  const files = new MemoryFileSystem(farm);
  const { sites, ready, watch } = openSites(files);
  await ready('site/content/a.md');
  sites.open(uriOf('site/hugo.toml'), 'theme = "st');
  await settle();
  const asked = files.asked.length;
  await watch();
  expect(files.asked.slice(asked)).toEqual([]);
});

test('the first answers wait for no list of files', async () => {
  const files = new MemoryFileSystem(farm);
  await openSites(files).ready('site/content/a.md');
  const at = (line: string): number => files.asked.indexOf(line);
  const order = [
    'read site/layouts/_default/single.html',
    'read site/archetypes/blogg.md',
    'read site/content/a.md',
    'read site/data/authors/jane.yaml',
    'list site/static',
  ];
  expect(order.map(at)).toEqual(order.map(at).sort((a, b) => a - b));
  expect(order.map(at)).not.toContain(-1);
  expect(files.asked.filter((line) => /^read .*\.(?:png|js)$/.test(line))).toEqual([]);
});

test('without its theme, what the project’s own templates say is known, and the list of shortcodes is not called whole', async () => {
  const files = new MemoryFileSystem(farm.replaceAll('themes/stone/', 'elsewhere/'));
  const { snapshot } = await openSites(files).ready('site/content/a.md');
  expect([snapshot.shortcodesComplete, snapshot.templates().length]).toEqual([false, 6]);
  expect(keysOf(snapshot, 'layouts/_default/single.html')).toEqual(['card']);
});
