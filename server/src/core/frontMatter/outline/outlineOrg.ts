import { range } from '../../text/range.ts';
import type { TextRange } from '../../text/range.ts';
import {
  draftOf,
  lineEndFrom,
  nextLineFrom,
  scalarOf,
  skipBlanks,
  trimBlanks,
  unit,
} from './outlineLines.ts';
import type { Draft } from './outlineLines.ts';
import type { OutlineEntry, ScalarNode } from '../types.ts';

/** The keywords (`#+title: A`) of an Org file in `content`; `#+tags[]: a b` is a list. */
export function outlineOrg(text: string, content: TextRange): OutlineEntry[] {
  const entries: Draft[] = [];
  const end = Math.min(content.end, text.length);
  for (let line = content.start; line < end; line = nextLineFrom(text, line, end)) {
    const entry = text.startsWith('#+', line)
      ? readKeyword(text, line + 2, lineEndFrom(text, line, end))
      : undefined;
    if (entry !== undefined) {
      entries.push(entry);
    }
  }
  return entries;
}

function readKeyword(text: string, from: number, end: number): Draft | undefined {
  let colon = from;
  while (colon < end && text.charCodeAt(colon) !== unit.colon) {
    colon++;
  }
  if (colon >= end) {
    return undefined;
  }
  const isList = text.startsWith('[]', colon - 2) && colon - 2 > from;
  const keyRange = range(from, isList ? colon - 2 : colon);
  const draft = draftOf([], text.slice(keyRange.start, keyRange.end), keyRange, colon + 1);
  const start = skipBlanks(text, colon + 1, end);
  const stop = trimBlanks(text, start, end);
  if (start === stop) {
    return draft;
  }
  draft.shape = isList ? 'list' : 'scalar';
  draft.valueRange = range(start, stop);
  draft.scalars = isList
    ? words(text, start, stop)
    : [scalarOf(text, start, stop, 'plain', text.slice(start, stop))];
  return draft;
}

function words(text: string, from: number, end: number): ScalarNode[] {
  const scalars: ScalarNode[] = [];
  for (let at = from; at < end; at = skipBlanks(text, at, end)) {
    const start = at;
    while (at < end && text.charCodeAt(at) !== unit.space && text.charCodeAt(at) !== unit.tab) {
      at++;
    }
    scalars.push(scalarOf(text, start, at, 'plain', text.slice(start, at)));
  }
  return scalars;
}
