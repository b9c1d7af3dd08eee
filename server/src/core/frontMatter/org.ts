import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import type { FormatReading } from './reading.ts';
import type { Entry, MapNode, ScalarNode } from './types.ts';

const keyword = /^#\+(?<key>[^\s:]+):(?<gap>[ \t]*)(?<value>(?:[^ \t].*)?)$/;

/**
 * Reads the keywords at the top of an Org file, one `#+key: value` a line. `#+tags[]: a b` is a list, split at blanks
 * (Hugo, parser/metadecoders, unmarshalORG). A line that is no keyword is skipped, as Hugo does.
 */
export function parseOrg(text: string, content: TextRange): FormatReading {
  const entries: Entry[] = [];
  for (let at = content.start; at < content.end;) {
    const lineFeed = text.indexOf('\n', at);
    const end = lineFeed < 0 ? content.end : Math.min(lineFeed, content.end);
    const entry = readLine(text.slice(at, end).trimEnd(), at);
    if (entry !== undefined) {
      entries.push(entry);
    }
    at = end + 1;
  }
  const root: MapNode = { kind: 'map', range: content, style: 'table', entries };
  return { root, problems: [], unread: [], sound: true };
}

function readLine(line: string, at: number): Entry | undefined {
  const groups = keyword.exec(line)?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const { key = '', gap = '', value = '' } = groups;
  const name = key.endsWith('[]') ? key.slice(0, -2) : key;
  const keyStart = at + 2;
  const valueStart = keyStart + key.length + 1 + gap.length;
  const node = plainScalar(value, valueStart);
  const entry = { key: name, keyRange: range(keyStart, keyStart + name.length) };
  const where = range(keyStart, node.range.end);
  if (name === key) {
    return { ...entry, value: node, range: where };
  }
  const items = [...value.matchAll(/\S+/g)].map((word) => plainScalar(word[0], valueStart + word.index));
  return { ...entry, value: { kind: 'list', range: node.range, style: 'flow', items }, range: where };
}

function plainScalar(text: string, at: number): ScalarNode {
  return { kind: 'scalar', range: range(at, at + text.length), style: 'plain', source: text, text };
}
