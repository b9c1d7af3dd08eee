import { keepsNothing, typeTakenBy, writesPages } from './functions.ts';
import type { Call, Reading } from './reading.ts';
import { renderedPage } from './subject.ts';
import { noteUse } from './uses.ts';
import { exposed, subjectsIn } from './values.ts';
import { words } from './words.ts';

/** What the arguments themselves tell of a call of any function or method. */
export function checkArguments({ notes }: Reading, { name, args, at }: Call): void {
  const type = typeTakenBy(name);
  for (const [index, { value }] of args.entries()) {
    if (value.length === 0) {
      continue;
    }
    if (type !== undefined) {
      noteUse(notes, value, type, at);
    }
    if (!onlyTests.has(name)) {
      notes.use(subjectsIn(value));
    }
    if (type === 'markdown' && value.some(({ kind }) => kind === 'inner')) {
      notes.innerThroughMarkdown(at);
    }
    const { call, keys, page } = exposed(value);
    if (call && !keepsNothing(name, index)) {
      notes.open('call', at);
    }
    if ((keys && !keepsNothing(name, index)) || (page && writesPages(name))) {
      notes.open(renderedPage, at);
    }
  }
}

const onlyTests = words('not and or isset eq ne default partial partialCached cond');
