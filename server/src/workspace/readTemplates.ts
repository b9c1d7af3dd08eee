import type { ShortcodeFile } from '../core/site/shortcodeDefinitions.ts';
import { shortcodeTemplateOf } from '../core/site/shortcodeTemplates.ts';
import { partialNameOf, partialsBy, templateFacts, type PartialFile } from '../core/site/templateFacts.ts';
import type { PartialOf } from '../core/templates/shortcodeSignature.ts';
import type { MountedModule } from '../core/site/mounts.ts';
import { joinPath } from '../core/text/path.ts';
import type { SiteLayout } from './readLayout.ts';
import type { SiteSource } from './siteSource.ts';
import { uriAt } from './uris.ts';
import { walkFolder } from './walkFolder.ts';

export interface SiteTemplates {
  /** By URI. */
  readonly shortcodes: ReadonlyMap<string, ShortcodeFile>;
  /** What the shortcodes call. */
  readonly partialOf: PartialOf;
  /** All template folders could be listed. */
  readonly complete: boolean;
}

/** Reads every shortcode template of a site, its themes and its modules. */
export async function readTemplates(source: SiteSource, layout: SiteLayout): Promise<SiteTemplates> {
  const paths: string[] = [];
  let complete = true;
  for (const folder of layout.mounts.folders(['layouts'])) {
    const content = await walkFolder(source, folder);
    complete &&= content.complete;
    paths.push(...content.files.map((path) => joinPath(folder, path)));
  }
  const partialOf = partialsBy(await readPartials(source, layout, paths));
  return { shortcodes: await readShortcodes(source, layout, paths, partialOf), partialOf, complete };
}

/** Reads the shortcode templates among `paths` (relative to the site). */
export async function readShortcodes(
  { fileSystem, root, slices }: SiteSource,
  layout: SiteLayout,
  paths: readonly string[],
  partialOf: PartialOf,
): Promise<Map<string, ShortcodeFile>> {
  const files = paths.flatMap((path) => toShortcodeFile(root, layout, path) ?? []);
  const shortcodes = new Map<string, ShortcodeFile>();
  for (const file of files) {
    const [text] = await fileSystem.readMany([file.uri]);
    const facts = text === undefined ? undefined : templateFacts(file.path, text, partialOf);
    shortcodes.set(file.uri, { ...file.shortcode, facts });
    await slices.pause();
  }
  return shortcodes;
}

async function readPartials(
  { fileSystem, root, slices }: SiteSource,
  { mounts, modules }: SiteLayout,
  paths: readonly string[],
): Promise<PartialFile[]> {
  const partials: PartialFile[] = [];
  for (const path of paths) {
    const mounted = mounts.classify(path);
    const name = mounted?.component === 'layouts' ? partialNameOf(mounted.logicalPath) : undefined;
    if (mounted !== undefined && name !== undefined) {
      const [text] = await fileSystem.readMany([uriAt(root, path)]);
      if (text !== undefined) {
        partials.push({ name, path, text, rank: rankOf(mounted.module, modules) });
      }
      await slices.pause();
    }
  }
  return partials;
}

export function isPartialPath({ mounts }: SiteLayout, path: string): boolean {
  const mounted = mounts.classify(path);
  return mounted?.component === 'layouts' && partialNameOf(mounted.logicalPath) !== undefined;
}

export function isShortcodePath(layout: SiteLayout, path: string): boolean {
  return toShortcodeFile('', layout, path) !== undefined;
}

function toShortcodeFile(
  root: string,
  { mounts, modules, config }: SiteLayout,
  path: string,
): { uri: string; path: string; shortcode: Omit<ShortcodeFile, 'facts'> } | undefined {
  const mounted = mounts.classify(path);
  const template =
    mounted?.component === 'layouts' ? shortcodeTemplateOf(mounted.logicalPath, config) : undefined;
  if (mounted === undefined || template === undefined) {
    return undefined;
  }
  const uri = uriAt(root, path);
  return {
    uri,
    path,
    shortcode: {
      name: template.name,
      source: { uri, path, origin: mounted.module.origin },
      rank: rankOf(mounted.module, modules),
    },
  };
}

function rankOf({ origin, folder }: MountedModule, modules: SiteLayout['modules']): number {
  return origin === 'project' ? 0 : 1 + modules.found.findIndex((module) => module.folder === folder);
}
