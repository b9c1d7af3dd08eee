import { expect, test } from 'vitest';
import { checkCompletion, completionList, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/card.html --
<div class="{{ .Get "color" | default "green" }}">
{{ $title := .Get "title" }}{{ if not $title }}{{ errorf "no title" }}{{ end }}
{{ with .Get "size" }}{{ if not (in (slice "small" "big") .) }}{{ errorf "bad size" }}{{ end }}{{ end }}
{{ if eq (.Get "color") "red" "dark blue" }}!{{ end }}
<a href="{{ .Get "link" }}">{{ $title }}</a>{{ if .Get "wide" }}w{{ end }}
{{ partial "picture.html" (dict "context" .) }}
-- layouts/partials/picture.html --
<img src="/img/{{ .context.Get "image" }}">
-- layouts/shortcodes/icon.html --
{{ $id := .Get "id" | default (.Get 0) }}{{ if in (slice "mill" "sack") $id }}{{ $id }}{{ end }}{{ .Get 1 }}
-- layouts/shortcodes/switch.html --
{{ if eq (.Get "text") "true" }}{{ end }}{{ if eq (.Get "real") true }}{{ end }}{{ if eq (.Get "count") 3 }}{{ end }}
-- layouts/shortcodes/any.html --
{{ range .Params }}{{ . }}{{ end }}{{ .Get "a" }}
-- layouts/shortcodes/none.html --
<hr>
-- layouts/shortcodes/tabs.html --
{{ .Get "id" }}{{ .Inner }}
-- layouts/shortcodes/tab.html --
{{ eq (.Parent.Get "active") (.Get "name") }}
-- themes/stone/layouts/shortcodes/card.html --
{{ .Get "old" }}
`);

test.each([
  [
    'nothing: those that must be given first',
    '{{< card █>}}',
    ['title', 'color', 'size', 'link', 'wide', 'image'],
  ],
  ['the beginning of a name', '{{< card co█ >}}', ['color']],
  ['the rest', '{{< card title="a" wide=true █>}}', ['color', 'size', 'link', 'image']],
  ['another name in its place', '{{< card t█itle="a" size="big" >}}', ['title']],
  ['a tag that is not closed yet', '{{< card title="a" li█ och mjöl', ['link']],
  ['Markdown delimiters', '{{% card title="a" li█ %}}', ['link']],
  ['lines', '{{< card\n  title="a"\n  █\n>}}', ['color', 'size', 'link', 'wide', 'image']],
  ['CRLF', '{{< card\r\n  title="a"\r\n  li█\r\n>}}', ['link']],
  ['an argument of a list that is open', '{{< any █>}}', ['a']],
  ['a shortcode without any', '{{< none █>}}', []],
  ['a shortcode whose arguments another one inside reads', '{{< tabs █>}}', ['id', 'active']],
  ['a shortcode that reads those of another around it', '{{< tab █>}}', ['name']],
  ['a shortcode that nobody knows', '{{< nobody █>}}', []],
  ['positions, where no name may follow', '{{< card "a" █>}}', []],
  ['the name of a position, or its values', '{{< icon █>}}', ['mill', 'sack', 'id']],
  ['the second position', '{{< icon "mill" █>}}', []],
  ['a closing tag', '{{< card >}}{{< /card █>}}', []],
  ['a shortcode of Hugo', '{{< figure src="a" cap█ >}}', ['caption']],
  ['a comment', '{{</* card █ */>}}', []],
])('arguments after %s', (_, marked, labels) => {
  expect(suggestions(marked, { site })).toEqual(labels);
});

test.each([
  ['color in quotes', '{{< card color="█" >}}', ['red', 'dark blue', 'green']],
  ['color, half typed', '{{< card color="da█" >}}', ['dark blue']],
  ['color without quotes', '{{< card color=█ >}}', ['red', 'dark blue', 'green']],
  ['size', '{{< card size="█" >}}', ['small', 'big']],
  ['a switch', '{{< card wide=█ >}}', ['true', 'false']],
  ['a switch in quotes, where every text is true', '{{< card wide="█" >}}', []],
  ['a switch that is compared as a text', '{{< switch text="█" >}}', ['true', 'false']],
  ['a switch that is compared as none', '{{< switch real=█ >}}', ['true', 'false']],
  ['the same in quotes', '{{< switch real="█" >}}', []],
  ['a number', '{{< switch count=█ >}}', ['3']],
  ['a text of the writer', '{{< card title="█" >}}', []],
  ['a position', '{{< icon "█" >}}', ['mill', 'sack']],
  ['an argument that nobody reads', '{{< card nobody="█" >}}', []],
  ['a shortcode of Hugo', '{{< qr level="█" >}}', ['low', 'medium', 'quartile', 'high']],
])('values of %s', (_, marked, labels) => {
  expect(suggestions(marked, { site })).toEqual(labels);
});

test.each([
  ['{{< card █>}}', 'title', '{{< card title="${1}" >}}'],
  ['{{< card ti█ >}}', 'title', '{{< card title="${1}" >}}'],
  ['{{< card tit█el="a" >}}', 'title', '{{< card title="a" >}}'],
  ['{{< card wi█ >}}', 'wide', '{{< card wide=${1:true} >}}'],
  ['{{< switch te█ >}}', 'text', '{{< switch text="${1}" >}}'],
  ['{{< switch re█ >}}', 'real', '{{< switch real=${1:true} >}}'],
  ['{{< switch co█ >}}', 'count', '{{< switch count=${1:3} >}}'],
  ['{{< card wi█>}}', 'wide', '{{< card wide=${1:true} >}}'],
  ['{{< card title="a" l█ och mjöl', 'link', '{{< card title="a" link="${1}" >}} och mjöl'],
  ['{{< card color="█" >}}', 'dark blue', '{{< card color="dark blue" >}}'],
  ['{{< card color="r█ed" >}}', 'dark blue', '{{< card color="dark blue" >}}'],
  ['{{< card color=`█` >}}', 'red', '{{< card color=`red` >}}'],
  ['{{< card color="█ >}}', 'red', '{{< card color="red" >}}'],
  ['{{< card color=█ >}}', 'red', '{{< card color="red" >}}'],
  ['{{< card color=█>}}', 'red', '{{< card color="red" >}}'],
  ['{{< card color="█>}}', 'red', '{{< card color="red" >}}'],
  ['{{< card color="█">}}', 'red', '{{< card color="red">}}'],
  ['{{<card color="█>}}', 'red', '{{<card color="red">}}'],
  ['{{% card color="█%}}', 'red', '{{% card color="red" %}}'],
  ['{{< card wide=█>}}', 'true', '{{< card wide=true >}}'],
  ['{{< icon m█ >}}', 'mill', '{{< icon "mill" >}}'],
  ['{{< icon "█" >}}', 'sack', '{{< icon "sack" >}}'],
])('%s, accepted: %s', (marked, label, expected) => {
  checkCompletion(marked, label, expected, { site });
});

test('a suggestion says what the argument is, and where the template reads it', () => {
  const { items } = completionList('{{< card █>}}', { site });
  const said = items.map(({ label, detail, documentation }) => [
    label,
    detail,
    typeof documentation === 'object' ? documentation.value : documentation,
  ]);
  expect(said).toEqual([
    ['title', 'required', 'Read by `layouts/shortcodes/card.html:2`.'],
    [
      'color',
      undefined,
      'Default: `green`.\n\nCompared with `red`, `dark blue`.\n\nRead by `layouts/shortcodes/card.html:1`.',
    ],
    ['size', undefined, 'One of `small`, `big`.\n\nRead by `layouts/shortcodes/card.html:3`.'],
    ['link', 'URL', 'Read by `layouts/shortcodes/card.html:5`.'],
    ['wide', 'bool', 'Read by `layouts/shortcodes/card.html:5`.'],
    ['image', 'a file in /img/', 'Read by `layouts/partials/picture.html:1`.'],
  ]);
});

test('templates of one shortcode for several languages: what one of them demands is not demanded by all', () => {
  const both = siteOf(`
-- layouts/shortcodes/box.html --
{{ with .Get "a" }}{{ . }}{{ else }}{{ errorf "no a" }}{{ end }}
-- layouts/shortcodes/box.amp.html --
{{ .Get "b" }}{{ .Get "a" }}
`);
  const { items } = completionList('{{< box █>}}', { site: both });
  expect(items.map(({ label, detail }) => [label, detail])).toEqual([
    ['a', undefined],
    ['b', undefined],
  ]);
});
