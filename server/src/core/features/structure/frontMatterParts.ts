import type { Entry, Fence, FrontMatter, MapNode, Node } from '../../frontMatter/types.ts';
import { range } from '../../text/range.ts';
import { toDetail, type PagePart } from './part.ts';

/** The front matter with its keys; of a half-typed one those that can be read. */
export function frontMatterPart({ fence, root }: FrontMatter): PagePart {
  const { opener, content, closer } = fence;
  return {
    kind: 'frontMatter',
    name: '',
    detail: '',
    nameRange: opener,
    range: range(opener.start, endOf(fence)),
    inner: content,
    closer,
    children: root.entries.map(keyPart),
  };
}

function endOf({ opener, content, closer }: Fence): number {
  return Math.max(opener.end, content.end, closer?.end ?? 0);
}

function keyPart({ key, keyRange, value, range }: Entry): PagePart {
  return {
    kind: 'key',
    name: key,
    detail: value === undefined ? '' : toDetail(shownValue(value)),
    nameRange: keyRange,
    range,
    inner: value?.range,
    closer: undefined,
    children: value === undefined ? [] : partsIn(value),
  };
}

function partsIn(value: Node): readonly PagePart[] {
  switch (value.kind) {
    case 'scalar':
      return [];
    case 'map':
      return value.entries.map(keyPart);
    case 'list':
      return value.items.flatMap((item, at) => (item.kind === 'map' ? itemPart(item, at + 1) : []));
  }
}

function itemPart(item: MapNode, number: number): PagePart {
  const children = item.entries.map(keyPart);
  return {
    kind: 'item',
    name: String(number),
    detail: children.find(({ detail }) => detail !== '')?.detail ?? '',
    nameRange: item.range,
    range: item.range,
    inner: undefined,
    closer: undefined,
    children,
  };
}

/** A scalar, or the scalars of a list; a map shows its keys by itself. */
function shownValue(value: Node): string {
  switch (value.kind) {
    case 'scalar':
      return value.text;
    case 'map':
      return '';
    case 'list':
      return value.items
        .slice(0, mostShown)
        .flatMap((item) => (item.kind === 'scalar' ? item.text : []))
        .join(', ');
  }
}

const mostShown = 20;
