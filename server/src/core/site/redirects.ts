// Addresses that the host answers, not Hugo: a link to one of them is not broken, whatever the content says.
import { parseConfig } from '../config/parseConfig.ts';
import { mapsAt, textAt } from '../config/value.ts';

export interface Redirects {
  /** Whether the host sends readers of `path`, `/old/page/`, somewhere else. */
  has(path: string): boolean;
}

export const noRedirects: Redirects = { has: () => false };

/** The files that say so, relative to the site. */
export const redirectFiles: readonly string[] = [
  '_redirects',
  'static/_redirects',
  'netlify.toml',
  'vercel.json',
];

/** Reads those that are there. `*` and `:name` in an address stand for anything; what names a host counts for none. Costs as much as the texts are long. */
export function parseRedirects(files: Iterable<{ readonly path: string; readonly text: string }>): Redirects {
  const exact = new Set<string>();
  const starts: string[] = [];
  for (const from of [...files].flatMap(({ path, text }) => sourcesIn(path, text))) {
    const open = from.search(/[*:(]/);
    if (open < 0) {
      exact.add(keyOf(from));
    } else {
      starts.push(keyOf(from.slice(0, open)));
    }
  }
  return exact.size + starts.length === 0
    ? noRedirects
    : { has: (path) => exact.has(keyOf(path)) || starts.some((start) => keyOf(path).startsWith(start)) };
}

function sourcesIn(path: string, text: string): string[] {
  const sources = path.endsWith('_redirects')
    ? text.split('\n').flatMap(sourceInLine)
    : sourcesInConfig(path, text);
  return sources.filter((source) => source.startsWith('/'));
}

/** `/old /new 301 Country=se`; a page that is shown where nothing else is found is no redirect. */
function sourceInLine(line: string): string[] {
  const [from = '', ...others] = line.trim().split(/\s+/);
  return others.includes('404') ? [] : [from];
}

function sourcesInConfig(path: string, text: string): string[] {
  const { map } = parseConfig(path, text);
  return [
    ...mapsAt(map, 'redirects').flatMap((rule) =>
      textAt(rule, 'status') === '404' ? [] : (textAt(rule, 'from') ?? textAt(rule, 'source') ?? []),
    ),
    ...mapsAt(map, 'rewrites').flatMap((rule) => textAt(rule, 'source') ?? []),
  ];
}

function keyOf(path: string): string {
  return path.replace(/\/+$/, '').toLowerCase();
}
