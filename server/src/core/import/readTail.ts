// The end of what was copied: forms, notices and buttons of the page that the text stood on.
import type { Marks } from './readPlainText.ts';
import type { Unit } from './units.ts';
import { isReachable, leadsOn, leadsToPersons, standsAround } from './wording.ts';

/** So many lines that say nothing by themselves may stand between two that do. */
const widestGap = 2;
const longestGap = 200;

/** Marks what does not belong to the text; answers where that begins. The text itself is never all of it. */
export function readTail(units: readonly Unit[], marks: Marks, bodyStart: number): number {
  let start = units.length;
  for (let at = units.length - 1; at > bodyStart && start - at <= widestGap + 1; at--) {
    const text = units[at]?.text ?? '';
    if (standsAround(text)) {
      start = at;
    } else if (
      text.length > longestGap ||
      leadsOn.test(text) ||
      leadsToPersons.test(text) ||
      isReachable(text)
    ) {
      break;
    }
  }
  marks.fill({ kind: 'boilerplate' }, start);
  return start;
}
