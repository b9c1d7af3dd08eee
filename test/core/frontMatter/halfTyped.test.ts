// A writer types one line; every finished line round it still counts. Each case breaks a header at one place and asks
// which keys are gone.
import { describe, expect, it } from 'vitest';
import { findFence } from '../../../server/src/core/frontMatter/fence.ts';
import { outlineOf } from '../../../server/src/core/frontMatter/outline.ts';
import type { OutlineEntry } from '../../../server/src/core/frontMatter/types.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import type { TextRange } from '../../../server/src/core/text/range.ts';
import { headers } from '../../support/headers.ts';
import type { Header } from '../../support/headers.ts';

function entriesIn(text: string): readonly OutlineEntry[] {
  const { fence } = findFence(text, unknownHugo);
  return fence === undefined ? [] : outlineOf(text, fence).entries;
}

/** The lines between the delimiters, without their line ends. For JSON those between the braces. */
function contentLines({ format, text }: Header): TextRange[] {
  const { fence } = findFence(text, unknownHugo);
  const lines: TextRange[] = [];
  for (const match of text.matchAll(/[^\n\r]*(?:\r\n|\n|\r|$)/g)) {
    const start = match.index;
    const end = start + match[0].replace(/[\n\r]+$/, '').length;
    const isInside = fence !== undefined && start >= fence.content.start && end < fence.content.end;
    if (isInside && (format !== 'json' || start > fence.content.start)) {
      lines.push({ start, end });
    }
  }
  return lines;
}

const exactly = ({ path, scalars }: OutlineEntry): string =>
  `${path.join('.')} = ${scalars.map(({ text }) => text).join(', ')}`;
const byKey = ({ key }: OutlineEntry): string => key;

/** An entry of a finished header, with what the cases ask of it again and again. */
interface Known extends OutlineEntry {
  /** Its path and its value. */
  readonly says: string;
  /** Of its key. */
  readonly column: number;
  readonly isOnOneLine: boolean;
  /** It stands in brackets or braces that go on over lines: what breaks those moves it. */
  readonly isInLongFlow: boolean;
}

function knownIn(text: string): Known[] {
  const entries = entriesIn(text);
  const isLong = ({ keyRange, valueRange }: OutlineEntry): boolean =>
    /[\n\r]/.test(text.slice(keyRange.start, valueRange.end));
  const longFlows = entries
    .filter((entry) => '[{'.includes(text.charAt(entry.valueRange.start)) && isLong(entry))
    .map(({ valueRange }) => valueRange);
  return entries.map((entry) => {
    const { start } = entry.keyRange;
    return {
      ...entry,
      says: exactly(entry),
      column: start - Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('\r', start)) - 1,
      isOnOneLine: !isLong(entry),
      isInLongFlow: longFlows.some((flow) => flow.start < start && start < flow.end),
    };
  });
}

/** What of `wanted` is not in `found`; what comes twice must be found twice. */
function missing(wanted: readonly string[], found: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of found) {
    left.set(line, (left.get(line) ?? 0) + 1);
  }
  return wanted.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** The keys of `before` that `after` lost. Of those that are `exact` the path and the value must be the same, too. */
function lostKeys(
  before: readonly Known[],
  exact: readonly Known[],
  after: readonly OutlineEntry[],
): string[] {
  return [...missing(before.map(byKey), after.map(byKey)), ...lostValues(exact, after)];
}

function lostValues(exact: readonly Known[], after: readonly OutlineEntry[]): string[] {
  return missing(
    exact.map(({ says }) => says),
    after.map(exactly),
  );
}

/**
 * Whether a line `put` at `at` falls into the value of an entry: among its lines, or right below text that goes on with lines deeper than
 * its key, or with blank ones.
 */
function isPutInto(
  text: string,
  { keyRange, valueRange, column, scalars: [first] }: Known,
  at: number,
  put: string,
): boolean {
  if (at <= keyRange.start || at <= valueRange.end) {
    return at > keyRange.start;
  }
  const isBlock = first?.style === 'literal' || first?.style === 'folded';
  const takesLine = (isBlock || first?.style === 'plain') && put.search(/\S|$/) > column;
  const takesBlank = isBlock && /^[ \t]*[\n\r]/.test(text.slice(at));
  return (takesLine || takesBlank) && text.slice(valueRange.end, at).trim() === '';
}

const insertions: Readonly<Record<Header['format'], readonly string[]>> = {
  yaml: [
    'ta',
    'title: "abc',
    "title: 'abc",
    'tags: [a, ',
    'tags: ["a',
    'map: {a: ',
    'key:x',
    ' wrong: 1',
    '   wrong: 1',
  ],
  toml: [
    'ta',
    'title = "abc',
    "title = 'abc",
    'tags = ["a", ',
    'map = {a = ',
    'key:x',
    'key=x',
    '   wrong = 1',
    'title = ',
    '[tab',
  ],
  json: [
    'ta',
    '"ta',
    '"title": "abc',
    '"tags": ["a", ',
    'key:x',
    '"key":x',
    '"title": ',
    '         "wrong": 1,',
  ],
};

function insertLine(text: string, at: number, line: string): string {
  return `${text.slice(0, at)}${line}${text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : '\r'}${text.slice(at)}`;
}

describe('no key is lost by a half-typed line', () => {
  it.each(headers)('$format: $name', (header) => {
    const { text, format } = header;
    const before = knownIn(text);
    const lost: string[] = [];
    for (const line of contentLines(header)) {
      const indent = /^ */.exec(text.slice(line.start, line.end))?.[0] ?? '';
      for (const insertion of insertions[format]) {
        const exact = before.filter(
          (entry) => !entry.isInLongFlow && !isPutInto(text, entry, line.start, indent + insertion),
        );
        const after = entriesIn(insertLine(text, line.start, indent + insertion));
        for (const key of lostKeys(before, exact, after)) {
          lost.push(`${indent}${insertion} before "${text.slice(line.start, line.end)}" loses ${key}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });
});

/** At the start of its line a key of YAML takes the deeper lines below it, as it would finished: they keep their keys, not their parents. */
const isKeyLine = /:(?: |$)/;

describe('no key is lost by a half-typed line at the start of the line', () => {
  it.each(headers.filter(({ format }) => format !== 'json'))('$format: $name', (header) => {
    const { text, format } = header;
    const before = knownIn(text);
    const lost: string[] = [];
    for (const line of contentLines(header)) {
      for (const insertion of insertions[format]) {
        const exact = before.filter(
          (entry) =>
            (entry.path.length === 1 || !isKeyLine.test(insertion)) &&
            !entry.isInLongFlow &&
            !isPutInto(text, entry, line.start, insertion),
        );
        const after = entriesIn(insertLine(text, line.start, insertion));
        for (const key of lostKeys(before, exact, after)) {
          lost.push(`${insertion} before "${text.slice(line.start, line.end)}" loses ${key}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });
});

describe('no key above is lost while a header is typed that nobody closed', () => {
  it.each(headers)('$format: $name', ({ text }) => {
    const full = knownIn(text);
    const lost: string[] = [];
    for (let end = 0; end <= text.length; end++) {
      const lineStart = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
      const finished = full.filter(
        (entry) =>
          entry.keyRange.end < lineStart && !isPutInto(text, entry, lineStart, text.slice(lineStart, end)),
      );
      for (const key of lostValues(finished, entriesIn(text.slice(0, end)))) {
        lost.push(`${key} after ${JSON.stringify(text.slice(lineStart, end))}`);
      }
    }
    expect(lost).toEqual([]);
  });
});

describe('no key above is lost while a header is typed between its delimiters', () => {
  it.each(headers.filter(({ format }) => format !== 'json'))('$format: $name', (header) => {
    const { text } = header;
    const full = knownIn(text);
    const [first] = contentLines(header);
    const { closer } = findFence(text, unknownHugo).fence ?? {};
    const lost: string[] = [];
    for (let end = first?.start ?? text.length; end <= (closer?.start ?? 0); end++) {
      const lineStart = Math.max(text.lastIndexOf('\n', end - 1), text.lastIndexOf('\r', end - 1)) + 1;
      const finished = full.filter(
        (entry) =>
          entry.keyRange.end < lineStart && !isPutInto(text, entry, lineStart, text.slice(lineStart, end)),
      );
      const lineEnd = end === lineStart ? '' : '\n';
      const typed = text.slice(0, end) + lineEnd + text.slice(closer?.start);
      for (const key of lostValues(finished, entriesIn(typed))) {
        lost.push(`${key} after ${JSON.stringify(text.slice(lineStart, end))}`);
      }
    }
    expect(lost).toEqual([]);
  });
});

describe('no key on another line is lost while one line is typed', () => {
  it.each(headers)('$format: $name', (header) => {
    const { text, format } = header;
    const before = knownIn(text);
    const lost: string[] = [];
    for (const line of contentLines(header)) {
      const touches = ({ keyRange, valueRange }: Known): boolean =>
        keyRange.start <= line.end && line.start <= Math.max(keyRange.end, valueRange.start);
      const others = before.filter(
        (entry) =>
          !touches(entry) &&
          (entry.isOnOneLine || entry.valueRange.end < line.start || entry.keyRange.start > line.end),
      );
      const parents = before.filter(touches).map(({ path }) => path);
      const exact = others.filter(
        ({ path, isInLongFlow }) =>
          !isInLongFlow && !parents.some((parent) => parent.every((part, i) => path[i] === part)),
      );
      const first = line.start + text.slice(line.start, line.end).search(/\S|$/);
      if (format === 'json' && !before.filter(touches).every(({ isOnOneLine }) => isOnOneLine)) {
        continue; // Hugo's front matter ends where the braces balance: one that is missing ends it early.
      }
      for (let end = first + 1; end < line.end; end++) {
        const typed = text.slice(line.start, end);
        const opensMap = format === 'json' && typed.split('{').length > typed.split('}').length;
        const after = entriesIn(text.slice(0, end) + text.slice(line.end));
        for (const key of lostKeys(others, opensMap ? [] : exact, after)) {
          lost.push(`${JSON.stringify(typed)} loses ${key}`);
        }
      }
    }
    expect(lost).toEqual([]);
  });
});
