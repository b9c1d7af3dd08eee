import type { Component } from '../core/config/types.ts';
import { ignoredPaths } from '../core/site/ignoredPaths.ts';
import type { MountedModule } from '../core/site/mounts.ts';
import type { TemplateSource } from '../core/site/snapshot.ts';
import { partComponents } from './changes.ts';
import type { Place, PlaceRule } from './places.ts';
import type { SiteLayout } from './readLayout.ts';
import { uriAt } from './uris.ts';

/** A file of the project, a theme or a module. */
export interface MountedPlace extends Place {
  /** Relative to the site. */
  readonly path: string;
  readonly component: Component;
  /** Below the component. */
  readonly logicalPath: string;
  readonly source: TemplateSource & { readonly uri: string };
  /** The place of its module in the order of precedence; 0 is the project. */
  readonly rank: number;
}

/** Which files belong to a part. */
export function mountedRule(
  root: string,
  { config, mounts, modules }: SiteLayout,
  part: keyof typeof partComponents,
): PlaceRule<MountedPlace> {
  const isIgnored = ignoredPaths(config);
  const components: readonly Component[] = partComponents[part];
  const rankOf = ({ origin, folder }: MountedModule): number =>
    origin === 'project' ? 0 : 1 + modules.found.findIndex((module) => module.folder === folder);
  return (path) => {
    const mounted = mounts.classify(path);
    if (
      mounted === undefined ||
      !components.includes(mounted.component) ||
      isIgnored(mounted.logicalPath, path)
    ) {
      return undefined;
    }
    const { component, logicalPath, module } = mounted;
    const uri = uriAt(root, path);
    const source = { uri, path, origin: module.origin };
    return { uri, path, component, logicalPath, source, rank: rankOf(module) };
  };
}
