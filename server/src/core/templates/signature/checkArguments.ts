import { keepsNothing, typeTakenBy } from './functions.ts';
import type { Call, Reading } from './reading.ts';
import { argumentKeys, holdsParams } from './values.ts';

/** What the arguments themselves tell of a call of any function or method. */
export function checkArguments(reading: Reading, { name, args, at }: Call): void {
  const { notes } = reading;
  const type = typeTakenBy(name);
  for (const [index, { value }] of args.entries()) {
    const keys = argumentKeys(value);
    if (type !== undefined) {
      notes.type(keys, type, at);
    }
    if (!onlyTests.has(name)) {
      notes.use(keys);
    }
    if (type === 'markdown' && value.some(({ kind }) => kind === 'inner')) {
      notes.innerThroughMarkdown(at);
    }
    if (holdsParams(value) && !keepsNothing(name, index)) {
      notes.open(at);
    }
  }
}

const onlyTests = new Set(['not', 'and', 'or', 'isset', 'eq', 'ne', 'default', 'partial', 'cond']);
