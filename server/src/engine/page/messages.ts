// Hugo tells of an error as a chain: what it was doing, then from the page down to the innermost template a place and a reason for each.
import { LineIndex } from '../../core/text/lineIndex.ts';
import type { EngineProblem } from '../types.ts';
import { logEntries } from './logEntries.ts';
import type { LogEntry } from './logEntries.ts';
import { blamedOffset, dateKeyOffset } from './blame.ts';
import type { PreparedPage } from './prepare.ts';

export interface MessageContext {
  /** The page that was rendered: its path relative to the site, and what Hugo got. */
  readonly path: string;
  readonly prepared: PreparedPage;
  /** The path relative to the site of a path in Hugo's messages; `undefined` for a file that is not the site's. */
  readonly toSitePath: (path: string) => string | undefined;
}

/**
 * What Hugo complains of in `log`: its standard error, or what the embedded engine logs and answers. Positions are those of the writer's text.
 * A chain gives the page's own place first, then the innermost template with the reason. Deprecations, counts and our own lines are left out.
 */
export function readMessages(log: string, context: MessageContext): readonly EngineProblem[] {
  const problems = logEntries(log).flatMap((entry) => [...problemsOf(entry, context)]);
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    return !seen.has(key) && seen.add(key);
  });
}

/** A place that Hugo names: line and column from 1, the column in bytes (for errors of execution from 0). */
interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Where it stands in the message. */
  readonly start: number;
  readonly end: number;
}

const placed = /["“]([^"“”\n]{1,1000}?):(\d{1,9}):(\d{1,9})["”]/g;

function placesIn(text: string): readonly Place[] {
  return [...text.matchAll(placed)].map((match) => ({
    path: match[1] ?? '',
    line: Number(match[2]),
    column: Number(match[3]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function* problemsOf({ severity, text }: LogEntry, context: MessageContext): Generator<EngineProblem> {
  const places = placesIn(text);
  const [first] = places;
  const last = places.at(-1);
  const before = withoutStages(text.slice(0, first?.start ?? text.length));
  if (first === undefined || last === undefined) {
    yield* placeless(severity, before, context);
    return;
  }
  const reason = reasonOf(text.slice(last.end));
  const said = before === '' ? reason : join(before, reason);
  const own = places.find(({ path }) => context.toSitePath(path) === context.path);
  if (own !== undefined && own !== last) {
    const next = places.find(({ start }) => start > own.start) ?? last;
    const step = withoutStages(text.slice(own.end, next.start).replace(/^:\s*/, ''));
    yield problemAt(severity, join(step, reason), own, context);
  }
  const isRepeated = own !== undefined && context.toSitePath(last.path) === context.path && own !== last;
  if (!isRepeated) {
    yield problemAt(severity, said, last, context);
  }
}

function problemAt(
  severity: EngineProblem['severity'],
  message: string,
  place: Place,
  { path, prepared, toSitePath }: MessageContext,
): EngineProblem {
  const sitePath = toSitePath(place.path);
  if (sitePath === undefined) {
    return { severity, message };
  }
  if (sitePath !== path) {
    const isExecution = /^(?:themes\/.*|_vendor\/.*)?layouts\//.test(sitePath);
    const character = Math.max(0, place.column - (isExecution ? 0 : 1));
    return { severity, message, path: sitePath, line: Math.max(0, place.line - 1), character };
  }
  const offset = blamedOffset(message, offsetOf(place, prepared.text), prepared);
  const at = new LineIndex(prepared.source).positionAt(offset);
  return { severity, message, path, ...at };
}

/** Complaints about dates name the page and the key. */
function* placeless(
  severity: EngineProblem['severity'],
  text: string,
  { path, prepared, toSitePath }: MessageContext,
): Generator<EngineProblem> {
  const [, message = text, file] =
    /^(.*); ?see (\S.*)$|^(.*): see (\S.*)$/s.exec(text)?.filter(Boolean) ?? [];
  const sitePath = file === undefined ? undefined : toSitePath(file.trim());
  if (sitePath === undefined) {
    yield { severity, message: text };
    return;
  }
  const key = /the "([^"]+)" front matter field/.exec(message)?.[1];
  const offset = sitePath === path && key !== undefined ? dateKeyOffset(key, prepared) : undefined;
  const at = offset === undefined ? {} : new LineIndex(prepared.source).positionAt(offset);
  yield { severity, message, path: sitePath, ...at };
}

/** The offset of Hugo's line and column, which counts bytes of UTF-8. */
function offsetOf({ line, column }: Place, text: string): number {
  const { start, end } = new LineIndex(text).rangeOf(Math.max(0, line - 1));
  let at = start;
  for (let bytes = column - 1; bytes > 0 && at < end;) {
    const point = text.codePointAt(at) ?? 0;
    bytes -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    at += point < 0x10000 ? 1 : 2;
  }
  return at;
}

function join(before: string, after: string): string {
  return [before.replace(/[\s:]+$/, ''), after].filter((part) => part !== '').join(': ');
}

const stages =
  /^(?:(?:error building site|(?:re)?build failed|failed to (?:re)?build site|error(?=:)|build error|process|readAndProcessContent|assemble|assembleResources|render of "[^"]*" failed|render(?=:)|failed to render pages|add site dependencies|load resources|loading templates|execute of template failed|failed to process shortcode|(?:error|failed) rendering [^:]*|\[\w[\w-]*\]):? *)+/i;

/** What says only how far Hugo got. */
function withoutStages(text: string): string {
  return text
    .replace(stages, '')
    .replace(/(?::\s*failed to process shortcode)?[\s:]+$/, '')
    .trim();
}

/** One step of Go's templates on the way to the reason. */
const execution =
  /^[\s:]*(?:execute of template failed|template: [^\s:]+:\d+(?::\d+)?|executing "[^"]*" at <[^>]*>+|error calling \w+|parse failed|parse of template failed|failed to (?:extract|process) shortcode):/;

/** Why it failed in the end, without repeating the place. */
function reasonOf(text: string): string {
  let reason = text;
  for (let step = execution.exec(reason); step !== null; step = execution.exec(reason)) {
    reason = reason.slice(step[0].length);
  }
  return reason.replace(/^[\s:]+/, '').trim();
}
