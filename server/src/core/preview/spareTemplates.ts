// Templates for what a site lacks, because a theme or module is not on disk: the page still shows, with a box where a shortcode would be.
import type { PageDocument } from '../site/pageDocument.ts';
import { joinPath } from '../text/path.ts';
import { spareFolder } from './siteTree.ts';

/**
 * Spare templates by engine path, for `layouts` (texts by path below `layouts`) and the pages of the site. They stand behind all others: what
 * finds a template of the site never sees them.
 */
export function spareTemplates(
  layouts: ReadonlyMap<string, string>,
  pages: Iterable<PageDocument>,
  isKnown: (shortcode: string) => boolean,
): Map<string, string> {
  const spare = new Map([[at('all.html'), frame(page)]]);
  if (!bases.some((path) => layouts.has(path))) {
    spare.set(at('baseof.html'), frame(`{{ block "main" . }}${page}{{ end }}`));
  }
  for (const [name, isClosed] of missingShortcodes(pages, isKnown)) {
    spare.set(at(`shortcodes/${name}.html`), isClosed ? boxWithInner : box);
  }
  for (const name of missingPartials(layouts)) {
    spare.set(at(`partials/${name}`), '');
  }
  return spare;
}

/** Names, and whether some page closes them: Hugo refuses a closing tag of a shortcode that takes no inner content. */
function missingShortcodes(
  pages: Iterable<PageDocument>,
  isKnown: (shortcode: string) => boolean,
): ReadonlyMap<string, boolean> {
  const missing = new Map<string, boolean>();
  for (const { text, shortcodes } of pages) {
    const tags = text.includes('{{') ? shortcodes.tags : [];
    for (const { kind, name, inline } of tags) {
      if (kind !== 'comment' && name !== '' && !inline && !isKnown(name)) {
        missing.set(name, kind === 'close' || missing.get(name) === true);
      }
    }
  }
  return missing;
}

function at(path: string): string {
  return joinPath(spareFolder, 'layouts', path);
}

/** Templates that only define blocks are none without a base. */
const bases = ['baseof.html', '_default/baseof.html'];

const page = `<h1>{{ .Title }}</h1>{{ .Content }}
{{ if .IsNode }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}`;

function frame(main: string): string {
  return `<!doctype html>
<html lang="{{ site.Language.Lang }}">
<head><meta charset="utf-8"><title>{{ .Title }}</title>
<style>body{font:1rem/1.6 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}img{max-width:100%}</style></head>
<body><main>${main}</main></body>
</html>
`;
}

const label = '<small>{{ .Name }}</small>';
const style = 'border:1px dashed;padding:.25em .5em';
const box = `<div style="${style}">${label}</div>`;
const boxWithInner = `<div style="${style}">${label}{{ .Inner }}</div>`;

/** Partials that Hugo brings along. */
const isOwn =
  /^(?:_internal\/.*|(?:disqus|google_analytics|opengraph|pagination|schema|twitter_cards)\.html|_funcs\/.*)$/;

/** Partials that templates name outright and that no folder of partials holds. */
function missingPartials(layouts: ReadonlyMap<string, string>): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const text of layouts.values()) {
    for (const [, written = ''] of text.matchAll(/\bpartial(?:Cached)?\s+["`]([\w./-]{1,200})["`]/g)) {
      const name = joinPath(/\.\w+$/.test(written) ? written : `${written}.html`);
      if (
        !isOwn.test(name) &&
        !['partials', '_partials'].some((folder) => layouts.has(`${folder}/${name}`))
      ) {
        missing.add(name);
      }
    }
  }
  return missing;
}
