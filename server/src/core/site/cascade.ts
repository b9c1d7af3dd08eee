/**
 * What a `cascade` says of the templates of a page: `type` and `layout` that it does not have itself come from the nearest section above that hands
 * them down, and last from the configuration (hugolib/page__meta.go and resources/page/page_matcher.go; held against the releases in
 * test/conformance).
 */
import { mapsAt, textAt } from '../config/value.ts';
import type { ConfigMap } from '../config/types.ts';
import type { Entry, MapNode, Node } from '../frontMatter/types.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import { globMatcher } from '../text/glob.ts';
import { logicalPath } from './pagePath.ts';
import type { PageRecord, SiteSnapshot } from './snapshot.ts';
import { identityOf, type PageIdentity } from './templateLookup.ts';

const keysHandedDown = ['type', 'layout'] as const;
const targetParts = ['path', 'kind', 'lang', 'environment'] as const;
const targetNames = ['target', '_target'] as const;

type Texts<Key extends string> = { readonly [key in Key]?: string };

/** One entry of a `cascade`, as far as it has to do with templates; an empty text is a value. */
export interface Cascade {
  readonly values: Texts<(typeof keysHandedDown)[number]>;
  /** Patterns for the pages that it holds for. */
  readonly target: Texts<(typeof targetParts)[number]>;
  readonly targetName: (typeof targetNames)[number] | undefined;
}

/** The entries of the `cascade` in a page's front matter that hand down what chooses templates; mostly none. */
export function cascadesIn(root: MapNode): readonly Cascade[] {
  const value = childOf(root, 'cascade');
  const items = value?.kind === 'list' ? value.items : [value];
  return items.flatMap((item) =>
    item?.kind === 'map'
      ? toCascade(
          (...path) => textBelow(item, path),
          (name) => childOf(item, name) !== undefined,
        )
      : [],
  );
}

/** What Hugo looks the templates of the page up by, with what it inherits. */
export function cascadedIdentity(site: SiteSnapshot, page: PageRecord): PageIdentity {
  const own = identityOf(page, site.config);
  const sources = [...cascadesAbove(site, page), ...cascadesOfConfig(site, page)];
  const fitting = sources.filter((cascade) => holdsFor(cascade, page, own.kind, site.hugo));
  const inherited = fitting.length === 0 ? {} : valuesOf(fitting);
  return fitting.length === 0 ? own : identityOf(page, site.config, inherited);
}

/** Key by key the first one counts. */
function valuesOf(cascades: readonly Cascade[]): Cascade['values'] {
  return Object.assign({}, ...cascades.map(({ values }) => values).toReversed()) as Cascade['values'];
}

type TextAt = (...path: readonly string[]) => string | undefined;

function toCascade(at: TextAt, has: (name: string) => boolean): readonly Cascade[] {
  const values = pick(keysHandedDown, (key) => at(key));
  const targetName = targetNames.find(has);
  const target = targetName === undefined ? {} : pick(targetParts, (part) => at(targetName, part));
  return Object.keys(values).length === 0 ? [] : [{ values, target, targetName }];
}

function pick<Key extends string>(
  keys: readonly Key[],
  textOf: (key: Key) => string | undefined,
): Texts<Key> {
  const found = keys.flatMap((key) => {
    const text = textOf(key);
    return text === undefined ? [] : [[key, text] as const];
  });
  return Object.fromEntries(found) as Texts<Key>;
}

/** Those of the page itself and of the sections above it in its language, the nearest first. Before Hugo 0.123 only sections have their own. */
function cascadesAbove(site: SiteSnapshot, page: PageRecord): readonly Cascade[] {
  const hasOwn = page.bundle === 'branch' || !isFormer(site.hugo);
  const path = page.path.toLowerCase();
  const above = [...site.cascading()]
    .filter((each) => each.uri !== page.uri && each.bundle === 'branch' && each.language === page.language)
    .map((each) => ({ each, folder: each.path.slice(0, each.path.lastIndexOf('/') + 1).toLowerCase() }))
    .filter(({ folder }) => path.startsWith(folder))
    .toSorted((a, b) => b.folder.length - a.folder.length);
  return [...(hasOwn ? [page] : []), ...above.map(({ each }) => each)].flatMap(
    ({ cascades = [] }) => cascades,
  );
}

const known = new WeakMap<ConfigMap, readonly Cascade[]>();

/** A language's own takes the place of that of the site. */
function cascadesOfConfig({ config }: SiteSnapshot, { language }: PageRecord): readonly Cascade[] {
  const of = (...path: readonly string[]): readonly ConfigMap[] => mapsAt(config.raw, ...path, 'cascade');
  const own = of('languages', language);
  return (own.length > 0 ? own : of()).flatMap((map) => {
    const cascades =
      known.get(map) ??
      toCascade(
        (...path) => textAt(map, ...path),
        (name) => mapsAt(map, name).length > 0,
      );
    known.set(map, cascades);
    return cascades;
  });
}

/** Before Hugo 0.123 `target` is a key like any other, and patterns are held against the path of the file. */
function holdsFor(
  { target, targetName }: Cascade,
  page: PageRecord,
  kind: PageIdentity['kind'],
  hugo: HugoRange,
): boolean {
  const isOld = isFormer(hugo);
  if (isOld && targetName === 'target') {
    return true;
  }
  const path = isOld ? `/${page.path}` : logicalPath(page).replaceAll(' ', '-');
  const facts = { path, kind, lang: page.language, environment: 'production' };
  return targetParts.every((part) => matches(target[part], facts[part]));
}

function matches(pattern: string | undefined, text: string): boolean {
  return pattern === undefined || pattern === '' || globMatcher(pattern)(text);
}

function isFormer(hugo: HugoRange): boolean {
  return verdictFor(hugo, changedIn.contentModel) === 'none';
}

function childOf({ entries }: MapNode, name: string): Node | undefined {
  const isNamed = ({ key }: Entry): boolean => key.toLowerCase() === name;
  return entries.findLast(isNamed)?.value;
}

function textBelow(map: MapNode, [name = '', ...rest]: readonly string[]): string | undefined {
  const value = childOf(map, name);
  if (value?.kind === 'map' && rest.length > 0) {
    return textBelow(value, rest);
  }
  return value?.kind === 'scalar' && rest.length === 0 ? value.text : undefined;
}
