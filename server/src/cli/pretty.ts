// Findings with the line of the page that they are about:
//
//   error: There is no shortcode "figur". (unknown-shortcode)
//     --> content/post.md:5:5
//      |
//    5 | {{< figur src="a.png" >}}
//      |     ^^^^^
//      = fix: Change it to "figure"
import type { Severity } from '../core/features/finding.ts';
import type { Row } from './report.ts';

/** So much of a long line is shown, from a little before the finding. In UTF-16 units. */
const room = { before: 40, all: 120 };

type Paint = (text: string, style: keyof typeof styles) => string;

const styles = {
  error: '31;1',
  warning: '33;1',
  information: '34;1',
  hint: '36;1',
  frame: '34',
  strong: '1',
};

/** All findings, and a line that counts them; nothing where there is none. Colors are for terminals. */
export function printPretty(rows: readonly Row[], isTerminal: boolean): string {
  const paint: Paint = (text, style) => (isTerminal ? `\u001B[${styles[style]}m${text}\u001B[0m` : text);
  return rows.length === 0
    ? ''
    : [...rows.map((row) => toExcerpt(row, paint)), `${toSummary(rows)}\n`].join('\n');
}

function toExcerpt(row: Row, paint: Paint): string {
  const number = String(row.line);
  const margin = ' '.repeat(number.length);
  const { text, pad, carets } = toPicture(row);
  const bar = paint('|', 'frame');
  const lines = [
    `${paint(row.severity, row.severity)}: ${paint(toPrintable(row.message), 'strong')} (${row.code})`,
    `${margin} ${paint('-->', 'frame')} ${toPrintable(row.file)}:${row.line}:${row.column}`,
    `${margin}  ${bar}`,
    ` ${paint(number, 'frame')} ${bar} ${text}`,
    `${margin}  ${bar} ${pad}${paint(carets, row.severity)}`,
    ...row.fixes.map((fix) => `${margin}  ${paint('=', 'frame')} fix: ${toPrintable(fix)}`),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The line, or what of it has room, with what stands below it: blanks as wide as the text before, and a row of carets. */
function toPicture(row: Row): { readonly text: string; readonly pad: string; readonly carets: string } {
  const { source, column, line, endLine, endColumn } = row;
  const start = column - 1;
  const first = source.length <= room.all ? 0 : Math.max(0, start - room.before);
  const last = Math.min(source.length, first + room.all);
  const end = endLine > line ? last : Math.min(endColumn - 1, last);
  const [head, tail] = [first > 0 ? '…' : '', last < source.length ? '…' : ''];
  return {
    text: head + toPrintable(source.slice(first, last)) + tail,
    pad: toBlanks(head + source.slice(first, start)),
    carets: '^'.repeat(Math.max(1, toBlanks(source.slice(start, end)).length)),
  };
}

const wide =
  /^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}]$/u;

/** Blanks as wide as a text is in a terminal; tabs stay, as they are as wide as above. */
function toBlanks(text: string): string {
  return Array.from(toPrintable(text), (character) => {
    if (character === '\t') {
      return '\t';
    }
    return /^\p{M}$/u.test(character) ? '' : ' '.repeat(wide.test(character) ? 2 : 1);
  }).join('');
}

/** A page is not to command the terminal, nor to turn the direction of what follows it. */
function toPrintable(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
}

function toSummary(rows: readonly Row[]): string {
  const files = new Set(rows.map(({ file }) => file)).size;
  const counts = (['error', 'warning', 'information', 'hint'] as const).flatMap((severity) => {
    const count = rows.filter((row) => row.severity === severity).length;
    return count === 0 ? [] : [`${count} ${toPlural(severity, count)}`];
  });
  return `${counts.join(', ')} in ${files} ${files === 1 ? 'file' : 'files'}`;
}

function toPlural(severity: Severity, count: number): string {
  return count === 1 || severity === 'information' ? severity : `${severity}s`;
}
