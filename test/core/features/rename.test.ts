import { expect, test } from 'vitest';
import { renamedIn } from '../../support/rename.ts';
import { hugo } from '../../support/site.ts';

const site = `
-- hugo.toml --
baseURL = "https://mill.example/"
defaultContentLanguage = "sv"
[languages.sv]
[languages.nb]
-- layouts/_default/single.html --
{{ .Title }}{{ .Params.card }}{{ with .Param "card" }}{{ . }}{{ end }}{{ .Content }}{{ partial "foot.html" . }}
{{ (index site.Data.authors .Params.author).name }}{{ site.Data.authors.jane.name }}
-- layouts/partials/foot.html --
{{ if isset .Params "card" }}{{ end }}
-- layouts/shortcodes/box.html --
{{ .Get "title" }}{{ .Inner }}{{ with .Get \`color\` }}{{ . }}{{ end }}
-- layouts/shortcodes/box.nb.html --
{{ .Get "title" }}
-- layouts/shortcodes/open.html --
{{ range $name, $value := .Params }}{{ $name }}{{ end }}
-- layouts/shortcodes/two.html --
{{ .Get 0 }}
-- themes/deep/layouts/shortcodes/fromtheme.html --
{{ .Get "title" }}
-- archetypes/default.md --
---
title: "{{ .Name }}"
card: ""
---
{{< box title="" >}}{{< /box >}}
-- data/authors.yaml --
jane:
  name: Jane
-- data/mills.yaml --
- name: One
  image_day: a.png
  motto: Grind
-- layouts/partials/mills.html --
{{ $none := "" }}{{ range where site.Data.mills "name" "in" .Params.mills }}{{ .name }}<img src="{{ index . (printf "image_%s" (default "day" $.Params.when)) }}">{{ end }}
-- data/prices.yaml --
paper: 1
-- layouts/partials/prices.html --
{{ range site.Data.prices }}{{ . }}{{ end }}{{ site.Data.prices.paper }}{{ index site.Data.prices .Params.price }}
-- content/a.md --
---
title: A
card: a.png
tags: [Ink, "Old quill"]
author: jane
---
{{< box title="One" color="red" >}}Text{{< /box >}}
-- content/a.nb.md --
---
title: A
Card: b.png
tags:
  - ink
---
{{% box "title" %}}{{% /box %}}{{< box title="Two" />}}
-- content/b.md --
+++
title = "B"
card = 'c.png'
tags = ["Ink"]
+++
See [Ink](/tags/ink/) and [other](/tags/old-quill/).
{{< open a="b" >}}{{< two "x" >}}{{< fromtheme title="x" >}}{{< figure src="a.png" >}}
-- layouts/_default/list.html --
{{ .Param "contact.name" }}
{{ range where site.Data.crew "name" .Params.crew }}{{ end }}
-- data/crew.yaml --
- name: Ann
- name: Bo
-- content/d.md --
---
title: D
crew: Ann
contact:
  name: Ann
---
-- layouts/shortcodes/far.html --
{{ $k := "tint" }}{{ .Get $k }}
-- layouts/shortcodes/handed.html --
{{ partial "get.html" (dict "call" . "key" "tint") }}
-- layouts/partials/get.html --
{{ .call.Get .key }}
-- content/c.md --
---
title: C
params:
  card: p.png
---
{{< far tint="x" >}}{{< handed tint="x" >}}
-- content/tags/ink/_index.md --
---
title: Ink
---
`;

interface Case {
  readonly name: string;
  /** The file, a stretch of its text with the cursor, and the new name. */
  readonly at: readonly [path: string, marked: string, newName: string];
  readonly changes: Readonly<Record<string, readonly string[]>> | string;
}

const cases: readonly Case[] = [
  {
    name: 'a shortcode: its templates, every call in every language, and archetypes',
    at: ['content/a.md', '{{< bo█x title', 'frame'],
    changes: {
      'content/a.md': ['{{< frame title="One" color="red" >}}Text{{< /frame >}}'],
      'content/a.nb.md': ['{{% frame "title" %}}{{% /frame %}}{{< frame title="Two" />}}'],
      'archetypes/default.md': ['{{< frame title="" >}}{{< /frame >}}'],
      'layouts/shortcodes/frame.html': [],
      'layouts/shortcodes/frame.nb.html': [],
    },
  },
  {
    name: 'a shortcode into a folder',
    at: ['content/a.md', '{{< /box█ >}}', 'parts/frame'],
    changes: {
      'content/a.md': ['{{< parts/frame title="One" color="red" >}}Text{{< /parts/frame >}}'],
      'content/a.nb.md': ['{{% parts/frame "title" %}}{{% /parts/frame %}}{{< parts/frame title="Two" />}}'],
      'archetypes/default.md': ['{{< parts/frame title="" >}}{{< /parts/frame >}}'],
      'layouts/shortcodes/parts/frame.html': [],
      'layouts/shortcodes/parts/frame.nb.html': [],
    },
  },
  {
    name: 'a shortcode with a taken name',
    at: ['content/a.md', '{{< bo█x title', 'two'],
    changes: 'There is a "two" already; the two would become one.',
  },
  {
    name: 'a shortcode with the name of one of Hugo',
    at: ['content/a.md', '{{< bo█x title', 'figure'],
    changes: 'There is a "figure" already; the two would become one.',
  },
  {
    name: 'a shortcode with a blank',
    at: ['content/a.md', '{{< bo█x title', 'my box'],
    changes: 'The name of a shortcode is made of letters, digits, "-" and "_"; "/" stands for a folder.',
  },
  {
    name: 'a shortcode with its own name',
    at: ['content/a.md', '{{< bo█x title', 'box'],
    changes: 'It is called "box" already.',
  },
  {
    name: 'a shortcode of Hugo',
    at: ['content/b.md', '{{< fig█ure', 'x'],
    changes: '"figure" belongs to Hugo, which knows it by this name alone.',
  },
  {
    name: 'a shortcode of a theme',
    at: ['content/b.md', '{{< from█theme', 'x'],
    changes:
      '"fromtheme" comes with a theme or module, in themes/deep/layouts/shortcodes/fromtheme.html, and cannot be renamed from here.',
  },
  {
    name: 'an argument: where templates ask for it, and every call',
    at: ['content/a.md', 'ti█tle="One"', 'heading'],
    changes: {
      'content/a.md': ['{{< box heading="One" color="red" >}}'],
      'content/a.nb.md': ['{{< box heading="Two" />}}'],
      'archetypes/default.md': ['{{< box heading="" >}}'],
      'layouts/shortcodes/box.html': ['{{ .Get "heading" }}'],
      'layouts/shortcodes/box.nb.html': ['{{ .Get "heading" }}'],
    },
  },
  {
    name: 'an argument, from its template',
    at: ['layouts/shortcodes/box.html', 'with .Get `co█lor`', 'tint'],
    changes: {
      'content/a.md': ['tint="red"'],
      'layouts/shortcodes/box.html': ['with .Get `tint`'],
    },
  },
  {
    name: 'an argument with a taken name',
    at: ['content/a.md', 'ti█tle="One"', 'color'],
    changes: 'There is a "color" already; the two would become one.',
  },
  {
    name: 'an argument with a hyphen',
    at: ['content/a.md', 'ti█tle="One"', 'my-title'],
    changes: 'The name of an argument is made of letters, digits and "_", and begins with no digit.',
  },
  {
    name: 'an argument without a name',
    at: ['content/b.md', '{{< two "█x"', 'y'],
    changes: 'This argument has no name: it is known by its position.',
  },
  {
    name: 'an argument of an open set',
    at: ['content/b.md', '{{< open █a="b"', 'y'],
    changes:
      'The template of "open" reads arguments by names that it makes itself (line 1), so "a" may be among them.',
  },
  {
    name: 'an argument of Hugo',
    at: ['content/b.md', 'figure s█rc', 'y'],
    changes: 'The template of "figure" cannot be read, so nobody knows what it does with "src".',
  },
  {
    name: 'a key: pages in all formats and spellings, archetypes, templates and partials',
    at: ['content/a.md', 'ca█rd: a.png', 'image'],
    changes: {
      'content/a.md': ['\nimage: a.png\n'],
      'content/a.nb.md': ['\nimage: b.png\n'],
      'content/b.md': ["\nimage = 'c.png'\n"],
      'content/c.md': ['\n  image: p.png\n'],
      'archetypes/default.md': ['\nimage: ""\n'],
      'layouts/_default/single.html': ['{{ .Params.image }}{{ with .Param "image" }}'],
      'layouts/partials/foot.html': ['isset .Params "image"'],
    },
  },
  {
    name: 'a map whose keys templates read',
    at: ['content/d.md', 'con█tact:', 'people'],
    changes:
      'Templates read what stands below "contact", first in layouts/_default/list.html, line 1, and may call it by a part of a longer name.',
  },
  {
    name: 'a key with a hyphen',
    at: ['content/a.md', 'ca█rd: a.png', 'social-card'],
    changes:
      'Templates read this key, so its name is made of letters, digits and "_", and begins with no digit.',
  },
  {
    name: 'a key with the name of one of Hugo',
    at: ['content/a.md', 'ca█rd: a.png', 'Slug'],
    changes: 'There is a "Slug" already; the two would become one.',
  },
  {
    name: 'a key of Hugo',
    at: ['content/a.md', 'ti█tle: A', 'headline'],
    changes: '"title" belongs to Hugo, which knows it by this name alone.',
  },
  {
    name: 'a taxonomy',
    at: ['content/a.md', 'ta█gs: [Ink', 'labels'],
    changes: '"tags" is a taxonomy of this site: its name is in the configuration and in addresses.',
  },
  {
    name: 'a term: every page that has it, its own page, and the links to its list',
    at: ['content/a.md', 'tags: [In█k,', 'Iron gall: ink'],
    changes: {
      'content/a.md': ['tags: ["Iron gall: ink", "Old quill"]'],
      'content/a.nb.md': ['  - "Iron gall: ink"'],
      'content/b.md': [
        'tags = ["Iron gall: ink"]',
        '[Ink](/tags/iron-gall-ink/) and [other](/tags/old-quill/)',
      ],
      'content/tags/iron-gall-ink/_index.md': ['title: Ink'],
    },
  },
  {
    name: 'a term in quotes, to one that pages have',
    at: ['content/a.md', '"Old qu█ill"', 'Ink'],
    changes: {
      'content/a.md': ['tags: [Ink, "Ink"]'],
      'content/b.md': ['[Ink](/tags/ink/) and [other](/tags/ink/)'],
    },
  },
  {
    name: 'a term of nothing',
    at: ['content/a.md', 'tags: [In█k,', ' '],
    changes: 'A term needs a letter or a digit, because its list gets an address of it.',
  },
  {
    name: 'an entry of the data: its file, templates, and the pages that name it',
    at: ['content/a.md', 'author: ja█ne', 'june'],
    changes: {
      'content/a.md': ['author: june'],
      'data/authors.yaml': ['june:\n'],
      'layouts/_default/single.html': ['site.Data.authors.june.name'],
    },
  },
  {
    name: 'an entry that a template may read by a name that it makes',
    at: ['data/mills.yaml', 'image_d█ay', 'picture'],
    changes:
      'layouts/partials/mills.html reads "image_day" in line 1 by a name that does not stand there: it is made, or comes from another template. Change that first.',
  },
  {
    name: 'an entry that templates read by name, and pages by their values',
    at: ['data/prices.yaml', 'pap█er', 'sheets'],
    changes: {
      'data/prices.yaml': ['sheets: 1'],
      'layouts/partials/prices.html': ['site.Data.prices.sheets', 'index site.Data.prices .Params.price'],
    },
  },
  {
    name: 'a name by which an entry of the data is looked up',
    at: ['content/d.md', 'crew: Ann█', 'Ann: the first'],
    changes: { 'content/d.md': ['crew: "Ann: the first"'], 'data/crew.yaml': ['- name: "Ann: the first"'] },
  },
  {
    name: 'such a name that another entry has',
    at: ['content/d.md', 'crew: Ann█', 'bo'],
    changes: 'There is a "bo" already; the two would become one.',
  },
  {
    name: 'a partial',
    at: ['layouts/_default/single.html', 'partial "fo█ot.html"', 'end'],
    changes: {
      'layouts/_default/single.html': ['partial "end.html" .'],
      'layouts/partials/end.html': ['isset'],
    },
  },
  { name: 'prose', at: ['content/b.md', 'See█ [Ink]', 'x'], changes: 'nothing to rename' },
];

test.each(cases)('$name', ({ at: [path, marked, newName], changes }) => {
  const before = marked.replace('█', '');
  const start = site.indexOf(`-- ${path} --`);
  const place = site.indexOf(before, start);
  expect(place).toBeGreaterThan(start);
  const renamed = renamedIn(site.slice(0, place) + marked + site.slice(place + before.length), newName, {
    hugo: hugo('0.147.0'),
  });
  if (typeof changes === 'string' || typeof renamed === 'string') {
    expect(renamed).toBe(changes);
    return;
  }
  expect(Object.keys(renamed).sort()).toEqual(Object.keys(changes).sort());
  for (const [file, parts] of Object.entries(changes)) {
    for (const part of parts) {
      expect(renamed[file]).toContain(part);
    }
  }
});

test('nothing is renamed while the site is being read', () => {
  const marked = site.replace('{{< box title="One"', '{{< b█ox title="One"');
  expect(renamedIn(marked, 'frame', { isReading: true })).toBe(
    'The site is still being read. Try again in a moment.',
  );
});

test('a name that differs in case alone is another one to an older Hugo', () => {
  const marked = site.replace('{{< box title="One"', '{{< b█ox title="One"');
  const files = renamedIn(marked, 'Box', { hugo: hugo('0.111.3') });
  expect(Object.keys(files)).toContain('layouts/shortcodes/Box.html');
});
