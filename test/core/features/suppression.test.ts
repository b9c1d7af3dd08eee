// What a writer puts aside is not shown, and nothing else goes with it.
import { describe, expect, test } from 'vitest';
import { check } from '../../../server/src/core/features/check.ts';
import type { HugoVersion } from '../../../server/src/core/hugo/version.ts';
import { now } from '../../support/checks.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';

const raw = '-- hugo.toml --\n[markup.goldmark.renderer]\nunsafe = true\n';

/** What the pages here are wrong about. */
const rules = new Set(['duplicate-key', 'unknown-shortcode']);

/** The lines (from 1) and codes of what is shown of these. */
function shown(
  text: string,
  files = '-- hugo.toml --\n',
  path = 'content/p.md',
  version?: HugoVersion,
): string[] {
  const site = siteOf(files, version === undefined ? {} : { hugo: hugo(version) });
  const page = pageOf(site, path, text);
  return check(site, page, now)
    .filter(({ code }) => rules.has(code))
    .map(({ code, range }) => `${page.lines.lineAt(range.start) + 1} ${code}`);
}

describe('a comment in front matter', () => {
  test.each([
    ['the next line', '---\ntitle: A\n# hugo-scribe-ignore duplicate-key\ntitle: B\n---\n', []],
    ['its own line', '---\ntitle: A\ntitle: B # hugo-scribe-ignore duplicate-key\n---\n', []],
    ['the next line of TOML', '+++\na = 1\n# hugo-scribe-ignore duplicate-key\na = 2\n+++\n', []],
    ['several rules', '---\na: 1\n# hugo-scribe-ignore x-y , duplicate-key, because\na: 2\n---\n', []],
    [
      'the line below more of its kind',
      '---\na: 1\n# hugo-scribe-ignore duplicate-key\n# hugo-scribe-ignore x-y\n\na: 2\n---\n',
      [],
    ],
    [
      'one line, not those below',
      '---\na: 1\na: 2 # hugo-scribe-ignore duplicate-key\na: 3\n---\n',
      ['4 duplicate-key'],
    ],
    [
      'the rule that it names',
      '---\na: 1\na: 2 # hugo-scribe-ignore unknown-shortcode\n---\n',
      ['3 duplicate-key'],
    ],
    ['the whole page', '---\n# hugo-scribe-ignore-file unknown-shortcode\na: 1\n---\n{{< nosuch >}}\n', []],
  ])('speaks of %s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test.each([
    ['in quotes', '---\na: 1\nb: "# hugo-scribe-ignore-file duplicate-key"\n\na: 2\n---\n'],
    ['in a block of text', '---\nb: |\n  # hugo-scribe-ignore-file duplicate-key\na: 1\na: 2\n---\n'],
    [
      'behind a value without a blank',
      '---\nb: x# hugo-scribe-ignore-file duplicate-key\na: 1\n\na: 2\n---\n',
    ],
    ['without a rule', '---\n# hugo-scribe-ignore-file\nb: x\na: 1\na: 2\n---\n'],
    ['in the body', '---\nb: 1\na: 1\n\na: 2\n---\n# hugo-scribe-ignore-file duplicate-key\n'],
  ])('is none %s', (_, text) => {
    expect(shown(text)).toEqual(['5 duplicate-key']);
  });
});

describe('a comment in the body', () => {
  const ignored = '<!-- hugo-scribe-ignore unknown-shortcode -->';
  test.each([
    ['the next line', `${ignored}\n{{< nosuch >}}\n`, []],
    ['its own line', `Ink.\n{{< nosuch >}} ${ignored}\n{{< none >}}\n`, ['3 unknown-shortcode']],
    ['the whole page', 'Ink.\n{{< nosuch >}}\n<!-- hugo-scribe-ignore-file unknown-shortcode -->\n', []],
    [
      'nothing while it is not closed',
      '<!-- hugo-scribe-ignore unknown-shortcode\n{{< nosuch >}}\n-->\n',
      ['2 unknown-shortcode'],
    ],
  ])('speaks of %s', (_, text, expected) => {
    expect(shown(text, raw)).toEqual(expected);
  });

  test('counts only where no Hugo of the site prints a note in its place', () => {
    expect(shown(`${ignored}\n{{< nosuch >}}\n`)).toEqual(['2 unknown-shortcode']);
    expect(shown(`${ignored}\n{{< nosuch >}}\n`, raw, 'content/p.rst')).toEqual(['2 unknown-shortcode']);
    expect(shown(`${ignored}\n{{< nosuch >}}\n`, undefined, undefined, '0.142.0')).toEqual([
      '2 unknown-shortcode',
    ]);
    expect(shown(`${ignored}\n{{< nosuch >}}\n`, undefined, undefined, '0.147.6')).toEqual([]);
    expect(shown(`---\n---\n${ignored}\n{{< nosuch >}}\n`, '-- hugo.toml --\n', 'content/p.html')).toEqual(
      [],
    );
  });
});

describe("the team's file", () => {
  const text = '---\na: 1\na: 2\n---\n{{< nosuch >}}\n';
  test.each([
    ['everywhere', 'ignore: [duplicate-key, unknown-shortcode]', []],
    ['one rule', 'ignore:\n  - duplicate-key', ['5 unknown-shortcode']],
    [
      'on some pages',
      'ignore:\n  - code: duplicate-key\n    paths: ["content/*.md"]',
      ['5 unknown-shortcode'],
    ],
    [
      'on others',
      'ignore:\n  - code: duplicate-key\n    paths: [content/old/**]',
      ['3 duplicate-key', '5 unknown-shortcode'],
    ],
  ])('puts findings aside %s', (_, team, expected) => {
    expect(shown(text, `-- hugo.toml --\n-- .hugo-scribe.yaml --\n${team}\n`)).toEqual(expected);
  });
});

test('very many comments are read in one pass', () => {
  const lines = '# hugo-scribe-ignore duplicate-key\n\n'.repeat(400);
  expect(shown(`---\na: 1\n${lines}a: 2\n---\n`)).toEqual([]);
});

describe('a comment that names no rule is found', () => {
  const unknown = (text: string): string[] => {
    const site = siteOf(raw);
    return check(site, pageOf(site, 'content/p.md', text), now)
      .filter(({ code }) => code === 'unknown-rule')
      .map(({ range, fixes }) =>
        [
          text.slice(range.start, range.end),
          ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.newText)),
        ].join(' → '),
      );
  };
  test.each([
    ['---\na: 1 # hugo-scribe-ignore dublicate-key\n---\n', ['dublicate-key → duplicate-key']],
    ['---\n# hugo-scribe-ignore-file duplicate-key, nosuch\na: 1\n---\n', ['nosuch']],
    [
      '---\na: 1\n---\n\n<!-- hugo-scribe-ignore unkown-shortcode -->\nInk\n',
      ['unkown-shortcode → unknown-shortcode'],
    ],
    ['---\na: "# hugo-scribe-ignore nosuch"\n---\n', []],
    ['---\na: 1 # hugo-scribe-ignore duplicate-key for now\n---\n', []],
    ['---\na: 1 # hugo-scribe-ignore nosuch, unknown-rule\n---\n', []],
  ])('%j', (text, expected) => {
    expect(unknown(text)).toEqual(expected);
  });
});
