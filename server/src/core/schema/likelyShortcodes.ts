// Which shortcodes a writer may want to call at a place: as pages like this one call them, and this page itself.
import { embeddedShortcode, type EmbeddedShortcode } from '../hugo/embeddedShortcodes.ts';
import { verdictFor } from '../hugo/version.ts';
import type { Delimiter, ShortcodeCall } from '../shortcodes/types.ts';
import { treeOf } from '../site/pageCalls.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { ShortcodeDefinition, SiteSnapshot } from '../site/snapshot.ts';
import { askedPage } from './askedPage.ts';
import { callVotes, type CallVotes } from './callVotes.ts';

interface OpenPage {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
}

/** What a page of this site can call at `start` (UTF-16), the likeliest first; what Hugo warns of last. `votes` are those of this place. */
export function likelyShortcodes(
  { site, page }: OpenPage,
  start: number,
  votes: VotesAt,
  delimiterOf: (definition: ShortcodeDefinition) => Delimiter,
): readonly ShortcodeDefinition[] {
  const score = scoring({ site, page }, start, votes, delimiterOf);
  return site
    .shortcodes()
    .filter((definition) => isAvailable(site, definition))
    .map((definition) => ({
      definition,
      score: isDeprecated(site, definition) ? -2 : score(definition),
    }))
    .sort((a, b) => b.score - a.score)
    .map(({ definition }) => definition);
}

/** With what encloses the place. */
export interface VotesAt extends CallVotes {
  readonly enclosing: readonly string[];
}

/** What speaks for each call at `start`. */
export function votesAt({ site, page }: OpenPage, start: number): VotesAt {
  const enclosing = enclosingNames(treeOf(site, page).calls, start);
  return { enclosing, ...callVotes(site, askedPage(site, page), enclosing) };
}

/**
 * How likely a call is: as pages like this one call it, and this page itself. What pages call only once is done where it stands; what is kept in one
 * folder belongs together. What asks for a shortcode around it comes first inside of one beside which it stands on pages, and late elsewhere.
 */
function scoring(
  { site, page }: OpenPage,
  start: number,
  { votes, inside, enclosing }: VotesAt,
  delimiterOf: (definition: ShortcodeDefinition) => Delimiter,
): (definition: ShortcodeDefinition) => number {
  const most = {
    '<': Math.max(...votes['<'].values(), Number.MIN_VALUE),
    '%': Math.max(...votes['%'].values(), Number.MIN_VALUE),
  };
  const others = page.shortcodes.tags.filter((tag) => tag.range.start !== start);
  const here = new Set(others.map(({ name }) => name));
  const folders = new Set([...here].map(folderOf).filter((folder) => folder !== ''));
  const total = site.pageCount() + 1;
  return (definition) => {
    const { name, signature } = definition;
    const delimiter = delimiterOf(definition);
    const { calls, pages } = site.shortcodeUse(name);
    const isHere = here.has(name);
    const again = calls > pages ? 0.5 : 0;
    const sibling = folders.has(folderOf(name)) ? 0.3 : 0;
    const together = (inside.get(name) ?? 0) / Math.max(1, pages);
    const nesting = (signature?.parent ?? []).length === 0 ? 0 : nestingOf(enclosing, calls, together);
    const vote = (votes[delimiter].get(name) ?? 0) / most[delimiter];
    return vote + pages / total / 100 + (isHere ? again : sibling) + nesting;
  };
}

/** Of what asks for a shortcode around it: `together` is the share of its pages that call one of those around this place. */
function nestingOf(enclosing: readonly string[], calls: number, together: number): number {
  if (enclosing.length === 0) {
    return -1;
  }
  return calls === 0 ? 2 : together > 0 ? 2 + together : -1;
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** The shortcodes that have `offset` in their inner content. */
function enclosingNames(calls: readonly ShortcodeCall[], offset: number): readonly string[] {
  const names: string[] = [];
  const aroundIn = (some: readonly ShortcodeCall[]): ShortcodeCall | undefined =>
    some.find(({ inner }) => inner !== undefined && inner.start <= offset && offset <= inner.end);
  for (let around = aroundIn(calls); around !== undefined; around = aroundIn(around.children)) {
    names.push(around.open.name);
  }
  return names;
}

/** Some Hugo of the site's range has it. */
export function isAvailable(site: SiteSnapshot, definition: ShortcodeDefinition): boolean {
  const { since, removed } = ofHugo(definition) ?? {};
  return verdictFor(site.hugo, since, removed) !== 'none';
}

/** Hugo warns of it, in some release of the site's range. */
export function isDeprecated(site: SiteSnapshot, definition: ShortcodeDefinition): boolean {
  const deprecated = ofHugo(definition)?.deprecated;
  return deprecated !== undefined && verdictFor(site.hugo, deprecated) !== 'none';
}

/** What our table says of it, where Hugo brings it and the site has no template of that name. */
function ofHugo({ name, sources }: ShortcodeDefinition): EmbeddedShortcode | undefined {
  return sources[0]?.origin === 'embedded' ? embeddedShortcode(name) : undefined;
}
