// What the pages of a site say of its shortcodes, as a writer meets it in completion.
import { describe, expect, test } from 'vitest';
import { checkCompletion, completionList, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- hugo.toml --
defaultContentLanguage = "sv"
[languages.sv]
weight = 1
[languages.en]
weight = 2
-- layouts/shortcodes/card.html --
{{ .Get "title" }}{{ .Get "color" }}{{ .Get "link" }}{{ .Get "wide" }}
-- layouts/shortcodes/person.html --
{{ with .Get "name" }}{{ . }}{{ else }}{{ errorf "no name" }}{{ end }}{{ with .Get "phone" }}{{ . }}{{ else }}{{ errorf "no phone" }}{{ end }}{{ .Get "mail" }}
-- layouts/shortcodes/note.html --
{{ with .Get "kind" }}{{ if not (in (slice "tip" "a, b" "x|y") .) }}{{ errorf "bad kind" }}{{ end }}{{ else }}{{ errorf "no kind" }}{{ end }}{{ .Inner | markdownify }}
-- layouts/shortcodes/switch.html --
{{ if not (isset .Params "on") }}{{ errorf "no on" }}{{ end }}{{ if eq (.Get "on") true }}{{ end }}
-- layouts/shortcodes/img.html --
{{ with .Get 0 }}{{ . }}{{ else }}{{ errorf "no image" }}{{ end }}{{ .Get 1 }}
-- layouts/shortcodes/badge.html --
{{ .Get 0 }}{{ .Get 1 }}
-- layouts/shortcodes/tabs.html --
{{ .Inner }}
-- layouts/shortcodes/tab.html --
{{ .Parent.Get "id" }}{{ .Get "label" }}
-- layouts/shortcodes/hr.html --
<hr>
-- layouts/shortcodes/include.html --
{{ readFile (.Get 0) }}
-- layouts/shortcodes/services.html --
{{ .Get 0 }}{{ isset .Params "order" }}
-- layouts/shortcodes/links.html --
{{ range .Params }}{{ . }}{{ end }}
-- layouts/shortcodes/free.html --
{{ range .Params }}{{ . }}{{ end }}
-- layouts/shortcodes/icon.html --
<i class="{{ .Get "icon" }}">{{ .Get "text" }}</i>
-- content/blogg/a.md --
{{< card title="Mjöl" color="red" >}}
{{< badge "new" "left" >}}
{{< free size="3" >}}
-- content/blogg/b.md --
{{< card title="Sten" color="red" link="/en/mill/" >}}
{{< badge "new" "right" >}}
{{< services >}}
{{< icon text="Water" icon="fa fa-tint" >}}
-- content/blogg/c.md --
{{< card title="Vatten" color="blue" link="/kvarn/" >}}
{{< icon text="Fire" icon="fa fa-fire" >}}
{{< icon text="Earth" icon="fa fa-leaf" >}}
-- content/om/d.md --
{{< hr >}}
{{< hr >}}
{{< hr >}}
{{< hr >}}
{{< hr >}}
`);

describe('whole calls', () => {
  test.each([
    ['what has to be given', '{{< per█', 'person', '{{< person name="${1}" phone="${2}" >}}${0}'],
    [
      'one of several values',
      'Ink {{< no█',
      'note',
      'Ink {{< note kind="${1|tip,a\\, b,x\\|y|}" >}}${0}{{< /note >}}',
    ],
    ['yes or no, without quotes', '{{< sw█', 'switch', '{{< switch on=${1|true,false|} >}}${0}'],
    ['positions', '{{< im█', 'img', '{{< img "${1}" >}}${0}'],
    ['what nearly every call gives', '{{< ca█', 'card', '{{< card title="${1}" color="${2}" >}}${0}'],
    ['the same by position', '{{% ba█ %}}', 'badge', '{{% badge "${1}" "${2}" %}}${0}'],
    ['nothing, for one that takes nothing', '{{< hr█', 'hr', '{{< hr >}}${0}'],
    ['the first position that a template reads', '{{< inc█', 'include', '{{< include "${1}" >}}${0}'],
    ['unless pages go without', '{{< ser█', 'services', '{{< services${1} >}}${0}'],
    [
      'a position, where all that is known is that there are some',
      '{{< lin█',
      'links',
      '{{< links "${1}" >}}${0}',
    ],
    ['a place for arguments that nobody has to give', '{{< ta█', 'tab', '{{< tab${1} >}}${0}'],
    ['a shortcode of Hugo', '{{< ref█', 'ref', '{{< ref "${1}" >}}${0}'],
    ['one of Hugo that is nothing without its first', '{{< fig█', 'figure', '{{< figure src="${1}" >}}${0}'],
    ['one that only newer releases require', '{{< yout█', 'youtube', '{{< youtube "${1}" >}}${0}'],
    ['in a code fence', '```md\n{{< hr█\n```', 'hr', '```md\n{{< hr >}}${0}\n```'],
    ['text behind the cursor', '{{< hr█ and so on', 'hr', '{{< hr >}}${0} and so on'],
  ])('%s', (_, marked, label, expected) => {
    checkCompletion(marked, label, expected, { site });
  });

  test('what some pages give by name and the others by position', () => {
    const both = siteOf(`
-- layouts/shortcodes/clip.html --
{{ .Get "id" | default (.Get 0) }}
-- content/a.md --
{{< clip a >}}
-- content/b.md --
{{< clip b >}}
-- content/c.md --
{{< clip id=c >}}
`);
    checkCompletion('{{< cl█', 'clip', '{{< clip "${1}" >}}${0}', { site: both });
  });

  test('the list of values opens by itself where there are some', () => {
    const { items } = completionList('{{< █', { site });
    const asks = items.filter(({ command }) => command !== undefined).map(({ label }) => label);
    expect(asks.toSorted()).toEqual(['badge', 'card', 'figure', 'free', 'icon', 'include', 'ref', 'relref']);
  });
});

describe('the order of names', () => {
  test('as pages of this section call them', () => {
    expect(suggestions('{{< █', { site, path: 'content/blogg/e.md' }).slice(0, 3)).toEqual([
      'card',
      'badge',
      'icon',
    ]);
    expect(suggestions('{{< █', { site, path: 'content/om/e.md' })[0]).toBe('hr');
  });

  test('with % first what pages write so', () => {
    const both = siteOf(`
-- layouts/shortcodes/lead.html --
{{ .Inner }}
-- layouts/shortcodes/note.html --
{{ .Inner }}
-- content/blogg/a.md --
{{< lead >}}{{< /lead >}}{{% note %}}{{% /note %}}
-- content/blogg/b.md --
{{< lead >}}{{< /lead >}}{{% note %}}{{% /note %}}
`);
    expect(suggestions('{{< █', { site: both }).slice(0, 2)).toEqual(['lead', 'note']);
    expect(suggestions('{{% █', { site: both }).slice(0, 2)).toEqual(['note', 'lead']);
  });

  test('what needs a shortcode around it comes first in one, and late elsewhere', () => {
    expect(suggestions('{{< tabs >}}\n{{< █ >}}\n{{< /tabs >}}', { site })[0]).toBe('tab');
    const elsewhere = suggestions('{{< █ >}}', { site });
    expect(elsewhere.indexOf('tab')).toBeGreaterThan(elsewhere.indexOf('switch'));
  });
});

test.each([
  ['most given first', '{{< card █>}}', ['title', 'color', 'link', 'wide']],
  ['not what is given', '{{< card title="a" █>}}', ['color', 'link', 'wide']],
  ['what has to be given before what is used', '{{< person █>}}', ['name', 'phone', 'mail']],
  ['what other pages give where the template leaves it open', '{{< free █>}}', ['size']],
  [
    'in a tag of the middle of a paragraph',
    'Ink {{< card title="a" █and, so "on"',
    ['color', 'link', 'wide', '>}}'],
  ],
  ['an unfinished tag without arguments: its end', 'Ink {{< hr █and so on', ['>}}']],
  ['self-closing', '{{< card title="a" █/>}}', ['color', 'link', 'wide']],
])('arguments: %s', (_, marked, labels) => {
  expect(suggestions(marked, { site })).toEqual(labels);
});

test.each([
  ['the color of most cards', '{{< card color="█" >}}', ['red', 'blue']],
  ['without quotes', '{{< card color=█ >}}', ['red', 'blue']],
  ['in backticks', '{{< card color=`█` >}}', ['red', 'blue']],
  ['half typed', '{{< card color="b█ >}}', ['blue']],
  ['by position', '{{< badge "█" >}}', ['new']],
  ['by the second position', '{{< badge "new" "█" >}}', ['left', 'right']],
  ['without quotes by position', '{{< badge █ >}}', ['new']],
  ['with the same text', '{{< icon text="Fire" icon="█" >}}', ['fa fa-fire', 'fa fa-leaf', 'fa fa-tint']],
  ['with another text', '{{< icon text="Earth" icon="█" >}}', ['fa fa-leaf', 'fa fa-fire', 'fa fa-tint']],
  ['lines', '{{< card\r\n  color="█"\r\n  title="a"\r\n>}}', ['red', 'blue']],
  ['a code fence', '```\n{{< card color="█" >}}\n```', ['red', 'blue']],
  ['a comment', '{{</* card color="█" */>}}', []],
])('values of %s', (_, marked, labels) => {
  expect(suggestions(marked, { site })).toEqual(labels);
});

test('an address in the language of the page comes first', () => {
  expect(suggestions('{{< card link="█" >}}', { site, path: 'content/blogg/e.md' })).toEqual([
    '/kvarn/',
    '/en/mill/',
  ]);
  expect(suggestions('{{< card link="█" >}}', { site, path: 'content/blogg/e.en.md' })).toEqual([
    '/en/mill/',
    '/kvarn/',
  ]);
});

test('a folder of two letters is a language, configured or not', () => {
  const plain = siteOf(`
-- layouts/shortcodes/card.html --
{{ .Get "link" }}
-- content/blogg/a.md --
{{< card link="/en/mill/" >}}{{< card link="/no/mill/" >}}
-- content/blogg/b.md --
{{< card link="/en/mill/" >}}
`);
  expect(suggestions('{{< card link="█" >}}', { site: plain, path: 'content/no/a.md' })[0]).toBe('/no/mill/');
  expect(suggestions('{{< card link="█" >}}', { site: plain, path: 'content/blogg/c.md' })[0]).toBe(
    '/en/mill/',
  );
});

test('what is being typed is no value of the site', () => {
  expect(suggestions('{{< card color="gre█en" >}}', { site })).toEqual([]);
});

test.each([
  [
    'a name in a paragraph',
    'Ink {{< card title="a" █and so on',
    'color',
    'Ink {{< card title="a" color="${1}" >}}and so on',
  ],
  [
    'a value in a paragraph',
    'Ink {{< card color="█ and so on',
    'red',
    'Ink {{< card color="red" >}} and so on',
  ],
  ['a value without quotes', 'Ink {{< card color=█', 'red', 'Ink {{< card color="red" >}}'],
  ['the end', 'Ink {{< hr █', '>}}', 'Ink {{< hr >}}'],
  ['the end of a tag with %', 'Ink {{% hr █}}', '%}}', 'Ink {{% hr %}}'],
])('the tag is closed: %s', (_, marked, label, expected) => {
  checkCompletion(marked, label, expected, { site });
});
