import { verdictFor, type HugoRange, type HugoVersion } from '../hugo/version.ts';
import { message, type Message } from '../text/message.ts';
import { fatalBy, type Problem } from '../text/problem.ts';
import type { TextRange } from '../text/range.ts';
import { openingMark } from './keptQuotes.ts';
import type { Delimiter } from './types.ts';

/** Something that Hugo's lexer refuses, before anybody asks which releases do. */
export interface Fault {
  readonly range: TextRange;
  readonly message: Message;
  /** The releases that refuse it: from `since` on and before `until`. Absent = all of them. */
  readonly since?: HugoVersion;
  readonly until?: HugoVersion;
  /** Hugo builds the page, and drops something silently. */
  readonly harmless?: boolean;
}

/** The code of every problem that the scanner reports. */
export const syntaxCode = 'shortcode-syntax';

export function toProblem(fault: Fault, hugo: HugoRange): Problem {
  const refused = fault.harmless === true ? 'none' : verdictFor(hugo, fault.since, fault.until);
  return { code: syntaxCode, range: fault.range, message: fault.message, fatal: fatalBy[refused] };
}

/** Whether no release of `hugo` minds, so that there is nothing to say. */
export function isMoot(fault: Fault, hugo: HugoRange): boolean {
  return fault.harmless !== true && verdictFor(hugo, fault.since, fault.until) === 'none';
}

export const rightDelimiter: Record<Delimiter, string> = { '<': '>}}', '%': '%}}' };

export function missingRight(range: TextRange, delimiter: Delimiter): Fault {
  return { range, message: missingRightMessages[delimiter] };
}

const missingRightMessage = (right: string): Message =>
  message('This tag does not end. Close it with "{0}".', right);
/** A page that breaks off has very many of these. */
const missingRightMessages: Record<Delimiter, Message> = {
  '<': missingRightMessage(rightDelimiter['<']),
  '%': missingRightMessage(rightDelimiter['%']),
};

export function wrongRight(range: TextRange, delimiter: Delimiter): Fault {
  const template = 'A tag that begins with "{0}" ends with "{1}".';
  return { range, message: message(template, `{{${delimiter}`, rightDelimiter[delimiter]) };
}

export function missingName(range: TextRange): Fault {
  return { range, message: message('The name of the shortcode is missing.') };
}

export function quotedName(range: TextRange): Fault {
  return { range, message: message('The name of a shortcode stands without quotes.') };
}

export function dotInName(range: TextRange, name: string): Fault {
  const template = name.endsWith('.inline')
    ? 'Leave a blank after "{0}".'
    : 'A shortcode name cannot have a dot: "{0}". Only the names of inline shortcodes end in ".inline".';
  return { range, message: message(template, name) };
}

export function afterClosingName(range: TextRange): Fault {
  return {
    range,
    message: message('A closing tag has only a name. Arguments belong in the opening tag.'),
  };
}

export function closingTagOnTwoLines(range: TextRange): Fault {
  return {
    range,
    message: message('Put the closing tag on one line: Hugo before 0.163.3 refuses a line break in it.'),
    until: '0.163.3',
  };
}

export function slashInArgument(range: TextRange, word: string): Fault {
  return {
    range,
    message: message(
      'In Hugo 0.143 and newer a "/" without quotes closes the shortcode. Put the argument in quotes: "{0}".',
      word,
    ),
    since: '0.143.0',
  };
}

export function mixedArguments(range: TextRange, named: boolean): Fault {
  return {
    range,
    message: named
      ? message('Give all arguments by name or none. This one has a name, the first has none.')
      : message('Give all arguments by name or none. This one has no name, the first has one.'),
  };
}

export function blankBeforeEquals(range: TextRange, name: string): Fault {
  const template = 'Leave no blank before "=": Hugo takes "{0}" for an argument without a name.';
  return { range, message: message(template, name) };
}

export function unclosedQuote(range: TextRange, quote: string): Fault {
  return {
    range,
    message:
      quote === '`'
        ? message('This text in backticks does not end. Close it with a backtick.')
        : message('This quoted text does not end on its line. Close it with a quotation mark.'),
  };
}

export function swallowedRight(range: TextRange, name: string | undefined, delimiter: Delimiter): Fault {
  const right = rightDelimiter[delimiter];
  return {
    range,
    message:
      name === undefined
        ? message(
            'The value has no quotes, so it takes up "{0}" too. Put it in quotes or leave a blank before "{0}".',
            right,
          )
        : message(
            'The value of "{0}" has no quotes, so it takes up "{1}" too. Put it in quotes or leave a blank before "{1}".',
            name,
            right,
          ),
  };
}

export function missingValue(range: TextRange, name: string | undefined): Fault {
  return { range, message: message('The value of "{0}" is missing after "=".', name ?? '') };
}

export function valueWithoutName(range: TextRange): Fault {
  return { range, message: message('This value has no name before "=", so Hugo drops it.'), harmless: true };
}

export function escapedBacktick(range: TextRange): Fault {
  return { range, message: message('A backtick cannot be escaped. Leave out the backslash.') };
}

export function commentWithoutEnd(range: TextRange, delimiter: Delimiter): Fault {
  const template = 'This comment does not end. Close it with "{0}".';
  return { range, message: message(template, `*/${rightDelimiter[delimiter]}`) };
}

export function nestedInInline(range: TextRange, name: string): Fault {
  const template = 'No shortcode can stand inside "{0}". Close it first, with "{1}".';
  return { range, message: message(template, name, `{{< /${name} >}}`) };
}

export function commentWithBlank(range: TextRange, delimiter: Delimiter): Fault {
  const template = 'In a comment "/*" follows "{0}" without a blank.';
  return { range, message: message(template, `{{${delimiter}`) };
}

const invisibleBlanks = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]/;

/** A character that cannot begin an argument or a name. The advice depends on what a writer most probably meant by it. */
export function strayCharacter(range: TextRange, character: string): Fault {
  return { range, message: adviceOn(character) };
}

function adviceOn(character: string): Message {
  if (character === "'") {
    return message(
      'Single quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    );
  }
  if (openingMark.test(character)) {
    return message('Curly quotes do not count as quotes in a shortcode. Use straight double quotes: "text".');
  }
  if (character === ',') {
    return message('Separate arguments by blanks, without commas.');
  }
  if (character === ':') {
    return message('A value with ":" needs quotes, and a name is followed by "=": name="value".');
  }
  if (invisibleBlanks.test(character)) {
    return message(
      'Here stands a special blank (such as a no-break space) that Hugo does not accept. Type a normal one.',
    );
  }
  return message('A value with "{0}" needs quotes: "text".', character);
}
