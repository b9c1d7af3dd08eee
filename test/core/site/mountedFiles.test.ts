import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMountedFiles, type FileBelow } from '../../../server/src/core/site/mountedFiles.ts';
import type { MountedFiles } from '../../../server/src/core/site/snapshot.ts';
import { seed } from '../../support/seed.ts';

function fileAt(path: string, component: FileBelow['component'] = 'static', root = 'static'): FileBelow {
  return { component, path, uri: `file:///site/${root}/${path}` };
}

const site = [
  fileAt('favicon.ico'),
  fileAt('img/background/sky.jpg'),
  fileAt('img/background/Alps.jpg'),
  fileAt('img/background/old/a.png'),
  fileAt('img/logo.svg'),
  fileAt('img/photo.jpg', 'assets', 'assets'),
];

function names(files: MountedFiles, folder: string, component: FileBelow['component'] = 'static'): string[] {
  return files.filesIn(component, folder).map(({ name, isFolder }) => (isFolder ? `${name}/` : name));
}

describe('the files in a folder', () => {
  const files = toMountedFiles(site, false);

  test.each([
    ['', ['img/', 'favicon.ico']],
    ['/', ['img/', 'favicon.ico']],
    ['/img', ['background/', 'logo.svg']],
    ['img/background/', ['old/', 'Alps.jpg', 'sky.jpg']],
    ['img/none', []],
    ['img/logo.svg', []],
    ['__proto__', []],
  ])('%j', (folder, expected) => {
    expect(names(files, folder)).toEqual(expected);
  });

  test('the assets are apart', () => {
    expect(names(files, 'img', 'assets')).toEqual(['photo.jpg']);
    expect(files.file('assets', '/img/logo.svg')).toBeUndefined();
  });

  test('a file and a folder say where they are', () => {
    expect(files.file('static', '/img/background/sky.jpg')).toEqual({
      name: 'sky.jpg',
      uri: 'file:///site/static/img/background/sky.jpg',
      isFolder: false,
    });
    expect(files.file('static', '/img/background')).toBeUndefined();
    expect(files.filesIn('static', '/')[0]).toEqual({
      name: 'img',
      uri: 'file:///site/static/img',
      isFolder: true,
    });
    expect(files.filesIn('static', '/img/background')[0]?.uri).toBe('file:///site/static/img/background/old');
  });

  test('the project comes before its themes', () => {
    const theme = { ...fileAt('favicon.ico'), uri: 'file:///site/themes/a/static/favicon.ico' };
    const own = fileAt('favicon.ico');
    expect(toMountedFiles([own, theme], true).file('static', 'favicon.ico')?.uri).toBe(own.uri);
    expect(toMountedFiles([own, theme], true).isCapped).toBe(true);
  });
});

describe('what is made and deleted', () => {
  test('makes another picture, and leaves the one before as it was', () => {
    const before = toMountedFiles(site, false);
    const after = before.with(fileAt('img/new/x.png')).without(fileAt('img/logo.svg'));
    expect(names(after, 'img')).toEqual(['background/', 'new/']);
    expect(names(before, 'img')).toEqual(['background/', 'logo.svg']);
    expect(names(after, 'img/new')).toEqual(['x.png']);
  });

  test('an empty folder goes', () => {
    const files = toMountedFiles(site, false).without(fileAt('img/background/old/a.png'));
    expect(names(files, 'img/background')).toEqual(['Alps.jpg', 'sky.jpg']);
  });

  test('what is there already, or is not there, changes nothing', () => {
    const files = toMountedFiles(site, false);
    expect(files.with(fileAt('img/logo.svg'))).toBe(files);
    expect(files.without(fileAt('img/none.svg'))).toBe(files);
    expect(files.without(fileAt('none/x.svg'))).toBe(files);
    expect(files.without({ ...fileAt('img/logo.svg'), uri: 'file:///theme/logo.svg' })).toBe(files);
    expect(files.with(fileAt(''))).toBe(files);
  });

  test('any order of changes leads to the same files as reading them anew', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
      .map((parts) => `${parts.join('/')}.png`);
    fc.assert(
      fc.property(fc.array(fc.tuple(path, fc.boolean()), { maxLength: 40 }), (changes) => {
        const there = new Set<string>();
        let files = toMountedFiles([], false);
        for (const [name, isMade] of changes) {
          files = isMade ? files.with(fileAt(name)) : files.without(fileAt(name));
          there[isMade ? 'add' : 'delete'](name);
        }
        const anew = toMountedFiles(
          [...there].map((name) => fileAt(name)),
          false,
        );
        for (const folder of ['', 'a', 'b', 'a/b', 'a/c', 'c/c']) {
          expect(names(files, folder)).toEqual(names(anew, folder));
        }
      }),
      { seed },
    );
  });
});
