// The lines of a plain text, joined where somebody broke them to a width, and what stands at their beginning.
import { range, type TextRange } from '../text/range.ts';
import { endsAsSentence } from './sentences.ts';

/** One line, or one paragraph that was broken to a width. */
export interface Unit {
  /** Without the white space around it. */
  readonly range: TextRange;
  /** On one line. */
  readonly text: string;
  readonly lines: readonly TextRange[];
  /** Units that no blank line parts have the same. */
  readonly chunk: number;
  readonly sign: Sign | undefined;
}

/** What stands before the words; `length` holds the white space behind it. */
export interface Sign {
  readonly kind: 'bullet' | 'number' | 'dash';
  readonly length: number;
}

/** Between these lies the width that a text may have been broken to. */
const widest = 100;
const narrowest = 50;

/** The units of `text`, in order; together they hold all that is not white space. */
export function unitsOf(text: string): readonly Unit[] {
  const lines = linesOf(text);
  const width = lines.reduce((most, { range: { start, end } }) => Math.max(most, end - start), 0);
  const isBroken = width <= widest && width >= narrowest && lines.some(breaksSentence(lines, width));
  const groups: Unit[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (isBroken && before !== undefined && isFull(before, line, width)) {
      group?.push(line);
    } else {
      groups.push([line]);
    }
  }
  return groups.flatMap(joined);
}

function joined(group: readonly Unit[]): readonly Unit[] {
  const [first] = group;
  const end = group.at(-1)?.range.end;
  if (first === undefined || end === undefined || group.length === 1) {
    return group;
  }
  return [
    {
      ...first,
      range: range(first.range.start, end),
      text: group.map(({ text }) => text).join(' '),
      lines: group.flatMap(({ lines }) => lines),
    },
  ];
}

function linesOf(text: string): readonly Unit[] {
  const units: Unit[] = [];
  let chunk = 0;
  let isBlank = true;
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+|\r\n?|\n/g)) {
    if (/^[\n\r]/.test(line)) {
      chunk += isBlank ? 1 : 0;
      isBlank = true;
      continue;
    }
    const trimmed = line.trim();
    if (trimmed === '') {
      continue;
    }
    isBlank = false;
    const start = index + (line.length - line.trimStart().length);
    const own = range(start, start + trimmed.length);
    units.push({ range: own, text: trimmed, lines: [own], chunk, sign: signOf(trimmed) });
  }
  return units;
}

/** Only who breaks lines to a width goes on with a small letter. */
function breaksSentence(lines: readonly Unit[], width: number): (line: Unit, at: number) => boolean {
  return (line, at) => {
    const before = lines[at - 1];
    return (
      before !== undefined &&
      isFull(before, line, width) &&
      !endsAsSentence(before.text) &&
      /^\p{Ll}/u.test(line.text)
    );
  };
}

/** The first word of the line did not fit behind the one before. */
function isFull(before: Unit, { text, chunk, sign }: Unit, width: number): boolean {
  const [word = ''] = /^\S+/.exec(text) ?? [];
  const isNext = before.chunk === chunk && sign === undefined;
  return isNext && before.text.length + 1 + word.length > width;
}

const signs: readonly (readonly [Sign['kind'], RegExp])[] = [
  ['bullet', /^[•·●○◦▪■‣∙*\u2043\uF0B7]\s+(?=\S)/],
  ['bullet', /^[•●○◦▪■‣\uF0B7](?=[\p{L}\p{N}])/u],
  ['number', /^\d{1,2}[.)]\s+(?=\S)/],
  ['dash', /^[–—―-]\s+(?=\S)/],
  ['dash', /^[–—―](?=[\p{L}"”“«»])/u],
];

function signOf(text: string): Sign | undefined {
  for (const [kind, pattern] of signs) {
    const [sign] = pattern.exec(text) ?? [];
    if (sign !== undefined) {
      return { kind, length: sign.length };
    }
  }
  return undefined;
}
