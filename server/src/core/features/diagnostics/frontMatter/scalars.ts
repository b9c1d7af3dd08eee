import type { MapNode, Node, ScalarNode } from '../../../frontMatter/types.ts';

export interface PlacedScalar {
  readonly scalar: ScalarNode;
  /** The keys on the way, as written; items of lists have no part of it. */
  readonly path: readonly string[];
}

/** Every single value below a map, in the order of the text. What an alias of YAML stands for comes where it is written only. */
export function* scalarsIn(map: MapNode, path: readonly string[] = []): Iterable<PlacedScalar> {
  for (const { key, keyRange, value } of map.entries) {
    if (value !== undefined && value.range.start >= keyRange.start) {
      yield* scalarsAt(value, [...path, key]);
    }
  }
}

function* scalarsAt(node: Node, path: readonly string[]): Iterable<PlacedScalar> {
  switch (node.kind) {
    case 'scalar':
      yield { scalar: node, path };
      break;
    case 'list':
      for (const item of node.items.filter(({ range }) => range.start >= node.range.start)) {
        yield* scalarsAt(item, path);
      }
      break;
    case 'map':
      yield* scalarsIn(node, path);
  }
}
