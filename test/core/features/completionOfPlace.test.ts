// What follows from where a new page stands, when nothing else is known of it: what its archetype says, its section, its language.
import { expect, test } from 'vitest';
import { completionList, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

/** Many pages of one section say the same, newer ones in English; few pages of another section say something else each. */
const posts = Array.from(
  { length: 6 },
  (_, at) => `
-- content/blogg/2026/en-${String(at)}.md --
---
title: Post ${String(at)}
draft: false
section: blogg
tags: [English]
---`,
);
const pages = ['Priser', 'Priser', 'Hjelp'].map(
  (section, at) => `
-- content/no/side-${String(at)}.md --
---
title: Side ${String(at)}
section: ${section}
tags: [Norsk]
---`,
);

const site = siteOf(`
-- archetypes/blogg.md --
---
title: ""
draft: false
section: blogg
tags: [Svenska]
language: Se
---
-- content/blogg/2017/sv.md --
---
title: Gammal
tags: [Svenska]
---
${[...posts, ...pages].join('')}
`);

const post = 'content/blogg/2026/ny.md';
const page = 'content/no/ny.md';

test.each([
  ['a post: what the archetype says', post, 'tags: [█]', ['Svenska', 'English', 'Norsk']],
  [
    'a post with another key of the archetype',
    post,
    'draft: false\ntags: [█]',
    ['Svenska', 'English', 'Norsk'],
  ],
  ['a value that nobody but the archetype has', post, 'language: █', ['Se']],
  ['a page of another section: what is said there', page, 'section: █', ['Priser', 'Hjelp', 'blogg']],
  ['a page of another language', page, 'tags: [█]', ['Norsk', 'English', 'Svenska']],
])('%s', (_, path, lines, expected) => {
  const labels = suggestions(`---\n${lines}\n---\n`, { site, path });
  expect(labels.filter((label) => label !== '""')).toEqual(expected);
});

test('a value that only the archetype has is told to be of it', () => {
  const [first] = completionList('---\nlanguage: █\n---\n', { site, path: post }).items;
  expect(first?.detail).toBe('of the archetype');
});
