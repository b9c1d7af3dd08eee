import { expect, test } from 'vitest';
import { parseTemplate } from '../../../server/src/core/templates/parse.ts';
import { readTemplate } from '../../../server/src/core/templates/readTemplate.ts';
import { textOf } from '../../../server/src/core/text/range.ts';
import { signatureOf } from '../../support/templates.ts';

test.each<[template: string, ...signature: string[]]>([
  ['<hr>'],
  // Named arguments, in all their forms.
  ['{{ .Get "x" }}', 'x'],
  ['{{ .Get `x` }}', 'x'],
  ['{{ $.Get "x" }}', 'x'],
  ['{{ $s := . }}{{ $s.Get "x" }}', 'x'],
  ['{{ .Params.x }}', 'x'],
  ['{{ $.Params.x }}', 'x'],
  ['{{ index .Params "x" }}', 'x'],
  ['{{ collections.Index $.Params "x" }}', 'x'],
  ['{{ $p := .Params }}{{ $p.x }}{{ index $p "y" }}', 'x', 'y'],
  ['{{ with .Params }}{{ .x }}{{ index . "y" }}{{ end }}', 'x', 'y'],
  ['{{ with . }}{{ .Get "x" }}{{ end }}', 'x'],
  ['{{ if isset .Params "x" }}{{ end }}', 'x : bool'],
  ['{{ if .Get "x" }}a{{ end }}', 'x : bool'],
  ['{{ if not (.Get "x") }}a{{ end }}', 'x : bool'],
  ['{{ if .Get "x" }}{{ end }}{{ .Scratch.Add "rows" (dict "x" (.Get "x")) }}', 'x'],
  ['{{ with .Get "x" }}{{ . }}{{ end }}', 'x'],
  ['{{ with .Get "x" }}{{ $.Get "y" }}{{ end }}', 'x : bool', 'y'],
  ['{{ "x" | .Get }}', 'x'],
  ['{{ .Get (printf "x%d" 1) }}', 'x1'],
  ['{{ (.Get "x").Title }}', 'x'],
  ['{{ $name := "x" }}{{ .Get $name }}', 'x'],
  ['{{ range slice "x" "y" }}{{ $.Get . }}{{ end }}', 'x', 'y'],
  ['{{ $m := merge (dict "a" 1) .Params }}{{ $m.x }}', 'x'],
  ['{{ .Scratch.Set "p" . }}{{ (.Scratch.Get "p").Get "x" }}', 'x'],
  ['{{ with $p := .Params }}{{ $p.x }}{{ end }}', 'x'],
  // The dot is another one inside of `range`, and `.Page.Params` are the page's.
  ['{{ range .Page.Pages }}{{ .Get "x" }}{{ .Params.y }}{{ end }}'],
  ['{{ .Page.Params.x }}{{ $.Page.Params.y }}{{ site.Params.z }}'],
  ['{{ with .Page }}{{ .Params.x }}{{ end }}'],
  ['{{/* .Get "x" */}}{{ "`.Get 0`" }}'],
  // Positions, and both.
  ['{{ .Get 0 }}{{ index .Params 1 }}', '0', '1'],
  ['{{ .Get "id" | default (.Get 0) }}', 'id ~ 0', '0 ~ id'],
  ['{{ or (.Get "id") (.Get 0) }}', 'id ~ 0', '0 ~ id'],
  ['{{ $id := .Get 0 }}{{ if .IsNamedParams }}{{ $id = .Get "id" }}{{ end }}{{ $id }}', '0', 'id'],
  // Defaults.
  ['{{ .Get "x" | default "d" }}', 'x = d'],
  ['{{ default "d" (.Get "x") }}', 'x = d'],
  ['{{ or (.Get "x") "d" }}', 'x = d'],
  ['{{ .Get "n" | default 3 }}', 'n = 3'],
  ['{{ .Get "x" | default "" }}', 'x'],
  ['{{ .Get "id" | default (.Get 0) | default "d" }}', 'id ~ 0 = d', '0 ~ id = d'],
  ['{{ with .Get "x" }}{{ . }}{{ else }}d{{ end }}', 'x = d'],
  ['{{ with .Get "x" }}{{ . }}{{ else }}<b>d</b>{{ end }}', 'x'],
  ['{{ $v := "d" }}{{ with .Get "x" }}{{ $v = . }}{{ end }}{{ $v }}', 'x = d'],
  ['{{ $v := .Get "x" }}{{ if not $v }}{{ $v = "d" }}{{ end }}{{ $v }}', 'x = d'],
  ['{{ $d := "d" }}{{ .Get "x" | default $d }}', 'x = d'],
  // Without these the build fails.
  ['{{ with .Get "x" }}{{ . }}{{ else }}{{ errorf "no x" }}{{ end }}', 'x required'],
  ['{{ if not (.Get "x") }}{{ errorf "no x" }}{{ end }}', 'x required'],
  ['{{ if not (isset .Params "x") }}{{ errorf "no x" }}{{ end }}{{ .Get "x" }}', 'x required'],
  ['{{ if eq (.Get "x") "" }}{{ errorf "no x" }}{{ end }}{{ .Get "x" }}', 'x required?'],
  ['{{ with printf "%s" (.Get "x") }}{{ . }}{{ else }}{{ errorf "never" }}{{ end }}', 'x'],
  [
    '{{ if or (not (.Get "x")) (not (.Get "y")) }}{{ errorf "no" }}{{ end }}{{ .Get "x" }}{{ .Get "y" }}',
    'x required',
    'y required',
  ],
  [
    '{{ with .Get "id" | default (.Get 0) }}{{ . }}{{ else }}{{ errorf "no id" }}{{ end }}',
    'id ~ 0 required or 0',
    '0 ~ id required or id',
  ],
  ['{{ if site.IsServer }}{{ if not (.Get "x") }}{{ errorf "no x" }}{{ end }}{{ end }}', 'x required?'],
  ['{{ if not (.Get "x") }}{{ warnf "no x" }}{{ end }}', 'x required?'],
  ['{{ $x := .Get "x" | default "" }}{{ if not $x }}{{ errorf "no x" }}{{ end }}', 'x required'],
  // The site may stand in for it.
  ['{{ with .Get "x" | default site.Params.x }}{{ . }}{{ else }}{{ errorf "no x" }}{{ end }}', 'x'],
  ['{{ $x := .Get "x" | default site.Params.x }}{{ if not $x }}{{ errorf "no" }}{{ end }}{{ $x }}', 'x'],
  ['{{ $x := cond .Page.Draft (.Get "x") .Name }}{{ if not $x }}{{ errorf "no" }}{{ end }}{{ $x }}', 'x'],
  [
    '{{ $x := "" }}{{ with .Get "x" }}{{ $x = . }}{{ end }}{{ if not $x }}{{ errorf "no" }}{{ end }}{{ $x }}',
    'x required',
  ],
  [
    '{{ $x := .Get "x" }}{{ with .Page.Title }}{{ $x = . }}{{ end }}{{ if not $x }}{{ errorf "no" }}{{ end }}{{ $x }}',
    'x',
  ],
  // Arguments of functions are worked out first: this fails always, so it says nothing of `x`.
  ['{{ .Get "x" | default (errorf "no x") }}', 'x'],
  // What it is compared with.
  ['{{ if eq (.Get "x") "a" }}{{ else if eq "b" (.Get "x") }}{{ end }}', 'x in a|b'],
  ['{{ if eq (.Get "x") "a" "b" }}{{ end }}', 'x in a|b'],
  ['{{ $x := .Get "x" | lower }}{{ if ne $x "a" }}{{ end }}', 'x in a'],
  ['{{ if in (slice "a" "b") (.Get "x") }}{{ end }}', 'x in a|b'],
  [
    '{{ $ok := slice "a" "b" }}{{ $x := .Get "x" }}{{ if not (in $ok $x) }}{{ errorf "bad" }}{{ end }}',
    'x required in a|b closed',
  ],
  [
    '{{ with .Get "x" }}{{ if not (in (slice "a" "b") .) }}{{ errorf "bad" }}{{ end }}{{ end }}',
    'x in a|b closed',
  ],
  [
    '{{ $x := .Get "x" }}{{ if eq $x "a" }}1{{ else if eq $x "b" }}2{{ else }}{{ errorf "bad" }}{{ end }}',
    'x required in a|b closed',
  ],
  [
    '{{ $x := .Get "x" | default "a" }}{{ if not (in (slice "a" "b") $x) }}{{ errorf "bad" }}{{ end }}',
    'x = a in a|b closed',
  ],
  ['{{ if not (in (slice "a" "b") (lower (.Get "x"))) }}{{ errorf "bad" }}{{ end }}', 'x in a|b'],
  // Where another value may stand in its place, any value is fine.
  [
    '{{ if ne (.Get "x" | default (.Get "y")) "a" }}{{ errorf "bad" }}{{ end }}',
    'x ~ y required? or y in a closed?',
    'y ~ x required? or x in a closed?',
  ],
  ['{{ if ne (cond .Page.Draft (.Get "x") "a") "a" }}{{ errorf "bad" }}{{ end }}', 'x in a'],
  [
    '{{ $v := .Get "x" }}{{ if .Page.Draft }}{{ $v = "a" }}{{ end }}{{ if ne $v "a" }}{{ errorf "bad" }}{{ end }}',
    'x in a',
  ],
  ['{{ if not (in (slice "a" .Name) (.Get "x")) }}{{ errorf "bad" }}{{ end }}', 'x in a'],
  ['{{ $c := dict "red" "#f00" "blue" "#00f" }}{{ index $c (.Get "color") }}', 'color in red|blue'],
  ['{{ $x := .Get "x" | default "a" }}{{ if eq $x "b" }}{{ end }}', 'x = a in b'],
  // What it is.
  ['{{ if eq (.Get "x") "true" }}{{ end }}', 'x in true : bool'],
  ['{{ if eq (.Get "x") true }}{{ end }}', 'x in true : bool'],
  ['{{ $n := int (.Get "n") }}{{ add $n 1 }}', 'n : int'],
  ['{{ if gt (.Get "n") 3 }}{{ end }}', 'n : int'],
  ['{{ .Get "x" | markdownify }}', 'x : markdown'],
  ['{{ .Page.RenderString (.Get "x") }}', 'x : markdown'],
  ['{{ .Get "u" | absURL }}', 'u : url'],
  ['<a href="{{ .Get "u" }}">', 'u : url'],
  ['<img src="/img/{{ .Get "i" }}">', 'i : path /img/'],
  ['<img src="{{ with .Get "i" }}{{ . }}{{ end }}">', 'i : path'],
  ['<div style="background: url({{ .Get "i" }})">', 'i : path'],
  ['<iframe src="{{ .Get "u" }}">', 'u : url'],
  ['<p title="{{ .Get "t" }}">', 't'],
  ['{{ ref . (.Get "p") }}', 'p : page'],
  ['{{ with site.GetPage (.Get "p") }}{{ .Title }}{{ end }}', 'p : page'],
  ['{{ with .Page.Resources.GetMatch (.Get "r") }}{{ .RelPermalink }}{{ end }}', 'r : resource'],
  ['{{ resources.Get (.Get "r") }}', 'r : asset'],
  ['{{ resources.Get (printf "images/%s.svg" (.Get "r")) }}', 'r : asset images/*.svg'],
  ['<div style="background: url(/img/{{ .Get 0 }}.jpg)">', '0 : path /img/*.jpg'],
  [
    '{{ with .Get "x" }}<i style="{{ printf "background: url(/img/%s)" . | safeCSS }}">{{ end }}',
    'x : path /img/',
  ],
  ['{{ if fileExists (path.Join "static" "img" (.Get "x")) }}{{ end }}', 'x : path /img/'],
  ['{{ ref .Page (print "/authors/" (.Get "x")) }}', 'x : page /authors/'],
  ['{{ range where site.Data.authors "name" (.Get "x") }}{{ end }}', 'x : data authors#name'],
  ['{{ range .Get "l" }}{{ end }}', 'l : list'],
  ['{{ delimit (split (.Get "l") ",") " " }}', 'l : list'],
  ['{{ index .Site.Data.authors (.Get "a") }}', 'a : data authors'],
  ['{{ index site.Data "icons" (.Get "i") }}', 'i : data icons'],
  ['{{ time.Format "2006" (.Get "d") }}', 'd : date'],
  ['{{ range split (.Get "l") "," }}{{ end }}', 'l : list'],
  // Inner content and parents.
  ['{{ .Inner }}', 'inner'],
  ['{{ .Inner | markdownify }}', 'inner as Markdown'],
  [
    '{{ .InnerDeindent | strings.TrimSpace | .Page.RenderString (dict "display" "block") }}',
    'inner as Markdown',
  ],
  ['{{ $i := trim .Inner "\\n" }}{{ $.Page.RenderString $i }}', 'inner as Markdown'],
  ['{{ .Parent.Get "x" }}{{ with .Parent }}{{ .Get "y" }}{{ end }}', 'parent x y'],
  ['{{ .Parent.Get 0 }}{{ .Parent.Parent.Get $x }}', 'parent 0'],
  ['{{ .Parent.Params.x }}{{ range .Parent.Params }}{{ end }}', 'parent x'],
  ['{{ index .Parent.Params "x" }}{{ if isset .Parent.Params "y" }}{{ end }}', 'parent x y'],
  ['{{ .Parent.Parent.Get "x" }}{{ .Parent.Get "Y" }}{{ .Parent.Get "y" }}', 'parent Y y'],
  ['{{ $p := .Parent }}{{ with $p }}{{ $p.Get "x" }}{{ .Page.Title }}{{ end }}', 'parent x'],
  ['{{ .Get "a" | default (.Parent.Get "b") }}', 'a', 'parent b'],
  // Nobody can tell which arguments these read.
  ['{{ .Get $x }}', 'open'],
  ['{{ .Get (printf "x%d" site.Count) }}', 'open'],
  ['{{ range .Params }}{{ . }}{{ end }}', 'open'],
  ['{{ range $k, $v := .Params }}{{ $k }}{{ end }}', 'open'],
  ['{{ .Params | jsonify }}', 'open'],
  ['{{ in .Params "x" }}', 'open'],
  ['{{ ref . .Params }}', 'open'],
  ['{{ partial (printf "%s.html" .Name) . }}', 'open'],
  ['{{ partial "missing.html" . }}', 'open'],
  ['{{ partial "missing.html" (dict "c" $) }}', 'open'],
  ['{{ partial "missing.html" (dict "x" (.Get "x")) }}', 'x'],
  ['{{ len .Params }}{{ if .Params }}{{ end }}{{ with .Params }}{{ end }}'],
  // Templates of the same file.
  ['{{ define "a" }}{{ .Get "x" }}{{ end }}{{ template "a" . }}', 'x'],
  ['{{ define "a" }}{{ .Get "x" }}{{ end }}'],
  ['{{ block "a" . }}{{ .Get "x" }}{{ end }}', 'x'],
  ['{{ define "partials/p.html" }}{{ .Get "x" }}{{ end }}{{ partial "p.html" . }}', 'x'],
  ['{{ define "a" }}{{ template "a" . }}{{ .Get "x" }}{{ end }}{{ template "a" . }}', 'x'],
  ['{{ template "elsewhere" . }}', 'open'],
  // What is broken hides nothing.
  ['{{ .Get "x" }}{{ if }}{{ .Get "y" }}{{ end', 'x', 'y'],
])('the signature of %j', (template, ...signature) => {
  expect(signatureOf(template)).toEqual(signature);
});

const partials = {
  whole: '{{ .Get "x" }}',
  named: '{{ .ctx.Get "x" }}{{ with .title }}{{ . | markdownify }}{{ else }}{{ errorf "no title" }}{{ end }}',
  answer: '{{ $r := .href }}{{ if .page }}{{ $r = absURL $r }}{{ end }}{{ return $r }}',
  inner: '{{ .text | markdownify }}',
  loop: '{{ partial "loop" . }}{{ .Get "x" }}',
};

test.each<[template: string, ...signature: string[]]>([
  ['{{ partial "whole.html" . }}', 'x'],
  ['{{ partialCached "whole" . }}', 'x'],
  ['{{ partial "named" (dict "ctx" . "title" (.Get "t")) }}', 't required : markdown', 'x'],
  ['<a href="{{ partial "answer" (dict "page" .Page "href" (.Get "u")) }}">', 'u : url'],
  ['{{ partial "inner" (dict "text" .Inner) }}', 'inner as Markdown'],
  ['{{ partial "loop" . }}', 'x'],
])('the signature of %j, through its partials', (template, ...signature) => {
  expect(signatureOf(template, partials).sort()).toEqual(signature.sort());
});

test('every statement has its place', () => {
  const text = '<p>\n{{ $x := .Get "x" | default "d" }}\n{{ if eq $x "a" }}{{ end }}';
  const template = { path: 'box.html', text, tree: parseTemplate(text).tree };
  const [x] = readTemplate(template, () => undefined, 'shortcode').signature?.arguments ?? [];
  const places = [x?.reads[0], x?.default?.at, x?.values[0]?.at];
  expect(places.map((at) => at && `${at.path}:${String(at.line)} ${textOf(text, at.range)}`)).toEqual([
    'box.html:2 .Get "x"',
    'box.html:2 default "d"',
    'box.html:3 eq $x "a"',
  ]);
});

test('a template beyond all reason makes the list of arguments open', () => {
  expect(signatureOf('{{ .Page }}'.repeat(30_000) + '{{ .Get "x" }}')).toEqual(['open']);
  const bomb = Array.from({ length: 12 }, (_, i) => [
    `p${String(i)}`,
    `{{ partial "p${String(i + 1)}" . }}`.repeat(9),
  ]);
  expect(signatureOf('{{ partial "p0" . }}', Object.fromEntries(bomb) as Record<string, string>)).toEqual([
    'open',
  ]);
});

test.each([
  ['<div class="x">', true],
  ['{{ $x := .Get 0 }}\n{{- with .Inner }}<SECTION>{{ . }}</SECTION>{{ end }}', true],
  ['<span>', false],
  ['<header-link>', false],
  ['{{ .Get 0 }}<div>', false],
  ['', false],
])('whether what it prints begins with a block: %s', (text, isBlock) => {
  const { tree } = parseTemplate(text);
  const { signature } = readTemplate({ path: 'box.html', text, tree }, () => undefined, 'shortcode');
  expect(signature?.isBlock).toBe(isBlock);
});
