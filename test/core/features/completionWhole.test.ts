// The front matter of a new page as one suggestion.
import { describe, expect, test } from 'vitest';
import { checkCompletion, completionList, suggestions, vscode } from '../../support/checks.ts';
import { pageOf, siteOf } from '../../support/site.ts';
import { complete } from '../../../server/src/core/features/complete.ts';

const site = siteOf(`
-- archetypes/blogg.md --
---
title: "{{ .Name }}"
date: {{ .Date }}
draft: true
tags: ["Svenska"]
card: ""
rating: 3
menu:
  main:
    weight: 1
---
-- content/docs/one.md --
+++
title = "One"
weight = 10
layout = "guide"
aliases = ["/old/"]
description = "First"
+++
-- content/docs/two.md --
+++
title = "Two"
weight = 20
layout = "guide"
aliases = ["/older/"]
description = "Second"
+++
-- content/docs/three.md --
+++
title = "Three"
weight = 30
layout = "guide"
other = true
+++
`);

const label = 'Front matter of blogg';
const post = { site, path: 'content/blogg/2026-11-21-ny-kvarn.md' };
const keys = [
  'title: "${1:Ny kvarn}"',
  'date: ${2:2026-11-21T09:30:00+01:00}',
  'draft: ${3|true,false|}',
  'tags: [${4:"Svenska"}]',
  'card: "${5}"',
  'rating: ${6:3}',
].join('\n');

describe('what an archetype prescribes', () => {
  test.each([
    ['an empty file', '█', `---\n${keys}\n---\n\n\${0}`],
    ['a file of empty lines', '\n█\n', `\n---\n${keys}\n---\n\n\${0}\n`],
    ['before a text', '█\n\n# Hej\n', `---\n${keys}\n---\${0}\n\n# Hej\n`],
    ['the beginning of an opener', '--█', `---\n${keys}\n---\n\n\${0}`],
    ['an opener', '---█', `---\n${keys}\n---\n\n\${0}`],
    ['an opener before a text', '---█\n\n# Hej\n', `---\n${keys}\n---\${0}\n\n# Hej\n`],
    ['an opener with its closer', '---█\n---\n', `---\n${keys}\${0}\n---\n`],
    ['below an opener', '---\n█', `---\n${keys}\n---\n\n\${0}`],
    ['between opener and closer', '---\n█\n---\n', `---\n${keys}\${0}\n---\n`],
    ['before the closer', '---\n█---\n', `---\n${keys}\n---\n\n\${0}\n`],
  ])('%s', (_, marked, expected) => {
    checkCompletion(marked, label, expected, post);
  });

  test('in TOML', () => {
    const text = keys.replaceAll(/^(\w+): /gm, '$1 = ');
    checkCompletion('+++\n█\n+++\n', label, `+++\n${text}\${0}\n+++\n`, post);
  });

  test.each([
    ['{█}', (text: string) => `{\n${text}\n}\n\n\${0}`],
    ['{█', (text: string) => `{\n${text}\n}\n\n\${0}`],
    ['{\n█\n}\n', (text: string) => `{\n${text}\${0}\n}\n`],
  ])('in JSON: %j', (marked, around) => {
    const text = keys
      .replace('${2:2026-11-21T09:30:00+01:00}', '"${2:2026-11-21T09:30:00+01:00}"')
      .split('\n')
      .map((line) => line.replace(/^(\w+): /, '  "$1": '))
      .join(',\n');
    checkCompletion(marked, label, around(text), post);
  });
});

test.each([
  [
    'what most pages of the section have, in their format, with what nearly all say and the next number',
    'content/docs/new.md',
    '+++\ntitle = "${1:New}"\nweight = ${2:40}\nlayout = "${3:guide}"\ndescription = "${4}"\n+++\n\n${0}',
  ],
  [
    'the name of a bundle',
    'content/docs/new_page/index.md',
    '+++\ntitle = "${1:New page}"\nweight = ${2:40}\nlayout = "${3:guide}"\ndescription = "${4}"\n+++\n\n${0}',
  ],
])('without an archetype: %s', (_, path, expected) => {
  checkCompletion('█', 'Front matter of docs', expected, { site, path });
});

test('what Hugo itself would give, where a site says nothing', () => {
  const empty = siteOf('-- hugo.toml --\n');
  const expected =
    '---\ntitle: "${1:A}"\ndate: ${2:2026-11-21T09:30:00+01:00}\ndraft: ${3|false,true|}\n---\n\n${0}';
  checkCompletion('█', 'Front matter', expected, { site: empty, path: 'content/a.md' });
});

test('it comes first, and once', () => {
  const labels = suggestions('---\n█\n---\n', post);
  expect(labels.slice(0, 3)).toEqual([label, 'title', 'date']);
  expect(labels.filter((each) => each === label)).toHaveLength(1);
});

test.each([
  ['a page that has a key', '---\ntitle: x\n█\n---\n'],
  ['a page that has a key, behind the opener', '---█\ntitle: x\n---\n'],
  ['the text of a page', '---\n---\n\n█\n'],
  ['a text without front matter', '# Hej\n\n█\n'],
  ['a line of text', '█# Hej\n'],
  ['a list', '- █a'],
  ['a closer', '---\n---█\n'],
  ['a shortcode', '{{█'],
])('nothing for %s', (_, marked) => {
  expect(suggestions(marked, post)).not.toContain(label);
});

test('words at the top of an empty page, whatever the writer calls it', () => {
  for (const typed of ['fr', 'Front mat', 'fm', 'hugo-fr', 'front matter of b']) {
    checkCompletion(`${typed}█`, label, `---\n${keys}\n---\n\n\${0}`, post);
    checkCompletion(`\n${typed}█\n`, label, `\n---\n${keys}\n---\n\n\${0}\n`, post);
  }
});

test.each(['f█', 'Frost█', 'from█', 'fr█ost', 'A fr█', 'fr█\n\nText\n', '# fr█'])(
  'nothing for the words of a text: %j',
  (marked) => {
    expect(completionList(marked, post).items.map((item) => item.label)).not.toContain(label);
  },
);

test('other archetypes come behind the own one', () => {
  const both = siteOf(`
-- archetypes/default.md --
---
title: ""
---
-- archetypes/blogg.md --
---
title: ""
intro: ""
---
-- archetypes/news.md --
+++
title = ""
source = "TT"
+++
`);
  const page = { site: both, path: 'content/blogg/a.md' };
  const labels = completionList('█', page).items.map((item) => item.label);
  expect(labels).toEqual(['Front matter of blogg', 'Front matter as default', 'Front matter as news']);
  checkCompletion(
    '█',
    'Front matter as news',
    '+++\ntitle = "${1:A}"\nsource = "${2:TT}"\n+++\n\n${0}',
    page,
  );
});

test('what all neighbors say fills in what the archetype leaves empty', () => {
  const shared = siteOf(`
-- archetypes/blogg.md --
---
title: ""
language: ""
---
-- content/blogg/a.md --
---
title: A
language: Svenska
---
-- content/blogg/b.md --
---
title: B
language: Svenska
---
`);
  const page = { site: shared, path: 'content/blogg/c.md' };
  checkCompletion('█', label, '---\ntitle: "${1:C}"\nlanguage: "${2:Svenska}"\n---\n\n${0}', page);
});

test('a list that opens by itself does not hold it: it would take the Enter behind an opener', () => {
  const page = pageOf(site, post.path, '---');
  expect(complete(site, page, 3, vscode, false).items).toEqual([]);
});

test('says where it comes from', () => {
  const details = (path: string): unknown => completionList('█', { site, path }).items[0]?.detail;
  expect(details('content/blogg/a.md')).toBe('archetypes/blogg.md');
  expect(details('content/docs/a.md')).toBe('as most pages of docs have it');
  expect(details('content/a.md')).toBe('as most pages have it');
});
