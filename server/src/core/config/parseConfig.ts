import {
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node as JsonNode,
  type ParseError,
} from 'jsonc-parser';
import { parse as parseTomlText, TomlError } from 'smol-toml';
import { message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range } from '../text/range.ts';
import { fitsGuard } from './guard.ts';
import type { ConfigMap, ConfigValue } from './types.ts';
import { parseYaml } from './yamlConfig.ts';

export interface ParsedConfig {
  /** What could be read; empty when nothing could. */
  readonly map: ConfigMap;
  readonly problems: readonly Problem[];
}

const nothing: ConfigMap = new Map();

/** What a broken TOML file may cost: each attempt leaves out one more line that the parser refused. */
const tomlAttempts = 6;

/**
 * Reads a configuration file by its extension (`toml`, `yaml`, `yml`, `json`, in any case). A broken file gives what could be read, and problems
 * with UTF-16 ranges; an unknown extension gives nothing. Keys are strings always, and nothing is ever put on an object.
 */
export function parseConfig(path: string, text: string): ParsedConfig {
  if (!fitsGuard(text)) {
    return { map: nothing, problems: [tooLarge] };
  }
  const { map, problems } = parseFormat(path.slice(path.lastIndexOf('.') + 1).toLowerCase(), text);
  const inside = (offset: number): number => Math.min(offset, text.length);
  return {
    map,
    problems: problems.map((problem) => ({
      ...problem,
      range: range(inside(problem.range.start), inside(problem.range.end)),
    })),
  };
}

function parseFormat(extension: string, text: string): ParsedConfig {
  switch (extension) {
    case 'toml':
      return parseToml(withoutMark(text));
    case 'yaml':
    case 'yml':
      return parseYaml(text);
    case 'json':
      return parseJson(withoutMark(text));
    default:
      return { map: nothing, problems: [] };
  }
}

/** The same length, so that offsets stay. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}

const tooLarge: Problem = {
  code: 'config-limited',
  range: range(0, 0),
  message: message('This configuration is too large or too deeply nested to be read here.'),
  fatal: 'limited',
};

function parseToml(text: string): ParsedConfig {
  const problems: Problem[] = [];
  const lines = text.split('\n');
  for (let attempt = 0; attempt < tomlAttempts; attempt++) {
    try {
      const value = toValue(parseTomlText(lines.join('\n'), { integersAsBigInt: 'asNeeded' }));
      return { map: value instanceof Map ? (value as ConfigMap) : nothing, problems: problems.slice(0, 1) };
    } catch (error) {
      if (!(error instanceof TomlError)) {
        return { map: nothing, problems: [tooLarge] };
      }
      const index = Math.min(Math.max(error.line - 1, 0), lines.length - 1);
      problems.push(tomlProblem(lines, index, error));
      lines[index] = '';
    }
  }
  return { map: nothing, problems: problems.slice(0, 1) };
}

function tomlProblem(lines: readonly string[], index: number, error: TomlError): Problem {
  const line = (lines[index] ?? '').replace(/\r$/, '');
  const start = lines.slice(0, index).reduce((sum, text) => sum + text.length + 1, 0);
  const column = Math.min(Math.max(error.column - 1, 0), line.length);
  const reason = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? '';
  return syntaxProblem(start + column, start + line.length, reason);
}

function parseJson(text: string): ParsedConfig {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  return {
    map: tree?.type === 'object' ? jsonMap(tree) : nothing,
    problems: first
      ? [syntaxProblem(first.offset, first.offset + first.length, printParseErrorCode(first.error))]
      : [],
  };
}

function jsonMap(node: JsonNode): ConfigMap {
  const map = new Map<string, ConfigValue>();
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (key && value) {
      map.set(String(key.value), jsonValue(value));
    }
  }
  return map;
}

function jsonValue(node: JsonNode): ConfigValue {
  switch (node.type) {
    case 'object':
      return jsonMap(node);
    case 'array':
      return (node.children ?? []).map(jsonValue);
    default:
      return toValue(getNodeValue(node));
  }
}

function syntaxProblem(start: number, end: number, reason: string): Problem {
  return {
    code: 'config-syntax',
    range: range(start, Math.max(start, end)),
    message: message('Hugo cannot read this configuration: {0}.', reason),
    fatal: 'always',
  };
}

/** What smol-toml answers, as Maps. Its dates know whether they have a time and a zone. */
function toValue(value: unknown): ConfigValue {
  if (Array.isArray(value)) {
    return value.map(toValue);
  }
  if (value instanceof Date) {
    return value;
  }
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'bigint':
      return String(value);
    case 'object':
      return value === null
        ? null
        : new Map(Object.entries(value).map(([key, child]) => [key, toValue(child)]));
    default:
      return null;
  }
}
