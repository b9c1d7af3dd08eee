// Two views on the same front matter, the line scanner's and the parser's, written so that they can be compared.
import { findFence } from '../../server/src/core/frontMatter/fence.ts';
import { outlineOf } from '../../server/src/core/frontMatter/outline.ts';
import { parseFrontMatter } from '../../server/src/core/frontMatter/parse.ts';
import type { Fence, Node, Outline } from '../../server/src/core/frontMatter/types.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';

/** The fence of a text that is known to have one. */
export function fenceOf(text: string): Fence {
  const { fence } = findFence(text, unknownHugo);
  if (fence === undefined) {
    throw new Error(`No front matter in:\n${text}`);
  }
  return fence;
}

export function outlineIn(text: string): Outline {
  return outlineOf(text, fenceOf(text));
}

/** Each key with its scalars, such as `params.color = ["red"]`; keys of maps once each, as TOML may open a table in parts. */
export function keysOfOutline({ entries }: Outline): string[] {
  const lines = entries.map(({ path, scalars }) =>
    lineOf(
      path,
      scalars.map(({ text }) => text),
    ),
  );
  return once(lines);
}

/** The same lines from the parser's tree. */
export function keysOfTree(text: string): string[] {
  const { root } = parseFrontMatter(text, fenceOf(text), unknownHugo);
  const lines: string[] = [];
  collect(root, [], lines);
  return once(lines);
}

function collect(node: Node | undefined, path: readonly string[], lines: string[]): void {
  if (node?.kind === 'map') {
    for (const { key, value } of node.entries) {
      lines.push(lineOf([...path, key], textsOf(value)));
      collect(value, [...path, key], lines);
    }
  } else if (node?.kind === 'list') {
    for (const item of node.items) {
      collect(item, [...path, '[]'], lines);
    }
  }
}

/** The texts of a scalar, or of the scalars in a list. */
function textsOf(value: Node | undefined): string[] {
  const nodes = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return nodes.flatMap((node) => (node.kind === 'scalar' && node.source !== '' ? [node.text] : []));
}

function lineOf(path: readonly string[], texts: readonly string[]): string {
  return `${path.join('.')} = ${JSON.stringify(texts)}`;
}

function once(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines
    .filter((line) => !line.endsWith('[]') || (!seen.has(line) && seen.add(line).size > 0))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
