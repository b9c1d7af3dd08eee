import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const server = fileURLToPath(new URL('../../../server/src/', import.meta.url));
const bundle = fileURLToPath(new URL('../../../l10n/bundle.l10n.json', import.meta.url));

const sources = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('text/message.ts'))
  .map((file) => ({ file, text: readFileSync(server + file, 'utf8') }));

test('every message is a literal or a constant named why or template, so that the list to translate can be read from the source', () => {
  const others = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\bmessage\(\s*(?!['"\s]|(?:why|template)\b)(.{0,40})/g)].map(
      ([, start]) => `${file}: ${String(start)}`,
    ),
  );
  expect(others).toEqual([]);
});

test('every message of the server is in the bundle that translators read', () => {
  const templates = sources.flatMap(({ text }) => templatesIn(text));
  expect(templates.length).toBeGreaterThan(10);
  const known = existsSync(bundle)
    ? (JSON.parse(readFileSync(bundle, 'utf8')) as Record<string, unknown>)
    : {};
  expect([...new Set(templates)].filter((template) => !(template in known)).sort()).toEqual([]);
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
