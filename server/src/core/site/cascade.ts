/**
 * What a page inherits by a `cascade`: keys that it does not have itself come from the nearest section above that hands them down, and last from the
 * configuration (hugolib/page__meta.go and resources/page/page_matcher.go; held against the releases in test/conformance).
 */
import type { ConfigMap, ConfigValue } from '../config/types.ts';
import { asMap, mapAt, mapsAt, textAt, textsAt, valueAt } from '../config/value.ts';
import { resolveScalar } from '../frontMatter/scalar.ts';
import type { Fence, MapNode, Node, ScalarNode } from '../frontMatter/types.ts';
import { verdictFor, type HugoRange } from '../hugo/version.ts';
import { changedIn } from '../hugo/versions.ts';
import { globMatcher } from '../text/glob.ts';
import { memoize } from '../text/memoize.ts';
import { logicalPath } from './pagePath.ts';
import type { PageKey, PageRecord, SiteSnapshot } from './snapshot.ts';
import { identityOf, type PageIdentity } from './templateLookup.ts';

const targetParts = ['path', 'kind', 'lang', 'environment'] as const;
const targetNames = ['target', '_target'] as const;

type Texts<Key extends string> = { readonly [key in Key]?: string };

/** What a cascade hands down, by the id of the key (`draft`, `build.render`): its text, or those of its list. An empty text is a value. */
export type HandedDown = Readonly<Record<string, readonly string[]>>;

/** One entry of a `cascade`; of maps the single values are kept. */
export interface Cascade {
  readonly values: HandedDown;
  /** Patterns for the pages that it holds for. */
  readonly target: Texts<(typeof targetParts)[number]>;
  readonly targetName: (typeof targetNames)[number] | undefined;
}

/** What of a site says what its pages inherit. */
export type InheritingSite = Pick<SiteSnapshot, 'cascading' | 'config' | 'hugo'>;

/** The entries of the `cascade` in a page's front matter; mostly none. */
export function cascadesIn(
  root: MapNode,
  { format }: Pick<Fence, 'format'>,
  hugo: HugoRange,
): readonly Cascade[] {
  const map = configOf(root, (scalar) => resolveScalar(scalar, format, hugo).value);
  return mapsAt(map, 'cascade').flatMap(toCascade);
}

/** What Hugo looks the templates of the page up by, with what it inherits. */
export function cascadedIdentity(site: InheritingSite, page: PageRecord): PageIdentity {
  return identityOf(withInherited(site, page), site.config);
}

/** The page with the keys that it inherits; itself where there are none. */
export function withInherited(site: InheritingSite, page: PageRecord): PageRecord {
  const inherited = Object.entries(inheritedValues(site, page)).map(([id, values]): PageKey => ({
    id,
    spelling: id.slice(id.lastIndexOf('.') + 1),
    type: 'string',
    values,
  }));
  return inherited.length === 0 ? page : { ...page, keys: [...page.keys, ...inherited] };
}

/** What cascades hand down to a page that does not have it itself; of a map that it has nothing is handed down. Key by key the nearest counts. */
export function inheritedValues(site: InheritingSite, page: PageRecord): HandedDown {
  const sources = [...cascadesAbove(site, page), ...cascadesOfConfig(site, page)];
  if (sources.length === 0) {
    return {};
  }
  const { kind } = identityOf(page, site.config);
  const fitting = sources.filter((cascade) => holdsFor(cascade, page, kind, site.hugo));
  const own = new Set(page.keys.map(({ id }) => id));
  const isOwn = (id: string): boolean => own.has(id) || own.has(id.split('.', 1).join());
  return Object.fromEntries(
    fitting
      .toReversed()
      .flatMap(({ values }) => Object.entries(values))
      .filter(([id]) => !isOwn(id)),
  );
}

function toCascade(map: ConfigMap): readonly Cascade[] {
  const values = Object.fromEntries(handedDown(map));
  const targetName = targetNames.find((name) => valueAt(map, name) !== undefined);
  const target = targetName === undefined ? {} : targetIn(mapAt(map, targetName));
  return Object.keys(values).length === 0 ? [] : [{ values, target, targetName }];
}

/** What is nothing is not handed down, and nothing from deeper maps. */
function* handedDown(map: ConfigMap, above = ''): Generator<readonly [id: string, texts: readonly string[]]> {
  for (const [key, value] of map) {
    const id = `${above}${key.toLowerCase()}`;
    const below = asMap(value);
    const texts = textsAt(map, key);
    if (below !== undefined && above === '' && !targetNames.some((name) => name === id)) {
      yield* handedDown(below, `${id}.`);
    } else if (texts.length > 0) {
      yield [id, texts];
    }
  }
}

function targetIn(map: ConfigMap): Cascade['target'] {
  const found = targetParts.flatMap((part) => {
    const text = textAt(map, part);
    return text === undefined ? [] : [[part, text] as const];
  });
  return Object.fromEntries(found);
}

/** Front matter in the shape of configuration; of a key that stands twice the last one counts. */
function configOf({ entries }: MapNode, valueOf: (scalar: ScalarNode) => ConfigValue): ConfigMap {
  const toValue = (node: Node | undefined): ConfigValue => {
    switch (node?.kind) {
      case 'map':
        return configOf(node, valueOf);
      case 'list':
        return node.items.map(toValue);
      default:
        return node === undefined ? null : valueOf(node);
    }
  };
  return new Map(entries.map(({ key, value }) => [key.toLowerCase(), toValue(value)]));
}

/** Those of the page itself and of the sections above it in its language, the nearest first. Before Hugo 0.123 only sections have their own. */
function cascadesAbove(site: InheritingSite, page: PageRecord): readonly Cascade[] {
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

/** A language's own takes the place of that of the site. */
function cascadesOfConfig({ config }: InheritingSite, { language }: PageRecord): readonly Cascade[] {
  const own = mapsAt(config.raw, 'languages', language, 'cascade');
  return (own.length > 0 ? own : mapsAt(config.raw, 'cascade')).flatMap(cascadesOf);
}

const cascadesOf = memoize(toCascade);

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
