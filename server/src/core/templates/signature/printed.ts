import { range, textOf } from '../../text/range.ts';
import type { Pipeline } from '../types.ts';
import { placeOf } from './expressions.ts';
import type { Reading } from './reading.ts';
import { argumentKeys, type Value } from './values.ts';

/** So much of the template before an action is looked at. */
const lookBehind = 300;

/** A value that becomes a part of the page: what it is shows in where it stands. */
export function printed(reading: Reading, pipeline: Pipeline, value: Value): void {
  const { notes } = reading;
  const at = placeOf(reading, pipeline);
  const keys = argumentKeys(value);
  notes.use(keys);
  if (value.some(({ kind }) => kind === 'params' || kind === 'context')) {
    notes.open(at);
  }
  const prefix = keys.length === 0 ? undefined : addressBefore(reading.frame.template.text, at.range.start);
  if (prefix === '') {
    notes.type(keys, 'url', at);
  } else if (prefix !== undefined && /^\.{0,2}\/(?!\/)/.test(prefix)) {
    notes.type(keys, 'path', at, prefix.slice(0, prefix.lastIndexOf('/') + 1));
  }
}

/** What stands of the address in the attribute that `at` is in; `undefined` outside of such attributes. */
function addressBefore(text: string, at: number): string | undefined {
  const before = textOf(text, range(Math.max(0, at - lookBehind), at)).replace(/\{\{[^{}]*$/, '');
  const source = before.replace(/\{\{(?:[^{}]|\{(?!\{)|\}(?!\}))*\}\}/g, '');
  return /\s(?:src|href|poster|data-src|action)=["']?([^"'<>\s]*)$/i.exec(source)?.[1];
}
