import { defaultEnvironment, rootConfigNames } from '../config/configFiles.ts';
import { moduleFolders } from '../config/modules.ts';
import type { SiteConfig } from '../config/types.ts';
import { isBelow, joinPath } from '../text/path.ts';

/** Whether a folder with these entries is a Hugo site; `needsConfigText` asks for the text of its `config.*` file. */
export type SiteKind = 'yes' | 'no' | 'needsConfigText';

/** Signs that are enough by themselves. */
const ownSigns = ['config/_default', ...rootConfigNames.filter((name) => name.startsWith('hugo.'))];
/** A file right in `config` is no configuration to any Hugo (run on 0.111.3, 0.152 and 0.168). */
const ambiguousSigns = [
  `config/${defaultEnvironment}`,
  ...rootConfigNames.filter((name) => name.startsWith('config.')),
];
const secondSigns = ['content', 'layouts', 'archetypes', 'themes'];

/** Keys at the start of a line, or behind a brace or comma of JSON, that hardly any other tool has. */
const hugoKey =
  /(?:^|[{,])[ \t]*["']?(?:baseURL|languageCode|theme|defaultContentLanguage|contentDir|publishDir|canonifyURLs|enableRobotsTXT|disableKinds)["']?[ \t]*[:=]/im;

/**
 * Decides about one folder. `names`: its entries as they are on disk, and those of its folder `config`, as `config/_default`. `configText`: the text
 * of its `config.{toml,yaml,yml,json}`, when asked for; many tools have such a file, so it takes a second sign.
 */
export function siteKindOf(names: ReadonlySet<string>, configText?: string): SiteKind {
  if (ownSigns.some((name) => names.has(name))) {
    return 'yes';
  }
  if (!ambiguousSigns.some((name) => names.has(name))) {
    return 'no';
  }
  if (secondSigns.some((name) => names.has(name))) {
    return 'yes';
  }
  if (configText === undefined) {
    return 'needsConfigText';
  }
  return hugoKey.test(configText.slice(0, 100_000)) ? 'yes' : 'no';
}

/** A folder that looks like a site, and the folders its modules stand in (all URIs or all paths, `/`, no slash at the end). */
export interface SiteCandidate {
  readonly folder: string;
  readonly moduleFolders: readonly string[];
  /** Every folder directly in it is a theme, named by the configuration or not. */
  readonly themesFolder: string;
}

/** A candidate from a folder (a URI or a path with `/`) and the configuration that was read there. */
export function siteCandidate(folder: string, config: SiteConfig): SiteCandidate {
  return {
    folder,
    moduleFolders: config.imports
      .flatMap((one) => moduleFolders(one, config))
      .map((path) => resolveFolder(folder, path)),
    themesFolder: resolveFolder(folder, config.themesDir),
  };
}

/**
 * Which of the candidates (nearest first, each an ancestor of a file) owns the file: the nearest one, unless another of them mounts it as a theme or
 * module. The `exampleSite` of a theme is a site of its own.
 */
export function owningSite<Candidate extends SiteCandidate>(
  candidates: readonly Candidate[],
): Candidate | undefined {
  const [nearest, ...outer] = candidates;
  const owner = nearest && outer.findIndex((site) => mountsFolder(site, nearest.folder));
  return owner === undefined || owner < 0 ? nearest : owningSite(outer.slice(owner));
}

function mountsFolder(
  { folder, moduleFolders: modules, themesFolder }: SiteCandidate,
  inner: string,
): boolean {
  const [parent, name] = [inner.slice(0, inner.lastIndexOf('/')), inner.slice(inner.lastIndexOf('/') + 1)];
  const isVendored = isBelow(inner, `${folder}/_vendor`) && name !== 'exampleSite';
  return modules.includes(inner) || parent === themesFolder || isVendored;
}

/** `path` seen from `folder`; `..` goes up, and stops at the root. */
function resolveFolder(folder: string, path: string): string {
  const parts = joinPath(path).split('/');
  const ups = parts.filter((part) => part === '..').length;
  let base = folder;
  for (let i = 0; i < ups; i++) {
    base = base.slice(0, Math.max(base.lastIndexOf('/'), 0));
  }
  return [base, ...parts.slice(ups)].join('/');
}
