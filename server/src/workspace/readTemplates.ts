import type { ShortcodeFile, TemplateFacts } from '../core/site/shortcodeDefinitions.ts';
import { shortcodeTemplateOf } from '../core/site/shortcodeTemplates.ts';
import { leadingComment } from '../core/templates/leadingComment.ts';
import { parseTemplate } from '../core/templates/parse.ts';
import { takesInner } from '../core/templates/takesInner.ts';
import { joinPath } from '../core/text/path.ts';
import type { SiteLayout } from './readLayout.ts';
import type { SiteSource } from './siteSource.ts';
import { uriAt } from './uris.ts';
import { walkFolder } from './walkFolder.ts';

export interface SiteTemplates {
  /** By URI. */
  readonly shortcodes: ReadonlyMap<string, ShortcodeFile>;
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
  return { shortcodes: await readShortcodes(source, layout, paths), complete };
}

/** Reads the shortcode templates among `paths` (relative to the site). */
export async function readShortcodes(
  { fileSystem, root, slices }: SiteSource,
  layout: SiteLayout,
  paths: readonly string[],
): Promise<Map<string, ShortcodeFile>> {
  const files = paths.flatMap((path) => toShortcodeFile(root, layout, path) ?? []);
  const shortcodes = new Map<string, ShortcodeFile>();
  for (const file of files) {
    const [text] = await fileSystem.readMany([file.uri]);
    shortcodes.set(file.uri, { ...file.shortcode, facts: text === undefined ? undefined : factsOf(text) });
    await slices.pause();
  }
  return shortcodes;
}

export function isShortcodePath(layout: SiteLayout, path: string): boolean {
  return toShortcodeFile('', layout, path) !== undefined;
}

function toShortcodeFile(
  root: string,
  { mounts, modules, config }: SiteLayout,
  path: string,
): { uri: string; shortcode: Omit<ShortcodeFile, 'facts'> } | undefined {
  const mounted = mounts.classify(path);
  const template =
    mounted?.component === 'layouts' ? shortcodeTemplateOf(mounted.logicalPath, config) : undefined;
  if (mounted === undefined || template === undefined) {
    return undefined;
  }
  const uri = uriAt(root, path);
  const { folder, origin } = mounted.module;
  return {
    uri,
    shortcode: {
      name: template.name,
      source: { uri, path, origin },
      rank: origin === 'project' ? 0 : 1 + modules.found.findIndex((module) => module.folder === folder),
    },
  };
}

function factsOf(text: string): TemplateFacts {
  return { takesInner: takesInner(parseTemplate(text).tree), documentation: leadingComment(text) };
}
