import { expect, test } from 'vitest';
import { definitions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';
import { harbor } from './harbor.ts';

const path = 'content/news/first.md';
const header = (line: string): string => `---\ntitle: First\n${line}\n---\n`;

test.each([
  [
    'from a shortcode to its template, and to the one that it hides',
    '{{< ber█th 7 >}}',
    ['berth', 'layouts/shortcodes/berth.html:1:1', 'themes/wharf/layouts/shortcodes/berth.html:1:1'],
  ],
  ['from a closing tag', '{{< note >}}x{{< /no█te >}}', ['note', 'layouts/shortcodes/note.html:1:1']],
  [
    'from the name of an argument to where the template asks for it',
    '{{< berth si█de="port" >}}',
    ['side', 'layouts/shortcodes/berth.html:2:13'],
  ],
  ['from an argument without a name', '{{< berth 7█ >}}', ['7', 'layouts/shortcodes/berth.html:4:27']],
  [
    'from the value of an argument to its file',
    '{{< berth boat="te█rn.png" >}}',
    ['"tern.png"', 'static/img/boat/tern.png:1:1'],
  ],
])('%s', (_, marked, expected) => {
  expect(definitions(marked, { site: harbor, path })).toEqual(expected);
});

test.each([
  [
    'from a key to the templates that read it, those of this page first',
    'back█ground: calm.jpg',
    ['background', 'layouts/news/single.html:2:23', 'layouts/news/list.html:1:25'],
  ],
  ['from a value to its file', 'background: cal█m.jpg', ['calm.jpg', 'static/img/sky/calm.jpg:1:1']],
  ['from a value to its entry of the data', 'skipper: Si█v', ['Siv', 'data/crew.yaml:3:9']],
  ['from an address to its page', 'more: /about/u█s/', ['/about/us/', 'content/about/us.md:1:1']],
  ['from a value to a file of the bundle', 'map: coa█st.png', ['coast.png', 'beside coast.png']],
])('%s', (_, line, expected) => {
  expect(definitions(header(line), { site: harbor, path })).toEqual(expected);
});

test.each([
  ['prose', 'Mj█öl'],
  ['a title', '---\ntitle: /about/u█s/\n---\n'],
  ['an address of another host', header('more: https://example.org/about/u█s/')],
  ['a path that leads out', header('more: ../../etc/pass█wd.txt')],
  ['an unknown shortcode', '{{< brth█ >}}'],
  ['a shortcode of Hugo', '{{< fig█ure >}}'],
  ['a value that leads nowhere', '{{< berth side="po█rt" >}}'],
])('nowhere from %s', (_, marked) => {
  expect(definitions(marked, { site: harbor, path })).toEqual([]);
});

const library = siteOf(`
-- hugo.toml --
defaultContentLanguage = "en"
[languages.en]
[languages.sv]
[taxonomies]
tag = "tags"
author = "people/authors"
-- layouts/_default/single.html --
-- layouts/_default/wide.html --
-- layouts/essay/single.html --
-- layouts/books/long.html --
-- content/books/_index.md --
-- content/books/_index.sv.md --
-- content/books/a.md --
---
layout: long
tags: [Old Books, rare]
---
-- content/books/b.md --
---
type: essay
tags: [rare, alone]
people/authors: [Jane]
---
-- content/books/c.sv.md --
---
tags: [rare]
---
-- content/d.md --
---
layout: nowhere
type: nothing
tags: Rare
---
-- content/e.md --
---
layout: wide
---
-- content/tags/old-books/_index.md --
-- content/tags/old-books/_index.sv.md --
-- content/tags/old-books-more/_index.md --
-- content/people/authors/jane/_index.md --
`);

test.each([
  [
    'a term to its page',
    'content/books/a.md',
    'tags: [Old B█ooks]',
    ['content/tags/old-books/_index.md:1:1'],
  ],
  [
    'a term to its page in the same language',
    'content/books/c.sv.md',
    'tags: [old b█ooks]',
    ['content/tags/old-books/_index.sv.md:1:1'],
  ],
  [
    'a term of a taxonomy below another folder',
    'content/books/b.md',
    'people/authors: [Ja█ne]',
    ['content/people/authors/jane/_index.md:1:1'],
  ],
  [
    'a term without a page to the other pages that have it',
    'content/books/a.md',
    'tags: [ra█re]',
    ['content/books/b.md:1:1', 'content/d.md:1:1'],
  ],
  ['a term that no other page has', 'content/books/b.md', 'tags: [al█one]', []],
  ['a layout to its template', 'content/books/a.md', 'layout: lo█ng', ['layouts/books/long.html:1:1']],
  ['a layout of all pages', 'content/e.md', 'layout: wi█de', ['layouts/_default/wide.html:1:1']],
  [
    'a type to the template in its folder',
    'content/books/b.md',
    'type: ess█ay',
    ['layouts/essay/single.html:1:1'],
  ],
  ['a layout that there is not', 'content/d.md', 'layout: now█here', []],
  ['a type without templates', 'content/d.md', 'type: noth█ing', []],
  ['a section to its page', 'content/books/a.md', 'section: boo█ks', ['content/books/_index.md:1:1']],
  ['a section that there is not', 'content/books/a.md', 'section: maps█', []],
])('from %s', (_, of, line, expected) => {
  expect(definitions(`---\n${line}\n---\n`, { site: library, path: of }).slice(1)).toEqual(expected);
});

test('a term leads to a hundred pages at most', () => {
  const pages = Array.from(
    { length: 150 },
    (__, i) => `-- content/p${String(i)}.md --\n---\ntags: [rare]\n---\n`,
  );
  const site = siteOf(pages.join(''));
  expect(definitions('---\ntags: [ra█re]\n---\n', { site, path: 'content/p0.md' })).toHaveLength(101);
});
