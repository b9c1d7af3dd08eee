import type { HugoVersion } from './version.ts';

/** The releases at which something changed that a writer's files feel: read in the tags of Hugo's source, 0.111.3 to 0.165.0. */
export const changedIn = {
  /** The first release we recorded facts of. */
  recorded: '0.111.0',
  /** `params` in front matter, `build` for `_build`, content paths lower-cased; upper-case extensions are content. */
  contentModel: '0.123.0',
  /** Templates in `_shortcodes`, `_partials` and below sections; shortcode names without regard to case. */
  templateLayout: '0.146.0',
  /** YAML is read by goccy/go-yaml in place of go-yaml, a YAML 1.1 reader. */
  goccyYaml: '0.152.0',
  /** `sites.matrix` and `files` on mounts. */
  sitesMatrix: '0.153.0',
  /** The newest release we looked at. */
  newest: '0.165.0',
} as const satisfies Record<string, HugoVersion>;
