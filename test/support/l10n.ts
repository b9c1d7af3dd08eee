// Every string that a user reads has to be in every bundle of l10n/. The strings are found in the syntax tree, so that a string
// which is put together at run time, and could never be translated, is found as well.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** A string of the source that is translated, and where it stands. */
export interface SourceString {
  /** `undefined` when the first argument is no string literal. */
  readonly text: string | undefined;
  readonly place: string;
}

const root = resolve(import.meta.dirname, '../..');

/** The first arguments of all calls of `callee`, such as `l10n.t` or `message`, in the TypeScript files below `folder`. */
export function findStrings(folder: string, callee: string): SourceString[] {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .flatMap((path) => stringsOf(join(root, folder, path), callee));
}

/** The bundles of l10n/ by language; English is `en`. */
export function readBundles(): Map<string, Readonly<Record<string, string>>> {
  const files = readdirSync(join(root, 'l10n')).flatMap((file) => {
    const match = /^bundle\.l10n(?:\.(.+))?\.json$/.exec(file);
    return match === null ? [] : [{ file, language: match[1] ?? 'en' }];
  });
  return new Map(files.map(({ file, language }) => [language, readStrings(`l10n/${file}`)]));
}

/** One line per string that is no literal, or that a bundle lacks. */
export function findUntranslated(strings: readonly SourceString[]): string[] {
  const bundles = [...readBundles()];
  return strings.flatMap(({ text, place }) =>
    text === undefined
      ? [`${place}: not a string literal`]
      : bundles
          .filter(([, bundle]) => !(text in bundle))
          .map(([language]) => `${place}: no ${language} for "${text}"`),
  );
}

/** One line per entry of a bundle that stands in none of `strings`. */
export function findUnused(strings: readonly SourceString[]): string[] {
  const used = new Set(strings.map(({ text }) => text));
  return [...readBundles()].flatMap(([language, bundle]) =>
    Object.keys(bundle)
      .filter((key) => !used.has(key))
      .map((key) => `${language}: "${key}" is used nowhere`),
  );
}

/** One line per translation whose placeholders `{0}`, `{1}`… are not those of the English. */
export function findWrongPlaceholders(translations: Readonly<Record<string, string>>): string[] {
  return Object.entries(translations)
    .filter(([english, translation]) => placeholders(english) !== placeholders(translation))
    .map(([english, translation]) => `"${english}" is "${translation}"`);
}

/** A JSON object of strings, by its path from the top of the repository. */
export function readStrings(path: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, string>;
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\d+\}/g))].sort().join();
}

function stringsOf(path: string, callee: string): SourceString[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: SourceString[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === callee) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      const [first] = node.arguments;
      const text = first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined;
      found.push({ text, place: `${relative(root, path).replaceAll('\\', '/')}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
