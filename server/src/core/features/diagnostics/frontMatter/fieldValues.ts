// What Hugo sees in the values of front matter, for the rules of this folder.
import { resolveScalar, type ResolvedScalar } from '../../../frontMatter/scalar.ts';
import type { Entry, FrontMatterFormat, MapNode, Node, ScalarNode } from '../../../frontMatter/types.ts';
import { writeText } from '../../../frontMatter/writing.ts';
import { compareVersions, unknownHugo, verdictFor } from '../../../hugo/version.ts';
import type { HugoRange, HugoVersion } from '../../../hugo/version.ts';
import { goccySince } from '../../../hugo/yamlDialects.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { OffsetEdit } from '../../../text/edit.ts';
import { message } from '../../../text/message.ts';
import type { Message } from '../../../text/message.ts';
import type { Severity } from '../../finding.ts';
import { conflictIn } from './conflict.ts';
import { memoize } from '../../../text/memoize.ts';

/** The top of front matter that could be read to its end; what Hugo makes of anything else, nobody knows. */
export function rootOf(page: PageDocument): MapNode | undefined {
  return page.frontMatter?.sound === true ? page.frontMatter.root : undefined;
}

/** The same, and beside faults the entries that hold none: for a rule that speaks of one value and asks nothing of the others. */
export function readableRootOf(page: PageDocument): MapNode | undefined {
  return page.frontMatter !== undefined && conflictIn(page) === undefined ? page.frontMatter.root : undefined;
}

/** The keys of a map, lower-cased, each with the entry that counts: the last. */
export const entriesOf = memoize(
  ({ entries }: MapNode): ReadonlyMap<string, Entry> =>
    new Map(entries.map((entry) => [entry.key.toLowerCase(), entry])),
);

/** A value as Hugo has it after reading the front matter. */
export interface SeenValue {
  readonly type: ResolvedScalar['type'] | 'list' | 'map';
  /** What Hugo makes of it where it wants a text; empty for a list or a map. */
  readonly text: string;
}

/** What Hugo sees at `node`, for the two readers of YAML that its releases have had. */
export interface Readings {
  readonly older: SeenValue;
  readonly newer: SeenValue;
}

const olderHugo: HugoRange = { ...unknownHugo, max: '0.151.0' };
const newerHugo: HugoRange = { ...unknownHugo, min: goccySince };

export function readingsOf(node: Node | undefined, format: FrontMatterFormat): Readings {
  if (node?.kind === 'scalar') {
    return { older: seen(node, format, olderHugo), newer: seen(node, format, newerHugo) };
  }
  const one: SeenValue = { type: node?.kind ?? 'null', text: '' };
  return { older: one, newer: one };
}

function seen(node: ScalarNode, format: FrontMatterFormat, hugo: HugoRange): SeenValue {
  const { type, value } = resolveScalar(node, format, hugo);
  return { type, text: value === null ? '' : String(value) };
}

/** Releases from `since` on, before `until`; all of them without. */
export interface Releases {
  readonly since?: HugoVersion | undefined;
  readonly until?: HugoVersion | undefined;
}

/** Which of `releases` `holds` is true for, given what the two readers of YAML see; `undefined` for none. */
export function releasesWhere(
  { older, newer }: Readings,
  { since, until }: Releases,
  holds: (value: SeenValue) => boolean,
): Releases | undefined {
  const [inOlder, inNewer] = [holds(older), holds(newer)];
  if (inOlder && inNewer) {
    return { since, until };
  }
  if (inNewer) {
    return { since: later(since, goccySince), until };
  }
  return inOlder ? { since, until: earlier(until, goccySince) } : undefined;
}

function later(a: HugoVersion | undefined, b: HugoVersion): HugoVersion {
  return a === undefined || compareVersions(a, b) < 0 ? b : a;
}

function earlier(a: HugoVersion | undefined, b: HugoVersion): HugoVersion {
  return a === undefined || compareVersions(a, b) > 0 ? b : a;
}

/** How severe it is, and how it is said, that `releases` stop at a value; `undefined` where none of the site's range does. */
export function refusalBy(
  hugo: HugoRange,
  releases: Releases,
  why: Message,
): { readonly severity: Severity; readonly message: Message } | undefined {
  switch (verdictFor(hugo, releases.since, releases.until)) {
    case 'all':
      return { severity: 'error', message: message('{0} Hugo stops the build here.', why) };
    case 'some':
      return { severity: 'warning', message: refusedBySome(releases, why) };
    case 'none':
      return undefined;
  }
}

function refusedBySome({ since, until }: Releases, why: Message): Message {
  if (since === undefined) {
    return message('{0} Hugo before {1} stops the build here.', why, until ?? '');
  }
  return until === undefined
    ? message('{0} Hugo {1} and newer stop the build here.', why, since)
    : message('{0} Hugo from {1} up to {2} stops the build here.', why, since, until);
}

/** The scalar with another text, in its own quotes. */
export function rewritten(node: ScalarNode, text: string, format: FrontMatterFormat): OffsetEdit {
  const quote = node.style === 'double' ? '"' : node.style === 'single' ? "'" : format === 'toml' ? '"' : '';
  return { range: node.range, newText: writeText(format, text, quote, false) };
}
