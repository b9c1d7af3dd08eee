import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { longestFile, type FileEntry } from '../../server/src/workspace/fileSystem.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';
import { Sites, type LiveSite } from '../../server/src/workspace/sites.ts';

const disk = new NodeFileSystem();
let folder = '';
const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hugo-scribe-')));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string | Buffer = ''): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return uriOf(path);
}

function uriOf(path: string): string {
  return URI.file(join(folder, path)).toString();
}

async function names(path: string): Promise<FileEntry[]> {
  return [...((await disk.list(uriOf(path))) ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
}

test.each([
  ['plain text', 'a.md', 'hello', 'hello'],
  ['a name with blanks, å and %', 'å b%20.md', 'x', 'x'],
  ['text beyond ASCII and a byte order mark', 'a.md', '\uFEFFräksmörgås 🦐', '\uFEFFräksmörgås 🦐'],
  ['an empty file', 'a.md', '', ''],
  ['a binary file', 'a.md', 'x\0y', undefined],
  ['a file at the limit', 'a.md', 'x'.repeat(longestFile), 'x'.repeat(longestFile)],
  ['a file over the limit', 'a.md', 'x'.repeat(longestFile + 1), undefined],
])('%s', async (_, path, written, read) => {
  expect(await disk.readMany([write(path, written)])).toEqual([read]);
});

test.each([
  ['a whole file', [0, 255, 216, 0], 5, [0, 255, 216, 0]],
  ['the beginning of a longer one', [0, 255, 216, 0], 2, [0, 255]],
  ['an empty one', [], 5, []],
])('the bytes of %s', async (_, written, most, read) => {
  const [bytes] = await disk.readBytes([write('a.png', Buffer.from(written))], most);
  expect([...(bytes ?? [-1])]).toEqual(read);
});

test('the length of a file, and none of a folder or of nothing', async () => {
  expect(await disk.size(write('a.png', 'åä'))).toBe(4);
  expect(await disk.size(uriOf(''))).toBeUndefined();
  expect(await disk.size(uriOf('b.png'))).toBeUndefined();
});

test('files keep their own bytes when many are read, and what is no file has none', async () => {
  const uris = [write('a.png', 'first'), uriOf('missing.png'), uriOf(''), write('b.png', 'second')];
  const read = await disk.readBytes(uris, 100);
  expect(read.map((bytes) => bytes && Buffer.from(bytes).toString())).toEqual([
    'first',
    undefined,
    undefined,
    'second',
  ]);
});

test('what is missing, a folder or of another scheme has no text, and the others are read all the same', async () => {
  const there = write('there.md', 'text');
  const uris = [
    uriOf('missing.md'),
    uriOf(''),
    there,
    there.replace('file:', 'http:'),
    'untitled:a',
    'nonsense',
  ];
  expect(await disk.readMany(uris)).toEqual([undefined, undefined, 'text', undefined, undefined, undefined]);
  expect(await disk.list(uriOf('missing'))).toBeUndefined();
  expect(await disk.list(there)).toBeUndefined();
  expect([await disk.stat(uriOf('missing')), await disk.stat(there), await disk.stat(uriOf(''))]).toEqual([
    undefined,
    'file',
    'directory',
  ]);
});

test.skipIf(isWindows || isRoot)('a file that refuses to be read has no text', async () => {
  const uri = write('secret.md', 'x');
  chmodSync(join(folder, 'secret.md'), 0);
  expect(await disk.readMany([uri])).toEqual([undefined]);
});

test.skipIf(isWindows)('pipes and devices are neither listed nor opened', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  symlinkSync('/dev/zero', join(folder, 'zero.md'));
  symlinkSync('missing', join(folder, 'dangling.md'));
  write('a.md');
  expect(await names('')).toEqual([{ name: 'a.md', kind: 'file' }]);
  expect(await disk.readMany([uriOf('pipe.md'), uriOf('zero.md')])).toEqual([undefined, undefined]);
});

test.skipIf(isWindows)('a link to a folder says where it leads', async () => {
  write('real/a.md');
  symlinkSync('real', join(folder, 'link'));
  symlinkSync('real/a.md', join(folder, 'link.md'));
  expect(await names('')).toEqual([
    { name: 'link', kind: 'directory', target: uriOf('real') },
    { name: 'link.md', kind: 'file' },
    { name: 'real', kind: 'directory' },
  ]);
  expect(await disk.real(uriOf('link/a.md'))).toBe(uriOf('real/a.md'));
});

async function readSite(): Promise<LiveSite> {
  const sites = nodeSites(disk);
  const site = await sites.siteOf(uriOf('site/content/a.md'));
  if (site === undefined) {
    throw new Error('There is no site.');
  }
  await site.ready;
  return site;
}

test.skipIf(isWindows)('links that go round, up or out of the site end the reading of none', async () => {
  write('site/hugo.toml');
  write('site/content/a.md', '---\ntitle: A\n---\n');
  write('site/shared/s.md', '---\ntitle: S\n---\n');
  write('home/private.md', '---\ntitle: Private\n---\n');
  const links: [target: string, path: string][] = [
    ['.', 'content/self'],
    ['..', 'content/up'],
    ['../../home', 'content/home'],
    ['../shared', 'content/shared'],
    ['../shared', 'content/again'],
    ['loop2', 'content/loop1'],
    ['loop1', 'content/loop2'],
  ];
  links.forEach(([target, path]) => symlinkSync(target, join(folder, 'site', path)));
  const { snapshot } = await readSite();
  expect(snapshot.values('title', 10)).toEqual([
    { value: 'A', pages: 1 },
    { value: 'S', pages: 1 },
  ]);
});

test.skipIf(isWindows)(
  'a theme that is a link out of the site is read: the writer put it there',
  async () => {
    write('site/hugo.toml', 'theme = "t"');
    write('site/content/a.md');
    write('themes/t/layouts/shortcodes/box.html');
    mkdirSync(join(folder, 'site/themes'));
    symlinkSync('../../themes/t', join(folder, 'site/themes/t'));
    const { snapshot } = await readSite();
    expect(snapshot.shortcode('box')).toBeDefined();
    expect(snapshot.shortcodesComplete).toBe(true);
  },
);

test('a tree that is deeper than anybody writes is read to a limit', async () => {
  write('site/hugo.toml');
  write('site/content/a.md', '---\ntitle: A\n---\n');
  write(`site/content/${'d/'.repeat(60)}deep.md`, '---\ntitle: Deep\n---\n');
  const { snapshot } = await readSite();
  expect(snapshot.values('title', 10)).toEqual([{ value: 'A', pages: 1 }]);
});

test('files that vanish while the site is read are no pages', async () => {
  write('site/hugo.toml');
  for (let i = 0; i < 200; i++) {
    write(`site/content/${i}.md`, '---\ntitle: T\n---\n');
  }
  const vanishing = new NodeFileSystem();
  const readMany = vanishing.readMany.bind(vanishing);
  let calls = 0;
  vanishing.readMany = (uris) => {
    if (uris.length > 10 && calls++ === 1) {
      rmSync(join(folder, 'site/content'), { recursive: true });
    }
    return readMany(uris);
  };
  const sites = new Sites({
    fileSystem: vanishing,
    schedule: (task) => setImmediate(task),
    now: () => 0,
    onChange: () => undefined,
    log: () => undefined,
  });
  const site = await sites.siteOf(uriOf('site/content/a.md'));
  await site?.ready;
  expect(site?.snapshot.progress.content).toBe(true);
  expect(site?.snapshot.pageCount()).toBe(32);
});
