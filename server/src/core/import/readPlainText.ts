// What each part of a raw text is, such as one that was copied from a web page: read from its top, then from its end, and then what lies between.
import { range, type TextRange } from '../text/range.ts';
import { readBody } from './readBody.ts';
import { readHead } from './readHead.ts';
import { readTail } from './readTail.ts';
import type { PlainBlock, PlainText } from './types.ts';
import { unitsOf, type Unit } from './units.ts';

/**
 * Title, dates, lead, headings, quotations that begin with a dash, lists, contacts, captions and what does not belong to the text, in Swedish, Norwegian,
 * Danish and English. Ranges are UTF-16 offsets, half-open, in order; every character that is not white space stands in exactly one block, and what is not
 * understood is a `paragraph`. Linear, and never fails.
 */
export function readPlainText(text: string): PlainText {
  const units = unitsOf(text);
  const isMarkdown = looksLikeMarkdown(text);
  const marks: Marks = units.map(() => undefined);
  const bodyStart = readHead(units, marks, isMarkdown);
  if (!isMarkdown) {
    readBody(units, marks, bodyStart, readTail(units, marks, bodyStart));
  }
  return { blocks: toBlocks(units, marks), isMarkdown };
}

/** What was found out of each unit; what goes on with the unit before is one block with it. */
export type Marks = (Mark | undefined)[];
export interface Mark extends Omit<PlainBlock, 'range' | 'lines'> {
  readonly goesOn?: true;
}

/** Signs that nobody writes but in Markdown. A bullet alone says nothing. */
function looksLikeMarkdown(text: string): boolean {
  return markdownSigns.some((sign) => sign.test(text));
}

const markdownSigns: readonly RegExp[] = [
  /^(?:#{1,6} \S|```|~~~|> |={3,}$)/m,
  /\]\(|\{\{[<%]|\*\*[\p{L}\p{N}]/u,
  /(?<!\S)\*[\p{L}\p{N}][^*\n]{0,200}\*(?![\p{L}\p{N}*])/u,
];

function toBlocks(units: readonly Unit[], marks: Marks): readonly PlainBlock[] {
  const groups: { readonly mark: Mark; readonly units: Unit[] }[] = [];
  for (const [at, unit] of units.entries()) {
    const mark = marks[at] ?? { kind: 'paragraph' };
    if (mark.goesOn === true) {
      groups.at(-1)?.units.push(unit);
    } else {
      groups.push({ mark, units: [unit] });
    }
  }
  return groups.map(({ mark, units: all }): PlainBlock => ({
    ...mark,
    ...(all.length > 1 ? { keepsLines: true } : {}),
    range: range(all[0]?.range.start ?? 0, all.at(-1)?.range.end ?? 0),
    lines: all.flatMap((unit) => linesOf(unit, mark.kind)),
  }));
}

function linesOf({ lines, sign }: Unit, kind: PlainBlock['kind']): readonly TextRange[] {
  const [first, ...others] = lines;
  const length = kind === 'item' || kind === 'quote' ? (sign?.length ?? 0) : 0;
  return first === undefined ? [] : [range(first.start + length, first.end), ...others];
}
