import { describe, expect, test } from 'vitest';
import { MemoryFileSystem, uriOf } from '../support/memoryFileSystem.ts';
import { openSites } from '../support/openSites.ts';
import { argumentsOf, farm } from './farm.ts';

/** What the log warns of in this site. */
const warnings = (log: readonly string[]): string[] =>
  log.flatMap((line) => /^warning: [^ ]*?: (.*)$/.exec(line)?.[1] ?? []);

test('a template of five million signs is named, and hides no other', async () => {
  const files = new MemoryFileSystem(farm);
  files.write('site/layouts/shortcodes/huge.html', '{{ .Get "x" }}'.padEnd(5_000_000, 'x'));
  const { ready, log } = openSites(files);
  const { snapshot } = await ready('site/content/a.md');
  expect(warnings(log)).toEqual([
    'layouts/shortcodes/huge.html is too long for a template: what it says is left out.',
  ]);
  expect(snapshot.shortcode('huge')).toMatchObject({ takesInner: undefined, signature: undefined });
  expect(snapshot.templates().filter(({ reading }) => reading === undefined)).toHaveLength(1);
  expect([snapshot.shortcodesComplete, argumentsOf(snapshot, 'box')]).toEqual([true, ['a']]);
});

test('of more than ten thousand templates the project’s own are read, and that there are more is said', async () => {
  const files = new MemoryFileSystem(farm);
  for (let index = 0; index < 10_000; index++) {
    files.write(`site/themes/stone/layouts/shortcodes/s${index}.html`, '{{ .Get "x" }}');
  }
  const { ready, watch, log } = openSites(files);
  const site = await ready('site/content/a.md');
  expect(site.snapshot.templates()).toHaveLength(10_000);
  expect(argumentsOf(site.snapshot, 'box')).toEqual(['a']);
  expect(site.snapshot.shortcodesComplete).toBe(false);
  expect(log.filter((line) => line.includes('too many templates: 7 of them'))).toHaveLength(1);
  await watch('-site/themes/stone/layouts/shortcodes');
  expect([site.snapshot.templates().length, site.snapshot.shortcodesComplete]).toEqual([7, true]);
});

test('a template that cannot be read is named, and hides no other', async () => {
  const files = new UnreadableFileSystem(farm, 'site/layouts/shortcodes/box.html');
  const { ready, log } = openSites(files);
  const { snapshot } = await ready('site/content/a.md');
  expect(warnings(log)).toEqual(['layouts/shortcodes/box.html could not be read, is binary or too long.']);
  expect(snapshot.shortcode('box')).toMatchObject({ takesInner: undefined, signature: undefined });
  expect(argumentsOf(snapshot, 'deep')).toEqual(['a']);
});

describe('what is beyond a limit is said in the log, once', () => {
  const words = (length: number): string => 'name: Jane\n'.padEnd(length, '#');
  const many = (folder: string, name: string): [string, string][] =>
    Array.from({ length: 100_001 }, (_, index) => [
      `site/${folder}/${index === 0 ? 'below/' : ''}${String(index)}${name}`,
      '',
    ]);
  test.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    [
      'data',
      Array.from({ length: 23 }, (_, index) => [`site/data/big/${String(index)}.yaml`, words(900_000)]),
      ['there is too much data; files of which the content is left out: 1.'],
    ],
    [
      'one file of data',
      [['site/data/long.yaml', words(1_500_000)]],
      ['data/long.yaml is very long: only its beginning is read.'],
    ],
    [
      'the names of static files',
      many('static', 'a.png'),
      ['there are static files or assets that could not be listed, or too many of them.'],
    ],
    [
      'archetypes',
      many('archetypes', 'a.txt'),
      ['the list of archetypes is not whole: a folder cannot be listed, or there are too many files.'],
    ],
    [
      'content',
      many('content', 'a.txt'),
      [
        'there is content that could not be listed, or too much of it.',
        'there are static files or assets that could not be listed, or too many of them.',
      ],
    ],
  ])('%s', async (_, files, expected) => {
    const memory = new MemoryFileSystem(farm);
    files.forEach(([path, text]) => {
      memory.write(path, text);
    });
    const { ready, watch, log } = openSites(memory);
    await ready('site/content/a.md');
    memory.write('site/layouts/new.html', '{{ .Title }}');
    await watch('+site/layouts/new.html');
    expect(warnings(log)).toEqual(expected);
  });
});

test('data that cannot be read is named', async () => {
  const files = new UnreadableFileSystem(farm, 'site/data/authors/jane.yaml');
  const { snapshot } = await openSites(files).ready('site/content/a.md');
  expect(snapshot.data.entries('authors').map(({ value }) => value)).toEqual(['jane']);
});

class UnreadableFileSystem extends MemoryFileSystem {
  readonly #refused: string;

  constructor(files: string, refused: string) {
    super(files);
    this.#refused = uriOf(refused);
  }

  override async readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    const texts = await super.readMany(uris);
    return texts.map((text, index) => (uris[index] === this.#refused ? undefined : text));
  }
}
