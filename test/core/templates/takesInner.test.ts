import { expect, test } from 'vitest';
import { leadingComment } from '../../../server/src/core/templates/leadingComment.ts';
import { parseTemplate } from '../../../server/src/core/templates/parse.ts';
import { takesInner } from '../../../server/src/core/templates/takesInner.ts';
import { tokenizeTemplate } from '../../../server/src/core/templates/tokens.ts';
import { textOf } from '../../../server/src/core/text/range.ts';

test.each([
  '{{ .Inner }}',
  '{{.Inner}}',
  '{{- .InnerDeindent -}}',
  '{{ .Inner | markdownify }}',
  '{{ printf "%s" .Inner }}',
  '{{ with .Inner }}{{ . }}{{ end }}',
  '{{ if (gt (len .Inner) 0) }}x{{ end }}',
  '{{ if .Get 0 }}{{ else if .Inner }}{{ end }}',
  '{{ $s := . }}{{ $s.Inner }}',
  '{{ $.Inner }}',
  '{{ .Page.Params.Inner }}',
  '{{ .Inner.Foo }}',
  '{{ (.Get 0) .Inner }}',
  '{{ define "x" }}{{ .Inner }}{{ end }}{{ template "x" . }}',
  '{{ define "y" }}{{ .Inner }}{{ end }}{{ define "x" }}{{ if true }}{{ end }}{{ template "y" . }}{{ end }}{{ template "x" . }}',
  '{{ block "x" . }}{{ .Inner }}{{ end }}',
  '{{ "}}" }}{{ .Inner }}',
])('%s takes inner content', (template) => {
  expect(takesInner(parseTemplate(template).tree)).toBe(true);
});

test.each([
  '',
  '.Inner',
  '{{ .Get 0 }}',
  '{{/* .Inner */}}',
  '{{- /* {{ .Inner }} */ -}}',
  '{{ "{{ .Inner }}" }}',
  '{{ `.Inner` }}',
  '{{ index . "Inner" }}',
  '{{ (.).Inner }}',
  '{{ (trim .Inner).Foo }}',
  '{{ site.Inner }}',
  '{{ .InnerText }}',
  '{{ partial "inner.html" . }}',
  '{{ define "x" }}{{ .Inner }}{{ end }}',
  '{{ define "x" }}{{ .Inner }}{{ end }}{{ template "y" . }}',
  '{{ template "x" .Inner }}',
])('%s takes none', (template) => {
  expect(takesInner(parseTemplate(template).tree)).toBe(false);
});

test.each<[template: string, comment: string | undefined]>([
  ['{{/* Shows a box. */}}<b>{{ .Inner }}</b>', 'Shows a box.'],
  [
    '<!-- x -->\n{{- /*\n  Shows a box.\n    @param {string} title\n*/ -}}',
    'Shows a box.\n  @param {string} title',
  ],
  ['{{ .Inner }}{{/* Late. */}}', undefined],
  ['{{/* */}}', undefined],
  ['{{/* Open', undefined],
  ['', undefined],
])('the documentation in %j', (template, comment) => {
  expect(leadingComment(template)).toBe(comment);
});

test.each<[template: string, ...tokens: string[]]>([
  ['a {{- .Get 0 -}} b', 'left {{-', 'field .Get', 'number 0', 'right  -}}'],
  [
    '{{ $x := "a\\"}}" | f .A.B `c\n}}` }}',
    'left {{',
    'variable $x',
    'declare :=',
    'string "a\\"}}"',
    'pipe |',
    'identifier f',
    'field .A',
    'field .B',
    'rawString `c\n}}`',
    'right }}',
  ],
  [
    '{{ if (eq . nil) }}',
    'left {{',
    'keyword if',
    'leftParen (',
    'identifier eq',
    'dot .',
    'constant nil',
    'rightParen )',
    'right }}',
  ],
  ["{{ 'x' -1.5e+3 .5 }}", 'left {{', "character 'x'", 'number -1.5e+3', 'number .5', 'right }}'],
  [
    '{{ range $i, $v = $ }}',
    'left {{',
    'keyword range',
    'variable $i',
    'comma ,',
    'variable $v',
    'assign =',
    'variable $',
    'right }}',
  ],
  ['{{/* a }} */}}', 'left {{', 'comment /* a }} */', 'right }}'],
  ['{{-3}}', 'left {{', 'number -3', 'right }}'],
  ['{{ .A {{ .B }}', 'left {{', 'field .A', 'left {{', 'field .B', 'right }}'],
  ['{{ "a }}\n{{ .B }}', 'left {{', 'unknown "a }}', 'left {{', 'field .B', 'right }}'],
  ['{{ @ }}', 'left {{', 'unknown @', 'right }}'],
])('the tokens of %j', (template, ...tokens) => {
  expect(tokenizeTemplate(template).map(({ kind, range }) => `${kind} ${textOf(template, range)}`)).toEqual(
    tokens,
  );
});
