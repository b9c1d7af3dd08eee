// Codes of rules as people write them in comments and in the team's file.
import { message, type Message } from '../text/message.ts';
import type { TextRange } from '../text/range.ts';
import { misspelledName, nearestOf } from '../text/near.ts';
import type { RuleFinding } from './finding.ts';

/** What is to be said of a code at `range` that is none of `codes`. */
export function unknownCode(code: string, where: TextRange, codes: readonly string[]): RuleFinding {
  const meant = nearestOf(codes, (each) => misspelledName(code, each))?.item;
  return {
    range: where,
    message: sayUnknown(code, meant),
    fixes:
      meant === undefined
        ? []
        : [{ title: message('Change it to "{0}"', meant), edits: [{ range: where, newText: meant }] }],
  };
}

function sayUnknown(code: string, meant: string | undefined): Message {
  return meant === undefined
    ? message(
        'Nothing is found under the code "{0}", so nothing is put aside. The list of problems shows each code.',
        code,
      )
    : message(
        'Nothing is found under the code "{0}", so nothing is put aside. Did you mean "{1}"?',
        code,
        meant,
      );
}
