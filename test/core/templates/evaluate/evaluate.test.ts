// Templates that never end, are too long, or mean harm: each ends soon, and none of them fails.
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { mergeConfig } from '../../../../server/src/core/config/mergeConfig.ts';
import { archetypeText } from '../../../../server/src/core/site/archetypeText.ts';
import { contentFileOf } from '../../../../server/src/core/site/contentFile.ts';
import { seed } from '../../../support/seed.ts';

const config = mergeConfig([]);
const file = contentFileOf('posts/a-post.md', config);

function run(source: string): ReturnType<typeof archetypeText> {
  return archetypeText(source, file, 'posts', config, '2026-11-22T09:30:00+01:00');
}

describe('is left to Hugo', () => {
  test.each([
    ['a template that calls itself', '{{ define "a" }}{{ template "a" }}{{ end }}{{ template "a" }}'],
    ['loops in loops', '{{ range seq 999 }}{{ range seq 999 }}{{ . }}{{ end }}{{ end }}'],
    [
      'a text without end',
      '{{ $a := "aaaaaaaaaa" }}{{ range seq 900 }}{{ $a = printf "%s%s%s" $a $a $a }}{{ end }}{{ $a }}',
    ],
    ['lists in lists', '{{ $a := slice 1 }}{{ range seq 900 }}{{ $a = slice $a $a }}{{ end }}{{ $a }}'],
    [
      'a list of itself',
      '{{ $a := slice 1 }}{{ range seq 900 }}{{ range seq 900 }}{{ $a = slice $a }}{{ end }}{{ end }}{{ $a }}',
    ],
    ['a text in a text', '{{ $a := strings.Repeat 9999 "a" }}{{ replace $a "a" $a }}'],
    ['a wide number', '{{ strings.Repeat 999999999 "a" }}'],
    [
      'a pattern that takes for ever',
      '{{ replaceRE "(a+)+$" "" "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab" }}',
    ],
    ['the environment', '{{ getenv "HOME" }}'],
    ['a file', '{{ readFile "hugo.toml" }}'],
    ['the network', '{{ resources.GetRemote "https://example.org" }}'],
    ['a partial', '{{ partial "x" . }}'],
    ['the pages of the site', '{{ range .Site.RegularPages }}{{ .Title }}{{ end }}'],
    ['what every object has in JavaScript', '{{ .constructor }}{{ (dict).constructor }}'],
  ])('%s', (_, source) => {
    expect(run(source)).toHaveProperty('failure');
  });
});

test('nothing reaches what JavaScript hangs on its objects', () => {
  expect(run('{{ (dict "a" 1).constructor }}|{{ index (dict "a" 1) "__proto__" }}')).toEqual({
    text: '<no value>|<no value>',
  });
});

test('any text ends, with a text or a reason', () => {
  const piece = fc.constantFrom(
    ...'{{ }} {{- -}} . $ $x := = | ( ) "a" `b` 1 -3 .Name .Site .File.Dir .Nope if else end with range define template block "t" replace title humanize urlize slicestr substr split index now .Format printf "%s%d" dict slice seq len add eq and or not default time dateFormat replaceRE delimit break continue /* */ nil true'.split(
      ' ',
    ),
    ' ',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const result = run(pieces.join(' '));
      expect('text' in result || ['wrong', 'unknown'].includes(result.failure)).toBe(true);
    }),
    { numRuns: 5000, seed },
  );
});
