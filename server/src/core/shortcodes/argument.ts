import { range, textOf } from '../text/range.ts';
import { hasFault, note, type Draft, type DraftArgument, type ReadValue } from './draft.ts';
import * as faults from './faults.ts';
import { endOfKeptQuotes, openingMark } from './keptQuotes.ts';
import type { Argument, ArgumentType } from './types.ts';

/** Adds what stands where an argument may begin: a positional value, or the name of a named argument whose `=` comes next. */
export function addPositional(draft: Draft, value: ReadValue, named: boolean): void {
  const style = named ? 'named' : 'positional';
  const argument: DraftArgument = { nameRange: undefined, value, start: value.outer.start };
  if (draft.style !== undefined && draft.style !== style && !hasFault(draft)) {
    note(draft, mixed(draft, value, named));
  }
  draft.style ??= style;
  draft.last = argument;
  draft.arguments.push(argument);
}

/** Gives the last argument the value that follows `=`, which makes what was read before its name. Hugo drops a value without a name. */
export function nameLast(draft: Draft, equals: number, read: ReadValue): void {
  const { last } = draft;
  const isMissing = read.quote === '' && read.content.start === read.content.end;
  const value = isMissing
    ? { ...read, content: range(equals + 1, equals + 1), outer: range(equals + 1, equals + 1) }
    : read;
  draft.last = undefined;
  if (last === undefined) {
    note(draft, faults.valueWithoutName(range(equals, Math.max(value.outer.end, equals + 1))));
    return;
  }
  last.nameRange = last.value.content;
  last.value = value;
}

function mixed(draft: Draft, value: ReadValue, named: boolean): faults.Fault {
  const first = draft.arguments[0];
  if (named && first?.nameRange !== undefined && first.nameRange.start < first.nameRange.end) {
    return faults.blankBeforeEquals(first.nameRange, textOf(draft.text, first.nameRange));
  }
  const before = draft.arguments.at(-1)?.value;
  const mark = before?.quote === '' ? draft.text.charAt(before.content.start) : '';
  if (before !== undefined && openingMark.test(mark)) {
    const { start } = before.content;
    return faults.strayCharacter(range(start, endOfKeptQuotes(draft.text, start)), mark);
  }
  return faults.mixedArguments(value.outer, named);
}

/** The first argument that has a name where the first has none, or the other way round, once all names are known. */
export function findOddArgument(draft: Draft): DraftArgument | undefined {
  const named = draft.arguments[0]?.nameRange !== undefined;
  return draft.arguments.find((argument) => (argument.nameRange !== undefined) !== named);
}

export function toArgument(text: string, { nameRange, value, start }: DraftArgument): Argument {
  const source = textOf(text, value.content);
  return {
    name: nameRange === undefined ? undefined : textOf(text, nameRange),
    nameRange,
    value: unescape(source, value),
    valueRange: value.outer,
    contentRange: value.content,
    quote: value.quote,
    type: value.quote === '' ? typeOf(source) : 'string',
    range: range(start, Math.max(value.outer.end, nameRange?.end ?? start)),
  };
}

/** An escaped quote makes Hugo drop every backslash of the value; without one they all stay (`ignoreEscapesAndEmit`). */
function unescape(source: string, { quote }: ReadValue): string {
  return quote === '"' && source.includes('\\"') ? source.replaceAll('\\', '') : source;
}

/** Hugo types an unquoted value by its look (parser/pageparser/item.go, `ValTyped`); a number beyond 64 bits stays text. */
function typeOf(source: string): ArgumentType {
  if (source === 'true' || source === 'false') {
    return 'bool';
  }
  if (!/^[-+.\d]/.test(source)) {
    return 'string';
  }
  if (/^[-+]?\d+$/.test(source)) {
    const digits = BigInt(source.replace(/^[-+]/, ''));
    return digits < 2n ** 63n ? 'int' : 'string';
  }
  return /^[-+]?\d*\.\d+$/.test(source) ? 'float' : 'string';
}
