import { describe, expect, test } from 'vitest';
import { exampleCalls, pagesCalling } from '../../../server/src/core/schema/exampleCall.ts';
import { checkHover, hoverFiles, hoverText } from '../../support/checks.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';
import { harbor } from './harbor.ts';
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
    `language: **\`language\`** · string · used in 3 of 6 pages · 3 of 3 in blogg

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
      `ingress: **\`ingress\`** · [layouts/shortcodes/ingress.html](file:///site/layouts/shortcodes/ingress.html) · used once

A lead paragraph in larger type.

Takes inner content: it must be closed. Markdown in there is rendered by \`{{% … %}}\`, not by \`{{< … >}}\`.`,
      { site },
    );
  });

  test.each([
    [
      'in a closing tag',
      'Mjöl. {{< ingress >}}x{{< /ing█ress >}}',
      'ingress: **`ingress`** · [layouts/shortcodes/ingress.html](file:///site/layouts/shortcodes/ingress.html) · used once',
    ],
    [
      'of a theme',
      'Mjöl. {{% öpp█et %}}',
      'öppet: **`öppet`** · [themes/ananke/layouts/shortcodes/öppet.html](file:///site/themes/ananke/layouts/shortcodes/öppet.html) · not used yet',
    ],
    ['of Hugo', 'Mjöl. {{< fig█ure >}}', 'figure: **`figure`** · part of Hugo · not used yet'],
    [
      'that pages call often',
      'Mjöl. {{< custom-█card >}}',
      'custom-card: **`custom-card`** · [layouts/shortcodes/custom-card.html](file:///site/layouts/shortcodes/custom-card.html) · used 3 times on 2 pages',
    ],
  ])('%s', (_, marked, first) => {
    expect(hoverText(marked, { site })?.split('\n')[0]).toBe(first);
  });

  test('of Hugo: its arguments, and where to read on', () => {
    const text = hoverText('Mjöl. {{< fig█ure >}}', { site });
    expect(text).toMatch(/^- `src`: The image: /m);
    expect(text).toContain('](https://gohugo.io/shortcodes/figure/)');
  });

  test('an argument of a shortcode of Hugo', () => {
    expect(hoverText('Mjöl. {{< figure ca█ption="x" >}}', { site })).toBe(
      'caption: **`caption`** · `figure` · string\n\nText below the image; Markdown works.',
    );
  });

  test('in letters of another case, where the site’s Hugo does not mind', () => {
    const marked = 'Mjöl. {{< Ingr█ess />}}';
    expect(hoverText(marked, { site: millWith({ hugo: hugo('0.147.6') }) })).toContain('ingress');
    expect(hoverText(marked, { site: millWith({ hugo: hugo('0.111.3') }) })).toBeUndefined();
  });
});

describe('what the site says', () => {
  const path = 'content/news/first.md';
  const header = (line: string): string => `---\ntitle: First\n${line}\n---\n`;
  const file = (place: string): string => `[${place}](file:///site/${place.replace(/:(\d+)$/, '#L$1')})`;

  test.each([
    [
      'a key: the team, the archetype, and the templates of this page before others',
      'back█ground: calm.jpg',
      `background: **\`background\`** · string · used in 2 of 4 pages · 2 of 2 in news

The sky \\*above\\* the headline.

Most used: \`calm.jpg\` (2)

New pages of the archetype \`news\` start with \`calm.jpg\`.

Read by ${file('layouts/news/single.html:2')}.

Read in lists, by ${file('layouts/news/list.html:1')}.`,
    ],
    [
      'a key that one other page has, with its value there',
      'mo█re: /about/us/',
      `more: **\`more\`** · string · used in 1 of 4 pages · 1 of 2 in news

Read by ${file('layouts/news/single.html:4')}.`,
    ],
    [
      'a value that is an entry of the data',
      'skipper: S█iv',
      `Siv: \`Siv\` · \`skipper\` · on one page

From the data in ${file('data/crew.yaml:3')}.`,
    ],
    [
      'a value that is the address of a page, and the state of that page',
      'more: /about/█us/',
      `/about/us/: \`/about/us/\` · \`more\` · on one page

Leads to [Us](file:///site/content/about/us.md): a draft.`,
    ],
    ['a term', 'tags: [sa█il]', 'sail: `sail` · term of `tags` · on 2 pages'],
  ])('%s', (_, line, expected) => {
    checkHover(header(line), expected, { site: harbor, path });
  });

  test('a key that no template of this page reads', () => {
    expect(hoverText(header('mo█re: /x/'), { site: harbor, path: 'content/about/us.md' })).toContain(
      `Read on other pages, by ${file('layouts/news/single.html:4')}`,
    );
  });

  test.each([
    ['of a key', header('background: cal█m.jpg'), ['file:///site/static/img/sky/calm.jpg']],
    ['of an argument', '{{< berth boat="te█rn.png" >}}', ['file:///site/static/img/boat/tern.png']],
    ['of a resource', header('resources:\n  - src: coa█st.png'), ['beside coast.png']],
    ['that only the disk knows', header('map: coa█st.png'), ['beside coast.png']],
    ['none of a word', header('skipper: Si█v'), []],
  ])('the file of the value %s', (_, marked, expected) => {
    expect(hoverFiles(marked, { site: harbor, path })).toEqual(expected);
  });

  test('a shortcode: the team, the comment, the arguments, and where an example may be found', () => {
    checkHover(
      '{{< ber█th 7 >}}',
      `berth: **\`berth\`** · ${file('layouts/shortcodes/berth.html')} · used 3 times on 2 pages

A place to moor.

A berth with its \\[number\\].

- \`side\` · default \`port\`: One of \`port\`, \`starboard\`.
- \`boat\` · a file in /img/boat/
- position 1

Takes no inner content: it must not be closed.`,
      { site: harbor, path },
    );
  });

  test.each([
    [
      'by name',
      '{{< berth si█de="port" >}}',
      `side: **\`side\`** · \`berth\` · on 2 pages

One of \`port\`, \`starboard\`.

Without it, \`port\` is used.

Most used: \`port\` (2)

Read by ${file('layouts/shortcodes/berth.html:2')}.`,
    ],
    [
      'by position',
      '{{< berth 7█ >}}',
      `7: **position 1** · \`berth\` · on one page

Read by ${file('layouts/shortcodes/berth.html:4')}.`,
    ],
    ['by its value', '{{< berth side="po█rt" >}}', '"port": `port` · `side` · on 2 pages'],
    [
      'by a value of its own',
      '{{< berth boat="no█ne" >}}',
      `"none": **\`boat\`** · \`berth\` · a file in /img/boat/ · on one page

Read by ${file('layouts/shortcodes/berth.html:5')}.`,
    ],
  ])('an argument %s', (_, marked, expected) => {
    checkHover(marked, expected, { site: harbor, path });
  });
});

describe('an example of a call', () => {
  const page = pageOf(harbor, 'content/news/first.md', '');

  test('comes from another page, of the same section first', () => {
    const found = pagesCalling(harbor, page, 'note', 3).map((record) => record.path);
    expect(found).toEqual(['news/second.md', 'about/us.md']);
    expect(pagesCalling(harbor, page, 'note', 1)).toHaveLength(1);
    expect(pagesCalling(harbor, page, 'none', 3)).toEqual([]);
  });

  const long = 'A sentence that has no end. '.repeat(10);
  test.each([
    ['the shortest', '{{< berth side="port" >}} {{< berth 8 >}}', 'berth', '{{< berth 8 >}}'],
    ['with its inner content', '{{< note >}}Short.{{< /note >}}', 'note', '{{< note >}}Short.{{< /note >}}'],
    ['without a long one', `{{< note >}}${long}{{< /note >}}`, 'note', '{{< note >}}…{{< /note >}}'],
    ['within another', '{{< note >}}{{< berth 9 >}}{{< /note >}}', 'berth', '{{< berth 9 >}}'],
    ['none of a broken call', '{{< berth side="por', 'berth', undefined],
    ['none that is long', `{{< berth "${long}${long}" >}}`, 'berth', undefined],
    ['none in front matter', '---\ntitle: "{{< berth 7 >}}"\n---\n', 'berth', undefined],
  ])('%s', (_, text, name, expected) => {
    expect(exampleCalls(harbor, pageOf(harbor, 'content/a.md', text)).get(name)?.text).toBe(expected);
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

test('no text of a template or of the team becomes Markdown', () => {
  const evil = siteOf(`
-- .hugo-scribe.yaml --
keys:
  note:
    description: "[a](command:b) <img src=c>"
shortcodes:
  x:
    description: "[a](command:b)"
-- layouts/_default/single.html --
{{ .Params.note | default "\`[b](command:c)" }}
-- layouts/shortcodes/x.html --
{{ .Get "a" | default "\`[b](command:c)" }}
-- content/a.md --
---
title: "[x](command:y)"
note: /b/
---
-- content/b.md --
---
title: "[x](command:y)"
---
`);
  const hovers = ['---\nno█te: a\n---\n', '---\nnote: /b█/\n---\n', '{{< █x >}}', '{{< x a█="b" >}}'].map(
    (marked) => hoverText(marked, { site: evil, path: 'content/c.md' }) ?? '',
  );
  expect(hovers[1]).toContain('Leads to [\\[x\\](command:y)](file:///site/content/b.md)');
  for (const text of hovers) {
    expect(text.replace(/`` .*? ``|`[^`]*`/g, '')).not.toMatch(/(?<!\\)\]\(command:|(?<!\\)</);
  }
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
