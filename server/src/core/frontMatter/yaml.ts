import { verdictFor } from '../hugo/version.ts';
import type { HugoRange } from '../hugo/version.ts';
import { goccySince } from '../hugo/yamlDialects.ts';
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
  return { root: map, problems };
}

/** go-yaml v2 ends lines at these, too: next line, line separator and paragraph separator. */
const unicodeBreaks = /[\u0085\u2028\u2029]/g;

function emptyMap(where: TextRange): MapNode {
  return { kind: 'map', range: where, style: 'block', entries: [] };
}

function toProblem(fault: YamlFault, base: number, isOld: boolean): Problem {
  return {
    code: 'front-matter-syntax',
    range: range(base + fault.start, base + fault.end),
    message: describeFault(fault),
    fatal: fault.lenient === true && !isOld ? 'never' : 'always',
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
  return { kind: 'notAMap', start: root.range.start - base, end: root.range.end - base };
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
