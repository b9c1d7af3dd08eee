import { describe, expect, test } from 'vitest';
import { checkCompletion, completionList, suggestions, vscode } from '../../support/checks.ts';
import { hugo } from '../../support/site.ts';
import { mill, millWith } from './mill.ts';

const site = mill;

/** A page that the site does not know yet. */
const path = 'content/blogg/ny.md';
const open = { site, path };

test('keys of the section come first, in their usual order; then those of other pages, those of Hugo alone, and what one page made up', () => {
  const [whole, ...labels] = suggestions('---\n█\n---\n', open);
  expect(whole).toBe('Front matter of blogg');
  expect(labels.slice(0, 5)).toEqual(['title', 'ingress', 'author', 'language', 'tags']);
  expect(labels.slice(5, 8)).toEqual(['date', 'sidebar', 'rating']);
  expect(labels.slice(8, 10)).toEqual(['draft', 'description']);
  expect(labels.slice(-2)).toEqual(['background-color', 'card']);
});

test('a key that stands there already is not suggested, whatever its case; the one at the cursor is', () => {
  const labels = suggestions('---\nTitle: Mjöl\nlanguage: Svenska\ntit█\n---\n', open);
  expect(labels).not.toContain('title');
  expect(labels).not.toContain('language');
  expect(suggestions('---\ntit█: Mjöl\n---\n', open)).toContain('title');
});

test.each([
  ['any', mill],
  ['0.111.3, where it is a key like any other', millWith({ hugo: hugo('0.111.3') })],
  ['0.168.0, which warns of it', millWith({ hugo: hugo('0.168.0') })],
])('Hugo %s: "lang" does not stand before the key that pages have', (_, site) => {
  const labels = suggestions('---\nlang█\n---\n', { site, path });
  expect(labels[0]).toBe('language');
  expect(labels).not.toContain('lang');
});

test('another name of a field that stands there already is not suggested', () => {
  expect(suggestions('---\nmodified: 2026-01-01\nlast█\n---\n', open)).not.toContain('lastmod');
});

test.each([
  ['a half-typed key', '---\nti█\n---\n', 'title', '---\ntitle: \n---\n'],
  ['nothing', '---\n█\n---\n', 'title', '---\ntitle: \n---\n'],
  ['a key with its separator', '---\nti█: \n---\n', 'title', '---\ntitle: \n---\n'],
  ['a key without a blank behind its colon', '---\nti█:\n---\n', 'title', '---\ntitle: \n---\n'],
  ['a key with a value', '---\nti█x: Mjöl\n---\n', 'title', '---\ntitle: Mjöl\n---\n'],
  ['a key with a dash', '---\nbackground-c█\n---\n', 'background-color', '---\nbackground-color: \n---\n'],
  ['a key in quotes', '---\n"ti█"\n---\n', 'title', '---\n"title": \n---\n'],
  ['a key in front of others', '---\nti█\ndraft: true\n---\n', 'title', '---\ntitle: \ndraft: true\n---\n'],
  ['CRLF', '---\r\nti█\r\n---\r\n', 'title', '---\r\ntitle: \r\n---\r\n'],
  ['unclosed front matter', '---\nti█\n', 'title', '---\ntitle: \n'],
  ['unclosed front matter at the end of the file', '---\nti█', 'title', '---\ntitle: '],
  ['a list', '---\nta█\n---\n', 'tags', '---\ntags: [${1}]\n---\n'],
  [
    'a list on a page with block lists',
    '---\nx:\n  - a\nta█\n---\n',
    'tags',
    '---\nx:\n  - a\ntags:\n  - \n---\n',
  ],
  [
    'a list on a page with lists at the margin',
    '---\nx:\n- a\nta█\n---\n',
    'tags',
    '---\nx:\n- a\ntags:\n- \n---\n',
  ],
  ['a map', '---\nsite█\n---\n', 'sitemap', '---\nsitemap:\n  \n---\n'],
  [
    'a map on a page that indents by four',
    '---\ncard:\n    image: a\nsite█\n---\n',
    'sitemap',
    '---\ncard:\n    image: a\nsitemap:\n    \n---\n',
  ],
  ['a list of maps', '---\nres█\n---\n', 'resources', '---\nresources:\n  - \n---\n'],
  ['a nested key', '---\ncard:\n  im█\n---\n', 'image', '---\ncard:\n  image: \n---\n'],
  ['a key of Hugo’s below another', '---\nbuild:\n  re█\n---\n', 'render', '---\nbuild:\n  render: \n---\n'],
  [
    'a map in a map',
    '---\nmenus:\n  main:\n    par█\n---\n',
    'params',
    '---\nmenus:\n  main:\n    params:\n      \n---\n',
  ],
  [
    'a key of a list item',
    '---\nresources:\n  - src: a.png\n    ti█\n---\n',
    'title',
    '---\nresources:\n  - src: a.png\n    title: \n---\n',
  ],
  [
    'a key under the dash of its item, where an editor goes on',
    '---\nresources:\n  - src: a.png\n  ti█\n---\n',
    'title',
    '---\nresources:\n  - src: a.png\n    title: \n---\n',
  ],
  [
    'a map there',
    '---\r\nresources:\r\n  - src: a.png\r\n  pa█\r\n---\r\n',
    'params',
    '---\r\nresources:\r\n  - src: a.png\r\n    params:\r\n      \r\n---\r\n',
  ],
  ['a key in a flow map', '---\ncard: {im█}\n---\n', 'image', '---\ncard: {image: }\n---\n'],
])('YAML: %s', (_, marked, label, expected) => {
  checkCompletion(marked, label, expected, open);
});

test.each([
  ['a text', '+++\nti█\n+++\n', 'title', '+++\ntitle = "${1}"\n+++\n'],
  ['a boolean', '+++\ndr█\n+++\n', 'draft', '+++\ndraft = \n+++\n'],
  ['a date', '+++\nda█\n+++\n', 'date', '+++\ndate = \n+++\n'],
  ['a list', '+++\nta█\n+++\n', 'tags', '+++\ntags = ["${1}"]\n+++\n'],
  ['a map', '+++\nsit█\n+++\n', 'sitemap', '+++\nsitemap = {${1}}\n+++\n'],
  ['a key with its separator', '+++\nti█ = \n+++\n', 'title', '+++\ntitle = "${1}"\n+++\n'],
  ['a key with a value', '+++\nti█ = "Mjöl"\n+++\n', 'title', '+++\ntitle = "Mjöl"\n+++\n'],
  ['a key of a table', '+++\n[build]\nre█\n+++\n', 'render', '+++\n[build]\nrender = "${1}"\n+++\n'],
])('TOML: %s', (_, marked, label, expected) => {
  checkCompletion(marked, label, expected, open);
});

test.each([
  ['a text', '{\n  "ti█"\n}\n', 'title', '{\n  "title": "${1}"\n}\n'],
  ['a boolean', '{\n  "dr█"\n}\n', 'draft', '{\n  "draft": \n}\n'],
  ['a list', '{\n  "ta█"\n}\n', 'tags', '{\n  "tags": ["${1}"]\n}\n'],
  [
    'a key before another',
    '{\n  "ti█"\n  "draft": true\n}\n',
    'title',
    '{\n  "title": "${1}",\n  "draft": true\n}\n',
  ],
  [
    'a key behind one without comma',
    '{\n  "draft": true\n  "ti█"\n}\n',
    'title',
    '{\n  "draft": true,\n  "title": "${1}"\n}\n',
  ],
  ['a key with a value', '{\n  "ti█": "Mjöl"\n}\n', 'title', '{\n  "title": "Mjöl"\n}\n'],
])('JSON: %s', (_, marked, label, expected) => {
  checkCompletion(marked, label, expected, open);
});

test('without snippets the writer gets the key and its separator', () => {
  const plain = { ...vscode, snippets: false };
  checkCompletion('+++\nta█\n+++\n', 'tags', '+++\ntags = \n+++\n', open, plain);
  checkCompletion('{\n  "ti█"\n}\n', 'title', '{\n  "title": \n}\n', open, plain);
});

describe('what a suggestion says', () => {
  const item = (marked: string, label: string): unknown =>
    completionList(marked, open).items.find((each) => each.label === label);

  test('the type, and how many pages have the key', () => {
    expect(item('---\n█\n---\n', 'language')).toMatchObject({ detail: 'string · used in 3 of 6 pages' });
    expect(item('---\n█\n---\n', 'draft')).toMatchObject({ detail: 'bool · read by Hugo' });
  });

  test('values are asked for next, but not for prose', () => {
    expect(item('---\n█\n---\n', 'draft')).toMatchObject({ command: { command: 'suggest' } });
    expect(item('---\n█\n---\n', 'title')).not.toHaveProperty('command');
    expect(item('---\nresources:\n  - █\n---\n', 'title')).toHaveProperty('command');
  });
});

describe('releases of Hugo', () => {
  test.each([
    ['0.111.3', ['_build'], ['build', 'params']],
    ['0.147.6', ['build', 'params', '_build'], ['sites']],
  ])('%s', (version, suggested, missing) => {
    const labels = suggestions('---\n█\n---\n', { site: millWith({ hugo: hugo(version) }), path });
    expect(labels).toEqual(expect.arrayContaining(suggested));
    expect(missing.filter((label) => labels.includes(label))).toEqual([]);
  });

  test('a deprecated field is struck through', () => {
    const { items } = completionList('---\n█\n---\n', { site: millWith({ hugo: hugo('0.147.6') }), path });
    expect(items.find(({ label }) => label === '_build')?.tags).toEqual([1]);
    expect(items.find(({ label }) => label === 'build')?.tags).toBeUndefined();
  });
});

test('the list is incomplete while the site is being read', () => {
  expect(completionList('---\n█\n---\n', { site: millWith({ isReading: true }), path }).isIncomplete).toBe(
    true,
  );
  expect(completionList('---\n█\n---\n', open).isIncomplete).toBe(false);
});

test.each([
  ['a comment', '---\n# ti█\n---\n'],
  ['a delimiter', '---█\ntitle: x\n---\n'],
  ['a block text', '---\nsummary: |\n  ti█\n---\n'],
  ['the page content', '---\ntitle: x\n---\nti█\n'],
  ['a page without front matter', 'ti█\n'],
])('nothing in %s', (_, marked) => {
  expect(suggestions(marked, open)).toEqual([]);
});
