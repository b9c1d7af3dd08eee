// What was found, as people, programs and workflows read it.
import type { Severity } from '../core/features/finding.ts';
import { printPretty } from './pretty.ts';

/** The most severe first. */
export const levels: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
export const formats = ['pretty', 'text', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

/** One finding with its place: path as the reader would type it, lines and columns from 1, in UTF-16 units. */
export interface Row {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** The titles of its fixes, the best first. */
  readonly fixes: readonly string[];
  /** The line on which it begins. */
  readonly source: string;
}

export const printers: {
  readonly [format in Format]: (rows: readonly Row[], isTerminal: boolean) => string;
} = {
  pretty: printPretty,
  text: (rows) =>
    rows
      .map((row) => `${row.file}:${row.line}:${row.column}: ${row.severity}: ${row.message} (${row.code})\n`)
      .join(''),
  json: (rows) =>
    `${JSON.stringify(rows, (key, value: unknown) => (key === 'source' ? undefined : value))}\n`,
  github: (rows) => rows.map(toAnnotation).join(''),
};

const annotationKinds: { readonly [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

function toAnnotation({ file, line, column, severity, code, message }: Row): string {
  const escape = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${annotationKinds[severity]} file=${property(file)},line=${line},col=${column},title=${property(code)}::${escape(message)}\n`;
}
