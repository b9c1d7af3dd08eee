import { expect, test } from 'vitest';
import { referencesIn } from '../../support/references.ts';
import { at } from './boats.ts';

const cases: readonly (readonly [what: string, file: string, text: string, expected: readonly string[]])[] = [
  [
    'a page, from a link',
    'content/b.sv.md',
    '/a/',
    [
      'content/a.md:1:1 *',
      'content/b.sv.md:8:5 /a/',
      'content/b.sv.md:8:18 a.md',
      'content/b.sv.md:8:54 /a',
      'layouts/partials/label.html:1:49 /a/',
    ],
  ],
  [
    'a page, from its own beginning',
    'content/a.md',
    '',
    [
      'content/a.md:1:1 *',
      'content/b.sv.md:8:5 /a/',
      'content/b.sv.md:8:18 a.md',
      'content/b.sv.md:8:54 /a',
      'layouts/partials/label.html:1:49 /a/',
    ],
  ],
  [
    'a page, from its title',
    'content/a.md',
    'title: █A',
    [
      'content/a.md:1:1 *',
      'content/b.sv.md:8:5 /a/',
      'content/b.sv.md:8:18 a.md',
      'content/b.sv.md:8:54 /a',
      'layouts/partials/label.html:1:49 /a/',
    ],
  ],
  [
    'a heading, from a link',
    'content/b.sv.md',
    'one) [B',
    [
      'content/a.md:10:4 One*',
      'content/a.md:11:14 one',
      'content/b.sv.md:8:9 one',
      'content/b.sv.md:8:57 one',
    ],
  ],
  [
    'a heading, from itself',
    'content/a.md',
    'One\nSee',
    [
      'content/a.md:10:4 One*',
      'content/a.md:11:14 one',
      'content/b.sv.md:8:9 one',
      'content/b.sv.md:8:57 one',
    ],
  ],
  [
    'a picture, from a link',
    'content/b.sv.md',
    '/img/sky',
    ['content/b.sv.md:8:31 /img/sky.png', 'layouts/partials/label.html:1:22 /img/sky.png'],
  ],
  [
    'a picture, from a template',
    'layouts/partials/label.html',
    '/img/sky',
    ['content/b.sv.md:8:31 /img/sky.png', 'layouts/partials/label.html:1:22 /img/sky.png'],
  ],
  [
    'a page, from a template',
    'layouts/partials/label.html',
    '/a/',
    [
      'content/a.md:1:1 *',
      'content/b.sv.md:8:5 /a/',
      'content/b.sv.md:8:18 a.md',
      'content/b.sv.md:8:54 /a',
      'layouts/partials/label.html:1:49 /a/',
    ],
  ],
];

test.each(cases)('%s', (_, file, text, expected) => {
  expect(referencesIn(at(file, text))).toEqual(expected);
});

const crew = `
-- layouts/_default/single.html --
{{ range where site.Data.crew "name" "in" .Params.author }}{{ .name }}{{ end }}
-- layouts/shortcodes/by.html --
{{ range where site.Data.crew "name" (.Get "who") }}{{ .name }}{{ end }}
-- data/crew.yaml --
- name: "Jane Doe"
  role: "Jane Doe"
- name: Sam
-- content/a.md --
---
title: Jane Doe
author: [Jane Doe, Sam]
---
{{< by who="Jane Doe" >}}
-- content/b.md --
---
title: B
author: Jane Doe
---
`;

test.each([
  ['the page', 'author: [J', 'author: [J█'],
  ['the data', '- name: "Jane', '- name: "Jane█'],
  ['a call', 'who="Jane', 'who="Jane█'],
])('what an entry of the data is looked up by, from %s', (_, before, marked) => {
  expect(referencesIn(crew.replace(before, marked))).toEqual([
    'data/crew.yaml:1:10 Jane Doe*',
    'content/a.md:3:10 Jane Doe',
    'content/a.md:5:13 Jane Doe',
    'content/b.md:3:9 Jane Doe',
  ]);
});
