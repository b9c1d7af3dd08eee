import { verdictFor } from '../hugo/version.ts';
import type { HugoRange } from '../hugo/version.ts';
import { goccySince } from '../hugo/yamlDialects.ts';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';
import { fatalBy, type Problem } from '../text/problem.ts';
import type { Entry, FrontMatterFormat, MapNode, Node } from './types.ts';

type Refused = 'all' | 'some' | 'none';

/**
 * The keys that stand a second time in one map, each at its later place. goccy/go-yaml refuses them (Hugo from 0.152 on), in older Hugo and in
 * JSON the last one counts. Keys that differ only in case are one key, too, and it is not said which one counts (Hugo lower-cases all
 * keys after reading). TOML's own reader refuses equal keys; in Org they are no mistake.
 */
export function duplicateKeys(root: MapNode, format: FrontMatterFormat, hugo: HugoRange): Problem[] {
  if (format === 'org') {
    return [];
  }
  const refused = format === 'yaml' ? verdictFor(hugo, goccySince) : 'none';
  return [...duplicatesIn(root, refused, true)];
}

/** `folds`: Hugo lower-cases the keys of this map. It does not look into lists. */
function* duplicatesIn(node: Node, refused: Refused, folds: boolean): Iterable<Problem> {
  if (node.kind === 'list') {
    for (const item of node.items.filter(standsHere)) {
      yield* duplicatesIn(item, refused, false);
    }
  } else if (node.kind === 'map') {
    yield* duplicatesOf(node, refused, folds);
    for (const { value } of node.entries) {
      if (value !== undefined && standsHere(value)) {
        yield* duplicatesIn(value, refused, folds);
      }
    }
  }
}

function* duplicatesOf({ entries }: MapNode, refused: Refused, folds: boolean): Iterable<Problem> {
  const written = new Set<string>();
  const folded = new Map<string, Entry>();
  for (const entry of entries) {
    const { key, keyRange: range } = entry;
    const earlier = folded.get(key.toLowerCase());
    if (written.has(key)) {
      if (key !== '<<' || refused !== 'none') {
        yield { code, range, message: sentences[refused](key), fatal: fatalBy[refused] };
      }
    } else if (folds && earlier !== undefined) {
      yield { code, range, message: differsInCase(key, earlier.key), fatal: 'never' };
    }
    written.add(key);
    folded.set(key.toLowerCase(), entry);
  }
}

/** What an alias stands for was looked at in its own place. */
function standsHere(node: Node): boolean {
  const children = node.kind === 'map' ? node.entries : node.kind === 'list' ? node.items : [];
  return children[0] === undefined || children[0].range.start >= node.range.start;
}

const code = 'duplicate-key';

const sentences: Readonly<Record<Refused, (key: string) => Message>> = {
  all: (key) =>
    message(
      'The key "{0}" exists already, and Hugo 0.152 and newer refuse that. Remove one of the two.',
      key,
    ),
  some: (key) =>
    message(
      'The key "{0}" exists already. Hugo 0.152 and newer refuse that, and in older Hugo only the last one counts. Remove one of the two.',
      key,
    ),
  none: (key) =>
    message('The key "{0}" exists already, and Hugo takes only the last one. Remove one of the two.', key),
};

function differsInCase(key: string, earlier: string): Message {
  return message(
    'For Hugo "{0}" is the same key as "{1}", and only one of them counts. Remove one.',
    key,
    earlier,
  );
}
