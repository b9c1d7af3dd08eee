// What "ignore in this site" writes into the file of a team.
import { describe, expect, test } from 'vitest';
import { ignoreInTeamFile, newTeamFile } from '../../../server/src/core/config/teamEdit.ts';
import { parseTeamFile, type TeamFormat } from '../../../server/src/core/config/teamFile.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';

const written = (text: string, format: TeamFormat = 'yaml'): string =>
  applyEdits(text, ignoreInTeamFile(text, format, 'two'));

function ignored(text: string, format: TeamFormat = 'yaml'): readonly string[] {
  const { team, problems } = parseTeamFile('file:///site/.hugo-scribe', text, format);
  expect(problems).toEqual([]);
  return team.ignored.map(({ code }) => code);
}

test('a new file says only this', () => {
  expect(ignored(newTeamFile('two'))).toEqual(['two']);
});

describe('a code is added', () => {
  test.each([
    ['to an empty file', '', 'ignore:\n  - two\n', ['two']],
    ['below the rest', 'keys:\n  a:\n', 'keys:\n  a:\nignore: [two]\n', ['two']],
    ['where only the name stands', 'ignore:\n', 'ignore: [two]\n', ['two']],
    ['to a list of lines', 'ignore:\n  - one\n', 'ignore:\n  - one\n  - two\n', ['one', 'two']],
    [
      'to a list at the margin',
      'ignore:\n- one\nkeys: {}\n',
      'ignore:\n- one\n- two\nkeys: {}\n',
      ['one', 'two'],
    ],
    ['without a line end', 'ignore:\n  - one', 'ignore:\n  - one\n  - two', ['one', 'two']],
    ['behind a remark', 'ignore:\n  - one # old\n', 'ignore:\n  - one # old\n  - two\n', ['one', 'two']],
    [
      'with the line ends of Windows',
      'ignore:\r\n  - one\r\n',
      'ignore:\r\n  - one\r\n  - two\r\n',
      ['one', 'two'],
    ],
    [
      'behind one with paths',
      'ignore:\n  - code: one\n    paths: [a/**]\nkeys: {}\n',
      'ignore:\n  - code: one\n    paths: [a/**]\n  - two\nkeys: {}\n',
      ['one', 'two'],
    ],
    ['to a list in brackets', 'ignore: [one]\n', 'ignore: [one, two]\n', ['one', 'two']],
    ['to empty brackets', 'ignore: []\n', 'ignore: [two]\n', ['two']],
  ])('%s', (_, text, after, codes) => {
    expect(written(text)).toBe(after);
    expect(ignored(after)).toEqual(codes);
  });

  test.each([
    ['{}\n', '{\n  "ignore": ["two"]\n}\n'],
    ['{ "ignore": ["one"] }\n', '{ "ignore": ["one", "two"] }\n'],
    ['{ "ignore": [] }\n', '{ "ignore": ["two"] }\n'],
    [
      '{\n  "ignore": [\n    "one",\n    "last"\n  ]\n}\n',
      '{\n  "ignore": [\n    "one",\n    "last",\n    "two"\n  ]\n}\n',
    ],
  ])('to JSON: %j', (text, after) => {
    expect(written(text, 'json')).toBe(after);
    expect(ignored(after, 'json')).toContain('two');
  });
});

test.each([
  ['what cannot be read', 'keys: {\n'],
  ['what is no list', 'ignore: all\n'],
  ['a map', 'ignore:\n  a: b\n'],
])('%s is left alone', (_, text) => {
  expect(written(text)).toBe(text);
});
