import { embeddedShortcodes, type EmbeddedShortcode } from '../hugo/embeddedShortcodes.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { shortcodeKey } from './shortcodeTemplates.ts';
import type { ShortcodeSignature } from '../templates/signature.ts';
import type { ShortcodeDefinition, TemplateSource } from './snapshot.ts';

/** What one template says of its shortcode. */
export interface ShortcodeFacts {
  readonly takesInner: boolean;
  readonly documentation: string | undefined;
  /** Absent for those of Hugo, which are known by heart. */
  readonly signature?: ShortcodeSignature | undefined;
}

/** The template of a shortcode on disk. */
export interface ShortcodeFile {
  readonly name: string;
  readonly source: TemplateSource;
  /** The place of its module in the order of precedence; 0 is the project. */
  readonly rank: number;
  /** Absent when the file could not be read. */
  readonly facts: ShortcodeFacts | undefined;
}

/**
 * What pages can call: one definition per name, with its templates in the order of precedence (project, themes, modules,
 * Hugo's own). Of several templates of one module (by language or output format) Hugo takes one that we cannot foresee: they
 * say whether the shortcode takes inner content only where they agree.
 */
export function shortcodeDefinitions(
  files: readonly ShortcodeFile[],
  hugo: HugoRange,
): ShortcodeDefinition[] {
  const byKey = new Map<string, ShortcodeFile[]>();
  for (const file of [...embeddedFiles(hugo), ...files]) {
    const key = shortcodeKey(file.name, hugo);
    const known = byKey.get(key);
    if (known === undefined) {
      byKey.set(key, [file]);
    } else {
      known.push(file);
    }
  }
  return [...byKey.values()].flatMap(toDefinition);
}

function toDefinition(files: readonly ShortcodeFile[]): ShortcodeDefinition[] {
  const sorted = files.toSorted(
    (a, b) =>
      a.rank - b.rank || a.source.path.length - b.source.path.length || compare(a.source.path, b.source.path),
  );
  const [first] = sorted;
  if (first === undefined) {
    return [];
  }
  const used = sorted.filter(({ rank }) => rank === first.rank);
  const agree = used.every(({ facts }) => facts?.takesInner === first.facts?.takesInner);
  return [
    {
      name: first.name,
      sources: sorted.map(({ source }) => source),
      takesInner: agree ? first.facts?.takesInner : undefined,
      documentation: used.find(({ facts }) => facts?.documentation !== undefined)?.facts?.documentation,
      signature: signatureOf(used.flatMap(({ facts }) => facts?.signature ?? [])),
    },
  ];
}

/** What several templates of one shortcode read together; what one of them demands is not demanded by all. */
function signatureOf(signatures: readonly ShortcodeSignature[]): ShortcodeSignature | undefined {
  const [first, ...others] = signatures;
  if (first === undefined || others.length === 0) {
    return first;
  }
  const all = signatures.flatMap((signature) => signature.arguments);
  return {
    isBlock: signatures.every(({ isBlock }) => isBlock),
    arguments: all
      .filter((argument, index) => all.findIndex(({ key }) => key === argument.key) === index)
      .map((argument) => ({ ...argument, required: undefined, closed: undefined })),
    open: signatures.flatMap(({ open }) => open),
    inner: {
      reads: signatures.flatMap(({ inner }) => inner.reads),
      markdown: signatures.find(({ inner }) => inner.markdown !== undefined)?.inner.markdown,
    },
    parent: signatures.flatMap(({ parent }) => parent),
    parentArguments: signatures.flatMap(({ parentArguments }) => parentArguments),
  };
}

/** Those that at least one release of the range brings along. */
function embeddedFiles(hugo: HugoRange): ShortcodeFile[] {
  return embeddedShortcodes
    .filter(({ since }) => verdictFor(hugo, since) !== 'none')
    .map((embedded) => toFile(embedded));
}

function toFile({ name, takesInner, documentation }: EmbeddedShortcode): ShortcodeFile {
  return {
    name,
    source: { uri: undefined, path: name, origin: 'embedded' },
    rank: Number.MAX_SAFE_INTEGER,
    facts: { takesInner, documentation },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
