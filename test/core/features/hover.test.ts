import { describe, expect, test } from 'vitest';
import { checkHover, hoverText } from '../../support/checks.ts';
import { hugo, siteOf } from '../../support/site.ts';
import { mill, millWith } from './mill.ts';

const site = mill;

test('a key that Hugo reads: what it does, its default, and how many pages have it', () => {
  checkHover(
    '---\ndr█aft: true\n---\n',
    `draft: **\`draft\`** · bool · read by Hugo

A draft is left out of the site unless Hugo runs with \`--buildDrafts\`.

Without it: false.

[Hugo’s documentation](https://gohugo.io/content-management/front-matter/#draft)`,
    { site },
  );
});

test('a key of the site: its type, how many pages have it, and its most used values', () => {
  checkHover(
    '---\nlanguage█: Svenska\n---\n',
    `language: **\`language\`** · string · used in 3 of 6 pages

Most used: \`Svenska\` (2)`,
    { site },
  );
});

test.each([
  ['whatever its case', '---\nDRA█FT: true\n---\n', 'DRAFT: **`DRAFT`** · bool · read by Hugo'],
  [
    'by its other name',
    '---\nmodi█fied: 2026-01-01\n---\n',
    'modified: **`modified`** · date · read by Hugo',
  ],
  ['in TOML', '+++\nweig█ht = 1\n+++\n', 'weight: **`weight`** · int · read by Hugo'],
  ['in JSON', '{ "weig█ht": 1 }\n', '"weight": **`weight`** · int · read by Hugo'],
  ['below another', '---\nbuild:\n  li█st: never\n---\n', 'list: **`list`** · string · read by Hugo'],
  [
    'below another in TOML',
    '+++\n[build]\nli█st = "never"\n+++\n',
    'list: **`list`** · string · read by Hugo',
  ],
  ['with CRLF', '---\r\ndraft: true\r\nweig█ht: 1\r\n---\r\n', 'weight: **`weight`** · int · read by Hugo'],
])('a key, %s', (_, marked, first) => {
  expect(hoverText(marked, { site })?.split('\n')[0]).toBe(first);
});

test('a value: how many pages have the same', () => {
  checkHover('---\nlanguage: Sven█ska\n---\n', 'Svenska: `Svenska` · `language` · on 2 pages', { site });
  checkHover('---\ntags: [mjö█l]\n---\n', 'mjöl: `mjöl` · term of `tags` · on 2 pages', { site });
});

test.each([
  ['a day', '---\ndate: 2026-01█-02\n---\n', 'Hugo reads this date.'],
  ['a date in quotes', '---\nlastmod: "2026-01█-02T10:00:00Z"\n---\n', 'Hugo reads this date.'],
  ['a date of TOML', '+++\ndate = 2026-01█-02 10:00:00\n+++\n', 'Hugo reads this date.'],
  [
    'a day that does not exist',
    '---\ndate: 2026-02█-30\n---\n',
    'Hugo reads no date here. Write it like `2024-01-31`.',
  ],
  [
    'a Swedish date',
    '---\ndate: 2 janu█ari 2026\n---\n',
    'Hugo reads no date here. Write it like `2024-01-31`.',
  ],
  [
    'a number',
    '---\ndate: 2026█0102\n---\n',
    'Hugo takes a number for the seconds since 1970. Write the date like `2024-01-31`.',
  ],
])('a date: %s', (_, marked, expected) => {
  expect(hoverText(marked, { site })).toContain(expected);
});

test('releases of a field', () => {
  const text = (marked: string): string | undefined => hoverText(marked, { site: siteOf('') });
  expect(text('---\n█build:\n---\n')).toContain('Hugo 0.123.0 and newer.');
  expect(text('---\n█_build:\n---\n')).toContain('Deprecated since Hugo 0.145.0: use `build` in its place.');
  expect(text('---\n█kind: page\n---\n')).toContain('Deprecated since Hugo 0.144.0.');
});

describe('shortcodes', () => {
  test('of the project: its template, how often it is called, its comment, its inner content', () => {
    checkHover(
      'Mjöl. {{< ingr█ess >}}x{{< /ingress >}}',
      `ingress: **\`ingress\`** · \`layouts/shortcodes/ingress.html\` · used once

A lead paragraph in larger type.

Takes inner content: it must be closed.`,
      { site },
    );
  });

  test.each([
    [
      'in a closing tag',
      'Mjöl. {{< ingress >}}x{{< /ing█ress >}}',
      'ingress: **`ingress`** · `layouts/shortcodes/ingress.html` · used once',
    ],
    [
      'of a theme',
      'Mjöl. {{% öpp█et %}}',
      'öppet: **`öppet`** · `themes/ananke/layouts/shortcodes/öppet.html` · not used yet',
    ],
    ['of Hugo', 'Mjöl. {{< fig█ure >}}', 'figure: **`figure`** · part of Hugo · not used yet'],
    [
      'that pages call often',
      'Mjöl. {{< custom-█card >}}',
      'custom-card: **`custom-card`** · `layouts/shortcodes/custom-card.html` · used 3 times on 2 pages',
    ],
  ])('%s', (_, marked, first) => {
    expect(hoverText(marked, { site })?.split('\n')[0]).toBe(first);
  });

  test('of Hugo: its arguments, and where to read on', () => {
    const text = hoverText('Mjöl. {{< fig█ure >}}', { site });
    expect(text).toMatch(/^- `src`: string\. /m);
    expect(text).toContain('](https://gohugo.io/shortcodes/figure/)');
  });

  test('an argument of a shortcode of Hugo', () => {
    expect(hoverText('Mjöl. {{< figure ca█ption="x" >}}', { site })).toMatch(
      /^caption: `caption`: string\. /,
    );
  });

  test('in letters of another case, where the site’s Hugo does not mind', () => {
    const marked = 'Mjöl. {{< Ingr█ess />}}';
    expect(hoverText(marked, { site: millWith({ hugo: hugo('0.147.6') }) })).toContain('ingress');
    expect(hoverText(marked, { site: millWith({ hugo: hugo('0.111.3') }) })).toBeUndefined();
  });
});

test('a template’s comment cannot bring links, pictures or HTML into the hover', () => {
  const evil = siteOf(
    '-- layouts/shortcodes/x.html --\n{{/* [a](command:b) <img src=c> `d` **e** */}}\n<p></p>\n',
  );
  expect(hoverText('Mjöl. {{< █x >}}', { site: evil })).toContain(
    '\\[a\\](command:b) \\<img src=c\\> \\`d\\` \\*\\*e\\*\\*',
  );
});

test.each([
  ['prose', 'Mj█öl'],
  ['an unknown shortcode', 'Mjöl. {{< ok█änd >}}'],
  ['a commented shortcode', 'Mjöl. {{</* ingr█ess */>}}'],
  ['a delimiter', '---█\ntitle: x\n---\n'],
  ['a title', '---\ntitle: E█tt\n---\n'],
  ['a value of its own', '---\nlanguage: Suo█mi\n---\n'],
])('nothing of %s', (_, marked) => {
  checkHover(marked, undefined, { site });
});
