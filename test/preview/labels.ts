// The labels of the panel in English. They are read from the source, for the module that holds them needs an editor to be loaded.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Labels } from '../../client/src/preview/labels.ts';

const source = readFileSync(resolve(import.meta.dirname, '../../client/src/preview/labels.ts'), 'utf8');
const found = [...source.matchAll(/^ {4}(\w+): translate\(\s*'([^']*)'/gm)];

export const labels = Object.fromEntries(found.map(([, name, text]) => [name, text])) as Labels;

/** The properties of the source that were not read. */
export function findMissingLabels(): string[] {
  const names = Array.from(source.matchAll(/^ {4}(\w+): /gm), ([, name]) => name ?? '');
  return names.filter((name) => !(name in labels));
}
