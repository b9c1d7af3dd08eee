import type { HugoVersion } from './version.ts';

/**
 * The releases at which something changed that a writer's files feel, and that several places ask for: read in Hugo's tags from 0.111.3 to 0.165.0,
 * or asked of the releases themselves, up to 0.168.0.
 */
export const changedIn = {
  /** `params` in front matter, `build` for `_build`, paths of content without regard to case; upper-case extensions are content. */
  contentModel: '0.123.0',
  /** Attributes of a code block that Goldmark cannot read stop the build; before, Hugo went on without them. */
  fenceAttributeErrors: '0.112.0',
  /** Content in HTML stops the build, unless `security.allowContent` allows it; in Org some releases later. */
  htmlRefused: '0.162.0',
  orgRefused: '0.166.0',
  /** A number stops the build as `linenos` of a code block; before, it meant yes or no. */
  lineNumberErrors: '0.156.0',
  /** What is wrong in a call of `highlight` stops the build; before, Hugo went on without the code. */
  highlightErrors: '0.121.0',
  /** A comment of HTML in Markdown vanishes where raw HTML is not allowed; before, a note stood in its place. */
  hiddenComments: '0.143.0',
  /** Templates in `_shortcodes`, `_partials` and below sections; shortcode names without regard to case. */
  templateLayout: '0.146.0',
  /** TOML 1.1: maps in braces over several lines, a comma before their closing brace, `\x41`, times without seconds. */
  toml11: '0.164.0',
} as const satisfies Record<string, HugoVersion>;
