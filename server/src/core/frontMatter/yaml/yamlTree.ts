import { range } from '../../text/range.ts';
import { lineEndFrom } from '../outline/outlineLines.ts';
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../types.ts';
import { swallowedKey } from './yamlBlame.ts';
import { scanYaml } from './yamlScanner.ts';
import type { YamlFault, YamlFaultKind, YamlToken } from './yamlTokens.ts';

export interface YamlTree {
  readonly root: Node | undefined;
  readonly fault: YamlFault | undefined;
  readonly tokens: readonly YamlToken[];
}

/**
 * Reads one YAML document into a tree, with offsets from `base` on. At the first fault it stops and answers the tree so far and the
 * fault (whose offsets count from the start of `source`). The text must have passed the guard: nesting is read by recursion.
 */
export function readYaml(source: string, base: number): YamlTree {
  const reader = new YamlReader(source, base);
  const root = reader.readDocument();
  return { root, fault: reader.fault, tokens: reader.tokens };
}

interface Properties {
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
  /** Where the anchor or tag begins, else where the node does. */
  readonly start: number;
}

class YamlReader {
  fault: YamlFault | undefined;
  readonly #source: string;
  readonly #base: number;
  readonly tokens: readonly YamlToken[];
  readonly #anchors = new Map<string, Node | undefined>();
  #next = 0;
  /** How many nodes the aliases so far stand for. */
  #expanded = 0;

  constructor(source: string, base: number) {
    this.#source = source;
    this.#base = base;
    this.tokens = scanYaml(source);
  }

  readDocument(): Node | undefined {
    const { kind, start } = this.#token;
    if (kind !== 'end') {
      const root = this.#readNode('block');
      if (this.#at('fault')) {
        this.#fail('wrongIndent');
      }
      return root;
    }
    if (start < this.#source.length && !this.#source.startsWith('---')) {
      this.fault = { kind: 'earlyEnd', start, end: start + 3, lenient: true };
    }
    return undefined;
  }

  get #token(): YamlToken {
    const token = this.tokens[this.#next] ?? this.tokens.at(-1);
    return this.fault === undefined && token !== undefined ? token : endToken;
  }

  /** Whether the token is one of `kinds`; steps over it if so. */
  #take(kind: YamlToken['kind']): YamlToken | undefined {
    const token = this.#token;
    if (token.kind !== kind) {
      return undefined;
    }
    this.#next++;
    return token;
  }

  #at(...kinds: YamlToken['kind'][]): boolean {
    return kinds.includes(this.#token.kind);
  }

  /** Stops reading: a fault of the scanner that was reached, or else `kind` at the token; a wrong indentation concerns the whole line. */
  #fail(kind: YamlFaultKind, where: { start: number; end: number } = this.#token, detail = ''): void {
    const { start } = where;
    const end = kind === 'wrongIndent' ? lineEndFrom(this.#source, start) : where.end;
    this.fault ??= this.#token.fault ?? { kind, start, end, detail };
  }

  /** Stops reading at a token that cannot stand here. goccy takes some marks at the start of a value as text. */
  #failAtToken(kind: YamlFaultKind, detail = ''): void {
    const token = this.#token;
    if (strayMarks.includes(token.kind)) {
      const mark = this.#source.charAt(token.start);
      this.fault ??= {
        kind: 'strayMark',
        start: token.start,
        end: token.start + 1,
        detail: mark,
        lenient: '},?'.includes(mark) && !afterValue.includes(this.tokens[this.#next - 1]?.kind),
      };
    }
    this.#fail(kind, token, detail);
  }

  #failAtNode(kind: YamlFaultKind, { range: { start, end } }: Node, lenient: boolean): void {
    this.fault ??= { kind, start: start - this.#base, end: end - this.#base, lenient };
  }

  /** `undefined` means null: nothing stands there, or a fault. `block` nodes may be blocks, `value` ones also lists at their key's indentation. */
  #readNode(where: 'block' | 'value' | 'flow'): Node | undefined {
    const alias = this.#take('alias');
    if (alias !== undefined) {
      return this.#resolveAlias(alias);
    }
    const properties = this.#readProperties();
    if (properties.anchor !== undefined) {
      this.#anchors.set(properties.anchor, undefined);
    }
    const node = this.#readContent(where, properties);
    if (properties.anchor !== undefined) {
      this.#anchors.set(properties.anchor, node ?? this.#emptyScalar());
    }
    return node;
  }

  #resolveAlias(alias: YamlToken): Node | undefined {
    const anchored = this.#anchors.get(alias.text ?? '');
    if (anchored === undefined) {
      const { start, end, text: detail = '' } = alias;
      this.fault ??= { kind: 'unknownAnchor', start, end, detail, lenient: this.#anchors.has(detail) };
      return undefined;
    }
    this.#expanded += countNodes(anchored);
    if (this.#expanded > mostExpanded) {
      this.fault ??= { kind: 'tooManyAliases', start: alias.start, end: alias.end };
      return undefined;
    }
    const where = this.#range(alias.start, alias.end);
    return anchored.kind === 'scalar'
      ? { ...anchored, range: where, source: this.#source.slice(alias.start, alias.end) }
      : { ...anchored, range: where };
  }

  #readProperties(): Properties {
    const start = this.#token.start;
    let anchor = this.#take('anchor');
    const tag = this.#take('tag');
    anchor ??= this.#take('anchor');
    return { anchor: anchor?.text, tag: tag?.text, start };
  }

  #readContent(where: 'block' | 'value' | 'flow', { anchor, tag }: Properties): Node | undefined {
    const token = this.#token;
    switch (token.kind) {
      case 'scalar':
        this.#next++;
        return this.#scalar(token, tag);
      case 'flowList':
        return this.#readFlowList();
      case 'flowMap':
        return this.#readFlowMap();
      case 'blockList':
        if (where !== 'flow') {
          this.#next++;
          return this.#readBlockList();
        }
        break;
      case 'blockMap':
        if (where !== 'flow') {
          return this.#readBlockMap();
        }
        break;
      case 'dash':
        if (where === 'value') {
          return this.#readIndentlessList();
        }
        if (where === 'flow') {
          this.fault ??= { kind: 'noValue', start: token.start, end: token.end, lenient: true };
        }
        break;
      default:
    }
    if (tag !== undefined) {
      return { ...this.#emptyScalar(), tag };
    }
    if (anchor === undefined) {
      this.#failAtToken('noValue');
    }
    return undefined;
  }

  #scalar(token: YamlToken, tag: string | undefined): ScalarNode {
    return {
      kind: 'scalar',
      range: this.#range(token.start, token.end),
      style: token.style ?? 'plain',
      source: this.#source.slice(token.start, token.end),
      text: token.text ?? '',
      ...(tag === undefined ? {} : { tag }),
    };
  }

  #emptyScalar(at = this.tokens[this.#next - 1]?.end ?? 0): ScalarNode {
    return { kind: 'scalar', range: this.#range(at, at), style: 'plain', source: '', text: '' };
  }

  #readBlockList(): ListNode {
    const start = this.#token.start;
    const items: Node[] = [];
    let end = start;
    for (let dash = this.#take('dash'); dash !== undefined; dash = this.#take('dash')) {
      const item = this.#readItem(dash, this.#at('dash', 'blockEnd'));
      items.push(item);
      end = Math.max(dash.end, item.range.end - this.#base);
    }
    if (this.#take('blockEnd') === undefined) {
      this.#fail('wrongIndent');
    }
    return { kind: 'list', range: this.#range(start, end), style: 'block', items };
  }

  /** A list whose dashes stand in the column of its key. */
  #readIndentlessList(): ListNode {
    const start = this.#token.start;
    const items: Node[] = [];
    let end = start;
    for (let dash = this.#take('dash'); dash !== undefined; dash = this.#take('dash')) {
      const item = this.#readItem(dash, this.#at('dash', 'key', 'colon', 'blockEnd'));
      items.push(item);
      end = Math.max(dash.end, item.range.end - this.#base);
    }
    return { kind: 'list', range: this.#range(start, end), style: 'block', items };
  }

  #readItem(dash: YamlToken, isEmpty: boolean): Node {
    const item = isEmpty ? undefined : this.#readNode('block');
    return item ?? this.#emptyScalar(dash.end);
  }

  #readBlockMap(): MapNode {
    const start = this.#token.start;
    this.#next++;
    const entries: Entry[] = [];
    for (let key = this.#take('key'); key !== undefined; key = this.#take('key')) {
      const entry = this.#readEntry(key, 'value', ['key', 'colon', 'blockEnd']);
      if (entry !== undefined) {
        entries.push(entry);
      }
    }
    if (this.#take('blockEnd') === undefined) {
      this.fault ??= this.#token.fault ?? swallowedKey(this.#source, this.tokens[this.#next - 1]);
      this.#failAtToken(this.#misplaced());
    }
    const end = (entries.at(-1)?.range.end ?? this.#base + start) - this.#base;
    return { kind: 'map', range: this.#range(start, end), style: 'block', entries };
  }

  /** Why no key stands where a block of keys goes on. */
  #misplaced(): YamlFaultKind {
    const before = this.tokens.findLast(({ kind }, at) => at < this.#next && kind !== 'blockEnd');
    const between = this.#source.slice(before?.end ?? 0, this.#token.start);
    if (!/[\n\r]/.test(between)) {
      return 'textAfterValue';
    }
    return this.#at('dash') ? 'itemBelowValue' : 'wrongIndent';
  }

  /** Reads a key with its value; `ends` are the tokens before which key or value are empty. */
  #readEntry(keyToken: YamlToken, where: 'value' | 'flow', ends: YamlToken['kind'][]): Entry | undefined {
    const start = this.#token.start;
    const keyNode = this.#at(...ends) ? this.#emptyScalar(keyToken.end) : this.#readNode(where);
    const colon = this.#take('colon');
    const value = colon === undefined || this.#at(...ends) ? undefined : this.#readNode(where);
    return this.#entry(keyNode ?? this.#emptyScalar(start), value, colon);
  }

  #entry(key: Node, value: Node | undefined, colon: YamlToken | undefined): Entry | undefined {
    if (key.kind !== 'scalar') {
      this.#failAtNode('keyIsNoText', key, key.style === 'block');
      return undefined;
    }
    if (key.source === '<<' && key.tag === undefined && !isMergeable(value)) {
      this.#failAtNode('mergeIsNoMap', value ?? key, value === undefined);
      return undefined;
    }
    const end = value?.range.end ?? Math.max(key.range.end, this.#base + (colon?.end ?? 0));
    return { key: key.text, keyRange: key.range, value, range: range(key.range.start, end) };
  }

  #readFlowList(): ListNode {
    const open = this.#token;
    this.#next++;
    const items: Node[] = [];
    while (!this.#at('flowListEnd') && this.#separated(items.length, open)) {
      const key = this.#take('key');
      if (key !== undefined) {
        items.push(this.#readPair(key));
      } else if (!this.#at('flowListEnd')) {
        items.push(this.#readNode('flow') ?? this.#emptyScalar());
      }
    }
    return {
      kind: 'list',
      range: this.#range(open.start, this.#closed('flowListEnd')),
      style: 'flow',
      items,
    };
  }

  /** `[a: b]` is a list of one map. */
  #readPair(key: YamlToken): MapNode {
    const entry = this.#readEntry(key, 'flow', ['colon', 'comma', 'flowListEnd']);
    const where = entry?.range ?? this.#range(key.start, key.end);
    return { kind: 'map', range: where, style: 'flow', entries: entry === undefined ? [] : [entry] };
  }

  #readFlowMap(): MapNode {
    const open = this.#token;
    this.#next++;
    const entries: Entry[] = [];
    let count = 0;
    while (!this.#at('flowMapEnd') && this.#separated(count, open)) {
      count++;
      const entry = this.#readFlowEntry();
      if (entry !== undefined) {
        entries.push(entry);
      }
    }
    return {
      kind: 'map',
      range: this.#range(open.start, this.#closed('flowMapEnd')),
      style: 'flow',
      entries,
    };
  }

  #readFlowEntry(): Entry | undefined {
    const key = this.#take('key');
    if (key !== undefined) {
      return this.#readEntry(key, 'flow', ['colon', 'comma', 'flowMapEnd']);
    }
    if (this.#at('flowMapEnd')) {
      return undefined;
    }
    const node = this.#readNode('flow');
    return this.#entry(node ?? this.#emptyScalar(), undefined, undefined);
  }

  /** Steps over the comma before every item but the first. False at a fault or when something else stands there. */
  #separated(count: number, open: YamlToken): boolean {
    if (count > 0 && this.#take('comma') === undefined) {
      const bracket = this.#source.charAt(open.start);
      if (/[\n\r]/.test(this.#source.slice(open.start, this.#token.start))) {
        this.#fail('unclosedFlow', open, bracket);
      } else {
        this.#failAtToken('noComma', bracket);
      }
    }
    return this.fault === undefined;
  }

  #closed(kind: 'flowListEnd' | 'flowMapEnd'): number {
    return this.#take(kind)?.end ?? this.tokens[this.#next - 1]?.end ?? 0;
  }

  #range(start: number, end: number): { start: number; end: number } {
    return range(this.#base + start, this.#base + Math.max(start, end));
  }
}

/** Aliases of aliases multiply; whoever walks the tree walks all of them. */
const mostExpanded = 10_000;

function countNodes(node: Node | undefined): number {
  switch (node?.kind) {
    case 'list':
      return node.items.reduce((sum, item) => sum + countNodes(item), 1);
    case 'map':
      return node.entries.reduce((sum, { value }) => sum + countNodes(value), 1);
    default:
      return 1;
  }
}

const afterValue: readonly (YamlToken['kind'] | undefined)[] = [
  'scalar',
  'alias',
  'comma',
  'flowList',
  'flowListEnd',
  'flowMapEnd',
];
const strayMarks: readonly YamlToken['kind'][] = ['comma', 'flowListEnd', 'flowMapEnd', 'key'];

const endToken: YamlToken = { kind: 'end', start: 0, end: 0 };

function isMergeable(value: Node | undefined): boolean {
  return (
    value?.kind === 'map' || (value?.kind === 'list' && value.items.every((item) => item.kind === 'map'))
  );
}
