import { describe, expect, test } from 'vitest';
import { referencesIn } from '../../support/references.ts';

/** A site in which everything names something; a case marks one name with the cursor. */
const site = `
-- hugo.toml --
title = "Boats"
-- layouts/_default/single.html --
{{ .Title }} {{ .Params.author }} {{ with .Params.card }}{{ .title }}{{ end }}
{{ if isset .Params "mood" }}{{ index .Params "mood" }}{{ .Param "card.title" }}{{ end }}
{{ with index site.Data.authors .Params.author }}{{ .name }}{{ end }}
{{ site.Data.authors.jane.name }} {{ .Site.Params.mood }}
{{ partial "nav/item.html" . }}
{{ if .HasShortcode "box" }}<script src="box.js"></script>{{ end }}
-- layouts/_default/list.html --
{{ range where .Site.RegularPages "Params.mood" "calm" }}{{ .Params.Mood }}{{ end }}
{{ range $id, $author := site.Data.authors }}{{ $author.name }}{{ end }}
{{ range where .Pages "Params.author" "author" }}{{ end }}
-- layouts/partials/nav/item.html --
{{ .Params.author }}{{ partial "label" (dict "text" .Params.mood) }}
-- layouts/partials/label.html --
{{ .text }}<img src="/img/sky.png?v=1">
-- layouts/shortcodes/box.html --
<div class="{{ .Get "tone" | default "tone" }}">{{ $title := .Get "title" }}{{ $title }}
{{ .Params.title }}{{ .Get 0 }}{{ partialCached "nav/item" .Page }}{{ partial "frame" (dict "box" .) }}
{{ .Inner | markdownify }}</div>
-- layouts/partials/frame.html --
{{ .box.Get "title" }} {{ template "partials/label.html" . }}
-- layouts/shortcodes/tabs.html --
{{ .Inner }}
-- layouts/shortcodes/tab.html --
{{ .Parent.Get "active" }}
-- data/authors.yaml --
jane:
  name: Jane
"sam":
  name: Sam
-- archetypes/default.md --
---
title: {{ .Name }}
mood:
card:
  title: "{{ .Name }}"
---
{{< box title="x" >}}{{< /box >}}
-- content/_index.md --
---
title: Home
cascade:
  mood: calm
---
-- content/tags/fast-boats/_index.md --
---
title: Fast boats
---
-- content/a.md --
---
title: A
author: "jane"
Mood: calm
tags: [fast boats, 'Sail']
card: {title: One}
---
{{< box title="One" tone=red >}}text{{< /box >}} {{% box "first" %}}{{% /box %}}
{{< tabs active="b" >}}{{< tab >}}{{< /tab >}}{{< /tabs >}}
## One
See [above](#one).
-- static/img/sky.png --
-- content/b.sv.md --
+++
title = "B"
author = 'sam'
tags = ["Fast Boats"]
[card]
title = "Two"
+++
[A](/a/#one) [B](a.md) ![Sky](/img/sky.png) {{< ref "/a#one" >}}
{{</* box title="no" */>}} {{< box
  title="x"
/>}}
`;

/** The cursor before the first of `text` in `file`, or where `text` has it. */
function at(file: string, text: string): string {
  const start = site.indexOf(`-- ${file} --`);
  const plain = text.replace('█', '');
  const cursor = Math.max(0, text.indexOf('█'));
  const place = plain === '' ? start + `-- ${file} --\n`.length : site.indexOf(plain, start) + cursor;
  return `${site.slice(0, place)}█${site.slice(place)}`;
}

const cases: readonly (readonly [what: string, file: string, text: string, expected: readonly string[]])[] = [
  [
    'a shortcode, from its call',
    'content/a.md',
    'box title',
    [
      'layouts/shortcodes/box.html:1:1 *',
      'layouts/_default/single.html:6:22 box',
      'archetypes/default.md:7:5 box',
      'archetypes/default.md:7:27 box',
      'content/a.md:8:5 box',
      'content/a.md:8:42 box',
      'content/a.md:8:54 box',
      'content/a.md:8:74 box',
      'content/b.sv.md:9:32 box',
    ],
  ],
  [
    'a shortcode, from its closing tag',
    'content/a.md',
    '/█box',
    [
      'layouts/shortcodes/box.html:1:1 *',
      'layouts/_default/single.html:6:22 box',
      'archetypes/default.md:7:5 box',
      'archetypes/default.md:7:27 box',
      'content/a.md:8:5 box',
      'content/a.md:8:42 box',
      'content/a.md:8:54 box',
      'content/a.md:8:74 box',
      'content/b.sv.md:9:32 box',
    ],
  ],
  [
    'a shortcode, from its template',
    'layouts/shortcodes/box.html',
    '',
    [
      'layouts/shortcodes/box.html:1:1 *',
      'layouts/_default/single.html:6:22 box',
      'archetypes/default.md:7:5 box',
      'archetypes/default.md:7:27 box',
      'content/a.md:8:5 box',
      'content/a.md:8:42 box',
      'content/a.md:8:54 box',
      'content/a.md:8:74 box',
      'content/b.sv.md:9:32 box',
    ],
  ],
  [
    'a shortcode, from a template that asks for it',
    'layouts/_default/single.html',
    '"█box"',
    [
      'layouts/shortcodes/box.html:1:1 *',
      'layouts/_default/single.html:6:22 box',
      'archetypes/default.md:7:5 box',
      'archetypes/default.md:7:27 box',
      'content/a.md:8:5 box',
      'content/a.md:8:42 box',
      'content/a.md:8:54 box',
      'content/a.md:8:74 box',
      'content/b.sv.md:9:32 box',
    ],
  ],
  [
    'an argument, from a call',
    'content/a.md',
    'title="One',
    [
      'layouts/shortcodes/box.html:1:68 title*',
      'layouts/shortcodes/box.html:2:12 title*',
      'layouts/partials/frame.html:1:14 title*',
      'archetypes/default.md:7:9 title',
      'content/a.md:8:9 title',
      'content/b.sv.md:10:3 title',
    ],
  ],
  [
    'an argument, from a partial of its template',
    'layouts/partials/frame.html',
    'title',
    [
      'layouts/shortcodes/box.html:1:68 title*',
      'layouts/shortcodes/box.html:2:12 title*',
      'layouts/partials/frame.html:1:14 title*',
      'archetypes/default.md:7:9 title',
      'content/a.md:8:9 title',
      'content/b.sv.md:10:3 title',
    ],
  ],
  [
    'an argument by its position',
    'content/a.md',
    '"█first',
    ['layouts/shortcodes/box.html:2:28 0*', 'content/a.md:8:59 first'],
  ],
  [
    'an argument that is read by a shortcode inside',
    'content/a.md',
    'active=',
    ['layouts/shortcodes/tab.html:1:17 active*', 'content/a.md:9:10 active'],
  ],
  [
    'the same from the template inside',
    'layouts/shortcodes/tab.html',
    '"█active',
    ['layouts/shortcodes/tab.html:1:17 active*', 'content/a.md:9:10 active'],
  ],
  [
    'a key, from a page',
    'content/a.md',
    'author',
    [
      'layouts/_default/list.html:3:31 author*',
      'layouts/_default/single.html:1:25 author*',
      'layouts/_default/single.html:3:41 author*',
      'layouts/partials/nav/item.html:1:12 author*',
      'content/a.md:3:1 author',
      'content/b.sv.md:3:1 author',
    ],
  ],
  [
    'a key in any case of letters',
    'content/a.md',
    'Mood',
    [
      'layouts/_default/list.html:1:43 mood*',
      'layouts/_default/list.html:1:69 Mood*',
      'layouts/_default/single.html:2:22 mood*',
      'layouts/_default/single.html:2:48 mood*',
      'layouts/partials/nav/item.html:1:61 mood*',
      'archetypes/default.md:3:1 mood',
      'content/_index.md:4:3 mood',
      'content/a.md:4:1 Mood',
    ],
  ],
  [
    'a key, from an archetype',
    'archetypes/default.md',
    'mood',
    [
      'layouts/_default/list.html:1:43 mood*',
      'layouts/_default/list.html:1:69 Mood*',
      'layouts/_default/single.html:2:22 mood*',
      'layouts/_default/single.html:2:48 mood*',
      'layouts/partials/nav/item.html:1:61 mood*',
      'archetypes/default.md:3:1 mood',
      'content/_index.md:4:3 mood',
      'content/a.md:4:1 Mood',
    ],
  ],
  [
    'a key, from a page that hands it down',
    'content/_index.md',
    'mood',
    [
      'layouts/_default/list.html:1:43 mood*',
      'layouts/_default/list.html:1:69 Mood*',
      'layouts/_default/single.html:2:22 mood*',
      'layouts/_default/single.html:2:48 mood*',
      'layouts/partials/nav/item.html:1:61 mood*',
      'archetypes/default.md:3:1 mood',
      'content/_index.md:4:3 mood',
      'content/a.md:4:1 Mood',
    ],
  ],
  [
    'a key, from the text of a condition',
    'layouts/_default/list.html',
    'Params.author█" "author',
    [
      'layouts/_default/list.html:3:31 author*',
      'layouts/_default/single.html:1:25 author*',
      'layouts/_default/single.html:3:41 author*',
      'layouts/partials/nav/item.html:1:12 author*',
      'content/a.md:3:1 author',
      'content/b.sv.md:3:1 author',
    ],
  ],
  [
    'a key below another',
    'content/a.md',
    'title: One',
    [
      'layouts/_default/single.html:1:62 title*',
      'layouts/_default/single.html:2:72 title*',
      'archetypes/default.md:5:3 title',
      'content/a.md:6:8 title',
      'content/b.sv.md:6:1 title',
    ],
  ],
  [
    'a term, from a page',
    'content/a.md',
    'fast boats',
    [
      'content/tags/fast-boats/_index.md:1:1 *',
      'content/a.md:5:8 fast boats',
      'content/b.sv.md:4:10 Fast Boats',
    ],
  ],
  [
    'a term, from its own page',
    'content/tags/fast-boats/_index.md',
    '',
    [
      'content/tags/fast-boats/_index.md:1:1 *',
      'content/a.md:5:8 fast boats',
      'content/b.sv.md:4:10 Fast Boats',
    ],
  ],
  [
    'an entry of the data, from the value that names it',
    'content/a.md',
    '"█jane',
    ['data/authors.yaml:1:1 jane*', 'layouts/_default/single.html:4:22 jane', 'content/a.md:3:10 jane'],
  ],
  [
    'an entry of the data, from its file',
    'data/authors.yaml',
    'jane',
    ['data/authors.yaml:1:1 jane*', 'layouts/_default/single.html:4:22 jane', 'content/a.md:3:10 jane'],
  ],
  [
    'an entry of the data in quotes, from its file',
    'data/authors.yaml',
    'sam',
    ['data/authors.yaml:3:2 sam*', 'content/b.sv.md:3:11 sam'],
  ],
  [
    'a field of an entry',
    'data/authors.yaml',
    'name',
    [
      'data/authors.yaml:2:3 name*',
      'layouts/_default/list.html:2:57 name',
      'layouts/_default/single.html:3:54 name',
      'layouts/_default/single.html:4:27 name',
    ],
  ],
  [
    'a table of the data',
    'layouts/_default/list.html',
    'authors',
    [
      'data/authors.yaml:1:1 *',
      'layouts/_default/list.html:2:36 authors',
      'layouts/_default/single.html:3:25 authors',
      'layouts/_default/single.html:4:14 authors',
    ],
  ],
  [
    'a partial, from a call',
    'layouts/_default/single.html',
    'nav/item',
    [
      'layouts/_default/single.html:5:13 nav/item',
      'layouts/partials/nav/item.html:1:1 *',
      'layouts/shortcodes/box.html:2:50 nav/item',
    ],
  ],
  [
    'a partial, from an old call',
    'layouts/partials/frame.html',
    'label',
    [
      'layouts/partials/frame.html:1:46 label',
      'layouts/partials/label.html:1:1 *',
      'layouts/partials/nav/item.html:1:33 label',
    ],
  ],
  [
    'a partial, from its file',
    'layouts/partials/label.html',
    '',
    [
      'layouts/partials/frame.html:1:46 label',
      'layouts/partials/label.html:1:1 *',
      'layouts/partials/nav/item.html:1:33 label',
    ],
  ],
  [
    'a page, from a link',
    'content/b.sv.md',
    '/a/',
    ['content/a.md:1:1 *', 'content/b.sv.md:8:5 /a/', 'content/b.sv.md:8:18 a.md', 'content/b.sv.md:8:54 /a'],
  ],
  [
    'a page, from its own beginning',
    'content/a.md',
    '',
    ['content/a.md:1:1 *', 'content/b.sv.md:8:5 /a/', 'content/b.sv.md:8:18 a.md', 'content/b.sv.md:8:54 /a'],
  ],
  [
    'a page, from its title',
    'content/a.md',
    'title: █A',
    ['content/a.md:1:1 *', 'content/b.sv.md:8:5 /a/', 'content/b.sv.md:8:18 a.md', 'content/b.sv.md:8:54 /a'],
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
  ['nothing, from the text of a page', 'content/a.md', 'text', []],
  ['nothing, from a key of the site', 'hugo.toml', 'title', []],
];

describe('all names of', () => {
  test.each(cases)('%s', (_, file, text, expected) => {
    expect(referencesIn(at(file, text))).toEqual(expected);
  });
});
