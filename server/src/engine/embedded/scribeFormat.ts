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
}

const template = `{{ $file := "" }}{{ with .File }}{{ $file = .Filename }}{{ end }}
{{- $formats := "" }}{{ range .OutputFormats }}{{ $formats = print $formats .Name " " }}{{ end }}
{{- $page := . }}{{ with .OutputFormats.Get "html" }}{{ $page = . }}{{ end }}
{{- with $page }}{{ warnf "SCRIBE %s" (jsonify (dict
  "file" $file
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
  for (const line of log) {
    const told = parseTold(line);
    if (told?.file === path) {
      const formats = told.formats.split(' ').filter((name) => name !== '' && name !== scribeFormat);
      const isHtml = formats.includes('html');
      return { ...told, formats, output: isHtml ? toPublished(told.url, told) : undefined };
    }
  }
  return undefined;
}

/** Engine path of what is published at a path on the site; its query and fragment are ignored. */
export function toPublished(url: string, { base, host }: Place): string {
  const prefix = base.replace(/\/$/, '');
  const asked = url.replace(/[?#].*$/s, '');
  const below = asked.startsWith(`${prefix}/`) ? asked.slice(prefix.length) : asked;
  const path = `public/${host === '' ? '' : `${host}/`}${decode(below).replace(/^\/+/, '')}`;
  return path.endsWith('/') ? `${path}index.html` : path;
}

type Told = Readonly<Record<'file' | 'formats' | 'url' | 'permalink' | 'base' | 'host', string>>;

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
