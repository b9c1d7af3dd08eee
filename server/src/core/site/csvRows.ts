import type { DataRow } from './siteData.ts';

/**
 * The cells of a table with commas between them, each under the name that its column has in the first row (`[]`, `name`). Quotes as in RFC
 * 4180; a quote that is not closed ends with the text. Linear in the length.
 */
export function csvRows(text: string): DataRow[] {
  const [head = [], ...lines] = cellsByLine(text);
  return lines.flatMap((cells) =>
    cells.flatMap((value, column) => {
      const key = head[column]?.text.trim() ?? '';
      return key === '' ? [] : [{ path: ['[]', key.toLowerCase()], key, keyOffset: value.offset, value }];
    }),
  );
}

interface Cell {
  readonly text: string;
  readonly offset: number;
}

function cellsByLine(text: string): Cell[][] {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  for (const { 0: written, 1: quoted, 2: plain = '', 3: end, index } of text.matchAll(cellPattern)) {
    if (written === '') {
      break;
    }
    line.push({ text: quoted?.replaceAll('""', '"') ?? plain, offset: index });
    if (end !== ',') {
      lines.push(line);
      line = [];
    }
  }
  return lines;
}

const cellPattern = /(?:"((?:[^"]|"")*)(?:"|$)|([^,\r\n]*))(,|\r?\n|\r|$)/g;
