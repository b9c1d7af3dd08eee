import type { OptionKind } from '../../../hugo/highlightOptions.ts';
import { changedIn } from '../../../hugo/versions.ts';
import type { AttributeValue } from '../../../markdown/fenceAttributes.ts';
import { message, type Message } from '../../../text/message.ts';
import type { Releases } from '../frontMatter/fieldValues.ts';
import { toLineList } from './fenceRepairs.ts';

/** What is wrong with the value of an option of the highlighter. */
export interface OptionFault {
  readonly why: Message;
  /** The releases that stop the build; absent where all build, and the option does nothing. */
  readonly refusedBy?: Releases;
  /** It is built for languages that the highlighter does not know. */
  readonly mayBuild?: true;
  readonly better?: string;
}

/** `written` is the value with its quotes and brackets. */
type Demand = (name: string, value: AttributeValue, written: string) => OptionFault | undefined;

/** As Hugo decodes them: markup/highlight/config.go, `applyOptionsFromMap`. */
export const optionDemands: Readonly<Record<OptionKind, Demand>> = {
  flag: (name, value) =>
    isFilled(value) || (typeof value === 'string' && !goBools.test(value))
      ? { why: message('The option "{0}" of the highlighter is true or false.', name), refusedBy: {} }
      : undefined,
  integer: (name, value) =>
    isFilled(value) || (typeof value === 'string' && !isGoInteger(value))
      ? { why: message('The option "{0}" of the highlighter is a whole number.', name), refusedBy: {} }
      : undefined,
  text: (name, value) =>
    isFilled(value)
      ? { why: message('The option "{0}" of the highlighter is no list.', name), refusedBy: {} }
      : undefined,
  lineNumbers: (name, value) => {
    const why = message('The option "{0}" of the highlighter is true, false, table or inline.', name);
    if (typeof value === 'number') {
      return {
        why,
        refusedBy: { since: changedIn.lineNumberErrors },
        mayBuild: true,
        better: String(value !== 0),
      };
    }
    return isFilled(value) ? { why, refusedBy: {} } : undefined;
  },
  lines: (_name, value, written) => {
    if (isLines(value)) {
      return undefined;
    }
    const better = toLineList(written);
    return {
      why: message(
        'Not every line that is meant here is highlighted. Lines are a list of numbers and ranges, such as {0}.',
        '[1,"3-4"]',
      ),
      ...(better === undefined ? {} : { better }),
    };
  },
};

/** An empty list is decoded as nothing. */
function isFilled(value: AttributeValue): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** The texts that Go's `strconv.ParseBool` knows, and none. */
const goBools = /^(?:[01tTfF]|TRUE|true|True|FALSE|false|False)?$/;

/** Go knows `1_000` besides, and no blanks around it, which nobody writes. */
function isGoInteger(text: string): boolean {
  return text.includes('_') || Number.isInteger(Number(text));
}

const oneRange = /^\d+(?:-\d+)?$/;

/** What names lines: a number, a text of numbers and ranges between blanks, a list of both. A part that names none is left out by Hugo. */
function isLines(value: AttributeValue): boolean {
  switch (typeof value) {
    case 'string':
      return value
        .trim()
        .split(/ +/)
        .every((part) => oneRange.test(part));
    case 'number':
      return value >= 1;
    case 'boolean':
      return true;
    default:
      return (
        value === null ||
        value.every((item) =>
          typeof item === 'number' ? item >= 1 : typeof item === 'string' && oneRange.test(item),
        )
      );
  }
}
