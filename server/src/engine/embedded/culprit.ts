// Which file to leave out, so that a page is shown although something of its site fails. Hugo's error is a chain from the page to the
// innermost template, each with its place in quotes (`"layouts/partials/foot.html:3:5"`).
import type { Failure } from './hostMessages.ts';

export type Culprit = Pick<Failure, 'kind' | 'path'>;

const place = /"([^"\n]{1,1000}):\d{1,9}:\d{1,9}"/g;
const layouts = /(?:^|\/)layouts\//;
const document = /\.(?:md|mdown|markdown|org|adoc|asciidoc|ad|rst|pandoc|pdc|html?)$/i;
const shortcode = /(?:^|\/)_?shortcodes\//;
const data = /(?:^|\/)(?:data|i18n)\//;

/**
 * The file at fault in an error of a build: a page other than `page`, else the innermost template or data file. `undefined` when only the page
 * itself is.
 */
export function findCulprit(error: string, page: string): Culprit | undefined {
  const paths = [...error.matchAll(place)].map(([, path = '']) => path);
  const other = paths.find((path) => path !== page && isPage(path));
  if (other !== undefined) {
    return { kind: 'page', path: other };
  }
  const path = paths.at(-1);
  if (path === undefined || path === page) {
    return undefined;
  }
  if (layouts.test(path)) {
    return { kind: shortcode.test(path) ? 'shortcode' : 'template', path };
  }
  return data.test(path) ? { kind: 'data', path } : undefined;
}

/** Whether a file is a page of the site, by its path. */
export function isPage(path: string): boolean {
  return document.test(path) && !layouts.test(path);
}

/** What stands in for a template or a data file, so that as much of the page as possible is left. */
export function standIn(path: string): string {
  const name = /[^/]*$/.exec(path)?.[0] ?? '';
  if (!layouts.test(path)) {
    return name.endsWith('.json') ? '{}' : '';
  }
  if (shortcode.test(path)) {
    return box;
  }
  if (/(?:^|\/)_?partials\//.test(path)) {
    return nothing;
  }
  return standIns.find(([pattern]) => pattern.test(name))?.[1] ?? layout;
}

/** An empty text would not take the place of the template that is there (text/template, `Parse`). */
const nothing = '{{ "" }}';
const box = '<div style="border:1px dashed;padding:.25em .5em"><small>{{ .Name }}</small></div>';
const layout = '<h1>{{ .Title }}</h1>{{ .Content }}';

const standIns: readonly (readonly [RegExp, string])[] = [
  [/^baseof\b/, `{{ block "main" . }}${layout}{{ end }}`],
  [/^render-link\b/, '<a href="{{ .Destination }}">{{ .Text }}</a>'],
  [/^render-image\b/, '<img src="{{ .Destination }}" alt="{{ .PlainText }}">'],
  [/^render-heading\b/, '<h{{ .Level }} id="{{ .Anchor }}">{{ .Text }}</h{{ .Level }}>'],
  [/^render-blockquote\b/, '<blockquote>{{ .Text }}</blockquote>'],
  [/^render-codeblock\b/, '<pre>{{ .Inner }}</pre>'],
  [/^render-/, nothing],
];
