import { describe, expect, test } from 'vitest';
import { checkDiagnostics, codesOf, fixed } from '../../../support/checks.ts';
import { hugo, siteOf } from '../../../support/site.ts';

const site = siteOf('', { hugo: hugo('0.147.6') });

describe('front matter that cannot be read is mended', () => {
  test.each([
    ['title: Mjöl: en bok', 'title: "Mjöl: en bok"'],
    ['title: Mjöl: en bok # not', 'title: "Mjöl: en bok" # not'],
    ['title: @mjöl', 'title: "@mjöl"'],
    ['title: `mjöl`', 'title: "`mjöl`"'],
    ['title: *mjöl*', 'title: "*mjöl*"'],
    ['title: %mjöl', 'title: "%mjöl"'],
    ['title: {{ mjöl }}', 'title: "{{ mjöl }}"'],
    ['title: [Utkast] Mjöl', 'title: "[Utkast] Mjöl"'],
    ['title: > Mjöl', 'title: "> Mjöl"'],
    ['title: "Säg "hej" nu"', `title: 'Säg "hej" nu'`],
    ["title: 'It's'", 'title: "It\'s"'],
    ['title: “Mjöl: en bok”', 'title: "Mjöl: en bok"'],
    ['tags:\n- @mjöl', 'tags:\n- "@mjöl"'],
    ['card:\n  - text: a: b', 'card:\n  - text: "a: b"'],
    ['title: "Mjöl\nweight: 1', 'title: "Mjöl"\nweight: 1'],
    ['tags: [råg, vete\nweight: 1', 'tags: [råg, vete]\nweight: 1'],
    ['card:\n\ttext: a\n\tlink: b', 'card:\n  text: a\n  link: b'],
    ['path: "C:\\Users"', 'path: "C:\\\\Users"'],
    ['title:Mjöl', 'title: Mjöl'],
    ['title = Mjöl', 'title: Mjöl'],
    ['tags:\n-råg\n-vete', 'tags:\n- råg\n- vete'],
    ['title: Mjöl\n  weight: 1', 'title: Mjöl\nweight: 1'],
    ['card:\n  text: a\n link: b', 'card:\n  text: a\n  link: b'],
    ['title: Mjöl\n...\nweight: 1', 'title: Mjöl\nweight: 1'],
  ])('YAML: %s', (wrong, right) => {
    expect(fixed(`---\n${wrong}\n---\n`, { site })).toBe(`---\n${right}\n---\n`);
  });

  test.each([
    ['title = Mjöl', 'title = "Mjöl"'],
    ['title: "Mjöl"', 'title = "Mjöl"'],
    ['title "Mjöl"', 'title = "Mjöl"'],
    ['title = "Mjöl', 'title = "Mjöl"'],
    ['title = “Mjöl”', 'title = "Mjöl"'],
    ['title = "Säg "hej""', `title = 'Säg "hej"'`],
    ['path = "C:\\Users\\q"', 'path = "C:\\\\Users\\\\q"'],
    ['tags = ["råg" "vete"]', 'tags = ["råg", "vete"]'],
    ['draft = True', 'draft = true'],
  ])('TOML: %s', (wrong, right) => {
    expect(fixed(`+++\n${wrong}\n+++\n`, { site })).toBe(`+++\n${right}\n+++\n`);
  });

  test.each([
    ['{"a": 1,}', '{"a": 1}'],
    ["{'a': 'b'}", '{"a": "b"}'],
    ['{a: 1}', '{"a": 1}'],
    ['{"a" 1}', '{"a": 1}'],
    ['{"a": 1 "b": 2}', '{"a": 1, "b": 2}'],
    ['{"a": “b”}', '{"a": "b"}'],
    ['{"a": True}', '{"a": true}'],
    ['{"a": "C:\\Users"}', '{"a": "C:\\\\Users"}'],
  ])('JSON: %s', (wrong, right) => {
    expect(fixed(`${wrong}\n`, { site })).toBe(`${right}\n`);
  });

  test.each([
    [
      '---\ntitle: Mjöl\n\nDet var en gång en kvarn.\n',
      '---\ntitle: Mjöl\n---\n\nDet var en gång en kvarn.\n',
    ],
    ['---\r\ntitle: Mjöl', '---\r\ntitle: Mjöl\r\n---'],
    ['+++\ntitle = "Mjöl"\n', '+++\ntitle = "Mjöl"\n+++\n'],
    ['--\ntitle: Mjöl\n--\nText\n', '---\ntitle: Mjöl\n---\nText\n'],
    ['- råg\n- vete\n', '---\n---\n\n- råg\n- vete\n'],
    ['----\ntitle: Mjöl\n---\n', '---\ntitle: Mjöl\n---\n'],
  ])('its delimiters: %s', (wrong, right) => {
    expect(fixed(wrong, { site })).toBe(right);
    expect(codesOf(right, { site })).toEqual([]);
  });

  test.each(['+++\nweight = 01\n+++\n', '---\na: - b\n---\n', '+++\ntitle =\n+++\n', '---\n- a\n- b\n---\n'])(
    'nobody knows what %s was to say',
    (text) => {
      expect(() => fixed(text, { site })).toThrow('a fix is offered');
    },
  );
});

test('dashes too many are marked as such', () => {
  checkDiagnostics(
    `----
^^^^ front-matter-syntax: The line that opens front matter has three characters, and what follows belongs to it. Remove the rest.
title: Mjöl
---
`,
    { site },
  );
});

describe('two versions of lines', () => {
  const wrong = '---\ntitle: Mjöl\n<<<<<<< HEAD\nweight: 1\n=======\nweight: 2\n>>>>>>> råg\n---\n';
  test.each([
    ['Keep the first version', '---\ntitle: Mjöl\nweight: 1\n---\n'],
    ['Keep the second version', '---\ntitle: Mjöl\nweight: 2\n---\n'],
  ])('%s', (title, right) => {
    expect(codesOf(wrong, { site })).toEqual(['front-matter-syntax']);
    expect(fixed(wrong, { site }, title)).toBe(right);
  });
});

describe('front matter whose first line is missing', () => {
  test.each([
    ['title: Mjöl\ntags:\n- råg\n---\nText.\n', '---\ntitle: Mjöl\ntags:\n- råg\n---\nText.\n'],
    ['\ntitle = "Mjöl"\n+++\n', '\n+++\ntitle = "Mjöl"\n+++\n'],
  ])('%s', (wrong, right) => {
    expect(codesOf(wrong, { site })).toEqual(['unopened-front-matter']);
    expect(fixed(wrong, { site })).toBe(right);
  });

  test.each([
    ['text', 'Mjöl: det finns råg.\n\n---\n\nOch vete.\n'],
    ['a heading', 'title\n---\nText.\n'],
    ['a line without an end', 'title: Mjöl\n\nText.\n'],
    ['prose before a rule', 'Title: Mjöl\n\nDet var en gång.\n\n---\n'],
  ])('is not %s', (_, text) => {
    expect(codesOf(text, { site })).toEqual([]);
  });
});
