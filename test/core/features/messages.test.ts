import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { embeddedShortcodes } from '../../../server/src/core/hugo/embeddedShortcodes.ts';
import type { FrontMatterField } from '../../../server/src/core/hugo/frontMatterField.ts';
import { fieldsBelow } from '../../../server/src/core/hugo/frontMatterFields.ts';

const server = sourcesIn('../../../server/src/').filter(({ file }) => !file.endsWith('text/message.ts'));
const client = sourcesIn('../../../client/src/');
const english = bundle('');

test('every message is a literal or a constant named why or template, so that the list to translate can be read from the source', () => {
  const others = server.flatMap(({ file, text }) =>
    [...text.matchAll(/\bmessage\(\s*(?!['"\s]|(?:why|template)\b)(.{0,40})/g)].map(
      ([, start]) => `${file}: ${String(start)}`,
    ),
  );
  expect(others).toEqual([]);
});

test('translators read every sentence of the server, of its tables and of the client, and no other', () => {
  const templates = server.flatMap(({ text }) => templatesIn(text));
  const fromTables = [...fieldsBelow([]).flatMap(sentencesOfField), ...sentencesOfShortcodes()];
  const fromClient = client.flatMap(({ text }) => literalsOf(/\bl10n\.t/, text));
  for (const source of [templates, fromTables, fromClient]) {
    expect(source.length).toBeGreaterThan(10);
  }
  const wanted = new Set([...templates, ...fromTables, ...fromClient]);
  expect(Object.keys(english).sort()).toEqual([...wanted].sort());
});

test('the English text of a sentence is the sentence itself', () => {
  expect(Object.entries(english).filter(([key, value]) => key !== value)).toEqual([]);
});

describe.each(['.sv', '.nb'])('the bundle %s', (language) => {
  const translated = bundle(language);

  test('has the keys of the English one', () => {
    expect(Object.keys(translated)).toEqual(Object.keys(english));
  });

  test('says something for each of them', () => {
    expect(Object.entries(translated).filter(([, value]) => value.trim() === '')).toEqual([]);
  });

  test('has the same placeholders', () => {
    const different = Object.entries(translated).filter(
      ([key, value]) => placeholdersOf(key).join() !== placeholdersOf(value).join(),
    );
    expect(different).toEqual([]);
  });
});

function sourcesIn(folder: string): { readonly file: string; readonly text: string }[] {
  const root = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(root + file, 'utf8') }));
}

function bundle(language: string): Readonly<Record<string, string>> {
  const file = new URL(`../../../l10n/bundle.l10n${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
}

/** The first argument of every `message('…')`, and what the constants hold that stand in its place. */
function templatesIn(source: string): string[] {
  const constant = /\bconst (?:why|template) =([^;]*);/g;
  const quoted = /(?:^|[=?:]\s+|^\s*)'((?:[^'\\\n]|\\.)*)'(?=\s*(?:$|:))/gm;
  const constants = [...source.matchAll(constant)].flatMap(([, value = '']) => [...value.matchAll(quoted)]);
  return [...literalsOf(/\bmessage/, source), ...constants.map(([, text = '']) => unescaped(text))];
}

/** The string literals that are the first argument of a call. */
function literalsOf(called: RegExp, source: string): string[] {
  const call = new RegExp(
    `${called.source}\\(\\s*(?:'((?:[^'\\\\\\n]|\\\\.)*)'|"((?:[^"\\\\\\n]|\\\\.)*)")`,
    'g',
  );
  return [...source.matchAll(call)].map(([, single, double]) => unescaped(single ?? double ?? ''));
}

function unescaped(literal: string): string {
  return literal.replace(/\\(.)/g, '$1');
}

/** A default of several words is a phrase; one of a single word is what to write, the same in every language. */
function sentencesOfField(field: FrontMatterField): string[] {
  const below = [...(field.fields ?? []), ...(field.fieldsOfEach ?? [])];
  return [
    field.documentation,
    ...[field.default ?? ''].filter((text) => text.includes(' ')),
    ...below.flatMap(sentencesOfField),
  ];
}

function sentencesOfShortcodes(): string[] {
  return embeddedShortcodes.flatMap(({ documentation, note, args }) => [
    documentation,
    ...(note === undefined ? [] : [note]),
    ...args.map((argument) => argument.documentation),
  ]);
}

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g))].sort();
}
