/** A stretch of YAML front matter, in UTF-16 offsets from its start. `fault` is the last token of a text that cannot be read on. */
export interface YamlToken {
  readonly kind:
    | 'blockMap'
    | 'blockList'
    | 'blockEnd'
    | 'flowMap'
    | 'flowMapEnd'
    | 'flowList'
    | 'flowListEnd'
    | 'dash'
    | 'comma'
    | 'key'
    | 'colon'
    | 'alias'
    | 'anchor'
    | 'tag'
    | 'scalar'
    | 'end'
    | 'fault';
  readonly start: number;
  readonly end: number;
  /** What a scalar says, or the name of an anchor, alias or tag. */
  readonly text?: string;
  readonly style?: YamlStyle;
  readonly fault?: YamlFault;
}

export type YamlStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** Why go-yaml refuses a text, and where. The kinds are rows of the table in yamlFaults.ts. */
export interface YamlFault {
  readonly kind: YamlFaultKind;
  readonly start: number;
  readonly end: number;
  /** Text that the message quotes. */
  readonly detail?: string;
  /** goccy/go-yaml, which Hugo uses from 0.152 on, may read the text all the same. */
  readonly lenient?: boolean;
}

export type YamlFaultKind =
  | 'colonInValue'
  | 'indentedKey'
  | 'noColon'
  | 'noBlankAfterColon'
  | 'noBlankAfterDash'
  | 'reservedStart'
  | 'tabIndent'
  | 'unclosedQuote'
  | 'unknownEscape'
  | 'textAfterValue'
  | 'itemBelowValue'
  | 'wrongIndent'
  | 'unclosedFlow'
  | 'noComma'
  | 'noValue'
  | 'listOnKeyLine'
  | 'questionMark'
  | 'directive'
  | 'directiveBelow'
  | 'anchorName'
  | 'unknownAnchor'
  | 'tagName'
  | 'blockHeader'
  | 'controlCharacter'
  | 'keyIsNoText'
  | 'keyOfOtherType'
  | 'mergeIsNoMap'
  | 'notAMap'
  | 'earlyEnd'
  | 'textBelowDots'
  | 'outdentedKey'
  | 'anchorAlone'
  | 'strayMark'
  | 'tooManyAliases';
