import { outlineYaml } from '../outline/outlineYaml.ts';
import { isLineEnd, lineStartOf, nextLineFrom, skipBlanks } from '../outline/outlineLines.ts';
import { range } from '../../text/range.ts';
import type { TextRange } from '../../text/range.ts';
import type { OutlineEntry } from '../types.ts';
import type { YamlFault, YamlFaultKind } from './yamlTokens.ts';

/** A key that has its own line, with the column at which it stands. */
interface Owner {
  readonly entry: OutlineEntry;
  readonly column: number;
}

/**
 * Tells what to leave out of YAML so that a fault is gone: the key that holds it with all that stands below it, or, where the lines round it
 * may be part of the fault, the key at the top. Below an empty line, a line without a key is page content whose delimiter is missing: all the
 * rest goes with it. `undefined` where the fault concerns the text as a whole.
 */
export function yamlHoles(source: string): (fault: YamlFault) => TextRange | undefined {
  let owners: readonly Owner[] | undefined;
  return (fault) => {
    if (ofWholeText.has(fault.kind)) {
      return fault.kind === 'notAMap' ? fault : undefined;
    }
    owners ??= ownersIn(source);
    return holeOf(source, owners, fault);
  };
}

const ofWholeText: ReadonlySet<YamlFaultKind> = new Set(['notAMap', 'tooManyAliases', 'earlyEnd']);

/** Faults of one value that mean nothing to the keys beside it. */
const ofOneValue: ReadonlySet<YamlFaultKind> = new Set([
  'anchorName',
  'blockHeader',
  'colonInValue',
  'controlCharacter',
  'noComma',
  'questionMark',
  'reservedStart',
  'strayMark',
  'tagName',
  'textAfterValue',
  'unclosedFlow',
  'unclosedQuote',
  'unknownAnchor',
  'unknownEscape',
]);

/** After these, the lines up to the next key may be part of the value. */
const takesLines: ReadonlySet<YamlFaultKind> = new Set(['unclosedFlow', 'unclosedQuote', 'noComma']);

function holeOf(source: string, owners: readonly Owner[], { kind, start: at }: YamlFault): TextRange {
  const line = lineStartOf(source, at, 0);
  const first = skipBlanks(source, line, source.length);
  const keys = new Set(owners.map(({ entry }) => entry.keyRange.start));
  if (
    first === line &&
    !keys.has(line) &&
    /(?:\n\r?\n|\r\r)$/.test(source.slice(Math.max(0, line - 3), line))
  ) {
    return range(line, source.length);
  }
  const isAtTop = first === line && !'-]}'.includes(source.charAt(first));
  const holds = ({ entry }: Owner): boolean =>
    entry.keyRange.start <= at && (at < entry.valueRange.end || line <= entry.keyRange.start);
  const owner = ofOneValue.has(kind)
    ? owners.findLast(holds)
    : isAtTop
      ? undefined
      : owners.findLast(({ entry, column }) => column === 0 && entry.keyRange.start <= at);
  const start = owner?.entry.keyRange.start ?? first;
  const column = owner?.column ?? first - line;
  const end = Math.max(owner?.entry.valueRange.end ?? 0, Math.max(at, start));
  return range(
    start,
    blockEnd(source, end, column, source[start] === '-', takesLines.has(kind) ? keys : undefined),
  );
}

/** Where the lines end that stand deeper than `column`, from the line of `at` on; with `keys`, the lines up to one of these. */
function blockEnd(
  source: string,
  at: number,
  column: number,
  isItem: boolean,
  keys: ReadonlySet<number> | undefined,
): number {
  let line = nextLineFrom(source, at, source.length);
  let end = line;
  while (line < source.length) {
    const first = skipBlanks(source, line, source.length);
    const next = nextLineFrom(source, first, source.length);
    const isEmpty = first >= source.length || isLineEnd(source.charCodeAt(first));
    if (!isEmpty && endsBlock(source, line, first, column, isItem, keys)) {
      break;
    }
    end = isEmpty ? end : next;
    line = next;
  }
  return end;
}

function endsBlock(
  source: string,
  line: number,
  first: number,
  column: number,
  isItem: boolean,
  keys: ReadonlySet<number> | undefined,
): boolean {
  const here = first - line;
  if (here > column || ']}'.includes(source.charAt(first))) {
    return false;
  }
  if (here === column && !isItem && source[first] === '-') {
    return false;
  }
  return keys === undefined || keys.has(first);
}

/** The keys that are not in brackets or braces. */
function ownersIn(source: string): readonly Owner[] {
  const owners: Owner[] = [];
  let flowEnd = 0;
  for (const entry of outlineYaml(source, range(0, source.length))) {
    const { start } = entry.keyRange;
    if (start >= flowEnd) {
      owners.push({ entry, column: start - lineStartOf(source, start, 0) });
      flowEnd = '[{'.includes(source.charAt(entry.valueRange.start)) ? entry.valueRange.end : flowEnd;
    }
  }
  return owners;
}
