import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { parseConfig } from '../../../server/src/core/config/parseConfig.ts';
import { valueAt } from '../../../server/src/core/config/value.ts';

describe('a broken configuration file', () => {
  test.each([
    ['hugo.toml', 'title = "t"\nx = \n[languages.sv]\nweight = 1\n', '', 'always'],
    ['hugo.toml', 'title = "t"\r\nx = y z\r\n[languages.sv]\r\nweight = 1\r\n', 'y z', 'always'],
    ['hugo.yaml', 'title: t\nx: @y\nlanguages:\n  sv: {}\n', '@', 'always'],
    ['hugo.yaml', 'title: t\nlanguages:\n  sv: {}\nx: "open\n', '', 'limited'],
    ['hugo.json', '{"title": "t", "languages": {"sv": {}}, "x": }', '}', 'always'],
    ['hugo.json', '{"title": "t", /* no */ "languages": {"sv": {}}}', '/* no */', 'always'],
  ])('%s %j keeps what can be read', (path, text, marked, fatal) => {
    const config = mergeConfig([{ path, text }]);
    expect(config.title).toBe('t');
    expect(config.languages.map(({ code }) => code)).toEqual(['sv']);
    expect(config.problems).toHaveLength(1);
    const { file, problem } = config.problems[0] ?? expect.fail();
    expect({ file, fatal: problem.fatal, code: problem.code }).toEqual({
      file: path,
      fatal,
      code: 'config-syntax',
    });
    expect(text.slice(problem.range.start, problem.range.end)).toBe(marked);
  });

  test('costs itself only', () => {
    const config = mergeConfig([
      { path: 'config/_default/params.toml', text: 'a = [' },
      { path: 'config/_default/hugo.toml', text: 'title = "t"' },
    ]);
    expect(config.title).toBe('t');
    expect(config.problems.map(({ file }) => file)).toEqual(['config/_default/params.toml']);
  });

  test.each([
    'a:\n  - b\n- c',
    '[[[',
    '{',
    '}',
    '- x',
    '"',
    '\u0000',
    'a = 1\na = 2',
    '1979-05-27',
    'null',
    '<<: [*a]',
    'a: &a [*a]',
  ])('%j is survived in every format', (text) => {
    for (const path of ['hugo.toml', 'hugo.yaml', 'hugo.json']) {
      const { problems, defaultLanguage } = mergeConfig([{ path, text }]);
      expect(defaultLanguage).toBe('en');
      for (const { problem } of problems) {
        expect(problem.range.start).toBeGreaterThanOrEqual(0);
        expect(problem.range.end).toBeGreaterThanOrEqual(problem.range.start);
        expect(problem.range.end).toBeLessThanOrEqual(text.length);
      }
    }
  });
});

describe('a byte order mark', () => {
  test.each([
    ['hugo.toml', 'title = "t"\nbaseURL = "/"\n'],
    ['hugo.yaml', 'title: t\nbaseURL: /\n'],
    ['hugo.json', '{"title": "t", "baseURL": "/"}'],
  ])('in %s does no harm', (path, text) => {
    const config = mergeConfig([{ path, text: `\uFEFF${text}` }]);
    expect([config.title, config.baseUrl, config.problems]).toEqual(['t', '/', []]);
  });
});

describe('hostile configuration', () => {
  test.each([
    ['hugo.toml', '[__proto__]\npolluted = 1\n["constructor".prototype]\npolluted = 1\n'],
    ['hugo.yaml', '__proto__:\n  polluted: 1\nconstructor:\n  prototype:\n    polluted: 1\n'],
    ['hugo.json', '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'],
  ])('%s cannot reach the prototype of objects', (path, text) => {
    const { map } = parseConfig(path, text);
    expect(valueAt(map, '__proto__', 'polluted')).toBe(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['deep flow', `a: ${'['.repeat(5000)}`],
    ['deep maps', `a: ${'{a: '.repeat(5000)}`],
    ['dashes', '- '.repeat(5000)],
    ['questions', '? '.repeat(5000)],
    ['indent', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['size', `a: ${'x'.repeat(600_000)}`],
  ])('%s stops at the guard, and says so', (_, text) => {
    for (const path of ['hugo.toml', 'hugo.yaml', 'hugo.json']) {
      const { problems } = parseConfig(path, text);
      expect(problems.map(({ code, fatal }) => `${code} ${fatal}`)).toEqual(['config-limited limited']);
    }
  });

  test('a dotted key of 100,000 parts is survived', () => {
    const { problems } = parseConfig('hugo.toml', `${'a.'.repeat(100_000)}a = 1`);
    expect(problems.map(({ code }) => code)).toEqual(['config-limited']);
  });

  test('aliases without end, and aliases of nothing, are null', () => {
    const { map } = parseConfig('hugo.yaml', 'a: &a [*a]\nb: *none\nc: &c x\nd: *c\ne: &c z\nf: *c\n');
    expect([valueAt(map, 'b'), valueAt(map, 'd'), valueAt(map, 'f')]).toEqual([null, 'x', 'z']);
  });

  test('an alias bomb stays small', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) {
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    }
    const { map } = parseConfig('hugo.yaml', `${lines.join('\n')}\ntitle: t\n`);
    expect(map.has('a1')).toBe(true);
  });
});

describe('YAML values mean what go-yaml 1.1 made of them', () => {
  test.each([
    ['yes', true],
    ['off', false],
    ['n', false],
    ['~', null],
    ['', null],
    ['010', 8],
    ['1_000', 1000],
    ['0x1F', 31],
    ['1e3', 1000],
    ['1.5', 1.5],
    ['0.120.0', '0.120.0'],
    ['"yes"', 'yes'],
    ["'no'", 'no'],
    ['!!str yes', 'yes'],
    ['2024-01-02', '2024-01-02'],
    ['|\n  no\n', 'no\n'],
  ])('a: %s', (source, value) => {
    expect(parseConfig('hugo.yaml', `a: ${source}`).map.get('a')).toBe(value);
  });

  test('keys stay as they are written', () => {
    const { map } = parseConfig('hugo.yaml', 'no: 1\nyes: 2\n010: 3\n~: 4\n"on": 5\n');
    expect([...map.keys()]).toEqual(['no', 'yes', '010', '~', 'on']);
  });
});
