import { verdictFor } from '../hugo/version.ts';
import type { HugoRange } from '../hugo/version.ts';
import { goccySince } from '../hugo/yamlDialects.ts';
import { message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range, textOf } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import type { FormatReading } from './reading.ts';
import type { MapNode, Node } from './types.ts';
import { describeFault } from './yamlFaults.ts';
import type { YamlFault } from './yamlTokens.ts';
import { readYaml } from './yamlTree.ts';

/** Reads YAML front matter with the verdict of Hugo's reader. The text must have passed the guard. */
export function parseYaml(text: string, content: TextRange, hugo: HugoRange): FormatReading {
  const isOld = verdictFor(hugo, goccySince) === 'none';
  const source = textOf(text, content);
  const { root, fault } = readYaml(isOld ? source.replace(unicodeBreaks, '\n') : source, content.start);
  const trouble = fault ?? rootFault(root, content.start) ?? controlCharacter(source);
  const map = root?.kind === 'map' ? root : emptyMap(content);
  const problems = trouble === undefined ? [] : [toProblem(trouble, content.start, isOld)];
  if (trouble === undefined && verdictFor(hugo, goccySince) === 'all') {
    problems.push(...duplicateKeys(map));
  }
  return { root: map, problems, sound: fault === undefined };
}

/** go-yaml v2 ends lines at these, too: next line, line separator and paragraph separator. */
const unicodeBreaks = /[\u0085\u2028\u2029]/g;

function emptyMap(where: TextRange): MapNode {
  return { kind: 'map', range: where, style: 'block', entries: [] };
}

function toProblem(fault: YamlFault, base: number, isOld: boolean): Problem {
  const isOurs = fault.kind === 'tooManyAliases';
  return {
    code: isOurs ? 'front-matter-limited' : 'front-matter-syntax',
    range: range(base + fault.start, base + fault.end),
    message: describeFault(fault),
    fatal: isOurs ? 'limited' : fault.lenient === true && !isOld ? 'never' : 'always',
  };
}

/** goccy refuses a key that stands twice in one map; go-yaml v2 takes the last. */
function duplicateKeys(node: Node): Problem[] {
  if (node.kind === 'scalar') {
    return [];
  }
  if (node.kind === 'list') {
    return node.items.flatMap(duplicateKeys);
  }
  const seen = new Set<string>();
  return node.entries.flatMap(({ key, keyRange, value }) => {
    const inside = value === undefined ? [] : duplicateKeys(value);
    if (!seen.has(key)) {
      seen.add(key);
      return inside;
    }
    return [duplicateKey(key, keyRange), ...inside];
  });
}

function duplicateKey(key: string, where: TextRange): Problem {
  return {
    code: 'front-matter-syntax',
    range: where,
    message: message(
      'The key {0} exists already. Hugo 0.152 and newer allow each key once; remove one of the two.',
      key,
    ),
    fatal: 'always',
  };
}

function rootFault(root: Node | undefined, base: number): YamlFault | undefined {
  if (
    root === undefined ||
    root.kind === 'map' ||
    (root.kind === 'scalar' && root.tag === undefined && isNull(root.source))
  ) {
    return undefined;
  }
  const lenient = root.kind === 'scalar' && root.tag !== undefined;
  return { kind: 'notAMap', start: root.range.start - base, end: root.range.end - base, lenient };
}

function isNull(source: string): boolean {
  return ['', '~', 'null', 'Null', 'NULL'].includes(source);
}

const control = /[^\t\n\r\u0020-\u007E\u0085\u00A0-\uFFFD]/;

function controlCharacter(source: string): YamlFault | undefined {
  const at = source.search(control);
  if (at < 0) {
    return undefined;
  }
  const code = source.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return { kind: 'controlCharacter', start: at, end: at + 1, detail: `U+${code}`, lenient: true };
}
