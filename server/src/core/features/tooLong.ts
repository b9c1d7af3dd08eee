import { message, type Message } from '../text/message.ts';

/** A longer text is not read: an answer must come within a quarter of a second. In UTF-16 units. */
export const longestText = 500_000;

/** What is said of a text that is longer than `longestText`, instead of findings; its code is `file-limited`. */
export function tooLong(): Message {
  return message(
    'This file is longer than {0} characters, so Hugo Scribe does not read it. Hugo may still build it.',
    longestText,
  );
}
