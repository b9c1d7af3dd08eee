import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { embeddedShortcodes } from '../../server/src/core/hugo/embeddedShortcodes.ts';
import type { FrontMatterField } from '../../server/src/core/hugo/frontMatterField.ts';
import { fieldsBelow } from '../../server/src/core/hugo/frontMatterFields.ts';
import { completionList, hoverText, vscode } from '../support/checks.ts';
import {
  findStrings,
  findUntranslated,
  findUnused,
  findWrongPlaceholders,
  readBundles,
} from '../support/l10n.ts';
import type { SourceString } from '../support/l10n.ts';
import { mill } from '../core/features/mill.ts';

const server = fileURLToPath(new URL('../../server/src/', import.meta.url));

const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('text/message.ts'))
  .map((file) => ({ file, text: readFileSync(server + file, 'utf8') }));

const messages = sources.flatMap(({ file, text }) => stringsAt(`server/src/${file}`, templatesIn(text)));

const knowledge = [
  ...stringsAt('frontMatterFields', fieldsBelow([]).flatMap(sentencesOf)),
  ...stringsAt(
    'embeddedShortcodes',
    embeddedShortcodes
      .flatMap(({ documentation, note, args }) => [
        documentation,
        note ?? [],
        args.map((argument) => argument.documentation),
      ])
      .flat(2),
  ),
];

test('every message is a literal or a constant named why or template, so that the list to translate can be read from the source', () => {
  const others = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bmessage\(\s*(?!['"\s]|(?:why|template)\b)(.{0,40})/g)].map(
      ([, start]) => `${file}: ${String(start)}`,
    ),
  );
  expect(others).toEqual([]);
});

test.each([
  ['message', messages],
  ['sentence of the tables of knowledge', knowledge],
])('every %s of the server is in every bundle', (_, strings) => {
  expect(strings.length).toBeGreaterThan(100);
  expect(findUntranslated(strings)).toEqual([]);
});

test('no bundle holds anything else, so that all have the same keys', () => {
  expect(findUnused([...messages, ...knowledge, ...findStrings('client/src', 'translate')])).toEqual([]);
});

test.each([...readBundles()])(
  'every entry of the bundle %s says something, with the placeholders of its key',
  (_, bundle) => {
    expect(Object.entries(bundle).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(findWrongPlaceholders(bundle)).toEqual([]);
  },
);

test.each([...readBundles()])(
  'what a list says of itself fits into one of its lines in the language %s',
  (_, bundle) => {
    const doubts = templatesIn(sources.find(({ file }) => file.endsWith('unused/unused.ts'))?.text ?? '');
    expect(doubts).toHaveLength(4);
    expect(doubts.filter((doubt) => (bundle[doubt] ?? doubt).length > 75)).toEqual([]);
  },
);

test.each([
  ['sv', '”{0}”'],
  ['nb', '«{0}»'],
])('what %s quotes stands in the marks of that language: %s', (language) => {
  const texts = Object.values(readBundles().get(language) ?? {});
  expect(texts.filter((text) => /"\{\d\}"/.test(text))).toEqual([]);
});

test('hover and completion say what the tables hold in the language of the writer', () => {
  const swedish = readBundles().get('sv') ?? {};
  const client = { ...vscode, translate: (text: string) => swedish[text] ?? text };
  expect(hoverText('---\nlink█Title: a\n---\n', { site: mill }, client)).toContain('Utan den: titeln.');
  const figure = hoverText('{{< fig█ure >}}', { site: mill }, client);
  expect(figure).toContain('En bild med bildtext.');
  expect(figure).toContain('Text under bilden; Markdown fungerar.');
  expect(figure).toContain('Läser bara namngivna argument.');
  const { items } = completionList('{{< fig█', { site: mill }, client);
  expect(items.find(({ label }) => label === 'figure')?.documentation).toMatchObject({
    value: 'En bild med bildtext.',
  });
});

/** The first argument of every `message('…')`, and what the constants hold that stand in its place. */
function templatesIn(source: string): string[] {
  const literal = /\bmessage\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g;
  const constant = /\bconst (?:why|template) =([^;]*);/g;
  const quoted = /(?:^|[=?:]\s+|^\s*)'((?:[^'\\\n]|\\.)*)'(?=\s*(?:$|:))/gm;
  const constants = [...source.matchAll(constant)].flatMap(([, value = '']) => [...value.matchAll(quoted)]);
  return [...source.matchAll(literal), ...constants].map(([, single, double]) =>
    (single ?? double ?? '').replace(/\\(.)/g, '$1'),
  );
}

/** What a field's documentation says in words. A default of one word is not translated: it is what to write. */
function sentencesOf(field: FrontMatterField): string[] {
  const { documentation, fields = [], fieldsOfEach = [] } = field;
  const phrases = [field.default ?? ''].filter((text) => text.includes(' '));
  return [documentation, ...phrases, ...[...fields, ...fieldsOfEach].flatMap(sentencesOf)];
}

function stringsAt(place: string, texts: readonly string[]): SourceString[] {
  return texts.map((text) => ({ text, place }));
}
