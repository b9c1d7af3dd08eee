import { moduleConfig, type ModuleConfig } from '../core/config/mergeConfig.ts';
import { defaultModuleMounts, moduleFolders } from '../core/config/modules.ts';
import type { ModuleImport, Mount, SiteConfig } from '../core/config/types.ts';
import type { MountedModule } from '../core/site/mounts.ts';
import { readConfigFiles } from './configFiles.ts';
import { readableFolder } from './reach.ts';
import { listFolder, readTexts, type SiteSource } from './siteSource.ts';

export interface SiteModules {
  /** Those on disk, in the order of precedence. */
  readonly found: readonly (MountedModule & { readonly config: ModuleConfig })[];
  readonly missing: readonly string[];
  /** Every folder in which a module was looked for: when one appears or goes away, the modules are read again. */
  readonly places: readonly string[];
}

const mostModules = 200;

/**
 * Looks for the themes and modules that a configuration names, and for those that they name in turn, as Hugo collects them:
 * `_vendor`, a replacement in the configuration or in go.mod, then the themes folder. Nothing is fetched.
 */
export async function readModules(source: SiteSource, config: SiteConfig): Promise<SiteModules> {
  const replacements = await readGoReplacements(source);
  const found: (MountedModule & { config: ModuleConfig })[] = [];
  const missing: string[] = [];
  const places = new Set<string>();
  const seen = new Set<string>();

  const collect = async (imports: readonly ModuleImport[]): Promise<void> => {
    for (const one of imports) {
      const key = one.path.toLowerCase();
      if (one.disabled || seen.has(key) || seen.size >= mostModules) {
        continue;
      }
      seen.add(key);
      const folders = [...(replacements.get(one.path) ?? []), ...moduleFolders(one, config)].flatMap(
        (folder) => readableFolder(folder) ?? [],
      );
      folders.forEach((folder) => places.add(folder));
      const folder = await firstFolder(source, folders);
      if (folder === undefined) {
        missing.push(one.path);
        continue;
      }
      const module = one.ignoreConfig ? moduleConfig([]) : await readModuleConfig(source, folder);
      const mounts = mountsOf(one, module);
      found.push({ folder, origin: one.kind, mounts, config: module });
      if (!one.ignoreImports) {
        await collect(module.imports);
      }
    }
  };
  await collect(config.imports);
  return { found, missing, places: [...places] };
}

async function firstFolder(source: SiteSource, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    if ((await listFolder(source, folder)) !== undefined) {
      return folder;
    }
  }
  return undefined;
}

async function readModuleConfig(source: SiteSource, folder: string): Promise<ModuleConfig> {
  return moduleConfig(await readConfigFiles(source, folder));
}

function mountsOf(one: ModuleImport, module: ModuleConfig): readonly Mount[] {
  if (one.noMounts) {
    return [];
  }
  return [one.mounts, module.mounts, defaultModuleMounts].find((mounts) => mounts.length > 0) ?? [];
}

/** Lines such as `replace github.com/a/b => ../b`, alone or in a block; only folders count, as nothing is fetched. */
async function readGoReplacements(source: SiteSource): Promise<Map<string, [folder: string]>> {
  const [goMod] = await readTexts(source, ['go.mod']);
  const replacements = new Map<string, [folder: string]>();
  for (const line of goMod?.text.split('\n') ?? []) {
    const [from, to] = line.replace(/^\s*replace\s/, '').split('=>');
    const folder = to?.trim() ?? '';
    const path = from?.trim().split(/\s/)[0];
    if (path && /^\.\.?\//.test(folder)) {
      replacements.set(path, [folder]);
    }
  }
  return replacements;
}
