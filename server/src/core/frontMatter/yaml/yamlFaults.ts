import { message } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import type { YamlFault, YamlFaultKind } from './yamlTokens.ts';

/** What is wrong with a YAML text, why, and what to do about it, in the words of a writer. */
const yamlFaults: Readonly<Record<YamlFaultKind, (detail: string) => Message>> = {
  colonInValue: () => message('A colon followed by a blank starts a new key here. Put the value in quotes.'),
  indentedKey: () =>
    message(
      'This line is indented more than the key above, so it continues the value of that key. Remove the indentation to start a new key.',
    ),
  noColon: (word) =>
    message('A key must be followed by a colon and a blank, and "{0}" is not.', shortened(word)),
  noBlankAfterColon: () => message('The colon after a key must be followed by a blank.'),
  noBlankAfterDash: () => message('The dash of a list item must be followed by a blank.'),
  reservedStart: (char) => message('A value cannot start with {0} in YAML. Put the value in quotes.', char),
  tabIndent: () => message('YAML cannot be indented with tabs. Use blanks.'),
  unclosedQuote: (quote) => message('This quote has no end. Add {0} behind the text.', quote),
  unknownEscape: (escape) =>
    message(
      'In double quotes a backslash starts an escape, and {0} is none. Write two backslashes, or use single quotes.',
      escape,
    ),
  textAfterValue: () => message('Nothing may follow a finished value. Put the whole value in quotes.'),
  itemBelowValue: () =>
    message('A list item cannot stand here: the key above has a value already. Remove one of the two.'),
  wrongIndent: () => message('The indentation of this line fits no line above. Align it with its neighbors.'),
  unclosedFlow: (open) =>
    open === '['
      ? message('This list has no end, or misses a comma. Add ] behind the last item.')
      : message('This map has no end, or misses a comma. Add } behind the last value.'),
  noComma: (open) =>
    open === '['
      ? message('A comma or ] is missing before this. Put values with brackets in quotes.')
      : message('A comma or } is missing before this. Put values with braces in quotes.'),
  noValue: () => message('A value is missing before this.'),
  listOnKeyLine: () => message('A list cannot start on the line of its key. Start it on the next line.'),
  questionMark: () => message('A question mark followed by a blank starts a key. Put the value in quotes.'),
  directive: () => message('A line cannot start with % in front matter. Indent it or put it in quotes.'),
  directiveBelow: () =>
    message(
      'This line ends the YAML: Hugo before 0.152 drops it and all below, and newer ones refuse it. Remove it.',
    ),
  anchorName: (char) =>
    char === '*'
      ? message('A value that starts with * refers to another value by name. Put the value in quotes.')
      : message('A value that starts with & gives a name to the value. Put the value in quotes.'),
  unknownAnchor: (name) =>
    message(
      'A value that starts with * refers to another value by name, and no value above is named "{0}". Put the value in quotes.',
      shortened(name),
    ),
  tagName: () =>
    message('A value that starts with ! has a tag, and this is not a valid one. Put the value in quotes.'),
  blockHeader: (char) =>
    message(
      'A value that starts with {0} is a text on the lines below, and nothing may follow here. Put the value in quotes.',
      char,
    ),
  controlCharacter: (code) => message('Front matter cannot hold the control character {0}. Remove it.', code),
  keyIsNoText: () =>
    message('A key cannot be a list or a map. Put values with braces or brackets in quotes.'),
  keyOfOtherType: (key) =>
    message('The key "{0}" is a truth value or a number in YAML. Put it in quotes.', shortened(key)),
  mergeIsNoMap: () => message('The key "<<" merges the keys of a map, and this is no map.'),
  notAMap: () => message('Front matter must consist of keys with values, such as "title: My page".'),
  strayMark: (mark) => message('{0} has a meaning of its own in YAML. Put the whole value in quotes.', mark),
  tooManyAliases: () =>
    message('Front matter is read up to here only: its aliases stand for too many values.'),
  textBelowDots: () =>
    message('A line that starts with three dots ends the YAML, and Hugo drops what follows. Remove it.'),
  outdentedKey: () =>
    message(
      'This line is indented less than the first key, so Hugo before 0.152 drops it and all below, and newer ones refuse it. Align it with the first key.',
    ),
  anchorAlone: () => message('A value that starts with & gives a name to a value, and none follows.'),
  earlyEnd: () =>
    message('A line that starts with three dots ends the YAML before the first key. Remove it.'),
};

export function describeFault({ kind, detail }: YamlFault): Message {
  return yamlFaults[kind](detail ?? '');
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
