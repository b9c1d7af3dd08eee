// Where Hugo writes a page follows from slugs, permalinks, languages and more; so the page itself is asked. The output format `scribe`, which
// page/prepare.ts gives to the page and core/preview/engineConfig.ts to the site, has a template that tells it in the log.
import { scribeFormat } from '../../core/preview/outputs.ts';
import { spareFolder } from '../../core/preview/siteTree.ts';

/** Where a site stands: the path of its address, `/` or `/docs/`, and the folder of its language where each language has a host of its own. */
export interface Place {
  readonly base: string;
  readonly host: string;
}

/** What a page tells of itself. */
export interface ToldPage extends Place {
  /** Path on the site and with its host. */
  readonly url: string;
  readonly permalink: string;
  /** Engine path of its HTML; `undefined` for a page that has none. */
  readonly output: string | undefined;
  /** The names of its output formats, without ours. */
  readonly formats: readonly string[];
  /** As `.WordCount` says; `undefined` where they were not counted. */
  readonly words: number | undefined;
}

/**
 * Hugo may make the content anew for this format, which costs half as much as the page. So words are counted of a text without marks alone: those are asked
 * for by whoever waits for no key stroke.
 */
const template = `{{ $file := "" }}{{ with .File }}{{ $file = .Filename }}{{ end }}
{{- $formats := "" }}{{ range .OutputFormats }}{{ $formats = print $formats .Name " " }}{{ end }}
{{- $page := . }}{{ with .OutputFormats.Get "html" }}{{ $page = . }}{{ end }}
{{- warnf "SCRIBE counts" }}{{ $words := "" }}
{{- if not (in .RawContent "\\uE000") }}{{ $words = string .WordCount }}{{ end }}
{{- with $page }}{{ warnf "SCRIBE %s" (jsonify (dict
  "file" $file
  "words" $words
  "formats" $formats
  "url" .RelPermalink
  "permalink" .Permalink
  "base" (urls.Parse site.BaseURL).Path
  "host" (cond hugo.IsMultihost $.Language.Lang "")
)) }}{{ end }}`;

const kinds = ['all', 'single', 'list', 'home', 'section', 'taxonomy', 'term'];

/** The templates of the format by engine path. */
export const scribeTemplates: ReadonlyMap<string, string> = new Map(
  kinds.map((kind) => [`${spareFolder}/layouts/${kind}.scribe.txt`, template]),
);

/** What the page with this engine path said in a log; `undefined` when it was not rendered. */
export function findToldPage(log: readonly string[], path: string): ToldPage | undefined {
  for (const [index, line] of log.entries()) {
    const told = parseTold(line);
    if (told?.file === path) {
      const formats = told.formats.split(' ').filter((name) => name !== '' && name !== scribeFormat);
      const isHtml = formats.includes('html');
      const words = told.words === '' || !isCounting(log[index - 1]) ? undefined : Number(told.words);
      return { ...told, formats, words, output: isHtml ? toPublished(told.url, told) : undefined };
    }
  }
  return undefined;
}

/**
 * The log of a build that made the page, without what was said of content that no layout of the page shows, and that was made for the sake of its words
 * alone. Such content may even end the build: by an error that names none of Hugo's steps.
 */
export function withoutCounting(log: readonly string[]): readonly string[] {
  const start = log.findIndex(isCounting);
  const end = log.findIndex((line, index) => index > start && parseTold(line) !== undefined);
  return start < 0 || end < 0
    ? log
    : [...log.slice(0, start), ...log.slice(end).filter((line) => !/^Build (?:error|failed): "/.test(line))];
}

function isCounting(line: string | undefined): boolean {
  return line !== undefined && /^WARN\s+SCRIBE counts$/.test(line);
}

/** Engine path of what is published at a path on the site; its query and fragment are ignored. */
export function toPublished(url: string, { base, host }: Place): string {
  const prefix = base.replace(/\/$/, '');
  const asked = url.replace(/[?#].*$/s, '');
  const below = asked.startsWith(`${prefix}/`) ? asked.slice(prefix.length) : asked;
  const path = `public/${host === '' ? '' : `${host}/`}${decode(below).replace(/^\/+/, '')}`;
  return path.endsWith('/') ? `${path}index.html` : path;
}

type Told = Readonly<Record<'file' | 'words' | 'formats' | 'url' | 'permalink' | 'base' | 'host', string>>;

function parseTold(line: string): Told | undefined {
  const json = /^WARN\s+SCRIBE (\{.*\})$/.exec(line)?.[1];
  try {
    return json === undefined ? undefined : (JSON.parse(json) as Told);
  } catch {
    return undefined;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
