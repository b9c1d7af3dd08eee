import bare from 'gray-matter';
import { afterEach, describe, expect, it } from 'vitest';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { composeMatter, readMatter } from '../../server/src/workspace/matter.ts';

const canary = 'hugoScribeCanary';
const fired = (): boolean => Object.hasOwn(globalThis, canary);
const hostile = `globalThis.${canary} = true`;

afterEach(() => {
  Reflect.deleteProperty(globalThis, canary);
});

const spellings = [
  ...['js', 'JS', 'Js', ' js', '\tjs', ' js ', '  JavaScript', 'javascript', 'JAVASCRIPT', '\tJavaScript'],
  ...['coffee', ' coffee', 'coffeescript', 'CoffeeScript', 'cson', 'CSON', 'jsx', 'eval', 'ts', 'node'],
];

describe('a language behind the opener is never run', () => {
  it.each(spellings)('---%s', (language) => {
    const text = `---${language}\n{ title: (${hostile}, 'A') }\n---\nbody\n`;
    const { data, content } = readMatter(text, unknownHugo);
    expect(fired()).toBe(false);
    expect(content).toBe('body\n');
    expect(composeMatter(data, content, 'yaml')).toContain('body');
    expect(fired()).toBe(false);
  });

  it('would be run without the cage', () => {
    bare(`---js\n{ title: (${hostile}, 'A') }\n---\n`, {});
    expect(fired()).toBe(true);
  });
});

describe('reading', () => {
  it.each([
    [
      'YAML',
      '---\ntitle: Å\nweight: 010\ntags: [a]\nnone:\n---\nx',
      { title: 'Å', weight: 8, tags: ['a'], none: null },
    ],
    ['TOML', '+++\ntitle = "Å"\n[params]\nx = true\n+++\nx', { title: 'Å', params: { x: true } }],
    ['JSON', '{"title":"Å","n":1.5}\nx', { title: 'Å', n: 1.5 }],
    ['none', 'x', {}],
    ['a merged map', '---\na: &a {x: 1}\nb:\n  <<: *a\n---\nx', { a: { x: 1 }, b: { x: 1 } }],
  ])('%s', (_, text, data) => {
    const read = readMatter(text, unknownHugo);
    expect(structuredClone(read.data)).toEqual(data);
    expect(read.content).toBe('x');
  });

  it('takes __proto__ for a key like any other', () => {
    const { data } = readMatter('---\n__proto__:\n  polluted: yes\n---\n', unknownHugo);
    expect(Object.keys(data)).toEqual(['__proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('tells the problem each time, and does not share data', () => {
    const broken = '---\ntitle: A: b\n---\n';
    expect(readMatter(broken, unknownHugo).problems).toHaveLength(1);
    expect(readMatter(broken, unknownHugo).problems).toHaveLength(1);
  });

  it('refuses a header of two hundred thousand blank lines', () => {
    const { problems } = readMatter(`---\n${'\n'.repeat(200_000)}---\n`, unknownHugo);
    expect(problems.map(({ code }) => code)).toEqual(['front-matter-limited']);
  });
});

describe('what is composed reads the same in every Hugo', () => {
  const only = (version: string): HugoRange => ({
    min: version,
    max: version,
    source: 'setting',
    file: undefined,
  });
  const texts = [
    'yes',
    'No',
    'on',
    'y',
    '010',
    '0o10',
    '1_000',
    '1e3',
    '12:30',
    '2024-01-02',
    '~',
    'null',
    '',
    ' a ',
    'a: b',
    '# c',
    '@x',
  ];
  const data = { title: 'Sju råd', texts, nested: { x: 1, y: [true, 1.5], z: 'a\nb\n' } };
  it.each([
    ['yaml', '0.111.3'],
    ['yaml', '0.165.0'],
    ['toml', '0.147.6'],
    ['json', '0.147.6'],
  ] as const)('%s in Hugo %s', (format, version) => {
    const read = readMatter(composeMatter(data, 'text\n', format), only(version));
    expect(read.problems).toEqual([]);
    expect(structuredClone(read.data)).toEqual(data);
    expect(read.content.trim()).toBe('text');
  });
});
