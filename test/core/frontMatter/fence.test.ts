import { describe, expect, it } from 'vitest';
import { findFence } from '../../../server/src/core/frontMatter/fence.ts';
import type { HugoRange } from '../../../server/src/core/hugo/version.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { textOf } from '../../../server/src/core/text/range.ts';

const only = (version: string): HugoRange => ({
  min: version,
  max: version,
  source: 'setting',
  file: undefined,
});

/** The fence in words: format, content, and the text that follows. */
function seen(text: string, hugo: HugoRange = unknownHugo): readonly unknown[] {
  const { fence, problems } = findFence(text, hugo);
  const trouble = problems.map(({ code, range }) => `${code} ${textOf(text, range)}`);
  return fence === undefined
    ? [...trouble]
    : [fence.format, textOf(text, fence.content), text.slice(fence.bodyStart), ...trouble];
}

describe('a finished fence', () => {
  it.each([
    ['YAML', '---\na: b\n---\nx', ['yaml', 'a: b\n', 'x']],
    ['CRLF', '---\r\na: b\r\n---\r\nx', ['yaml', 'a: b\r\n', 'x']],
    ['lone CR', '---\ra: b\r---\rx', ['yaml', 'a: b\r', 'x']],
    ['empty', '---\n---\nx', ['yaml', '', 'x']],
    ['text on the opener is content', '--- # c\na: b\n---\n', ['yaml', ' # c\na: b\n', '']],
    ['the closer needs no line of its own', '---\na: b\n---x', ['yaml', 'a: b\n', 'x']],
    ['no line end behind the closer', '---\na: b\n---', ['yaml', 'a: b\n', '']],
    ['an indented closer does not close', '---\na: b\n ---\n---\nx', ['yaml', 'a: b\n ---\n', 'x']],
    ['TOML', '+++\na = 1\n+++\nx', ['toml', 'a = 1\n', 'x']],
    ['blanks and a byte order mark before', '\uFEFF \n\t---\na: b\n---\nx', ['yaml', 'a: b\n', 'x']],
    ['JSON', '{"a":"}\\"{"}\nx', ['json', '{"a":"}\\"{"}', 'x']],
    ['JSON with text behind', '{} x', ['json', '{}', ' x']],
    ['Org', '#+a: b\n#+c: d\nx', ['org', '#+a: b\n#+c: d\n', 'x']],
  ])('%s', (_, text, expected) => {
    expect(seen(text)).toEqual(expected);
  });
});

describe('no front matter, and no problem', () => {
  it.each(['', '\n\n', 'text', '# Heading', '\u00A0---\na: b\n---', '<p>x</p>', '["a"]'])('%j', (text) => {
    expect(seen(text)).toEqual([]);
  });
});

describe('delimiters that Hugo refuses', () => {
  it.each([
    ['a list', '- item\n', '-'],
    ['two dashes', '--\na: b\n', '--'],
    ['a plus', '+1 for this', '+'],
    ['a shortcode', '{{< x >}}\n', '{{'],
  ])('%s at the start of the file', (_, text, place) => {
    expect(seen(text)).toEqual([`front-matter-delimiter ${place}`]);
  });
});

describe('an unclosed fence ends, for features, where the content seems to begin', () => {
  it.each([
    ['prose after a blank line', '---\na: b\n\nSome prose here.\n', 'Some prose here.\n'],
    ['prose right below', '---\na: b\nThis is no key at all\n', 'This is no key at all\n'],
    ['a heading', '---\na: b\n\n# Heading\n', '# Heading\n'],
    ['a shortcode', '---\na: b\n{{< x >}}\n', '{{< x >}}\n'],
    ['a half-typed key stays in', '---\na: b\nta\n', ''],
    ['a comment stays in', '---\na: b\n# c\nd: e\n', ''],
    ['lists and nested keys stay in', '---\na:\n- b\n\nc:\n  d: e\n', ''],
    ['TOML', '+++\na = [\n  "b",\n]\n\n[params]\nx = 1\n\nProse here.\n', 'Prose here.\n'],
    ['text in triple quotes stays in', '+++\na = """\n\nProse here.\n"""\n', ''],
    ['JSON', '{"a": "b",\n"c": 1\n\nProse here.\n', 'Prose here.\n'],
    ['lone CR', '---\ra: b\r\rSome prose.\r', 'Some prose.\r'],
    ['a key that holds blanks', '---\na: b\nmy key: c\n\nProse here.\n', 'Prose here.\n'],
    ['a key that holds blanks, after a blank line', '---\na: b\n\nmy key: c\nd: e\n', ''],
    [
      'prose with a colon after a blank line',
      '---\na: b\n\nRead this: it is text.\n',
      'Read this: it is text.\n',
    ],
    ['a note after a blank line', '---\na: b\n\nNote: this is text.\n', 'Note: this is text.\n'],
    [
      'a note that goes on',
      '---\na: b\n\nNote: this is text\nthat goes on.\n',
      'Note: this is text\nthat goes on.\n',
    ],
    ['a capital key after a blank line', '---\na: b\n\nTitle: Two words\n', ''],
    ['capital keys in a row', '---\na: b\n\nTitle: A title of words\nDate: 2026-01-02\n', ''],
    ['a comment above a key', '---\na: b\n\n# why\n# so\nc: d\n', ''],
    ['a comment above a key that holds blanks', '---\na: b\n\n# why\nmy key: c\nd: e\n', ''],
    ['a heading above prose', '---\na: b\n\n# Heading\nProse here.\n', '# Heading\nProse here.\n'],
    ['a heading above a list', '---\na: b\n\n# Heading\n- one: two\n', '# Heading\n- one: two\n'],
    ['a list that a key waits for', '---\na:\n\n- b\n\n- c\n', ''],
    ['a list that no key waits for', '---\na: b\n\n- one\n- two\n', '- one\n- two\n'],
    ['a list with keys in it', '---\na: b\n\n- one\n  c: d\n', '- one\n  c: d\n'],
    ['bullets', '---\na: b\n* one: two\n', '* one: two\n'],
    ['a quote', '---\na: b\n> one: two\n', '> one: two\n'],
    ['a table', '---\na: b\n| one: | two |\n', '| one: | two |\n'],
    ['a quoted sentence', '---\na: b\n"Well," he said.\n', '"Well," he said.\n'],
    ['a TOML key of quoted parts', '+++\na."d e".f = 2\n\n\'x\' . "y" = 3\nProse here.\n', 'Prose here.\n'],
    ['a comment in TOML', '+++\na = 1\n\n# why\n[params]\n', ''],
    ['a heading below TOML', '+++\na = 1\n\n# Heading\n\nProse.\n', '# Heading\n\nProse.\n'],
    ['a footnote below TOML', '+++\na = 1\n\n[^1]: Note.\n', '[^1]: Note.\n'],
    ['a quoted sentence below TOML', '+++\na = 1\n\n"Well," he said.\n', '"Well," he said.\n'],
    ['an array of TOML at the first column', '+++\na = [\n"b",\n[1, 2], # c\n"d"\n]\n', ''],
    ['JSON at the first column', '{\n"a\\"b": "c",\n\n"d": [\n"e",\n1\n],\n"f"', ''],
    ['a quoted sentence below JSON', '{"a": 1,\n\n"Well," he said.\n', '"Well," he said.\n'],
  ])('%s', (_, text, body) => {
    const { fence, problems } = findFence(text, unknownHugo);
    expect(fence && text.slice(fence.bodyStart)).toBe(body);
    expect(fence?.closer).toBeUndefined();
    expect(problems.map(({ code, fatal }) => [code, fatal])).toEqual([['front-matter-unclosed', 'always']]);
  });
});

describe('front matter in an HTML comment, which Hugo reads before 0.123', () => {
  const commented = '<!--\n---\na: b\n---\n-->\nx';
  it.each([
    ['old', only('0.111.3'), commented, ['yaml', 'a: b\n', '\nx']],
    ['new', only('0.123.0'), commented, []],
    ['unknown', unknownHugo, commented, []],
    ['old, no end', only('0.111.3'), '<!-- x -->\ny', ['front-matter-delimiter <!--']],
    ['old, a tag', only('0.111.3'), '<p>x</p>', ['front-matter-delimiter <']],
  ])('%s', (_, hugo, text, expected) => {
    expect(seen(text, hugo)).toEqual(expected);
  });

  it('leaves a file named .html alone, which old Hugo copies', () => {
    expect(findFence('<p>x</p>', only('0.111.3'), true).problems).toEqual([]);
  });
});
