import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTeamFile } from '../../../server/src/core/config/teamFile.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';

const uri = 'file:///site/.hugo-scribe.yaml';

const example = `
keys:
  author:
    description: Who wrote it.
    required: true
    values: [Jane Doe, Joe]
    sections: [Blogg, news]
  card.size:
    values:
      s: A small picture.
      l:
  resources[].src:
shortcodes:
  button:
    description: A button.
    arguments:
      link: { description: Where it leads., required: true }
      color:
        values: [red, 3, true]
ignore:
  - duplicate-key
  - { code: unknown-shortcode, paths: [content/old/**] }
`;

const plain = { documentation: undefined, isRequired: false, values: [], valueDocumentation: new Map() };

test('a team says what keys and shortcodes mean, what is required and which values there are', () => {
  expect(parseTeamFile(uri, example, 'yaml')).toMatchObject({
    team: {
      uri,
      keys: [
        {
          ...plain,
          name: 'author',
          documentation: 'Who wrote it.',
          isRequired: true,
          values: ['Jane Doe', 'Joe'],
          sections: ['blogg', 'news'],
        },
        {
          ...plain,
          name: 'card.size',
          values: ['s', 'l'],
          valueDocumentation: new Map([['s', 'A small picture.']]),
          sections: [],
        },
        { ...plain, name: 'resources.[].src', sections: [] },
      ],
      shortcodes: [
        {
          name: 'button',
          documentation: 'A button.',
          arguments: [
            { ...plain, name: 'link', documentation: 'Where it leads.', isRequired: true },
            { ...plain, name: 'color', values: ['red', '3', 'true'] },
          ],
        },
      ],
      ignored: [
        { code: 'duplicate-key', paths: [] },
        { code: 'unknown-shortcode', paths: ['content/old/**'] },
      ],
    },
    problems: [],
  });
});

test('JSON says the same', () => {
  const json = '{"$schema": "x", "keys": {"author": {"required": true, "values": {"Jane": "Our editor."}}}}';
  expect(parseTeamFile(uri, json, 'json')).toMatchObject({
    team: {
      uri,
      keys: [
        {
          ...plain,
          name: 'author',
          isRequired: true,
          values: ['Jane'],
          valueDocumentation: new Map([['Jane', 'Our editor.']]),
          sections: [],
        },
      ],
      shortcodes: [],
      ignored: [],
    },
    problems: [],
  });
});

describe('what is wrong is said, and the rest is read', () => {
  test.each([
    ['key:\n', 'key', '"key" means nothing here: this may hold keys, shortcodes, ignore, $schema.'],
    ['keys: author\n', 'author', 'Names with a colon and a value each are expected here.'],
    ['keys: [author]\n', '[author]', 'Names with a colon and a value each are expected here.'],
    [
      'keys:\n  a:\n    requires: true\n',
      'requires',
      '"requires" means nothing here: this may hold description, required, values, sections.',
    ],
    ['keys:\n  a:\n    required: "yes"\n', '"yes"', 'true or false is expected here.'],
    ['keys:\n  a:\n    values: Jane\n', 'Jane', 'A list is expected here.'],
    ['keys:\n  a:\n    values: [[x]]\n', '[x]', 'A text is expected here.'],
    ['keys:\n  a:\n    description: {x: y}\n', '{x: y}', 'A text is expected here.'],
    ['keys:\n  a:\n    sections: blog\n', 'blog', 'A list is expected here.'],
    ['ignore: duplicate-key\n', 'duplicate-key', 'A list is expected here.'],
    ['ignore:\n  - path: x\n', 'path', '"path" means nothing here: this may hold code, paths.'],
    ['shortcodes:\n  b:\n    arguments: x\n', 'x', 'Names with a colon and a value each are expected here.'],
    [
      'shortcodes:\n  b:\n    required: true\n',
      'required',
      '"required" means nothing here: this may hold description, arguments.',
    ],
  ])('%j', (text, at, say) => {
    const problems = parseTeamFile(uri, `${text}\n`, 'yaml').problems.map((problem) => [
      text.slice(problem.range.start, problem.range.end),
      formatMessage(problem.message),
    ]);
    expect(problems).toEqual([[at, say]]);
  });

  test('a wrong field leaves the others', () => {
    const { team } = parseTeamFile(uri, 'keys:\n  a:\n    values: x\n    required: true\n', 'yaml');
    expect(team.keys).toEqual([{ ...plain, name: 'a', isRequired: true, sections: [] }]);
  });

  test.each([
    ['', 0],
    ['# nothing yet\n', 0],
    ['---\nkeys: {}\n', 0],
    ['keys:\n  a\n', 1],
    ['keys:\n  a: {\n', 1],
    ['- keys\n', 1],
    ['\u0000', 1],
    ['a: '.repeat(30_000), 1],
  ])('an unfinished or broken file is never the end: %#', (text, count) => {
    const { team, problems } = parseTeamFile(uri, text, 'yaml');
    expect(team.shortcodes).toEqual([]);
    expect(problems).toHaveLength(count);
    expect(problems.every(({ fatal, range }) => fatal === 'never' && range.end <= text.length)).toBe(true);
  });
});

test('the schema that editors get names the same fields', () => {
  const schema = JSON.parse(
    readFileSync(resolve(import.meta.dirname, '../../../media/hugo-scribe.schema.json'), 'utf8'),
  ) as { definitions: Record<'key' | 'shortcode' | 'argument', { properties: object }>; properties: object };
  const known = (text: string): string =>
    formatMessage(parseTeamFile(uri, text, 'yaml').problems[0]?.message ?? { template: '', args: [] });
  const { key, shortcode, argument } = schema.definitions;
  const listed = ({ properties }: { properties: object }): string[] => Object.keys(properties).sort();
  const named = (text: string): string[] =>
    known(text)
      .replace(/^.*may hold |\.$/g, '')
      .split(', ')
      .sort();
  expect(named('x: 1\n')).toEqual(listed(schema));
  expect(named('keys:\n  a:\n    x: 1\n')).toEqual(listed(key));
  expect(named('shortcodes:\n  a:\n    x: 1\n')).toEqual(listed(shortcode));
  expect(named('shortcodes:\n  a:\n    arguments:\n      b:\n        x: 1\n')).toEqual(listed(argument));
});
