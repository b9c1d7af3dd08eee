// What a writer sees of keys and values that the site itself has taught: its templates, archetypes, data, files and pages.
import { expect, test } from 'vitest';
import { completionList, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- hugo.toml --
title = "Hamnen"
-- archetypes/nyheter.md --
---
title: "{{ .Name }}"
date: {{ .Date }}
author: Redaktionen
card: ""
draft: true
---
-- data/crew.yaml --
- name: Ada Ek
- name: Bo Alm
-- static/img/card/segel.svg --
-- static/img/card/ankare.svg --
-- static/img/card/läs-mig.txt --
-- static/img/card/vinter/is.svg --
-- layouts/_default/single.html --
<h1>{{ .Title }}</h1>
{{ if eq .Params.language "Sv" }}Hej{{ else if eq .Params.language "En" }}Hello{{ end }}
<img src="/img/card/{{ .Params.card }}.svg">
{{ with where site.Data.crew "name" .Params.skipper }}{{ range . }}{{ .name }}{{ end }}{{ end }}
{{ range .Params.links }}<a href="{{ .url }}">{{ .text }}</a>{{ end }}
{{ partial "side.html" . }}
-- layouts/partials/side.html --
{{ .Params.sidenote }}
-- layouts/båtar/single.html --
{{ .Params.sails }}
-- content/nyheter/ett.md --
---
title: Ett
linkname: Karta
linkurl: /karta/
linkname2: Priser
linkurl2: /priser/
weight: 10
---
-- content/nyheter/två.md --
---
title: Två
linkname: Karta
linkurl: /karta/
linkname2: Väder
linkurl2: /väder/
weight: 20
author: Ada Ek
---
-- content/nyheter/tre.md --
---
title: Tre
linkname: Priser
linkurl: /priser/
weight: 40
author: Ada Ek
---
`);
const path = 'content/nyheter/ny.md';
const at = (lines: string): string => `---\n${lines}\n---\n`;

const first = (marked: string, count: number, page = path): string[] =>
  suggestions(marked, { site, path: page })
    .filter((label) => !label.startsWith('Front matter'))
    .slice(0, count);

test.each([
  [
    'a new post: the keys of its archetype, in their order',
    '█',
    ['title', 'date', 'author', 'card', 'draft'],
  ],
  [
    'a post that follows its archetype: the missing keys behind the cursor first',
    'title: Ny\nauthor: Bo\n█',
    ['card', 'draft', 'date'],
  ],
  [
    'a family: the next of its kind',
    'title: Ny\nlinkname: Karta\nlinkurl: /karta/\n█',
    ['linkname2', 'linkurl2'],
  ],
  ['a family, between its members', 'title: Ny\nlinkname: Karta\n█\nlinkname2: Väder', ['linkurl']],
  ['a list of maps that only templates know', 'links:\n  - █', ['url', 'text']],
  ['an item of it that has a key', 'links:\n  - url: /a/\n    █', ['text']],
  ['an item behind another', 'links:\n  - url: /a/\n    text: A\n  - █', ['url', 'text']],
])('%s', (_, lines, expected) => {
  expect(first(at(lines), expected.length)).toEqual(expected);
});

test('keys that templates read and no page has yet are offered, those of other templates are not', () => {
  const labels = suggestions(at('█'), { site, path });
  expect(labels).toEqual(expect.arrayContaining(['language', 'skipper', 'sidenote', 'links']));
  expect(labels).not.toContain('sails');
  expect(suggestions(at('█'), { site, path: 'content/båtar/ny.md' })).toContain('sails');
});

test('a site that has templates and no page offers what they read', () => {
  const empty = siteOf(`
-- hugo.toml --
-- layouts/_default/single.html --
{{ .Params.card }}
`);
  expect(suggestions(at('█'), { site: empty, path }).slice(0, 2)).toEqual([
    'Front matter of nyheter',
    'card',
  ]);
});

test('a name is offered without what the template puts before and behind it', () => {
  const icons = siteOf(`
-- hugo.toml --
-- layouts/_default/single.html --
<img src="/img/icon-{{ .Params.icon }}.svg">
-- static/img/icon-boat.svg --
-- static/img/photo.svg --
`);
  expect(suggestions(at('icon: █'), { site: icons, path })).toEqual(['boat', '""']);
});

test.each([
  ['what the template compares with', 'language: █', ['Sv', 'En']],
  ['names from the data', 'skipper: █', ['Ada Ek', 'Bo Alm']],
  [
    'folders and files that the template looks for, without what it adds itself',
    'card: █',
    ['vinter/', 'ankare', 'segel'],
  ],
  ['what stands in a folder', 'card: vinter/█', ['vinter/is']],
  ['the value that belongs to the one beside it', 'linkname: Priser\nlinkurl: █', ['/priser/']],
  ['the number that is left out, then the next', 'weight: █', ['30', '50']],
  ['what the archetype says, then what other pages say', 'author: █', ['Redaktionen', 'Ada Ek']],
])('values: %s', (_, lines, expected) => {
  expect(first(at(lines), expected.length)).toEqual(expected);
});

test.each([
  ['a key', '█', 'sidenote', 'read by layouts/partials/side.html:1'],
  ['a key of the archetype', '█', 'card', 'archetypes/nyheter.md'],
  ['a compared value', 'language: █', 'Sv', 'compared in layouts/_default/single.html:2'],
  ['an entry of the data', 'skipper: █', 'Ada Ek', 'data/crew.yaml'],
  ['a value of other pages', 'linkname: █', 'Karta', 'on 2 pages'],
])('says where it knows it from: %s', (_, lines, label, detail) => {
  const item = completionList(at(lines), { site, path }).items.find((each) => each.label === label);
  expect(item?.detail).toContain(detail);
});

test('a file can be shown, and a folder asks for what is in it', () => {
  const { items } = completionList(at('card: █'), { site, path });
  const of = (label: string): unknown => items.find((each) => each.label === label);
  expect(of('segel')).toMatchObject({
    data: { file: expect.stringMatching(/static\/img\/card\/segel\.svg$/) as string },
  });
  expect(of('vinter/')).toMatchObject({ command: { command: 'suggest' } });
});

test('titles and sentences of other pages are not offered', () => {
  expect(suggestions(at('title: █'), { site, path })).toEqual(['""']);
});

const languages = siteOf(`
-- hugo.toml --
defaultContentLanguage = "sv"
[languages.sv]
[languages.en]
-- content/sv/a.md --
---
title: A
language: Sv
---
-- content/sv/b.md --
---
title: B
language: Sv
---
-- content/en/a.md --
---
title: A
language: En
---
-- content/en/b.md --
---
title: B
language: En
---
-- content/en/c.md --
---
title: C
language: En
---
`);

test.each([
  ['content/sv/ny.md', ['Sv', 'En']],
  ['content/en/ny.md', ['En', 'Sv']],
])('a language field follows the folder: %s', (page, expected) => {
  expect(suggestions(at('title: Ny\nlanguage: █'), { site: languages, path: page }).slice(0, 2)).toEqual(
    expected,
  );
});
