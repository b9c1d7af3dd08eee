import { verdictFor } from '../hugo/version.ts';
import type { HugoRange } from '../hugo/version.ts';
import { goccy, goccySince, yaml11 } from '../hugo/yamlDialects.ts';
import type { YamlDialect, YamlRule } from '../hugo/yamlDialects.ts';
import type { FrontMatterFormat, ScalarNode } from './types.ts';
import { readYaml } from './yaml/yamlTree.ts';

export interface ResolvedScalar {
  /** `date` is TOML's own date; in the other formats Hugo makes dates of strings (core/hugo/dateLayouts.ts). */
  readonly type: 'string' | 'bool' | 'int' | 'float' | 'null' | 'date';
  readonly value: string | boolean | number | null;
  /** The Hugos of the range disagree: `no`, `1e3`. The answer is the one of the older. */
  readonly differs: boolean;
}

/** What Hugo makes of a scalar, by the dialect tables for the site's range of Hugo versions. */
export function resolveScalar(node: ScalarNode, format: FrontMatterFormat, hugo: HugoRange): ResolvedScalar {
  if (format === 'org' || node.style !== 'plain') {
    return stringOf(node.text);
  }
  switch (format) {
    case 'json':
      return resolveJson(node.source);
    case 'toml':
      return resolveToml(node.source);
    case 'yaml':
      return node.tag === undefined ? resolveYaml(node.text, hugo) : resolveTagged(node, hugo);
  }
}

/**
 * Whether the plain YAML scalar `text` reads back as that very string in every dialect, so that it needs no quotes: as the value of a key, or,
 * with `inFlow`, in a flow list or map too.
 */
export function plainReadsAsString(text: string, inFlow = false): boolean {
  if (
    !/^[^\s\-?:,[\]{}#&*!|>'"%@`=<~]/u.test(text) ||
    unsafe.test(text) ||
    bareExponent.test(text) ||
    (inFlow && /[,[\]{}?]|:\S/.test(text))
  ) {
    return false;
  }
  const { root, fault } = readYaml(`k: ${text}`, 0);
  const value = root?.kind === 'map' && fault === undefined ? root.entries[0]?.value : undefined;
  const isSame = value?.kind === 'scalar' && value.text === text && value.source === text;
  return isSame && [yaml11, goccy].every((dialect) => plainIn(dialect, text).type === 'string');
}

/** No number for Hugo, but one for JavaScript's YAML 1.1 readers, which other tools of a site use. */
const bareExponent = /^e[-+]?\d+$/i;

/** What one reader takes for a line end, a control character or a mark, and another for text. */
const unsafe = /[^\u0020-\u007E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u;

function stringOf(text: string): ResolvedScalar {
  return { type: 'string', value: text, differs: false };
}

function resolveJson(source: string): ResolvedScalar {
  if (source === 'true' || source === 'false') {
    return { type: 'bool', value: source === 'true', differs: false };
  }
  if (source === 'null') {
    return { type: 'null', value: null, differs: false };
  }
  const value = Number(source);
  if (source === '' || Number.isNaN(value)) {
    return stringOf(source);
  }
  return { type: /^-?\d+$/.test(source) ? 'int' : 'float', value, differs: false };
}

function resolveToml(source: string): ResolvedScalar {
  if (/^\d{4}-\d\d-\d\d|^\d\d:\d\d/.test(source)) {
    return { type: 'date', value: source, differs: false };
  }
  if (/^[-+]?(?:inf|nan)$/.test(source)) {
    return { type: 'float', value: specialFloat(source), differs: false };
  }
  if (/^[-+]\d/.test(source)) {
    return resolveJson(source.replace(/^\+/, '').replaceAll('_', ''));
  }
  const digits = source.replaceAll('_', '');
  return /^0[box]/.test(digits)
    ? { type: 'int', value: Number(digits), differs: false }
    : resolveJson(digits);
}

function resolveTagged(node: ScalarNode, hugo: HugoRange): ResolvedScalar {
  const isTyped = /^!!(?:bool|int|float|null)$/.test(node.tag ?? '');
  return isTyped ? resolveYaml(node.text, hugo) : stringOf(node.text);
}

function resolveYaml(text: string, hugo: HugoRange): ResolvedScalar {
  if (text.length > longestWord && text.charCodeAt(0) > lastDigit) {
    return stringOf(text);
  }
  const newer = verdictFor(hugo, goccySince);
  const resolved = plainIn(newer === 'all' ? goccy : yaml11, text);
  const other = newer === 'some' ? plainIn(goccy, text) : resolved;
  const isSame = other.type === resolved.type && Object.is(other.value, resolved.value);
  return { ...resolved, differs: !isSame };
}

/** What begins with a letter and is longer than `false` is a text in every dialect. */
const longestWord = 5;
const lastDigit = 57;

/** What the reader of one dialect makes of the plain YAML scalar `text`. */
export function plainIn(dialect: YamlDialect, text: string): Omit<ResolvedScalar, 'differs'> {
  const digits = /^[-+.\d]/.test(text) ? text.replaceAll('_', '') : text;
  for (const rule of dialect.rules) {
    const value = rule.pattern.test(digits) ? valueOf(rule, digits) : undefined;
    if (value !== undefined) {
      return { type: rule.type, value };
    }
  }
  return { type: 'string', value: text };
}

/** `undefined` for a number that is too large for the reader, which then tries the next row. */
function valueOf({ type, yes }: YamlRule, text: string): boolean | number | null | undefined {
  switch (type) {
    case 'null':
      return null;
    case 'bool':
      return yes?.test(text) === true;
    case 'int':
      return integerOf(text.toLowerCase());
    case 'float': {
      const value = /inf|nan/i.test(text) ? specialFloat(text.toLowerCase()) : Number(text);
      return Number.isFinite(value) || /inf|nan/i.test(text) ? value : undefined;
    }
  }
}

/** `010` and `0o10` are 8; a sign may stand before any of them. */
function integerOf(text: string): number | undefined {
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/.exec(text) ?? [];
  const value = Number(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return Number.isNaN(value) || value >= 2 ** 64 ? undefined : sign === '-' ? -value : value;
}

function specialFloat(text: string): number {
  return text.includes('nan') ? Number.NaN : text.startsWith('-') ? -Infinity : Infinity;
}
