import { describe, expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { codesOf, fixed, now } from '../../../support/checks.ts';
import { hugo, pageOf, siteOf } from '../../../support/site.ts';

const plain = siteOf('', { hugo: hugo('0.147.6') });

/** Every fix with the text that it leaves; `*` marks the one that is sure. */
function fixesOf(text: string, version?: string): string[] {
  const site = siteOf('', { hugo: hugo(version) });
  return check(site, pageOf(site, 'content/p.md', text), now).flatMap(({ fixes }) =>
    fixes.map(
      ({ title, edits, isSure }) =>
        `${isSure === true ? '* ' : ''}${formatMessage(title)}: ${applyEdits(text, edits)}`,
    ),
  );
}

test.each<[text: string, version: string | undefined, fixes: readonly string[]]>([
  [
    '---\ntitle: Mjöl\ntitle: Gryn\n---\n',
    '0.147.6',
    ['* Remove the first one: ---\ntitle: Gryn\n---\n', 'Remove this one: ---\ntitle: Mjöl\n---\n'],
  ],
  [
    '---\ntitle: Mjöl\ntitle: Gryn\n---\n',
    '0.152.2',
    ['Remove the first one: ---\ntitle: Gryn\n---\n', 'Remove this one: ---\ntitle: Mjöl\n---\n'],
  ],
  [
    '---\ntags:\n- a\ndraft: no\ntags:\n- a\n---\n',
    undefined,
    [
      '* Remove this one: ---\ntags:\n- a\ndraft: no\n---\n',
      'Remove the first one: ---\ndraft: no\ntags:\n- a\n---\n',
    ],
  ],
  [
    '---\ncard:\nsize: 2\ncard: a.jpg\n---\n',
    '0.152.2',
    [
      '* Remove the first one: ---\nsize: 2\ncard: a.jpg\n---\n',
      'Remove this one: ---\ncard:\nsize: 2\n---\n',
    ],
  ],
  [
    '---\ncard: a.jpg\ncard: ""\n---\n',
    '0.147.6',
    ['Remove this one: ---\ncard: a.jpg\n---\n', 'Remove the first one: ---\ncard: ""\n---\n'],
  ],
  [
    '---\nlanguage: sv\nLanguage: en\n---\n',
    '0.147.6',
    ['Remove the first one: ---\nLanguage: en\n---\n', 'Remove this one: ---\nlanguage: sv\n---\n'],
  ],
  [
    '+++\nx = 1\ny = 2\nx = 3\n+++\n',
    undefined,
    ['Remove the first one: +++\ny = 2\nx = 3\n+++\n', 'Remove this one: +++\nx = 1\ny = 2\n+++\n'],
  ],
  [
    '{"x": 1, "y": 2, "x": 3}\n',
    undefined,
    ['* Remove the first one: {"y": 2, "x": 3}\n', 'Remove this one: {"x": 1, "y": 2}\n'],
  ],
])('of two keys one goes: %s for Hugo %s', (text, version, fixes) => {
  expect(fixesOf(text, version)).toEqual(fixes);
});

test('the first of the two is shown beside the second', () => {
  const site = siteOf('');
  const text = '---\nresources:\n- src: a\n  src: b\n---\n';
  const [finding] = check(site, pageOf(site, 'content/p.md', text), now);
  expect(finding?.range).toEqual({ start: 26, end: 29 });
  expect(finding?.related?.map(({ range }) => range)).toEqual([{ start: 17, end: 20 }]);
});

describe('keys of the page below a table', () => {
  test.each([
    [
      '+++\ntitle = "Mjöl"\n\n[params]\ncolor = 1\ndraft = true\n+++\n',
      '+++\ntitle = "Mjöl"\ndraft = true\n\n[params]\ncolor = 1\n+++\n',
    ],
    ['+++\n[params]\nx = 1\ndate = 2024-01-02\n+++\n', '+++\ndate = 2024-01-02\n[params]\nx = 1\n+++\n'],
    [
      '+++\ntitle = "Mjöl"\n[[resources]]\nsrc = "a"\ntags = ["a"]\n+++\n',
      '+++\ntitle = "Mjöl"\ntags = ["a"]\n[[resources]]\nsrc = "a"\n+++\n',
    ],
  ])('%s', (wrong, right) => {
    expect(codesOf(wrong, { site: plain })).toEqual(['swallowed-key']);
    expect(fixed(wrong, { site: plain })).toBe(right);
    expect(codesOf(right, { site: plain })).toEqual([]);
  });

  test.each([
    ['what the table has itself', '+++\n[[resources]]\nsrc = "a"\ntitle = "b"\n+++\n'],
    ['what the page has besides', '+++\ntitle = "a"\n[params]\ntitle = "b"\n+++\n'],
    ['a table of the site’s own', '+++\n[event]\ndate = 2024-01-02\n+++\n'],
    ['what hands down', '+++\n[cascade]\ndraft = true\n+++\n'],
    ['YAML', '---\nparams:\n  draft: true\n---\n'],
  ])('nothing of %s', (_, text) => {
    expect(codesOf(text, { site: plain })).toEqual([]);
  });
});

describe('curly quotes in YAML', () => {
  test.each([
    ['tags: [”råg”]', 'tags: ["råg"]'],
    ['layout: ‘single’', 'layout: "single"'],
    ['draft: “true”', 'draft: true'],
  ])('%s', (wrong, right) => {
    expect(fixed(`---\n${wrong}\n---\n`, { site: plain }, 'Write straight quotes')).toBe(
      `---\n${right}\n---\n`,
    );
  });

  test.each(['title: “Mjöl”', 'quote: “Mjöl och gryn”', 'x: "“Mjöl”"', 'x: “Mjöl” är bra'])(
    'are left in %s',
    (yaml) => {
      expect(codesOf(`---\n${yaml}\n---\n`, { site: plain })).toEqual([]);
    },
  );
});

describe('a layout', () => {
  const layouts = `
-- layouts/_default/single.html --
-- layouts/galleri/bred.sv.html --
-- layouts/partials/smal.html --
`;
  test.each([
    ['layout: bred', {}, []],
    ['layout: Single', {}, []],
    ['layout: bredd', {}, ['unknown-layout']],
    ['layout: smal', {}, ['unknown-layout']],
    ['layout: smal\nheadless: true', {}, []],
    ['layout: ""', {}, []],
    ['layout: smal', { missingModules: ['kvarn'] }, []],
    ['layout: smal', { isReading: true }, []],
  ])('%s %j: %j', (yaml, options, codes) => {
    expect(codesOf(`---\n${yaml}\n---\n`, { site: siteOf(layouts, options) })).toEqual(codes);
  });

  test('nearly of that name is offered', () => {
    const text = '+++\nlayout = "bredd"\n+++\n';
    expect(fixed(text, { site: siteOf(layouts) })).toBe('+++\nlayout = "bred"\n+++\n');
  });
});

describe('an alias that is the page’s own address', () => {
  const page = '-- content/blogg/ett.md --\n---\ntitle: x\n---\n';
  const site = siteOf(`-- hugo.toml --\n${page}`);
  test.each([
    ['aliases: [/blogg/ett, /gammal/]', 'aliases: [/gammal/]'],
    ['aliases:\n- /gammal/\n- /blogg/Ett/', 'aliases:\n- /gammal/'],
    ['title: x\naliases: /blogg/ett/index.html', 'title: x'],
  ])('%s', (wrong, right) => {
    const text = `---\n${wrong}\n---\n`;
    expect(codesOf(text, { site })).toEqual(['self-alias']);
    expect(fixed(text, { site })).toBe(`---\n${right}\n---\n`);
  });

  test('is not known where addresses are made by a pattern', () => {
    const patterned = siteOf(`-- hugo.toml --\n[permalinks]\nblogg = "/:year/:slug/"\n${page}`);
    const text = '---\naliases: [/blogg/ett/, /gammal/]\n---\n';
    expect(codesOf(text, { site: patterned })).toEqual([]);
  });
});

describe('words and numbers that YAML takes for something else', () => {
  const [older, newer] = ['0.147.6', '0.168.0'];
  const others = (value: string): string =>
    ['a', 'b', 'c'].map((name) => `-- content/${name}.md --\n---\nspråk: ${value}\n---\n`).join('');

  test.each<[yaml: string, version: string | undefined, isAmbiguous: boolean]>([
    ['tags: [no]', older, true],
    ['tags: [no]', undefined, true],
    ['tags: [no]', newer, false],
    ['title: On', older, true],
    ['title: 007', newer, true],
    ['title: 1984', newer, false],
    ['title: 1.50', newer, true],
    ['title: null', newer, true],
    ['title:', newer, false],
    ['weight: 010', newer, true],
    ['weight: 10', newer, false],
    ['sitemap:\n  priority: 1.0', newer, false],
    ['version: 1.10', newer, true],
    ['size: 1.10', newer, false],
    ['språk: no', older, false],
    ['språk: no', undefined, true],
    ['språk: no', newer, false],
    ['språk: "no"', undefined, false],
    ['date: 2024-01-02', newer, false],
  ])('%s for Hugo %s: %s', (yaml, version, isAmbiguous) => {
    const site = siteOf('', { hugo: hugo(version) });
    const codes = codesOf(`---\n${yaml}\n---\n`, { site });
    expect(codes).toEqual(isAmbiguous ? ['ambiguous-value'] : []);
  });

  test.each([
    [older, 'sv', '---\nspråk: "no"\n---\n'],
    [newer, 'true', '---\nspråk: false\n---\n'],
  ])('what other pages have there says what is meant: %s, %s', (version, value, right) => {
    const site = siteOf(others(value), { hugo: hugo(version) });
    expect(fixed('---\nspråk: no\n---\n', { site })).toBe(right);
  });
});
