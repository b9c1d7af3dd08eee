// What a file of a site is beside a page: a template, an archetype, a file of the data.
import { memoize } from '../text/memoize.ts';
import type { Archetype, SiteSnapshot, SiteTemplate } from '../site/snapshot.ts';

export type SiteFileKind =
  | { readonly kind: 'template'; readonly template: SiteTemplate }
  | { readonly kind: 'archetype'; readonly archetype: Archetype }
  /** `path` is where the file stands in the data: `authors.jane`. */
  | { readonly kind: 'data'; readonly path: string };

/** Tells by its URI alone; `undefined` for content and for everything that names nothing. */
export function siteFileAt(site: SiteSnapshot, uri: string): SiteFileKind | undefined {
  const template = templatesByUri(site.templates()).get(uri);
  if (template !== undefined) {
    return { kind: 'template', template };
  }
  const archetype = site.archetypes().find(({ source }) => source.uri === uri);
  if (archetype !== undefined) {
    return { kind: 'archetype', archetype };
  }
  const path = site.data.pathOf(uri);
  return path === undefined ? undefined : { kind: 'data', path };
}

/** The URI of the template that a `Place` names by its path. */
export function uriOfTemplate(site: SiteSnapshot, path: string): string | undefined {
  return urisByPath(site.templates()).get(path);
}

const templatesByUri = memoize(
  (templates: readonly SiteTemplate[]): ReadonlyMap<string, SiteTemplate> =>
    new Map(templates.flatMap((each) => (each.source.uri === undefined ? [] : [[each.source.uri, each]]))),
);

const urisByPath = memoize(
  (templates: readonly SiteTemplate[]): ReadonlyMap<string, string> =>
    new Map(
      templates.flatMap(({ source: { path, uri } }) => (uri === undefined ? [] : [[path, uri] as const])),
    ),
);
