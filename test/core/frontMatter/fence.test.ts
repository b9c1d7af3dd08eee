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
