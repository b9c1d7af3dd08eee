import { hugoRangeOf, moduleEvidence, pin, type VersionEvidence } from '../core/config/hugoRange.ts';
import { mergeConfig } from '../core/config/mergeConfig.ts';
import type { SiteConfig } from '../core/config/types.ts';
import type { HugoRange, HugoVersion } from '../core/hugo/version.ts';
import { mountTable, type MountedModule, type MountTable } from '../core/site/mounts.ts';
import { parseRedirects, redirectFiles, type Redirects } from '../core/site/redirects.ts';
import { joinPath } from '../core/text/path.ts';
import { readConfigFiles } from './configFiles.ts';
import { readableFolder } from './reach.ts';
import { readEvidence } from './readEvidence.ts';
import { readModules, type SiteModules } from './readModules.ts';
import { readTexts, type SiteSource } from './siteSource.ts';

/** All that decides what the files of a site are. */
export interface SiteLayout {
  readonly config: SiteConfig;
  readonly evidence: readonly VersionEvidence[];
  readonly modules: SiteModules;
  /** The project, then its themes and modules in the order of precedence, with the mounts that we may read. */
  readonly mounted: readonly MountedModule[];
  readonly mounts: MountTable;
  /** Addresses that the host answers. */
  readonly redirects: Redirects;
  /** A mount was left out because it points at a folder that we may not read. */
  readonly outOfReach: boolean;
}

export async function readLayout(source: SiteSource): Promise<SiteLayout> {
  const config = mergeConfig(await readConfigFiles(source, ''));
  const modules = await readModules(source, config);
  const project: MountedModule = { folder: '', origin: 'project', mounts: config.mounts };
  const all = [project, ...modules.found];
  const readable = all.map(withinReach);
  return {
    config,
    evidence: [
      ...(await readEvidence(source)),
      ...moduleEvidence(config),
      ...modules.found.flatMap(({ folder, config: module }) => moduleEvidence(module, folder)),
    ],
    modules,
    mounted: readable,
    mounts: mountTable(readable),
    redirects: parseRedirects(await readTexts(source, redirectFiles)),
    outOfReach: all.some((module, index) => module.mounts.length !== readable[index]?.mounts.length),
  };
}

/** The range of releases that the site's files give, unless the writer names one; the installed one where nobody says anything else. */
export function hugoOf(
  { evidence }: Pick<SiteLayout, 'evidence'>,
  setting: HugoVersion | undefined,
  installed: HugoVersion | undefined,
): HugoRange {
  return hugoRangeOf([
    ...(setting === undefined ? [] : pin('setting', setting)),
    ...(installed === undefined ? [] : pin('installed', installed)),
    ...evidence,
  ]);
}

function withinReach(module: MountedModule): MountedModule {
  const mounts = module.mounts.filter(
    ({ source }) => readableFolder(source) !== undefined && isReadable(joinPath(module.folder, source)),
  );
  return { folder: module.folder, origin: module.origin, mounts };
}

function isReadable(path: string): boolean {
  return readableFolder(path) !== undefined;
}
