import type { EngineProblem } from '../types.ts';

export interface LogEntry {
  readonly severity: EngineProblem['severity'];
  readonly text: string;
}

/** How an entry begins, and what it means; lines that begin otherwise go on with the entry above. */
const beginnings: readonly (readonly [RegExp, LogEntry['severity'] | 'none'])[] = [
  [/^(?:Error|Build error|Rebuild failed|panic|fatal error):\s*/i, 'error'],
  [/^ERROR:?\s+(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\s+)?/, 'error'],
  [/^WARN(?:ING)?:?\s+(?:\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\s+)?/, 'warning'],
  [
    /^(?:INFO|DEBUG|TRACE|Total in|Built in|Start building|hugo v\d|Change detected|Source changed|Watching|Press Ctrl|Web Server|Running in|Environment:|Serving pages|goroutine \d)/,
    'none',
  ],
  [/^\d{4}[-/]\d\d[-/]\d\d /, 'none'],
  [/^(?=process|assemble|render|failed to|logged \d+ error|["“][^"“”]+:\d+:\d+["”])/, 'error'],
];

/** What no writer can do anything about. */
const noise: readonly RegExp[] = [
  /^SCRIBE\b/,
  /^logged \d+ error/,
  /^error building site: logged \d+ error/i,
  /\bdeprecated\b/i,
  /has both draft and published settings/,
  /found no layout file for "scribe"/i,
  /^\s*$/,
];

const escape = String.fromCharCode(27);
const colors = new RegExp(String.raw`${escape}\[[\d;]*m`, 'g');

/** The errors and warnings of a log of Hugo, installed or embedded, each on one line or several. */
export function logEntries(log: string): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  let severity: LogEntry['severity'] | 'none' = 'none';
  let lines: string[] = [];
  const end = (): void => {
    const text = lines.join('\n').trim();
    if (severity !== 'none' && !noise.some((pattern) => pattern.test(text))) {
      entries.push({ severity, text });
    }
  };
  for (const line of log.replaceAll(colors, '').split(/\r?\n/)) {
    const beginning = beginnings.find(([pattern]) => pattern.test(line));
    if (beginning === undefined) {
      lines.push(line);
    } else {
      end();
      severity = beginning[1];
      lines = [line.replace(beginning[0], '')];
    }
  }
  end();
  return entries;
}
