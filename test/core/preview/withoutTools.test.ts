import { expect, test } from 'vitest';
import { neededTools } from '../../../server/src/core/preview/neededTools.ts';
import { withoutTools } from '../../../server/src/core/preview/withoutTools.ts';

const css = 'resources.FromString "scribe/empty.css"';
const js = 'resources.FromString "scribe/empty.js"';

test.each([
  ['{{ $s := $r | toCSS }}', `{{ $s := $r | and "" | ${css} }}`],
  ['{{ $s := $r | toCSS $o | minify }}', `{{ $s := $r | and "" | ${css} | minify }}`],
  [
    '{{ $s := $r | css.Sass (dict "a" "|)" "b" `}}`) | fingerprint -}}',
    `{{ $s := $r | and "" | ${css} | fingerprint -}}`,
  ],
  ['{{ with (css.Sass $o $r) }}', `{{ with (${css} "" ) }}`],
  [
    '{{ $r | resources.ToCSS\n  $o\n| resources.PostCSS }}',
    `{{ $r | and "" | ${css}\n\n | and "" | ${css} }}`,
  ],
  ['{{ $j := $r | js.Build (dict "minify" true) }}', `{{ $j := $r | and "" | ${js} }}`],
])('%s', (template, expected) => {
  expect(withoutTools(template)).toBe(expected);
  expect(neededTools([template]).bundling).toBe(true);
});

test.each([
  'toCSS is a function',
  '{{ .Params.toCSS }}{{ $toCSS }}{{ partial "toCSS" . }}',
  '{{ $r | minify | fingerprint }}',
])('%s stays', (template) => {
  expect(withoutTools(template)).toBe(template);
});

test.each([
  ['{{ $small := $image.Process "resize 480x webp" }}', true],
  ['{{ .Resize (printf "%dx webp" $width) }}', true],
  ['{{ .Resize "480x" }}<img src="a.webp">', false],
])('%s makes WebP: %s', (template, expected) => {
  expect(neededTools([template]).webp).toBe(expected);
});
