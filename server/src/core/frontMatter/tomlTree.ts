import type { AST } from 'toml-eslint-parser';
import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import type { Entry, MapNode, Node, ScalarNode, ScalarStyle } from './types.ts';

/**
 * Folds the syntax tree of a TOML text into one tree of keys: dotted keys, tables and arrays of tables become nested maps and lists, each key
 * with the range at which it was first written. `base` is added to all offsets.
 */
export function foldToml(program: AST.TOMLProgram, text: string, base: number): MapNode {
  const folder = new TomlFolder(text, base);
  const root = newTable(range(base, base + text.length));
  for (const node of program.body[0].body) {
    if (node.type === 'TOMLTable') {
      folder.addTable(root, node);
    } else {
      folder.addPair(root, node);
    }
  }
  return { ...toMap(root), range: root.range };
}

/** A table while it still grows. */
interface Table {
  readonly kind: 'table';
  range: TextRange;
  readonly slots: Slot[];
  readonly byKey: Map<string, Slot>;
}

interface Tables {
  readonly kind: 'tables';
  readonly items: Table[];
}

interface Slot {
  readonly key: string;
  readonly keyRange: TextRange;
  value: Node | Table | Tables;
}

type KeyPart = AST.TOMLBare | AST.TOMLQuoted;

class TomlFolder {
  readonly #text: string;
  readonly #base: number;

  constructor(text: string, base: number) {
    this.#text = text;
    this.#base = base;
  }

  addTable(root: Table, node: AST.TOMLTable): void {
    const where = this.#range(node);
    const owner = this.#descend(root, node.key.keys.slice(0, -1), where);
    const last = node.key.keys.at(-1);
    if (last === undefined) {
      return;
    }
    const table = node.kind === 'array' ? this.#append(owner, last, where) : this.#open(owner, last, where);
    for (const pair of node.body) {
      this.addPair(table, pair);
    }
  }

  addPair(table: Table, pair: AST.TOMLKeyValue): void {
    const where = this.#range(pair);
    const owner = this.#descend(table, pair.key.keys.slice(0, -1), where);
    const last = pair.key.keys.at(-1);
    if (last !== undefined) {
      this.#addSlot(owner, last, this.#toNode(pair.value));
    }
  }

  #descend(from: Table, parts: readonly KeyPart[], where: TextRange): Table {
    let table = from;
    for (const part of parts) {
      table = this.#open(table, part, where);
    }
    return table;
  }

  /** The table at `part`, for an array of tables its last one; a new one where there is none. */
  #open(owner: Table, part: KeyPart, where: TextRange): Table {
    const found = owner.byKey.get(nameOf(part))?.value;
    const table = found?.kind === 'tables' ? found.items.at(-1) : found;
    if (table?.kind === 'table') {
      table.range = range(table.range.start, Math.max(table.range.end, where.end));
      return table;
    }
    const opened = newTable(where);
    this.#addSlot(owner, part, opened);
    return opened;
  }

  #append(owner: Table, part: KeyPart, where: TextRange): Table {
    const table = newTable(where);
    const found = owner.byKey.get(nameOf(part))?.value;
    if (found?.kind === 'tables') {
      found.items.push(table);
    } else {
      this.#addSlot(owner, part, { kind: 'tables', items: [table] });
    }
    return table;
  }

  #addSlot(owner: Table, part: KeyPart, value: Slot['value']): void {
    const slot: Slot = { key: nameOf(part), keyRange: this.#range(part), value };
    owner.slots.push(slot);
    owner.byKey.set(slot.key, slot);
  }

  #toNode(value: AST.TOMLContentNode): Node {
    switch (value.type) {
      case 'TOMLArray': {
        const items = value.elements.map((element) => this.#toNode(element));
        return { kind: 'list', range: this.#range(value), style: 'flow', items };
      }
      case 'TOMLInlineTable': {
        const table = newTable(this.#range(value));
        for (const pair of value.body) {
          this.addPair(table, pair);
        }
        return { ...toMap(table), range: this.#range(value), style: 'flow' };
      }
      case 'TOMLValue':
        return this.#toScalar(value);
    }
  }

  #toScalar(value: AST.TOMLValue): ScalarNode {
    const source = this.#text.slice(...value.range);
    const text = value.kind === 'string' ? value.value : source;
    return { kind: 'scalar', range: this.#range(value), style: styleOf(value), source, text };
  }

  #range({ range: [start, end] }: AST.TOMLNode): TextRange {
    return range(this.#base + start, this.#base + end);
  }
}

function newTable(where: TextRange): Table {
  return { kind: 'table', range: where, slots: [], byKey: new Map() };
}

function nameOf(part: KeyPart): string {
  return part.type === 'TOMLBare' ? part.name : part.value;
}

function styleOf(value: AST.TOMLValue): ScalarStyle {
  if (value.kind !== 'string') {
    return 'plain';
  }
  if (value.style === 'basic') {
    return value.multiline ? 'tripleDouble' : 'double';
  }
  return value.multiline ? 'tripleSingle' : 'single';
}

function toMap(table: Table): MapNode {
  const entries = table.slots.map(toEntry);
  const end = Math.max(table.range.end, entries.at(-1)?.range.end ?? 0);
  return { kind: 'map', range: range(table.range.start, end), style: 'table', entries };
}

function toEntry({ key, keyRange, value }: Slot): Entry {
  const node = frozen(value);
  return {
    key,
    keyRange,
    value: node,
    range: range(keyRange.start, Math.max(keyRange.end, node.range.end)),
  };
}

function frozen(value: Slot['value']): Node {
  if (value.kind === 'table') {
    return toMap(value);
  }
  if (value.kind !== 'tables') {
    return value;
  }
  const items = value.items.map(toMap);
  const where = range(items[0]?.range.start ?? 0, items.at(-1)?.range.end ?? 0);
  return { kind: 'list', range: where, style: 'block', items };
}
