/**
 * What the writer does not want to hear of: `# hugo-scribe-ignore code` in YAML and TOML front matter, `<!-- hugo-scribe-ignore code -->` in
 * the body where no Hugo of the site prints a note in its place, and `ignore:` in the team's file.
 */
import { verdictFor } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import { globMatcher } from '../text/glob.ts';
import { range, type TextRange } from '../text/range.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot, TeamFile } from '../site/snapshot.ts';
import type { Finding } from './finding.ts';
import { memoize } from '../text/memoize.ts';
import { decoded } from '../text/path.ts';

const marker = 'hugo-scribe-ignore';

/** A rule where a comment names it. */
export interface NamedCode {
  readonly code: string;
  readonly range: TextRange;
}

/** One comment, and what it speaks of. */
interface Directive {
  readonly codes: readonly NamedCode[];
  /** Zero-based; `undefined` for the whole page. */
  readonly line: number | undefined;
}

/**
 * Says of findings of one page whether the writer has put them aside. A comment that stands alone speaks of the next line that is neither
 * blank nor such a comment, one at the end of a line of that line; a finding belongs to the line where it begins.
 */
export function suppressionOf(
  site: SiteSnapshot,
  page: PageDocument,
): (finding: Pick<Finding, 'code' | 'range'>) => boolean {
  const ofTeam = teamCodes(site, page.uri);
  const whole = new Set(ofTeam);
  const byLine = new Set<string>();
  for (const { codes, line } of findDirectives(site, page)) {
    codes.forEach(({ code }) => (line === undefined ? whole.add(code) : byLine.add(`${line} ${code}`)));
  }
  return ({ code, range }) =>
    whole.has(code) || (byLine.size > 0 && byLine.has(`${page.lines.lineAt(range.start)} ${code}`));
}

/** Every rule that a comment of the page puts aside, in the order of the text. */
export function ignoredCodes(site: SiteSnapshot, page: PageDocument): readonly NamedCode[] {
  return findDirectives(site, page)
    .flatMap(({ codes }) => codes)
    .reverse();
}

/** Whether a visitor sees nothing of a comment of HTML in the page's body, whichever Hugo of the site's range builds it. */
export function hidesComments({ config, hugo }: SiteSnapshot, { uri }: PageDocument): boolean {
  const leavesNoNote = config.unsafeHtml || verdictFor(hugo, changedIn.hiddenComments) === 'all';
  return /\.html?$/i.test(uri) || (leavesNoNote && /\.(?:md|markdown|mdown)$/i.test(uri));
}

/** Whether `offset` stands within the text of a value of front matter, where `#` begins no comment. */
export function isInValue(page: PageDocument, offset: number): boolean {
  const ranges = valueRanges(page);
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? offset) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return offset < (ranges[low - 1]?.end ?? 0);
}

/** The scalars of front matter in the order of the text. */
const valueRanges = memoize(({ outline }: PageDocument): readonly TextRange[] =>
  (outline?.entries ?? [])
    .flatMap(({ scalars }) => scalars.map(({ range }) => range))
    .sort((a, b) => a.start - b.start),
);

function findDirectives(site: SiteSnapshot, page: PageDocument): Directive[] {
  const found: Directive[] = [];
  /** The lines that a comment alone on its line speaks of, the last comment first, so that each line is looked at once. */
  const targets = new Map<number, number>();
  const { text, lines } = page;
  for (let at = text.lastIndexOf(marker); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(marker, at - 1)) {
    const comment = commentAt(site, page, at);
    if (comment !== undefined) {
      const line = lines.lineAt(at);
      const target = comment.isAlone ? targetBelow(page, line, targets) : line;
      targets.set(line, target);
      found.push({ codes: comment.codes, line: comment.isWhole ? undefined : target });
    }
  }
  return found;
}

interface Comment {
  readonly codes: readonly NamedCode[];
  readonly isWhole: boolean;
  readonly isAlone: boolean;
}

const longestLine = 2000;
const inFrontMatter = /(?:^|[ \t])#[ \t]*$/;
const inBody = /<!--[ \t]*$/;
const codesBehind = /^((?:-file)?[ \t]+)([a-z\d-]+(?:[ \t]*,[ \t]*[a-z\d-]+)*)/;

/** The comment whose marker stands at `at`, if it is one. */
function commentAt(site: SiteSnapshot, page: PageDocument, at: number): Comment | undefined {
  const { start, end } = page.lines.rangeOf(page.lines.lineAt(at));
  if (end - start > longestLine) {
    return undefined;
  }
  const before = page.text.slice(start, at);
  const behind = page.text.slice(at + marker.length, end);
  const [, lead = '', codes = ''] = codesBehind.exec(behind) ?? [];
  const kind = codes === '' ? undefined : kindAt(site, page, at);
  const opener = (kind === 'body' ? inBody : inFrontMatter).exec(before);
  if (kind === undefined || opener === null) {
    return undefined;
  }
  const closer = kind === 'body' ? behind.indexOf('-->') : behind.length;
  if (closer < 0 || (kind === 'frontMatter' && isInValue(page, at))) {
    return undefined;
  }
  return {
    codes: namedIn(codes, at + marker.length + lead.length),
    isWhole: lead.startsWith('-file'),
    isAlone: before.slice(0, opener.index).trim() === '' && behind.slice(closer + 3).trim() === '',
  };
}

function namedIn(codes: string, start: number): NamedCode[] {
  return Array.from(codes.matchAll(/[a-z\d-]+/g), ({ 0: code, index }) => ({
    code,
    range: range(start + index, start + index + code.length),
  }));
}

function kindAt(site: SiteSnapshot, page: PageDocument, at: number): 'frontMatter' | 'body' | undefined {
  const { fence } = page;
  if (fence !== undefined && at < fence.bodyStart) {
    return fence.format === 'yaml' || fence.format === 'toml' ? 'frontMatter' : undefined;
  }
  return hidesComments(site, page) ? 'body' : undefined;
}

const alone = /^\s*(?:#|<!--)[ \t]*hugo-scribe-ignore/;

function targetBelow(
  { text, lines }: PageDocument,
  line: number,
  known: ReadonlyMap<number, number>,
): number {
  for (let next = line + 1; next < lines.lineCount; next++) {
    const { start, end } = lines.rangeOf(next);
    const content = text.slice(start, Math.min(end, start + longestLine));
    if (content.trim() !== '') {
      return alone.test(content) ? (known.get(next) ?? next) : next;
    }
  }
  return line;
}

interface TeamRule {
  readonly code: string;
  readonly isFor: (path: string) => boolean;
}

const teamRules = memoize(({ ignored }: TeamFile): readonly TeamRule[] => ignored.map(toTeamRule));

function teamCodes({ team, root }: SiteSnapshot, uri: string): string[] {
  if (team === undefined || team.ignored.length === 0) {
    return [];
  }
  const path = pathBelow(root, uri);
  return teamRules(team)
    .filter(({ isFor }) => isFor(path))
    .map(({ code }) => code);
}

function toTeamRule({ code, paths }: TeamFile['ignored'][number]): TeamRule {
  const matchers = paths.map(globMatcher);
  return { code, isFor: (path) => matchers.length === 0 || matchers.some((matches) => matches(path)) };
}

/** Editors spell the same URI in several ways. */
function pathBelow(root: string, uri: string): string {
  const [folder, file] = [decoded(root), decoded(uri)];
  return file.toLowerCase().startsWith(`${folder.toLowerCase()}/`) ? file.slice(folder.length + 1) : file;
}
