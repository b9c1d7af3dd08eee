import { expect, test } from 'vitest';
import { parseTemplate } from '../../../server/src/core/templates/parse.ts';
import { problemsOf, treeOf } from '../../support/templates.ts';

test.each<[template: string, tree: string]>([
  ['', ''],
  ['<p>å</p>', '"<p>å</p>"'],
  ['a {{ .Title }} b', '"a " {.Title} " b"'],
  ['{{- .Title -}}', '{.Title}'],
  ['{{/* said */}}{{- /* trimmed */ -}}', '(comment) (comment)'],
  ['{{ . }}{{ $ }}', '{.} {$}'],
  ['{{ .Site.Params.x }}', '{.Site.Params.x}'],
  ['{{ $.Get "x" }}', '{$.Get "x"}'],
  ['{{ .Get `x` | default (.Get 0) }}', '{.Get "x" | default (.Get 0)}'],
  ['{{ (index .Params 0).Title }}', '{(index .Params 0).Title}'],
  ['{{ (.).Inner }}', '{(.).Inner}'],
  ['{{ strings.Trim .Inner "\\n" }}', '{strings.Trim .Inner "\\n"}'],
  ['{{ "a\\t\\"å\\u00e5\\x41\\101" }}', '{"a\\t\\"ååAA"}'],
  ['{{ `a\\t\n}}` }}', '{"a\\\\t\\n}}"}'],
  [
    "{{ f 'a' '\\n' 1 -2 0x1F 1_000 1.5e3 .5 1+2i true nil }}",
    "{f 'a' '\\n' 1 -2 0x1F 1_000 1.5e3 .5 1+2i true nil}",
  ],
  ['{{ $x := .Get 0 }}{{ $x = upper $x }}', '{$x := .Get 0} {$x = upper $x}'],
  ['{{ ($x := 1) }}{{ $x }}', '{($x := 1)} {$x}'],
  ['{{ if .A }}a{{ end }}', '(if {.A} ["a"])'],
  ['{{ if .A }}a{{ else }}b{{ end }}', '(if {.A} ["a"] else ["b"])'],
  [
    '{{ if .A }}a{{ else if .B }}b{{ else if .C }}c{{ else }}d{{ end }}',
    '(if {.A} ["a"] {.B} ["b"] {.C} ["c"] else ["d"])',
  ],
  ['{{ with $x := .A }}{{ $x }}{{ else }}{{ $x }}{{ end }}', '(with {$x := .A} [{$x}] else [{$x}])'],
  // Go's parser knows in `else` what the branch before declared.
  ['{{ if .A }}{{ $x := 1 }}{{ else }}{{ $x }}{{ end }}', '(if {.A} [{$x := 1}] else [{$x}])'],
  ['{{ $x = 1 }}{{ $x }}', '{$x = 1} {$x}'],
  ['{{ with .A }}a{{ else with .B }}b{{ end }}', '(with {.A} ["a"] {.B} ["b"])'],
  ['{{ range .A }}{{ break }}{{ else }}none{{ end }}', '(range {.A} [(break)] else ["none"])'],
  ['{{ range $i, $v := .A }}{{ continue }}{{ end }}', '(range {$i, $v := .A} [(continue)])'],
  ['{{ range $v := .A }}{{ if $v }}x{{ end }}{{ end }}', '(range {$v := .A} [(if {$v} ["x"])])'],
  ['{{ define "a" }}{{ . }}{{ end }}{{ template "a" . }}', '(define a [{.}]) (template a {.})'],
  ['{{ template "a" }}', '(template a)'],
  ['{{ block `a` .B }}x{{ end }}', '(block a {.B} ["x"])'],
  ['{{ return (dict "a" 1) }}', '{return (dict "a" 1)}'],
  ['{{ with try (resources.Get .A) }}{{ .Err }}{{ end }}', '(with {try (resources.Get .A)} [{.Err}])'],
  ['{{ partial "p"\n  (dict\n    "a" .\n  )\n}}', '{partial "p" (dict "a" .)}'],
  ['{{ .A | f 1 | .B }}', '{.A | f 1 | .B}'],
  ['{{ not (and (.A) (or .B .C)) }}', '{not (and (.A) (or .B .C))}'],
  // Go takes a pipe at the end for nothing.
  ['{{ .A | }}', '{.A}'],
])('the tree of %j', (template, tree) => {
  expect(treeOf(template)).toBe(tree);
  expect(problemsOf(template)).toEqual([]);
});

/** Every one of them Hugo refuses, too, at the same place of the text. */
test.each<[template: string, tree: string, ...problems: string[]]>([
  ['{{ if .A }}x', '(if {.A} ["x"])', '"if" is never closed with "end". [if]'],
  ['a{{ end }}b', '"a" "b"', 'There is nothing here that "end" could belong to. [end]'],
  ['{{ else }}b', '"b"', 'There is nothing here that "else" could belong to. [else]'],
  [
    '{{ if .A }}a{{ else }}b{{ else }}c{{ end }}',
    '(if {.A} ["a"] else ["b" "c"])',
    'There is nothing here that "else" could belong to. [else]',
  ],
  [
    '{{ with .A }}a{{ else if .B }}b{{ end }}',
    '(with {.A} ["a"] else ["b"])',
    '"if" cannot stand here. [if]',
  ],
  ['{{ if }}a{{ end }}', '(if {} ["a"])', 'A value is missing here. []'],
  ['{{ }}', '{}', 'A value is missing here. []'],
  ['{{ | .A }}', '{.A}', '"|" cannot stand here. [|]'],
  ['{{ .A {{ .B }}', '{.A} " " {.B}', 'This action is never closed with "}}". [{{]'],
  ['{{ .A', '{.A}', 'This action is never closed with "}}". [{{]'],
  ['{{ (.A }}', '{(.A)}', 'This parenthesis is never closed. [(]'],
  ['{{ .A) }}', '{.A}', 'This parenthesis was never opened. [)]'],
  ['{{ "abc }}\n{{ .B }}', '{} "\\n" {.B}', 'This text in quotes is never closed. ["abc }}]'],
  ['{{ `abc }}', '{abc}', 'This text in quotes is never closed. [`]'],
  ['{{ "a\\q" }}', '{"a\\\\q"}', 'This text has an escape that Go does not know. ["a\\q"]'],
  ["{{ 'ab' }}", "{'ab'}", "This is not a character in quotes. ['ab']"],
  ['{{ 1x }}', '{1x}', '"1x" is not a number. [1x]'],
  ['{{ 1_ }}', '{1_}', '"1_" is not a number. [1_]'],
  ['{{ if$ .A }}{{ end }}', '(if {$ .A} [])', 'A blank is missing before "$". [$]'],
  ['{{ range $i, .A }}{{ end }}', '(range {$i := .A} [])', '".A" cannot stand here. [.A]'],
  ['{{ 08 }}', '{08}', '"08" is not a number. [08]'],
  ['{{ .A"x" }}', '{.A "x"}', 'A blank is missing before ""x"". ["x"]'],
  ['{{ .A @ .B }}', '{.A .B}', '"@" cannot stand here. [@]'],
  ['{{ .A, .B }}', '{.A .B}', '"," cannot stand here. [,]'],
  ['{{ .A | "b" }}', '{.A | "b"}', '""b"" cannot take what comes through the pipe. ["b"]'],
  ['{{ "a".B }}', '{"a"}', '""a"" has no fields. [B]'],
  ['{{ $y }}', '{$y}', 'The variable "$y" is not defined here. [$y]'],
  [
    '{{ if $x := 1 }}{{ end }}{{ $x }}',
    '(if {$x := 1} []) {$x}',
    'The variable "$x" is not defined here. [$x]',
  ],
  [
    '{{ $x := 1 }}{{ define "a" }}{{ $x }}{{ end }}',
    '{$x := 1} (define a [{$x}])',
    'The variable "$x" is not defined here. [$x]',
  ],
  ['{{ $x := 1 }}{{ $x=2 }}', '{$x := 1} {$x = 2}', 'A blank is missing before "=". [=]'],
  ['{{ $x, $y := .A }}', '{$x, $y := .A}', 'So many variables cannot be set here. [,]'],
  ['{{ break }}', '(break)', '"break" stands only inside of "range". [break]'],
  ['{{ template x . }}', '(template )', '"template" needs a name in quotes. [x]'],
  ['{{ template "\\q" . }}', '(template \\q {.})', 'This text has an escape that Go does not know. ["\\q"]'],
  ['{{ define "x" . }}{{ end }}', '(define x [])', '"." cannot stand here. [.]'],
  [
    '{{ if .A }}{{ define "x" }}{{ end }}{{ end }}',
    '(if {.A} [(define x [])])',
    '"define" stands only outside of all blocks. [define]',
  ],
  ['{{ block "x" }}{{ end }}', '(block x {} [])', 'A value is missing here. []'],
  ['{{/* a', '(comment)', 'This comment is never closed with "*/". [/*]'],
  [
    '{{/* a */.B}}',
    '(comment)',
    'A comment stands alone: nothing may come between it and the braces but one blank beside a "-". [/* a */]',
  ],
  [
    '{{/* a */ }}',
    '(comment)',
    'A comment stands alone: nothing may come between it and the braces but one blank beside a "-". [/* a */]',
  ],
])('what is wrong in %j', (template, tree, ...problems) => {
  expect(treeOf(template)).toBe(tree);
  expect(problemsOf(template)).toEqual(problems);
});

test.each([
  ['parentheses', `{{ ${'('.repeat(5000)} }}`],
  ['blocks', '{{ if .A }}'.repeat(5000) + '{{ end }}'.repeat(5000)],
])('%s beyond all reason are left out, with a word', (_, template) => {
  const { tree, problems } = parseTemplate(template);
  expect(problems.some(({ fatal }) => fatal === 'limited')).toBe(true);
  expect(tree.body).toHaveLength(1);
});

test('what follows blocks beyond all reason is read', () => {
  const deep = '{{ if .A }}'.repeat(300) + '{{ end }}'.repeat(300);
  expect(treeOf(`${deep}{{ .B }}`)).toMatch(/ \{\.B\}$/);
});
