import type { ActionNode } from '../types.ts';
import { spotOf } from './expressions.ts';
import { addressIn, isSharedPicture, unknownText } from './output.ts';
import type { Reading } from './reading.ts';
import { textOf } from './texts.ts';
import { addressUse } from './uses.ts';
import { subjectsIn, type Atom, type Value } from './values.ts';

/** A value that becomes a part of the page: what it is shows in where it stands. A template that was called may have printed already. */
export function printed(
  reading: Reading,
  { pipeline, range }: ActionNode,
  value: Value,
  hasPrinted: boolean,
): void {
  const { notes, output, frame } = reading;
  const at = spotOf(reading, pipeline);
  const { text } = frame.template;
  const isShared = isSharedPicture(output.tail, text.slice(range.end, range.end + longestRest));
  notes.use(subjectsIn(value));
  for (const atom of value) {
    if (atom.kind === 'params') {
      notes.open(atom.owner, at);
    } else if (atom.kind === 'context') {
      notes.open('call', at);
    } else if (atom.kind === 'subject' || atom.kind === 'joined') {
      const use = useIn(output.tail, atom, suffixBehind(text, range.end));
      if (use !== undefined) {
        notes.type(atom.subject, use, at);
      }
      if (isShared) {
        notes.share(atom.subject, at);
      }
    }
  }
  if (!hasPrinted) {
    output.print(textOf(value));
  }
}

function useIn(
  tail: string,
  atom: Extract<Atom, { kind: 'subject' | 'joined' }>,
  behind: string | undefined,
): ReturnType<typeof addressUse> {
  const { before, after } = atom.kind === 'joined' ? atom : { before: '', after: '' };
  const start = addressIn(tail + (before ?? unknownText));
  return start && addressUse(start.before, endOfAddress(after, behind), start.isOfFile);
}

/** What stands of an address behind a value: `after`, and where the address does not end in it, `behind`. */
function endOfAddress(after: string | undefined, behind: string | undefined): string | undefined {
  if (after === undefined) {
    return undefined;
  }
  const [end = ''] = /^[^"'()<>\s?#]*/.exec(after) ?? [];
  if (end.length < after.length) {
    return end;
  }
  return behind === undefined ? undefined : after + behind;
}

/** So much is looked at of what stands behind a value. */
const longestRest = 300;
/** The rest of the address in the template, where all of it is known. */
const rest = /[^"'()<>\s{}\\?#]*/y;

function suffixBehind(text: string, at: number): string | undefined {
  rest.lastIndex = at;
  const [suffix = ''] = rest.exec(text.slice(0, at + longestRest)) ?? [];
  return text.startsWith('{{', at + suffix.length) ? undefined : suffix;
}
