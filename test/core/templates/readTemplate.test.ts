import { expect, test } from 'vitest';
import { parseTemplate } from '../../../server/src/core/templates/parse.ts';
import { readTemplate } from '../../../server/src/core/templates/readTemplate.ts';
import { textOf } from '../../../server/src/core/text/range.ts';
import { read, readingOf } from '../../support/templates.ts';

test.each<[template: string, ...reading: string[]]>([
  ['<hr>'],
  // Keys, in all their forms.
  ['{{ .Params.x }}', 'x'],
  ['{{ .Params.x.y }}', 'x : map', 'x.y'],
  ['{{ .Param "x" }}', 'x'],
  ['{{ .Param "x.y" }}', 'x.y'],
  ['{{ $.Params.x }}', 'x'],
  ['{{ .Page.Params.x }}', 'x'],
  ['{{ page.Params.x }}', 'x'],
  ['{{ index .Params "x" }}', 'x'],
  ['{{ index .Params "x" "y" }}', 'x : map', 'x.y'],
  ['{{ index .Params.list 0 }}', 'list : list', 'list.[]'],
  ['{{ if isset .Params "x" }}a{{ end }}', 'x'],
  ['{{ if isSet .Params.x "y" }}a{{ end }}', 'x : map', 'x.y'],
  ['{{ if .Params.x }}a{{ end }}', 'x : bool'],
  ['{{ with .Params.x }}{{ . }}{{ end }}', 'x'],
  ['{{ with .Params.x }}{{ .y }}{{ $.Params.z }}{{ end }}', 'x : map', 'x.y', 'z'],
  ['{{ with $x := .Params.x }}{{ $x }}{{ end }}', 'x'],
  ['{{ with .Params.x }}{{ . }}{{ else with .Params.y }}{{ . }}{{ end }}', 'x', 'y'],
  ['{{ $p := .Params }}{{ $p.x }}{{ index $p "y" }}', 'x', 'y'],
  ['{{ $p := . }}{{ range .Pages }}{{ $p.Params.x }}{{ end }}', 'x'],
  ['{{ with .Params }}{{ .x }}{{ end }}', 'x'],
  ['{{ $m := merge site.Params .Params }}{{ $m.x }}', 'x'],
  ['{{ $x := cond .IsPage .Params.x .Params.y }}{{ $x }}', 'x', 'y'],
  ['{{ (or .Params.x .Params.y).z }}', 'x : map', 'y : map', 'x.z', 'y.z'],
  ['{{ (try .Params.x).Value }}', 'x'],
  ['{{ .Scratch.Set "p" .Params.x }}{{ (.Scratch.Get "p").y }}', 'x : map', 'x.y'],
  [
    '{{ $s := newScratch }}{{ $s.Add "p" (slice .Params.x) }}{{ range $s.Get "p" }}{{ .y }}{{ end }}',
    'x : map',
    'x.y',
  ],
  ['{{ .Params.Author }}{{ .Params.author }}', 'Author'],
  // The site's and the menu's are no front matter, nor is what stands in comments and strings.
  ['{{ site.Params.x }}{{ .Site.Params.y }}{{ $.Site.Params.z.a }}{{ .Title }}'],
  ['{{ range .Site.Menus.main }}{{ .Params.x }}{{ .Name }}{{ end }}'],
  ['{{/* .Params.x */}}{{ ".Params.y" }}'],
  // Lists.
  ['{{ range .Params.list }}{{ .title }}{{ end }}', 'list : list', 'list.[]', 'list.[].title'],
  [
    '{{ range $i, $e := .Params.list }}{{ $i }}{{ $e.title }}{{ end }}',
    'list : list',
    'list.[]',
    'list.[].title',
  ],
  [
    '{{ range first 3 .Params.list }}{{ .a.b }}{{ break }}{{ end }}',
    'list : list',
    'list.[]',
    'list.[].a : map',
    'list.[].a.b',
  ],
  ['{{ range where .Params.list "kind" "a" }}{{ end }}', 'list : list', 'list.[]', 'list.[].kind in a'],
  ['{{ delimit .Params.tags ", " }}', 'tags : list'],
  ['{{ if in .Params.tags "a" }}{{ end }}', 'tags : list', 'tags.[] in a'],
  ['{{ if in .Params.image ".jpg" }}{{ end }}', 'image'],
  ['{{ range .Resources.ByType "image" }}{{ .Params.alt }}{{ end }}', 'resources.[].params.alt'],
  // Pages that are looked up.
  ['{{ range .Pages }}{{ .Params.x }}{{ end }}', 'others: x'],
  ['{{ range .Site.RegularPages }}{{ .Params.x }}{{ end }}', 'others: x'],
  ['{{ range (.Paginate (where .Pages "Type" "blog")).Pages }}{{ .Params.x }}{{ end }}', 'others of blog: x'],
  ['{{ range .Paginator.Pages.ByDate.Reverse }}{{ .Params.x }}{{ end }}', 'others: x'],
  [
    '{{ range (.Pages.GroupByDate "2006") }}{{ .Key }}{{ range .Pages }}{{ .Params.x }}{{ end }}{{ end }}',
    'others: x',
  ],
  ['{{ with .NextInSection }}{{ .Params.x }}{{ end }}{{ .Parent.Params.y }}', 'others: x', 'others: y'],
  ['{{ range union .Pages .Sections | first 3 }}{{ .Params.x }}{{ end }}', 'others: x'],
  ['{{ (index .Translations 0).Params.x }}', 'others: x'],
  ['{{ range site.RegularPages.Related . | after 1 }}{{ .Params.x }}{{ end }}', 'others: x'],
  ['{{ range .Data.Pages }}{{ .Params.x }}{{ end }}', 'others: x'],
  ['{{ range site.Taxonomies.tags }}{{ range .Pages }}{{ .Params.x }}{{ end }}{{ end }}', 'others: x'],
  [
    '{{ $l := slice }}{{ range site.Pages }}{{ $l = $l | append . }}{{ end }}{{ range sort $l "Date" }}{{ .Params.x }}{{ end }}',
    'others: x',
  ],
  [
    '{{ with site.GetPage "/Blog" }}{{ .Params.x }}{{ range .Pages }}{{ .Params.y }}{{ end }}{{ end }}',
    'others: x',
    'others of blog: y',
  ],
  ['{{ with site.GetPage "/blog/one" }}{{ .Params.x }}{{ end }}', 'others of blog: x'],
  ['{{ range (site.GetPage "/bits").Resources.Match "*" }}{{ .Params.x }}{{ end }}', 'others of bits: x'],
  [
    '{{ range where (where site.Pages "Section" "blog") "Params.x" "!=" "no" }}{{ end }}',
    'others of blog: x in no',
  ],
  [
    '{{ range where site.Pages "Section" (default "blog" site.Params.s) }}{{ .Params.x }}{{ end }}',
    'others: x',
  ],
  ['{{ range where site.Pages "Section" "!=" "blog" }}{{ .Params.x }}{{ end }}', 'others: x'],
  ['{{ range where site.Pages ".Params.card.hide" "ne" true }}{{ end }}', 'others: card.hide in true : bool'],
  ['{{ range where site.Pages "Params.x" "in" (slice "a" "b") }}{{ end }}', 'others: x in a|b'],
  ['{{ range where site.Pages "Params.x" .Params.x }}{{ end }}', 'x', 'others: x'],
  ['{{ range .Pages.ByParam "x" }}{{ end }}{{ .Pages.GroupByParam "y.z" }}', 'others: x', 'others: y.z'],
  ['{{ with site.Pages.Next . }}{{ .Params.x }}{{ end }}', 'others: x'],
  ['{{ .Pages.GroupByParamDate "d" "2006" }}', 'others: d : date'],
  ['{{ range sort .Pages "Params.weight" "desc" }}{{ end }}', 'others: weight'],
  // Facts.
  ['{{ .Params.x | default "d" }}', 'x = d'],
  ['{{ with .Params.x }}{{ . }}{{ else }}d{{ end }}', 'x = d'],
  ['{{ if not .Params.x }}{{ errorf "no x" }}{{ end }}{{ .Params.x }}', 'x required'],
  ['{{ if not .Params.x.y }}{{ errorf "no y" }}{{ end }}', 'x : map', 'x.y required'],
  ['{{ if .IsPage }}{{ if not .Params.x }}{{ errorf "no" }}{{ end }}{{ end }}', 'x required?'],
  ['{{ with .Param "x" }}{{ . }}{{ else }}{{ errorf "the site may have it" }}{{ end }}', 'x'],
  ['{{ range .Pages }}{{ if not .Params.x }}{{ errorf "no x" }}{{ end }}{{ end }}', 'others: x required?'],
  ['{{ if eq .Params.language "En" }}{{ else if eq .Params.language "No" }}{{ end }}', 'language in En|No'],
  ['{{ if not (in (slice "a" "b") .Params.x) }}{{ errorf "bad" }}{{ end }}', 'x required in a|b closed'],
  ['{{ if eq .Params.x true }}{{ end }}', 'x in true : bool'],
  ['{{ if eq .Params.x "true" }}{{ end }}', 'x in true'],
  ['{{ if eq (printf "%T" .Params.x) "string" }}{{ end }}', 'x'],
  ['{{ if gt .Params.n 3 }}{{ end }}', 'n : int'],
  ['{{ .Params.d.Format "2006" }}', 'd : date'],
  ['{{ dateFormat "2006" .Params.d }}', 'd : date'],
  ['{{ .Params.text | markdownify }}', 'text : markdown'],
  ['{{ range split .Params.words "," }}{{ . }}{{ end }}', 'words'],
  // Nobody can tell which keys these read.
  ['{{ range .Params }}{{ . }}{{ end }}', 'open'],
  ['{{ range $k, $v := .Params }}{{ $k }}{{ end }}', 'open'],
  ['{{ .Param $x }}', 'open'],
  ['{{ index .Params .Kind }}', 'open'],
  ['{{ .Params | jsonify }}', 'open'],
  ['{{ printf "%v" .Params }}', 'open'],
  ['{{ .Params }}', 'open'],
  ['{{ jsonify . }}', 'open'],
  ['{{ partial (printf "%s.html" .Kind) . }}', 'open'],
  ['{{ partial .Params.widget . }}', 'widget : partial', 'open'],
  ['{{ partial (printf "widgets/%s.html" .Params.w) . }}', 'w : partial widgets/', 'partials widgets/?'],
  [
    '{{ range .Params.list }}{{ partial (print "w/box-" .kind) $ }}{{ end }}',
    'list : list',
    'list.[]',
    'list.[].kind : partial w/box-*',
    'partials w/box-?',
  ],
  ['{{ partial "missing" (dict "page" .) }}', 'open'],
  ['{{ template "elsewhere" . }}', 'open'],
  ['{{ range where .Pages $key 1 }}{{ end }}', 'open'],
  ['{{ template "_internal/opengraph.html" . }}{{ template "_internal/twitter_cards.html" . }}', 'images'],
  ['{{ template "_internal/schema.html" . }}{{ ref . "/a" }}{{ errorf "%s" . }}{{ i18n "a" . }}{{ . }}'],
  ['{{ if .Params }}{{ len .Params }}{{ end }}'],
  // Templates of the same file; those that it does not call are for pages.
  ['{{ define "main" }}{{ .Params.x }}{{ end }}', 'x'],
  ['{{ define "a" }}{{ .title }}{{ .Params.x }}{{ end }}{{ template "a" (dict "title" .Params.t) }}', 't'],
  ['{{ block "main" . }}{{ .Params.x }}{{ end }}', 'x'],
  [
    '{{ define "tree" }}{{ .Params.x }}{{ range .Pages }}{{ template "tree" . }}{{ end }}{{ end }}{{ template "tree" . }}',
    'x',
    'others: x',
  ],
  // Partials that are handed the page are for others to read.
  ['{{ partial "p.html" . }}', 'partial p'],
  ['{{ partialCached "/p" . .Section }}', 'partial p'],
  ['{{ if .IsHome }}{{ partial "p" $ }}{{ end }}', 'partial p?'],
  ['{{ range .Pages }}{{ partial "p" . }}{{ end }}', 'others: partial p?'],
  ['{{ template "partials/p.html" . }}', 'partial p'],
  // So are content views.
  ['{{ .Render "card" }}', 'view card'],
  [
    '{{ range .Pages }}{{ .Render (cond true "li" "li2") }}{{ end }}',
    'open',
    'others: view li?',
    'others: view li2?',
  ],
  ['{{ .Render .Params.view }}', 'view', 'open'],
  [
    '{{ range slice "a" "b" }}{{ partial (printf "x/%s.html" .) $ }}{{ end }}',
    'partial x/a?',
    'partial x/b?',
  ],
  ['{{ define "partials/p" }}{{ .Params.x }}{{ end }}{{ partial "p" . }}', 'x'],
  // What is broken hides nothing.
  ['{{ .Params.x }}{{ if }}{{ range .Pages }}{{ .Params.y }}{{ end', 'x', 'others: y'],
])('what %j says of front matter', (template, ...reading) => {
  expect(readingOf(template)).toEqual(reading);
});

test.each<[template: string, ...reading: string[]]>([
  // Addresses.
  ['<img src="/img/{{ .Params.i }}">', 'i : path /img/'],
  ['<img src="/img/icon-{{ .Params.i }}.svg">', 'i : path /img/icon-*.svg'],
  ['<a href="{{ .Params.u }}">', 'u : url'],
  ['<a href="{{ .Params.u }}#top">', 'u : url'],
  ["<div style='background: url(/img/{{ .Params.i }})'>", 'i : path /img/'],
  ['<style>a { background: url("/img/{{ .Params.i }}") }</style>', 'i : path /img/'],
  ['<meta content="/img/{{ .Params.i }}">', 'i : path /img/'],
  ['<meta content="https://example.org/img/{{ .Params.i }}">', 'i : path https://example.org/img/'],
  ['<img srcset="/a/b.jpg 1x, /img/{{ .Params.i }} 2x">', 'i : path /img/'],
  ['<div data-image="/img/{{ .Params.i }}">', 'i : path /img/'],
  ['<img src="{{ .Site.BaseURL }}img/{{ .Params.i }}">', 'i : path /img/'],
  ['<img src="{{ .Site.BaseURL }}/img/{{ .Params.i }}">', 'i : path /img/'],
  ['{{ $d := "/img/" }}<img src="{{ $d }}{{ .Params.i }}">', 'i : path /img/'],
  ['<img src="{{ .RelPermalink }}{{ .Params.i }}">', 'i'],
  [
    '<img src="{{ if .IsHome }}/a/{{ .Params.a }}{{ else }}/b/{{ .Params.b }}{{ end }}">',
    'a : path /a/',
    'b : path /b/',
  ],
  [
    '<a href="mailto:{{ .Params.mail }}"><a href="/?q={{ .Params.q }}"><a href="#{{ .Params.id }}">',
    'mail',
    'q',
    'id',
  ],
  ['<p title="{{ .Params.t }}">{{ .Params.t }}</p>', 't'],
  ['<p style="{{ printf "background:url(/img/%s)" .Params.i | safeCSS }}">', 'i : path /img/'],
  ['<img src="{{ printf "/img/%s" .Params.i | relURL }}">', 'i : path /img/'],
  ['{{ absURL (print "img/" .Params.i) }}', 'i : path /img/'],
  ['{{ absURL (add "/img/" .Params.i) }}', 'i : path /img/'],
  ['{{ relURL (path.Join "img" "icons" .Params.i) }}', 'i : path /img/icons/'],
  ['{{ relURL (delimit (slice "/img" .Params.i) "/") }}', 'i : path /img/'],
  ['{{ relURL (printf "/img/%s" (replace .Params.i " " "-")) }}', 'i : path /img/'],
  ['{{ $d := dict "p" (printf "/img/%s" .Params.i) }}<img src="{{ $d.p }}">', 'i : path /img/'],
  // Files, pages and data.
  ['{{ resources.Get (printf "images/%s.svg" .Params.i) }}', 'i : asset images/*.svg'],
  ['{{ .Resources.GetMatch (printf "%s*" .Params.i) }}', 'i : resource'],
  ['{{ .Resources.Get (printf "pics/%s" .Params.i) }}', 'i : resource pics/'],
  ['{{ if fileExists (printf "static/img/%s" .Params.i) }}{{ end }}', 'i : path /img/'],
  ['{{ os.ReadFile (path.Join "assets/svg" .Params.i) }}', 'i : asset svg/'],
  ['{{ readFile (printf "notes/%s" .Params.i) }}', 'i : path'],
  ['{{ ref . (printf "/authors/%s" .Params.a) }}', 'a : page /authors/'],
  [
    '{{ with site.GetPage (printf "/authors/%s" .Params.a) }}{{ .Params.x }}{{ end }}',
    'a : page /authors/',
    'others of authors: x',
  ],
  ['{{ site.GetPage .Params.p }}', 'p : page'],
  [
    '{{ range .Params.l }}{{ site.GetPage (path.Join "authors" (urlize .)) }}{{ end }}',
    'l : list',
    'l.[] : page /authors/',
  ],
  ['{{ range where site.Data.authors "name" "in" .Params.author }}{{ end }}', 'author : data authors#name'],
  ['{{ range where (index site.Data "authors") ".Name" .Params.a }}{{ end }}', 'a : data authors#Name'],
  ['{{ range site.Data.authors }}{{ if eq .name $.Params.a }}{{ end }}{{ end }}', 'a : data authors#name'],
  ['{{ index site.Data.authors .Params.a }}', 'a : data authors'],
  ['{{ (index (index hugo.Data "team") .Params.a).name }}', 'a : data team'],
  ['{{ index site.Data.team.people .Params.a }}', 'a : data team.people'],
])('what %j uses its values for', (template, ...reading) => {
  expect(readingOf(template)).toEqual(reading);
});

const partials = {
  card: '{{ .page.Params.x }}{{ .title | markdownify }}',
  values: '{{ range . }}{{ .name }}{{ end }}',
  params: '{{ .x }}',
  context: '{{ .Get "a" }}{{ .Page.Params.x }}',
  image: '<img src="/img/{{ . }}">',
  found: '{{ $p := site.GetPage .Params.see }}{{ return $p }}',
};

test.each<[template: string, ...reading: string[]]>([
  ['{{ partial "card" (dict "page" . "title" .Params.t) }}', 't : markdown', 'x'],
  ['{{ range .Pages }}{{ partial "card" (dict "page" .) }}{{ end }}', 'others: x'],
  ['{{ partial "values" .Params.people }}', 'people : list', 'people.[]', 'people.[].name'],
  ['{{ partial "params" .Params }}', 'x'],
  ['{{ partial "image" .Params.i }}', 'i : path /img/'],
  ['{{ (partial "found" .).Params.x }}', 'see : page', 'others: x', 'partial found'],
  ['{{ with partial "found" . }}{{ .Params.x }}{{ end }}', 'see : page', 'others: x', 'partial found'],
])('what %j says through its partials', (template, ...reading) => {
  expect(readingOf(template, partials)).toEqual(reading);
});

test.each<[template: string, ...reading: string[]]>([
  ['{{ .Get "a" }}{{ .Page.Params.x }}{{ page.Params.y }}', 'x', 'y'],
  ['{{ partial "context" . }}', 'x'],
  ['{{ partial "card" .Page }}', 'partial card'],
  ['{{ partial "missing" . }}', 'open'],
  ['{{ range .Page.Params }}{{ end }}', 'open'],
  ['{{ range .Params }}{{ end }}{{ .Parent.Get "a" }}{{ .Parent.Params.b }}{{ .Params.c }}'],
  ['{{ with .Get "a" | default .Page.Params.a }}{{ . }}{{ else }}{{ errorf "either" }}{{ end }}', 'a'],
])('what the shortcode %j says of front matter', (template, ...reading) => {
  expect(readingOf(template, partials, 'shortcode')).toEqual(reading);
});

test('the partials that were asked for are named, whether there are such or not', () => {
  const text = '{{ partial "card.html" (dict) }}{{ partial "/missing" 1 }}{{ partial "page" . }}';
  expect(read(text, partials, 'page').asked).toEqual(['card', 'missing']);
});

test('only a shortcode has a signature', () => {
  expect(read('{{ .Inner }}', {}, 'page').signature).toBeUndefined();
  expect(read('{{ .Inner }}', {}, 'shortcode').signature?.inner.reads).toHaveLength(1);
});

test('every statement has its place', () => {
  const text =
    '<p>\n{{ range .Pages }}\n  {{ with .Params.x }}{{ markdownify . }}{{ end }}{{ partial "p" . }}\n{{ end }}';
  const template = { path: 'list.html', text, tree: parseTemplate(text).tree };
  const { keys, calls: called } = readTemplate(template, () => undefined, 'page');
  const places = [keys[0]?.reads[0], keys[0]?.types[0]?.at, called[0]?.at];
  expect(
    places.map((at) => at && `${at.path}:${String(at.line)}:${String(at.column)} ${textOf(text, at.range)}`),
  ).toEqual(['list.html:3:10 .Params.x', 'list.html:3:25 markdownify .', 'list.html:3:53 partial "p" .']);
});

test('a template beyond all reason leaves the keys open', () => {
  expect(readingOf('{{ .Page }}'.repeat(30_000) + '{{ .Params.x }}')).toEqual(['open']);
});

test.each([
  '{{ $x = print $x $x }}',
  '{{ $x = printf "%s-%s" $x $x }}',
  '{{ $x = dict "a" $x "b" $x "c" (slice $x $x) }}',
  '{{ $x = delimit (slice $x .Params.y $x) "/" }}',
  '{{ $x = append $x (slice .Params.y) }}',
])('what grows with each %j is let go', (action) => {
  const keys = readingOf(`{{ $x := "ab" }}${action.repeat(200)}{{ partial "p" $x }}{{ .Params.last }}`);
  expect(keys).toContain('last');
});
