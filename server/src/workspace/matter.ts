// gray-matter serves whole-file work only: composing posts, import, conversion. Used bare it evaluates `---js`, hangs on blank lines and caches wrongly,
// so it lives in this cage: our fence and guard decide what front matter is, and all its engines are our own readers and writers.
import matter from 'gray-matter';
import { stringify as stringifyToml } from 'smol-toml';
import { Document, visit } from 'yaml';
import { findFence } from '../core/frontMatter/fence.ts';
import { parseFrontMatter } from '../core/frontMatter/parse.ts';
import { plainReadsAsString, resolveScalar } from '../core/frontMatter/scalar.ts';
import type { FrontMatterFormat, MapNode, Node } from '../core/frontMatter/types.ts';
import type { HugoRange } from '../core/hugo/version.ts';
import type { Problem } from '../core/text/problem.ts';

export interface Matter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly content: string;
  readonly problems: readonly Problem[];
}

/** Reads a whole file into plain values, by the rules of Hugo. Never throws; a file that cannot be read has no data and a problem. */
export function readMatter(text: string, hugo: HugoRange): Matter {
  const { fence, problems } = findFence(text, hugo);
  if (fence === undefined) {
    return { data: {}, content: text, problems };
  }
  const frontMatter = parseFrontMatter(text, fence, hugo);
  return {
    data: toValues(frontMatter.root, fence.format, hugo),
    content: text.slice(fence.bodyStart),
    problems: [...problems, ...frontMatter.problems],
  };
}

/** Writes `data` as front matter before `content`, in the format's own delimiters. */
export function composeMatter(
  data: Readonly<Record<string, unknown>>,
  content: string,
  format: Exclude<FrontMatterFormat, 'org'>,
): string {
  if (format === 'json') {
    return `${JSON.stringify(data, undefined, 2)}\n\n${content}`;
  }
  const delimiters = format === 'yaml' ? '---' : '+++';
  // The options also turn off gray-matter's cache, which hands out shared data.
  return matter.stringify({ content }, data, { language: format, delimiters, engines: caged });
}

type Engine = { parse: (input: string) => object; stringify: (data: object) => string };

/** `javascript` covers every spelling of `---js`: gray-matter looks all of them up under that name. */
const caged: Readonly<Record<string, Engine>> = {
  yaml: { parse: refuse, stringify: stringifyYaml },
  toml: { parse: refuse, stringify: (data) => stringifyToml(data) },
  json: { parse: refuse, stringify: (data) => JSON.stringify(data, undefined, 2) },
  javascript: { parse: refuse, stringify: refuse },
  js: { parse: refuse, stringify: refuse },
  coffee: { parse: refuse, stringify: refuse },
};

/** Quotes every string that some Hugo would not read as that very string. */
function stringifyYaml(data: object): string {
  const document = new Document(data);
  visit(document, {
    Scalar: (_, node) => {
      const { value } = node;
      if (typeof value === 'string' && !value.includes('\n') && !plainReadsAsString(value)) {
        node.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}

function refuse(): never {
  throw new Error('gray-matter reads nothing here: use readMatter.');
}

function toValues(map: MapNode, format: FrontMatterFormat, hugo: HugoRange): Record<string, unknown> {
  // A record without prototype: a key `__proto__` is a key like any other.
  const values = Object.create(null) as Record<string, unknown>;
  for (const { key, value } of map.entries) {
    const read = value === undefined ? null : toValue(value, format, hugo);
    if (key === '<<' && value?.kind === 'map') {
      Object.assign(values, read);
    } else {
      values[key] = read;
    }
  }
  return values;
}

function toValue(node: Node, format: FrontMatterFormat, hugo: HugoRange): unknown {
  switch (node.kind) {
    case 'scalar':
      return resolveScalar(node, format, hugo).value;
    case 'list':
      return node.items.map((item) => toValue(item, format, hugo));
    case 'map':
      return toValues(node, format, hugo);
  }
}
