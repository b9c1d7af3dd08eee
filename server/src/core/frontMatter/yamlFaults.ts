import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';
import type { YamlFault, YamlFaultKind } from './yamlTokens.ts';

interface FaultRow {
  readonly say: (detail: string) => Message;
  /** goccy/go-yaml, which Hugo uses from 0.152 on, may read the text all the same. */
  readonly newerHugoMayAccept?: true;
}

/** What is wrong with a YAML text, why, and what to do about it, in the words of a writer. */
export const yamlFaults: Readonly<Record<YamlFaultKind, FaultRow>> = {
  colonInValue: {
    say: () => message('A colon followed by a blank starts a new key here. Put the value in quotes.'),
  },
  indentedKey: {
    say: () =>
      message(
        'This line is indented more than the key above, so it continues the value of that key. Remove the indentation to start a new key.',
      ),
  },
  noColon: {
    say: (word) =>
      message('A key must be followed by a colon and a blank, and "{0}" is not.', shortened(word)),
  },
  noBlankAfterColon: {
    say: () => message('The colon after a key must be followed by a blank.'),
  },
  noBlankAfterDash: {
    say: () => message('The dash of a list item must be followed by a blank.'),
  },
  reservedStart: {
    say: (char) => message('A value cannot start with {0} in YAML. Put the value in quotes.', char),
  },
  tabIndent: {
    say: () => message('YAML cannot be indented with tabs. Use blanks.'),
  },
  unclosedQuote: {
    say: (quote) => message('This quote has no end. Add {0} behind the text.', quote),
  },
  unknownEscape: {
    say: (escape) =>
      message(
        'In double quotes a backslash starts an escape, and {0} is none. Write two backslashes, or use single quotes.',
        escape,
      ),
  },
  textAfterValue: {
    say: () => message('Nothing may follow a finished value. Put the whole value in quotes.'),
  },
  itemBelowValue: {
    say: () =>
      message('A list item cannot stand here: the key above has a value already. Remove one of the two.'),
  },
  wrongIndent: {
    say: () => message('The indentation of this line fits no line above. Align it with its neighbors.'),
  },
  unclosedFlow: {
    say: (open) =>
      open === '['
        ? message('This list has no end, or misses a comma. Add ] behind the last item.')
        : message('This map has no end, or misses a comma. Add } behind the last value.'),
  },
  noComma: {
    say: (open) =>
      open === '['
        ? message('A comma or ] is missing before this. Put values with brackets in quotes.')
        : message('A comma or } is missing before this. Put values with braces in quotes.'),
  },
  noValue: {
    say: () => message('A value is missing before this.'),
  },
  listOnKeyLine: {
    say: () => message('A list cannot start on the line of its key. Start it on the next line.'),
  },
  questionMark: {
    say: () => message('A question mark followed by a blank starts a key. Put the value in quotes.'),
  },
  directive: {
    say: () => message('A line cannot start with % in front matter. Indent it or put it in quotes.'),
    newerHugoMayAccept: true,
  },
  anchorName: {
    say: (char) =>
      char === '*'
        ? message('A value that starts with * refers to another value by name. Put the value in quotes.')
        : message('A value that starts with & gives a name to the value. Put the value in quotes.'),
  },
  unknownAnchor: {
    say: (name) =>
      message(
        'A value that starts with * refers to another value by name, and no value above is named {0}. Put the value in quotes.',
        shortened(name),
      ),
  },
  tagName: {
    say: () =>
      message('A value that starts with ! has a tag, and this is not a valid one. Put the value in quotes.'),
    newerHugoMayAccept: true,
  },
  blockHeader: {
    say: (char) =>
      message(
        'A value that starts with {0} is a text on the lines below, and nothing may follow here. Put the value in quotes.',
        char,
      ),
  },
  controlCharacter: {
    say: (code) => message('Front matter cannot hold the control character {0}. Remove it.', code),
    newerHugoMayAccept: true,
  },
  keyIsNoText: {
    say: () => message('A key cannot be a list or a map. Put values with braces or brackets in quotes.'),
    newerHugoMayAccept: true,
  },
  mergeIsNoMap: {
    say: () => message('The key << merges the keys of a map, and this is no map.'),
  },
  notAMap: {
    say: () => message('Front matter must consist of keys with values, such as "title: My page".'),
  },
};

export function describeFault({ kind, detail }: YamlFault): Message {
  return yamlFaults[kind].say(detail ?? '');
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
