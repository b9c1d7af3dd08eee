import { expect, test } from 'vitest';
import type { SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
import { mended, openItems } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

/** Twelve posts that each have an author, a card and a title of their own, and all the same language; the last ones are the newest. */
const posts = Array.from({ length: 12 }, (_, at) => {
  const day = String(at + 10);
  return `-- content/blogg/2026/post-${day}.md --
---
title: "Post nummer ${day} om skogen"
date: 2026-10-${day}
author: Ada ${day}
card: kort-${day}.jpg
language: "Se"
tags: [skog]
ingress: "Ett eget stycke om dag ${day}"
---
Text.
`;
}).join('');

const site = siteOf(`-- hugo.toml --
baseURL = "https://example.org/"
-- layouts/_default/single.html --
{{ .Params.author }}{{ .Params.language }}<img src="/img/{{ .Params.card }}">{{ .Params.ingress }}{{ .Content }}
-- archetypes/blogg.md --
---
title: ""
ingress: "Kort ingress på 200 tecken"
draft: true
---
-- static/img/kort-nytt.jpg --

${Array.from({ length: 12 }, (_, at) => `-- static/img/kort-${String(at + 10)}.jpg --\n\n`).join('')}
-- content/blogg/_index.md --
---
title: Blogg
---
-- content/utkast.md --
---
title: Utkast
draft: true
---
${posts}`);

const path = 'content/blogg/2026/nytt.md';
const open = { site, path };

/** A page that lacks nothing, with some of its lines replaced: an empty one takes its line away. */
function page(changes: Readonly<Record<string, string>> = {}, body = 'Text.\n'): string {
  const lines = {
    title: 'title: "En ny text om havet"',
    date: 'date: 2026-11-20',
    author: 'author: Bo',
    card: 'card: kort-nytt.jpg',
    language: 'language: "Se"',
    tags: 'tags: [skog]',
    ingress: 'ingress: "Om havet"',
    ...changes,
  };
  return `---\n${Object.values(lines)
    .filter((line) => line !== '')
    .join('\n')}\n---\n${body}`;
}

test('a page that has what the others have lacks nothing', () => {
  expect(openItems(page(), open)).toEqual([]);
});

test.each<[what: string, text: string, items: readonly string[]]>([
  [
    'a key that all others fill is empty',
    page({ author: 'author: ""' }),
    ['4 unfilled usual-key-empty: "author" is empty. 12 of 12 pages like this one fill it in.'],
  ],
  [
    'a key without any value, for which all say the same',
    page({ language: 'language:' }),
    [
      '6 unfilled usual-key-empty: "language" is empty. 12 of 12 pages like this one fill it in. => Say "Se", as the others do',
    ],
  ],
  [
    'a key is missing',
    page({ author: '' }),
    [
      '1 unfilled usual-key-missing: "author" is missing. 12 of 12 pages like this one have it. => Add "author" and fill it in',
    ],
  ],
  [
    'a key is missing for which all say the same',
    page({ language: '' }),
    [
      '1 unfilled usual-key-missing: "language" is missing. 12 of 12 pages like this one have it. => Add "language" with "Se"',
    ],
  ],
  [
    'another language than all others',
    page({ language: 'language: "En"' }),
    [
      '6 look language-unlike-others: "language" says "En". All 12 pages like this one say "Se". => Say "Se", as the others do',
    ],
  ],
  [
    'the title of another page',
    page({ title: 'title: "Post nummer 12 om skogen"' }),
    ['2 look copied-value: "title" is the same as on blogg/2026/post-12.md.'],
  ],
  [
    'the picture of another page',
    page({ card: 'card: kort-12.jpg' }),
    ['5 look copied-value: "card" is the same as on blogg/2026/post-12.md.'],
  ],
  [
    'what the archetype says',
    page({ ingress: 'ingress: "Kort ingress på 200 tecken"' }),
    ['8 unfilled placeholder: "ingress" still says what new pages begin with: "Kort ingress på 200 tecken".'],
  ],
  ['a stub', page({ author: 'author: TODO' }), ['4 unfilled placeholder: "author" says "TODO" so far.']],
  [
    'a stub in the text, and none in code or a comment',
    page({}, 'Text `TODO` <!-- TODO -->\n\nLorem ipsum dolor.\n'),
    ['12 unfilled placeholder-in-text: The text says "Lorem ipsum" here.'],
  ],
  [
    'a picture without a description',
    page({}, 'Se ![](/img/kort-nytt.jpg) här.\n'),
    ['10 look missing-alt: This picture has no description. Say between [ and ] what it shows.'],
  ],
  [
    'a draft',
    page({ draft: 'draft: true' }),
    ['9 publication not-published: It is a draft: readers do not get it yet. => Publish now'],
  ],
  [
    'a draft that somebody began long ago',
    page({ date: 'date: 2026-11-01', draft: 'draft: true' }),
    [
      '3 look stale-date: "date" is 20 days ago: the page comes below what is newer. => Set it to today',
      '9 publication not-published: It is a draft: readers do not get it yet. => Publish now',
    ],
  ],
  [
    'a draft that links to a draft: wrong as soon as it is published',
    page({ draft: 'draft: true' }, 'Läs [mer](/utkast/).\n'),
    [
      '11 wrong link-to-unpublished: The page utkast.md is a draft: readers get "not found". Publish it first, or lead to another page.',
      '9 publication not-published: It is a draft: readers do not get it yet. => Publish now',
    ],
  ],
  [
    'a picture that is not there',
    page({ card: 'card: kort-ntt.jpg' }),
    [
      '5 wrong missing-file: There is no file "kort-ntt.jpg" in "static/img". Did you mean "kort-nytt.jpg"? => Change it to "kort-nytt.jpg"',
    ],
  ],
])('%s', (_, text, items) => {
  expect(openItems(text, open)).toEqual(items);
});

test('what is wrong comes first, then what is not filled in, what is worth a look, and that it is a draft', () => {
  const text = page({
    author: 'author: ""',
    card: 'card: kort-ntt.jpg',
    title: 'title: "Post nummer 12 om skogen"',
    draft: 'draft: true',
  });
  expect(openItems(text, open).map((item) => item.split(' ')[1])).toEqual([
    'wrong',
    'unfilled',
    'look',
    'publication',
  ]);
});

test('the title that is made of the name of the file', () => {
  const named = { site, path: 'content/blogg/2026/havet-stiger.md' };
  expect(openItems(page({ title: 'title: "Havet Stiger"' }), named)).toEqual([
    '2 unfilled placeholder: The title is still the name of the file.',
  ]);
  expect(openItems(page({ title: 'title: "Havet stiger"' }), named)).toEqual([]);
});

test('of many findings of a kind the first two stand for themselves', () => {
  const body = '![](/img/kort-nytt.jpg)\n\n'.repeat(5);
  const one = 'This picture has no description. Say between [ and ] what it shows.';
  expect(openItems(page({}, body), open)).toEqual([
    `10 look missing-alt: ${one}`,
    `12 look missing-alt: ${one}`,
    '14 look missing-alt: And 3 more of this kind.',
  ]);
});

test.each<[code: string | undefined, before: string, after: string]>([
  [
    'usual-key-missing',
    page({ author: '' }),
    page({ author: '' }).replace('\n---\nText', '\nauthor: "█"\n---\nText'),
  ],
  [
    'usual-key-missing',
    page({ language: '' }),
    page({ language: '' }).replace('\n---\nText', '\nlanguage: Se\n---\nText'),
  ],
  ['usual-key-empty', page({ language: 'language: ""' }), page()],
  ['language-unlike-others', page({ language: 'language: "En"' }), page()],
  [
    'stale-date',
    page({ date: 'date: 2026-11-01', draft: 'draft: true' }),
    page({ date: 'date: 2026-11-21', draft: 'draft: true' }),
  ],
  ['not-published', page({ date: 'date: 2026-12-24' }), page({ date: 'date: 2026-11-21' })],
  [undefined, page({ language: 'language: ""', author: '' }), page({ author: '' })],
])('the fix of %s', (code, before, after) => {
  expect(mended(before, open, code)).toBe(after);
});

test.each([
  ['TOML', '+++\ntitle = "Om havet"\ndate = 2026-11-20\n+++\n', '\nauthor = "█"\n+++'],
  ['JSON', '{\n  "title": "Om havet",\n  "date": "2026-11-20"\n}\n', ',\n  "author": "█"\n}'],
])('a key is added in %s', (_, text, added) => {
  expect(mended(text, open, 'usual-key-missing')).toContain(added);
});

test.each([
  [
    'a finished page may have left out on purpose what two of twelve have not',
    { date: 'date: 2026-01-20', author: '' },
    2,
  ],
  ['and may have the picture of another', { date: 'date: 2026-01-20', card: 'card: kort-12.jpg' }, 0],
])('%s', (_, changes, without) => {
  const fewer = siteWithout(without);
  expect(openItems(page(changes), { site: fewer, path })).toEqual([]);
});

test('of a page that is being made it is said', () => {
  expect(openItems(page({ author: '' }), { site: siteWithout(1), path })).toEqual([
    '1 unfilled usual-key-missing: "author" is missing. 11 of 12 pages like this one have it. => Add "author" and fill it in',
  ]);
});

test('a page among strangers is compared with nobody', () => {
  expect(openItems('---\ntitle: Ensam\n---\n', { site, path: 'content/om/ensam.md' })).toEqual([]);
});

test('before the content is read nothing is said of what the others have', () => {
  const reading = siteOf('-- hugo.toml --\ntitle = "x"\n', { isReading: true });
  expect(openItems('---\ntitle: Ensam\nauthor: ""\n---\n', { site: reading, path })).toEqual([]);
});

/** The same site, in which the first posts have no author; and the page is there as it was saved long ago. */
function siteWithout(authors: number): typeof site {
  let left = authors;
  const text = posts.replaceAll(/author: .*\n/g, (line) => (left-- > 0 ? '' : line));
  return siteOf(`-- layouts/_default/single.html --
{{ .Params.author }}{{ .Params.language }}<img src="/img/{{ .Params.card }}">{{ .Params.ingress }}{{ .Content }}
-- ${path} --
---
title: Förr
---
-- static/img/kort-nytt.jpg --

${Array.from({ length: 12 }, (_, at) => `-- static/img/kort-${String(at + 10)}.jpg --\n\n`).join('')}${text}`);
}

test.each<[what: string, meta: string, body: Readonly<Record<string, string>>, items: number]>([
  ['a draft has none', 'property="og:image" content="{{ .Params.share }}"', { draft: 'draft: true' }, 1],
  ['a draft has one', 'property="og:image" content="{{ .Params.share }}"', { share: 'share: a.jpg' }, 0],
  ['the name stands behind', 'content="{{ .Params.share }}" name="twitter:image"', {}, 1],
  [
    'a part of an address',
    'name=twitter:image:src content="{{ site.BaseURL }}img/{{ .Params.share }}"',
    {},
    1,
  ],
  [
    'one of several',
    'property="og:image" content="{{ if .Params.no }}{{ .Params.no }}{{ else if .Params.share }}{{ .Params.share }}{{ else }}x{{ end }}"',
    {},
    1,
  ],
  [
    'one of several, and the name stands behind',
    'content="{{ if .Params.no }}{{ .Params.no }}{{ else if .Params.share }}{{ .Params.share }}{{ end }}" property="og:image"',
    {},
    1,
  ],
  ['only what is said of the picture', 'property="og:image:alt" content="{{ .Params.share }}"', {}, 0],
  ['another meta', 'name="author" content="{{ .Params.share }}"', {}, 0],
])('the picture for social media: %s', (_, meta, changes, items) => {
  const shared = sharing(meta);
  const text = page({ card: '', ...changes });
  const codes = openItems(text, { site: shared, path }).filter((item) => item.includes('social media'));
  expect(codes).toHaveLength(items);
});

test('the picture for social media is wanted in the key that the page has already', () => {
  const shared = sharing('property="og:image" content="{{ .Params.share }}{{ .Params.poster }}"');
  const text = page({ card: '', poster: 'poster: ""' });
  expect(openItems(text, { site: shared, path }).join()).toMatch(/social media, [^,]* "poster"/);
});

test('nothing is said of an old page for want of a picture for social media that few have', () => {
  const old = 'content/blogg/2026/post-10.md';
  const shared = sharing('property="og:image" content="{{ .Params.share }}"');
  expect(openItems(page({ date: 'date: 2026-10-10' }), { site: shared, path: old }).join()).not.toMatch(
    /social/,
  );
});

/** Posts of which one has a picture for social media. */
function sharing(meta: string): SiteSnapshot {
  return siteOf(`-- layouts/_default/single.html --
<meta ${meta}>{{ .Params.author }}{{ .Params.language }}{{ .Params.card }}{{ .Params.ingress }}{{ .Content }}
-- content/blogg/2026/alone.md --
---
title: "Alone"
date: 2026-10-09
share: some.jpg
---
${posts}`);
}

const bundle = 'content/blogg/2026/nytt/index.md';
const cards = '{{ template "_internal/twitter_cards.html" . }}';
const graph = '{{ partial "opengraph.html" . }}';
const partial = '-- layouts/partials/opengraph.html --\n<meta property="og:title">\n';
test.each<[what: string, head: string, files: string, items: number]>([
  ['where templates call it', '{{ template "_internal/opengraph.html" . }}', '', 1],
  ['where templates call it for another network', cards, '', 1],
  ['as a partial', graph, '', 1],
  ['unless a partial of the site has its name', graph, partial, 0],
  ['in a partial', '{{ partial "head.html" . }}', `-- layouts/partials/head.html --\n${cards}\n`, 1],
  ['unless all pages have one', graph, '-- hugo.toml --\nparams.images = ["site.jpg"]\n', 0],
  [
    'unless all pages of the language have one',
    graph,
    '-- hugo.toml --\nlanguages.en.params.images = ["a.jpg"]\n',
    0,
  ],
  ['where the site only leaves room for one', graph, '-- hugo.toml --\nparams.images = []\n', 1],
  ['unless the bundle has one', graph, '-- content/blogg/2026/nytt/my-feature.png --\n\n', 0],
  ['whatever else the bundle has', graph, '-- content/blogg/2026/nytt/other.png --\n\n', 1],
  ['of another template of Hugo', '{{ template "_internal/disqus.html" . }}', '', 0],
])('the picture that a template of Hugo gives to social media: %s', (_, head, files, items) => {
  const shared = siteOf(`${files}-- layouts/_default/single.html --
${head}{{ .Params.author }}{{ .Params.language }}{{ .Params.card }}{{ .Params.ingress }}{{ .Content }}
-- content/blogg/2026/alone.md --
---
title: "Alone"
date: 2026-10-09
images:
  - some.jpg
---
${posts}`);
  const found = (changes: Readonly<Record<string, string>>): readonly string[] =>
    openItems(page({ draft: 'draft: true', card: '', ...changes }), { site: shared, path: bundle }).filter(
      (item) => item.includes('social media'),
    );
  expect(found({})).toHaveLength(items);
  expect(found({ images: 'images: [own.jpg]' })).toEqual([]);
});
