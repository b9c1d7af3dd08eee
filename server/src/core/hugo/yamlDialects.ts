/** The release from which Hugo reads YAML with goccy/go-yaml; before it is go-yaml v2, a YAML 1.1 reader. */
export const goccySince = '0.152.0';

/** Up to (not including) this release Hugo looks for front matter in an HTML comment that starts the file. */
export const htmlCommentFrontMatterUntil = '0.123.0';

export type YamlType = 'null' | 'bool' | 'int' | 'float';

/**
 * One row: plain scalars that match `pattern` have `type`. The first row that matches counts; what matches none is a string.
 * Numbers are tried without their underscores.
 */
export interface YamlRule {
  readonly type: YamlType;
  readonly pattern: RegExp;
  /** For bool: those that mean true. */
  readonly yes?: RegExp;
}

export interface YamlDialect {
  readonly reader: string;
  readonly rules: readonly YamlRule[];
}

const nothing: YamlRule = { type: 'null', pattern: /^(?:~|null|Null|NULL)?$/ };

/** Hugo up to 0.151: go-yaml v2.4 (resolve.go). Dates and times of day stay strings. */
export const yaml11: YamlDialect = {
  reader: 'go-yaml',
  rules: [
    nothing,
    {
      type: 'bool',
      pattern: /^(?:[YNyn]|yes|Yes|YES|true|True|TRUE|on|On|ON|no|No|NO|false|False|FALSE|off|Off|OFF)$/,
      yes: /^(?:y|t|on)/i,
    },
    { type: 'int', pattern: /^[-+]?(?:0x[\da-f]+|0b[01]+|0o?[0-7]+|0|[1-9]\d*)$/i },
    { type: 'float', pattern: /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/ },
    { type: 'float', pattern: /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?$/i },
  ],
};

/** Hugo from 0.152 on: goccy/go-yaml v1. No yes and no, base prefixes in lower case only, an exponent only behind a point. */
export const goccy: YamlDialect = {
  reader: 'goccy/go-yaml',
  rules: [
    nothing,
    { type: 'bool', pattern: /^(?:true|True|TRUE|false|False|FALSE)$/, yes: /^t/i },
    { type: 'int', pattern: /^[-+]?(?:0x[\dA-Fa-f]+|0b[01]+|0o?[0-7]+|0|[1-9]\d*)$/ },
    { type: 'float', pattern: /^(?:-?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/ },
    { type: 'float', pattern: /^[-+]?(?:\.\d+|\d+\.\d*)(?:e[-+]?\d+)?$/i },
  ],
};
