// What Go's template parser refuses, each with a sentence for the one who reads it.
import { message, type Message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import type { TextRange } from '../text/range.ts';

type TemplateProblem = (range: TextRange, ...names: string[]) => Problem;

export const unclosedAction = problem(() => message('This action is never closed with "}}".'));
export const unclosedComment = problem(() => message('This comment is never closed with "*/".'));
export const commentNotAlone = problem(() =>
  message('A comment stands alone: nothing may come between it and the braces but one blank beside a "-".'),
);
export const unclosedString = problem(() => message('This text in quotes is never closed.'));
export const invalidEscape = problem(() => message('This text has an escape that Go does not know.'));
export const invalidCharacter = problem(() => message('This is not a character in quotes.'));
export const invalidNumber = problem((text) => message('"{0}" is not a number.', text));
export const unexpected = problem((text) => message('"{0}" cannot stand here.', text));
export const missingBlank = problem((text) => message('A blank is missing before "{0}".', text));
export const missingValue = problem(() => message('A value is missing here.'));
export const unclosedParenthesis = problem(() => message('This parenthesis is never closed.'));
export const unopenedParenthesis = problem(() => message('This parenthesis was never opened.'));
export const tooManyVariables = problem(() => message('So many variables cannot be set here.'));
export const notCallable = problem((text) => message('"{0}" cannot take what comes through the pipe.', text));
export const fieldOfLiteral = problem((text) => message('"{0}" has no fields.', text));
export const undefinedVariable = problem((text) => message('The variable "{0}" is not defined here.', text));
export const unclosedBlock = problem((text) => message('"{0}" is never closed with "end".', text));
export const unopenedEnd = problem((text) =>
  message('There is nothing here that "{0}" could belong to.', text),
);
export const outsideRange = problem((text) => message('"{0}" stands only inside of "range".', text));
export const missingName = problem((text) => message('"{0}" needs a name in quotes.', text));
export const nestedDefinition = problem(() => message('"define" stands only outside of all blocks.'));
export const tooDeep = problem(
  () => message('Hugo Scribe reads templates to a limited depth; what is deeper was left out.'),
  'limited',
);

function problem(say: (text: string) => Message, fatal: Problem['fatal'] = 'always'): TemplateProblem {
  return (range, text = '') => ({ code: 'template-syntax', range, message: say(text), fatal });
}
