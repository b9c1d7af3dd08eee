import { describe, expect, it } from 'vitest';
import { plainReadsAsString, resolveScalar } from '../../../server/src/core/frontMatter/scalar.ts';
import type { FrontMatterFormat, ScalarNode } from '../../../server/src/core/frontMatter/types.ts';
import type { HugoRange } from '../../../server/src/core/hugo/version.ts';

const plain = (text: string): ScalarNode => ({
  kind: 'scalar',
  range: { start: 0, end: text.length },
  style: 'plain',
  source: text,
  text,
});

const between = (min: string | undefined, max: string | undefined): HugoRange => ({
  min,
  max,
  source: 'setting',
  file: undefined,
});
const old = between('0.111.3', '0.151.0');
const recent = between('0.152.0', undefined);
const unknown = between(undefined, undefined);

describe('a plain YAML scalar, asked of go-yaml and goccy', () => {
  it.each([
    ['yes', true, 'yes'],
    ['y', true, 'y'],
    ['No', false, 'No'],
    ['OFF', false, 'OFF'],
    ['oN', 'oN', 'oN'],
    ['True', true, true],
    ['tRUE', 'tRUE', 'tRUE'],
    ['~', null, null],
    ['', null, null],
    ['Null', null, null],
    ['010', 8, 8],
    ['-010', -8, -8],
    ['08', 8, '08'],
    ['0o10', 8, 8],
    ['0O10', 8, '0O10'],
    ['0x1f', 31, 31],
    ['0X1F', 31, '0X1F'],
    ['0b11', 3, 3],
    ['0b2', '0b2', '0b2'],
    ['1_000', 1000, 1000],
    ['_1', '_1', '_1'],
    ['1e3', 1000, '1e3'],
    ['1.5e3', 1500, 1500],
    ['5.', 5, 5],
    ['.5', 0.5, 0.5],
    ['.', '.', '.'],
    ['.inf', Infinity, Infinity],
    ['+.inf', Infinity, '+.inf'],
    ['.nan', Number.NaN, Number.NaN],
    ['12:30', '12:30', '12:30'],
    ['190:20:30', '190:20:30', '190:20:30'],
    ['2024-01-02', '2024-01-02', '2024-01-02'],
    ['1.2.3', '1.2.3', '1.2.3'],
    ['1.0e400', '1.0e400', '1.0e400'],
    ['18446744073709551616', 18446744073709552000, '18446744073709551616'],
  ])('%s', (text, goYaml, goccy) => {
    expect(resolveScalar(plain(text), 'yaml', old).value).toBe(goYaml);
    expect(resolveScalar(plain(text), 'yaml', recent).value).toBe(goccy);
    expect(resolveScalar(plain(text), 'yaml', unknown).differs).toBe(!Object.is(goYaml, goccy));
    expect(resolveScalar(plain(text), 'yaml', old).differs).toBe(false);
  });

  it('in quotes or with the tag !!str is a string', () => {
    expect(resolveScalar({ ...plain('yes'), style: 'double' }, 'yaml', old).type).toBe('string');
    expect(resolveScalar({ ...plain('010'), tag: '!!str' }, 'yaml', old).type).toBe('string');
  });
});

describe('a plain scalar of', () => {
  it.each([
    ['toml', 'true', 'bool', true],
    ['toml', '1_000', 'int', 1000],
    ['toml', '+5', 'int', 5],
    ['toml', '0xff', 'int', 255],
    ['toml', '-1.5e3', 'float', -1500],
    ['toml', '-inf', 'float', -Infinity],
    ['toml', '2024-01-02', 'date', '2024-01-02'],
    ['toml', '03:04:05', 'date', '03:04:05'],
    ['json', 'false', 'bool', false],
    ['json', 'null', 'null', null],
    ['json', '-1.5', 'float', -1.5],
    ['json', '10', 'int', 10],
    ['org', 'true', 'string', 'true'],
  ] as const)('%s: %s', (format: FrontMatterFormat, text, type, value) => {
    expect(resolveScalar(plain(text), format, unknown)).toEqual({ type, value, differs: false });
  });
});

describe('a text that needs no quotes in YAML', () => {
  it.each(['Sju råd', 'Hello, world', 'a-b', '2024-01-02', "it's", 'C:\\x', 'a:b', '🔒 lock', 'a "b"'])(
    '%s',
    (text) => {
      expect(plainReadsAsString(text)).toBe(true);
    },
  );

  it.each([
    ...[
      '',
      ' ',
      ' a',
      'a ',
      'yes',
      'n',
      'E0',
      'On',
      '010',
      '1_000',
      '1e3',
      '~',
      'null',
      '.inf',
      'a: b',
      'a:',
      'a #b',
      '#a',
    ],
    ...[
      '@x',
      '`x`',
      '%x',
      '*x',
      '&x',
      '!x',
      '|',
      '>',
      '- a',
      '-',
      '? a',
      '[a',
      '{a',
      '"a',
      "'a",
      ',a',
      '<<',
      '=',
    ],
    ...['a\nb', 'a\tb', 'a\u0085b', 'a\u2028b', '\uFEFFa', 'a\u0000', '---'],
  ])('%j needs them', (text) => {
    expect(plainReadsAsString(text)).toBe(false);
  });

  it('in a flow list commas and brackets count', () => {
    expect(plainReadsAsString('Hello, world', true)).toBe(false);
    expect(plainReadsAsString('Hello world', true)).toBe(true);
  });
});
