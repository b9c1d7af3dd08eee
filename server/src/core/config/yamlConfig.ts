/**
 * The YAML library only finds structure and positions here (`failsafe`); what a plain scalar means is decided
 * by the table of go-yaml's YAML 1.1, which Hugo used for most of its life. Keys stay the strings that were written: a
 * language key `no` is Norwegian, not `false`.
 */
import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { plainIn } from '../frontMatter/scalar.ts';
import { yaml11 } from '../hugo/yamlDialects.ts';
import { message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range } from '../text/range.ts';
import { mergeMaps } from './value.ts';
import type { ParsedConfig } from './parseConfig.ts';
import type { ConfigMap, ConfigValue } from './types.ts';

/** Nodes read per file, aliases followed: an alias bomb stops here. */
const maxNodes = 100_000;
const maxDepth = 128;

/** Errors of the library that go-yaml reports too. The others (an unindented continuation of a quoted text, say) Hugo may build. */
const sureErrors: ReadonlySet<string> = new Set([
  'BAD_ALIAS',
  'BAD_SCALAR_START',
  'BLOCK_AS_IMPLICIT_KEY',
  'TAB_AS_INDENT',
]);

/** Reads the first document of `text`; never throws. */
export function parseYaml(text: string): ParsedConfig {
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const map = new YamlReader().read(document.contents, 0);
    const first = document.errors.find((error) => error.code !== 'MULTIPLE_DOCS');
    return {
      map: map instanceof Map ? (map as ConfigMap) : new Map(),
      problems: first ? [yamlProblem(first)] : [],
    };
  } catch {
    return { map: new Map(), problems: [] };
  }
}

function yamlProblem({ code, message: reason, pos }: YAMLError): Problem {
  const sure = sureErrors.has(code);
  return {
    code: 'config-syntax',
    range: range(pos[0], pos[1]),
    message: sure
      ? message('Hugo cannot read this configuration: {0}.', reason)
      : message('Hugo may not be able to read this configuration: {0}.', reason),
    fatal: sure ? 'always' : 'limited',
  };
}

class YamlReader {
  /** What each anchor stands for so far; the library would search the whole document for every alias. */
  readonly #anchors = new Map<string, unknown>();
  #nodes = 0;

  read(node: unknown, depth: number): ConfigValue {
    if (++this.#nodes > maxNodes || depth > maxDepth) {
      return null;
    }
    if (isAlias(node)) {
      return this.read(this.#anchors.get(node.source), depth + 1);
    }
    if (isCollection(node) || isScalar(node)) {
      this.#remember(node.anchor, node);
    }
    if (isMap(node)) {
      return this.#readMap(node.items, depth);
    }
    if (isSeq(node)) {
      return node.items.map((item) => this.read(item, depth + 1));
    }
    if (!isScalar(node)) {
      return null;
    }
    const text = textOf(node);
    return node.type === 'PLAIN' && (node.tag === undefined || node.tag === '!')
      ? plainIn(yaml11, text).value
      : text;
  }

  #remember(anchor: string | undefined, node: unknown): void {
    if (anchor !== undefined) {
      this.#anchors.set(anchor, node);
    }
  }

  #readMap(items: readonly unknown[], depth: number): ConfigMap {
    const own = new Map<string, ConfigValue>();
    let inherited: ConfigMap = new Map();
    for (const pair of items) {
      if (!isPair(pair)) {
        continue;
      }
      const key = isScalar(pair.key) ? textOf(pair.key) : undefined;
      const value = pair.value === null ? null : this.read(pair.value, depth + 1);
      if (key === '<<') {
        inherited = mergeMaps(merged(value), inherited);
      } else if (key !== undefined) {
        own.set(key, value);
      }
    }
    return inherited.size === 0 ? own : new Map([...inherited, ...own]);
  }
}

/** What `<<` brings: one map, or several of which the first wins. */
function merged(value: ConfigValue): ConfigMap {
  const maps = Array.isArray(value) ? (value as readonly ConfigValue[]) : [value];
  return maps.reduceRight<ConfigMap>(
    (result, map) => (map instanceof Map ? new Map([...result, ...(map as ConfigMap)]) : result),
    new Map(),
  );
}

function textOf({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}
