import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { TemplateLibrary, type TemplateFile } from '../../../server/src/core/site/templateLibrary.ts';
import { parseTxtar } from '../../support/txtar.ts';

const templates = `
-- _default/single.html --
{{ .Params.card }}{{ partial "whole" . }}{{ partial "who.html" (dict "name" .Params.author) }}
-- shortcodes/box.html --
{{/* A box */}}{{ partial "outer.html" . }}{{ .Inner }}
-- shortcodes/plain.html --
{{ .Get 0 }}
-- partials/outer.html --
{{ partial "inner" . }}
-- partials/inner.html --
{{ .Get "a" }}
-- partials/who.html --
{{ .name }}
-- partials/whole.html --
{{ .Params.whole }}
`;

function file(path: string, text: string | undefined, rank = 0): TemplateFile {
  const shown = rank === 0 ? `layouts/${path}` : `themes/t${rank}/layouts/${path}`;
  const origin = rank === 0 ? 'project' : 'theme';
  return { source: { uri: `file:///s/${shown}`, path: shown, origin }, path, rank, text };
}

function libraryOf(txtar: string): TemplateLibrary {
  const library = new TemplateLibrary(mergeConfig([]));
  parseTxtar(txtar).forEach((text, path) => library.put(file(path, text)));
  Array.from(library.learn());
  return library;
}

function argumentsOf(library: TemplateLibrary, name: string): unknown {
  const definition = library.shortcodes(unknownHugo).find((one) => one.name === name);
  return definition?.signature?.arguments.map(({ key }) => key);
}

describe('as many templates are read again as a change concerns:', () => {
  test.each([
    ['a page template', '_default/single.html', 1],
    ['a shortcode', 'shortcodes/plain.html', 1],
    ['a partial, with the shortcode that is followed into it through another', 'partials/inner.html', 2],
    ['a partial that gets values of the page', 'partials/who.html', 2],
    ['a partial that gets the whole page is read once for all', 'partials/whole.html', 1],
    ['a new partial that nobody calls', 'partials/new.html', 1],
  ])('%s', (_, path, count) => {
    const library = libraryOf(templates);
    library.put(file(path, '{{ .Get "b" }}'));
    expect(Array.from(library.learn())).toHaveLength(count);
    expect(Array.from(library.learn())).toHaveLength(0);
  });
});

test('a partial that comes later is followed from then on, and no more when it is gone', () => {
  const library = libraryOf('-- shortcodes/box.html --\n{{ partial "late" . }}\n');
  expect(argumentsOf(library, 'box')).toEqual([]);
  const late = file('partials/late.html', '{{ .Get "x" }}');
  library.put(late);
  Array.from(library.learn());
  expect(argumentsOf(library, 'box')).toEqual(['x']);
  library.delete(late.source.uri);
  Array.from(library.learn());
  expect(argumentsOf(library, 'box')).toEqual([]);
});

test('of two partials with one name that of the project is used, then the theme’s', () => {
  const library = libraryOf('-- shortcodes/box.html --\n{{ partial "p" . }}\n');
  const own = file('partials/p.html', '{{ .Get "own" }}');
  library.put(file('partials/p.html', '{{ .Get "theme" }}', 1));
  library.put(own);
  Array.from(library.learn());
  expect(argumentsOf(library, 'box')).toEqual(['own']);
  library.delete(own.source.uri);
  Array.from(library.learn());
  expect(argumentsOf(library, 'box')).toEqual(['theme']);
});

test.each([
  ['cannot be read', undefined],
  ['is longer than 500,000 signs', '{{ .Get "x" }}'.padEnd(500_001)],
])('a template that %s is there, without anything that it says', (_, text) => {
  const library = libraryOf(templates);
  library.put(file('shortcodes/huge.html', text));
  Array.from(library.learn());
  const definition = library.shortcodes(unknownHugo).find(({ name }) => name === 'huge');
  expect(definition).toMatchObject({ takesInner: undefined, signature: undefined });
  expect(library.templates().filter(({ reading }) => reading === undefined)).toHaveLength(1);
  expect(argumentsOf(library, 'box')).toEqual(['a']);
});

test('a shortcode says whether it takes inner content, and its leading comment', () => {
  const definition = libraryOf(templates)
    .shortcodes(unknownHugo)
    .find(({ name }) => name === 'box');
  expect(definition).toMatchObject({ takesInner: true, documentation: 'A box' });
});
