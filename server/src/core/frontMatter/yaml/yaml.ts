import { verdictFor } from '../../hugo/version.ts';
import type { HugoRange, HugoVersion } from '../../hugo/version.ts';
import { goccySince } from '../../hugo/yamlDialects.ts';
import { message } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import { fatalBy, type Problem } from '../../text/problem.ts';
import { range, textOf } from '../../text/range.ts';
import type { TextRange } from '../../text/range.ts';
import { readAround, untouched } from '../readAround.ts';
import type { FormatReading } from '../reading.ts';
import type { MapNode, Node } from '../types.ts';
import { doubtsIn } from './yamlDoubts.ts';
import { describeFault } from './yamlFaults.ts';
import { yamlHoles } from './yamlHole.ts';
import type { YamlFault, YamlFaultKind, YamlToken } from './yamlTokens.ts';
import { readYaml, type YamlTree } from './yamlTree.ts';

/** Reads YAML front matter with the verdict of Hugo's reader, and all faults of which each would stop it. The text must have passed the guard. */
export function parseYaml(text: string, content: TextRange, hugo: HugoRange): FormatReading {
  const newer = verdictFor(hugo, goccySince);
  const source = textOf(text, content);
  const readable = newer === 'none' ? source.replace(unicodeBreaks, '\n') : source;
  const hasSameLines = newer !== 'some' || source.search(unicodeBreaks) < 0;
  const read = (rest: string): YamlReading => readToFault(rest, content.start);
  const { whole, rest, faults, holes } = readAround(readable, { read, holeOf: yamlHoles(readable), isEcho });
  const found =
    faults.length === 0 ? fromDoubts(readable, whole.tokens, hugo) : fromFaults(faults, whole.fault, hugo);
  const problems = hasSameLines ? found.flatMap((problem) => problem ?? []) : [];
  const unread = holes.map((hole) => shifted(hole, content.start));
  const { root } = whole.stops ? rest : whole;
  const map = root?.kind === 'map' ? root : emptyMap(content);
  return {
    root: whole.stops ? untouched(map, unread) : map,
    problems: problems.map((problem) => ({ ...problem, range: shifted(problem.range, content.start) })),
    unread,
    sound: !whole.stops,
  };
}

interface YamlReading extends YamlTree {
  /** The reader did not come to the end, so that the tree is not the whole one. */
  readonly stops: boolean;
}

function readToFault(source: string, base: number): YamlReading {
  const tree = readYaml(source, base);
  const fault = tree.fault ?? rootFault(tree.root, base) ?? controlCharacter(source);
  return { ...tree, fault, stops: tree.fault !== undefined };
}

/** The name of a value was left out with it; names that one of the readers refuses are not compared. */
function isEcho({ kind, detail = '' }: YamlFault, leftOut: readonly string[]): boolean {
  const name = kind === 'unknownAnchor' ? detail : '';
  return aboutNames.has(kind) && leftOut.some((text) => text.includes(`&${name}`));
}

const aboutNames: ReadonlySet<YamlFaultKind> = new Set(['unknownAnchor', 'anchorName']);

/** go-yaml v2 ends lines at these, too: next line, line separator and paragraph separator. Where both readers count, nothing is said. */
const unicodeBreaks = /[\u0085\u2028\u2029]/g;

function emptyMap(where: TextRange): MapNode {
  return { kind: 'map', range: where, style: 'block', entries: [] };
}

/** Where newer Hugos read each of them alone, the first still says what they make of all together. */
function fromFaults(
  faults: readonly YamlFault[],
  first: YamlFault | undefined,
  hugo: HugoRange,
): readonly (Problem | undefined)[] {
  const found = faults.map((fault) => fromFault(fault, hugo));
  const isSilent = found.every((problem) => problem === undefined);
  return isSilent && first !== undefined ? [fromFault(first, hugo)] : found;
}

/** goccy may read what is `lenient`; nothing is said where no older Hugo reads the file. */
function fromFault(fault: YamlFault, hugo: HugoRange): Problem | undefined {
  if (fault.kind === 'tooManyAliases') {
    return { code: 'front-matter-limited', range: fault, message: describeFault(fault), fatal: 'limited' };
  }
  const refused = fault.lenient === true ? verdictFor(hugo, undefined, goccySince) : 'all';
  const why = '{0} Hugo before 0.152 refuses this.';
  return problemOf(fault, refused, message(why, describeFault(fault)));
}

function fromDoubts(source: string, tokens: readonly YamlToken[], hugo: HugoRange): (Problem | undefined)[] {
  return [...doubtsIn(source, tokens)].map(({ fault, newer, until, loses }) => {
    const refused = newer ? verdictFor(hugo, goccySince, until) : 'none';
    const problem = problemOf(fault, refused, loses ? describeFault(fault) : refusedByNewer(fault, until));
    return problem ?? (loses ? syntaxProblem(fault, 'never', describeFault(fault)) : undefined);
  });
}

function refusedByNewer(fault: YamlFault, until: HugoVersion | undefined): Message {
  return until === undefined
    ? message('{0} Hugo 0.152 and newer refuse this.', describeFault(fault))
    : message('{0} Hugo from {1} up to {2} stops the build here.', describeFault(fault), goccySince, until);
}

/** `named` says which releases refuse it. */
function problemOf(fault: YamlFault, refused: 'all' | 'some' | 'none', named: Message): Problem | undefined {
  return refused === 'none'
    ? undefined
    : syntaxProblem(fault, fatalBy[refused], refused === 'all' ? describeFault(fault) : named);
}

function syntaxProblem({ kind, start, end }: YamlFault, fatal: Problem['fatal'], say: Message): Problem {
  return { code: 'front-matter-syntax', kind, range: range(start, end), message: say, fatal };
}

function shifted({ start, end }: TextRange, base: number): TextRange {
  return range(base + start, base + end);
}

function rootFault(root: Node | undefined, base: number): YamlFault | undefined {
  if (
    root === undefined ||
    root.kind === 'map' ||
    (root.kind === 'scalar' && (root.tag === undefined || root.tag === '!!null') && isNull(root.source))
  ) {
    return undefined;
  }
  const lenient = root.kind === 'scalar' && root.tag !== undefined && root.source === '';
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
