// Some 600 tiny content files with the verdicts of real Hugos, made for this project. `record.mjs` asks the Hugos again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseTxtar } from '../support/txtar.ts';

/** What one Hugo said of a case. */
export type Verdict = 'ok' | Refusal;

export interface Refusal {
  readonly error: string;
  /** `line:column` in bytes, from 1: the first that names the file. */
  readonly place?: string;
  /** The innermost, where it is another. */
  readonly inner?: string;
}

export interface HugoCase {
  readonly name: string;
  readonly desc: string;
  readonly path: string;
  readonly text?: string;
  /** In the place of `text`, where that would be no UTF-8: a character for each byte. */
  readonly bytes?: string;
  /** Where the fault is, checked by hand: `line:column` in UTF-16 units, from 1. Hugo's own place is wrong or missing there. */
  readonly at?: string;
  /** In the place of the site's own `config.toml`. */
  readonly config?: string;
  /** More files. */
  readonly extra?: Readonly<Record<string, string>>;
  /** More arguments of `hugo`. */
  readonly args?: readonly string[];
  /** Why the embedded Hugo is not asked. */
  readonly noEmbedded?: string;
  readonly verdicts: Readonly<Partial<Record<string, Verdict>>>;
}

const folder = resolve('test/conformance/hugoCases');

export const caseGroups = [
  ...['frontMatter', 'yaml', 'toml', 'json', 'fields', 'dates', 'states'],
  ...['shortcodes', 'rendering', 'references', 'embedded', 'places'],
] as const;

export function readCases(group: string): readonly HugoCase[] {
  return JSON.parse(readFileSync(join(folder, `${group}.json`), 'utf8')) as HugoCase[];
}

export function writeCases(group: string, cases: readonly HugoCase[]): void {
  writeFileSync(join(folder, `${group}.json`), `${JSON.stringify(cases, undefined, 2)}\n`);
}

/** The site of a case, without the case. */
export function siteTexts({ config, extra = {} }: HugoCase): ReadonlyMap<string, string> {
  const texts = parseTxtar(readFileSync(join(folder, 'site.txtar'), 'utf8'));
  return new Map([
    ...texts,
    ...Object.entries(extra),
    ...(config === undefined ? [] : ([['config.toml', config]] as const)),
  ]);
}
