// Comments that put a finding aside, as edits: each stands where it changes nothing of what a visitor sees.
import { ignoreInTeamFile, newTeamFile } from '../config/teamEdit.ts';
import { teamFormatOf } from '../config/teamFile.ts';
import type { ShortcodeCall } from '../shortcodes/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { message } from '../text/message.ts';
import { range } from '../text/range.ts';
import type { Finding, Fix } from './finding.ts';
import { hidesComments, isInValue } from './suppression.ts';
import { treeOf } from '../site/pageCalls.ts';

/** The team's file as it stands; `text` is absent where there is none yet. */
export interface TeamText {
  readonly uri: string;
  readonly text: string | undefined;
}

/** The way to ignore findings of this kind in all of the site, in the team's file. None for an error, as below. */
export function ignoreInSite({ code, severity }: Finding, { uri, text }: TeamText): Fix[] {
  const title = message('Ignore "{0}" in this site ({1})', code, uri.slice(uri.lastIndexOf('/') + 1));
  if (severity === 'error') {
    return [];
  }
  if (text === undefined) {
    return [{ title, edits: [], creates: { uri, text: newTeamFile(code) } }];
  }
  const edits = ignoreInTeamFile(text, teamFormatOf(uri), code);
  return edits.length === 0 ? [] : [{ title, edits: [], elsewhere: { uri, text, edits } }];
}

/**
 * The ways to ignore a finding in its own page, the narrowest first. None for an error: the build fails, whatever a comment says (one
 * that is written by hand counts all the same).
 */
export function ignoreFixes(site: SiteSnapshot, page: PageDocument, finding: Finding): Fix[] {
  if (finding.severity === 'error') {
    return [];
  }
  return [...ignoreHere(site, page, finding), ...ignoreOnPage(page, finding)];
}

function ignoreHere(site: SiteSnapshot, page: PageDocument, { code, range: where }: Finding): Fix[] {
  const line = page.lines.rangeOf(page.lines.lineAt(where.start));
  const indent = /^[ \t]*/.exec(page.text.slice(line.start, line.end))?.[0] ?? '';
  const comment = isInFrontMatter(page, line.start)
    ? `${indent}# hugo-scribe-ignore ${code}`
    : `<!-- hugo-scribe-ignore ${code} -->`;
  const fits = isInFrontMatter(page, line.start)
    ? isWholeLine(page, line.start)
    : hidesComments(site, page) && beginsBlock(site, page, line.start);
  return fits
    ? [{ title: message('Ignore "{0}" in this line', code), edits: [insert(page, line.start, comment)] }]
    : [];
}

function ignoreOnPage(page: PageDocument, { code }: Finding): Fix[] {
  const { fence } = page;
  if (fence === undefined || !takesComments(page)) {
    return [];
  }
  const first = page.lines.startOf(page.lines.lineAt(fence.opener.start) + 1);
  return [
    {
      title: message('Ignore "{0}" on this page', code),
      edits: [insert(page, first, `# hugo-scribe-ignore-file ${code}`)],
    },
  ];
}

function insert(page: PageDocument, at: number, comment: string): Fix['edits'][number] {
  return { range: range(at, at), newText: `${comment}${page.style.eol}` };
}

function takesComments({ fence }: PageDocument): boolean {
  return fence?.closer !== undefined && (fence.format === 'yaml' || fence.format === 'toml');
}

function isInFrontMatter(page: PageDocument, at: number): boolean {
  const { fence } = page;
  return fence !== undefined && fence.opener.end <= at && at < (fence.closer?.start ?? fence.bodyStart);
}

/** A comment may stand before the line: no value goes on over its beginning, and all of it could be read. */
function isWholeLine(page: PageDocument, start: number): boolean {
  return takesComments(page) && page.frontMatter?.sound === true && !isInValue(page, start);
}

/** At the margin, behind a blank line, and in none of what takes its text as it is: code, a list, the inner content of a call. */
function beginsBlock(site: SiteSnapshot, page: PageDocument, start: number): boolean {
  const { text, lines, fence } = page;
  const body = fence?.bodyStart ?? 0;
  const line = lines.lineAt(start);
  const above = start > body ? lines.rangeOf(line - 1) : undefined;
  const isFree = above === undefined || text.slice(above.start, above.end).trim() === '';
  return (
    isFree &&
    !/^(?:[\s\-+*>|]|\d+[.)])/.test(text.slice(start, start + 20)) &&
    !isInFencedCode(text.slice(body, start)) &&
    !isInCall(treeOf(site, page).calls, start)
  );
}

function isInFencedCode(before: string): boolean {
  return Array.from(before.matchAll(/^ {0,3}(?:```|~~~)/gm)).length % 2 === 1;
}

function isInCall(calls: readonly ShortcodeCall[], at: number): boolean {
  return calls.some(({ inner }) => inner !== undefined && inner.start < at && at < inner.end);
}
