import { URI } from 'vscode-uri';
import { expect, test } from 'vitest';
import { readableFolder } from '../../server/src/workspace/reach.ts';
import {
  childUri,
  normalUri,
  parentUri,
  pathBelow,
  pathFrom,
  uriAt,
} from '../../server/src/workspace/uris.ts';

test.each([
  'a.md',
  'å ä ö.md',
  'a%20b.md',
  "it's (a) *star*!.md",
  'a+b=c&d$e,f;g@h:i.md',
  'hash#query?.md',
  'deep/er/[x].md',
  'smile 🙂.md',
  '~tilde_under-score.md',
])('a file is spelled as the editor spells it: %s', (path) => {
  const uri = childUri('file:///w', path);
  expect(uri).toBe(URI.file(`/w/${path}`).toString());
  expect(normalUri(uri)).toBe(uri);
  expect(pathBelow('file:///w', uri)).toBe(path);
});

test.each([
  ['file:///c:/w/a.md', 'file:///c%3A/w/a.md'],
  ['file:///C%3A/w/a.md', 'file:///c%3A/w/a.md'],
  ['file:///w/å.md', 'file:///w/%C3%A5.md'],
  ['file:///w/%c3%a5.md', 'file:///w/%C3%A5.md'],
  ['file:///w/a b.md', 'file:///w/a%20b.md'],
])('%s is known as %s', (uri, expected) => {
  expect(normalUri(uri)).toBe(expected);
});

test.each([
  ['a/b', 'file:///x/site/a/b'],
  ['', 'file:///x/site'],
  ['..', 'file:///x'],
  ['../shared', 'file:///x/shared'],
  ['../../y', 'file:///y'],
])('%j seen from the site', (path, uri) => {
  expect(uriAt('file:///x/site', path)).toBe(uri);
  expect(pathFrom('file:///x/site', uri)).toBe(path);
});

test.each([
  ['file:///a/b', 'file:///a'],
  ['file:///a', 'file://'],
  ['file://', undefined],
  ['file:///', undefined],
  ['untitled:a', undefined],
  ['', undefined],
])('above %j stands %j', (uri, parent) => {
  expect(parentUri(uri)).toBe(parent);
});

test('a neighbor with a longer name stands not below', () => {
  expect(pathBelow('file:///site', 'file:///site2/a.md')).toBeUndefined();
  expect(pathBelow('file:///site', 'file:///site')).toBe('');
});

test.each([
  ['content', 'content'],
  ['./content/', 'content'],
  ['a/../b', 'b'],
  ['.', ''],
  ['../shared', '../shared'],
  ['../../../x', '../../../x'],
  ['../../../../x', undefined],
  ['..', undefined],
  ['../..', undefined],
  ['a/../..', undefined],
  ['..\\..', undefined],
  ['/etc', undefined],
  ['\\\\host\\share', undefined],
  ['C:/Users', undefined],
  ['c:x', undefined],
  ['a\0b', undefined],
])('a configuration that says %j lets us read %j', (path, folder) => {
  expect(readableFolder(path)).toBe(folder);
});
