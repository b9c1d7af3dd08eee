// Every page that is not shown is there for lists, menus and references. What Hugo would not publish is left out, and a text that Hugo would
// stop at gives way to its front matter, so that a fault in one page never keeps another from being shown.
import type { SiteConfig } from '../config/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { publishState, type PublishState } from '../site/publishState.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { pairTags } from '../shortcodes/pairs.ts';
import type { TakesInner } from '../shortcodes/types.ts';

export interface OtherPageRule {
  readonly config: SiteConfig;
  /** The moment, RFC 3339. */
  readonly now: string;
  readonly isKnown: (shortcode: string) => boolean;
  readonly takesInner: TakesInner;
  /** Whether the page may keep its body. */
  readonly isWhole: (uri: string) => boolean;
}

/** As long as a theme or module is missing any shortcode may be known: it gets a spare template. */
export function otherPageRule(
  site: SiteSnapshot,
  now: string,
  isWhole: (uri: string) => boolean = () => true,
): OtherPageRule {
  return {
    config: site.config,
    now,
    isKnown: (name) => !site.shortcodesComplete || site.shortcode(name) !== undefined,
    takesInner: (name) => site.shortcode(name)?.takesInner,
    isWhole,
  };
}

/** What Hugo gets of a page that is not shown; `undefined` for one that a plain `hugo` does not publish. */
export function otherPage(page: PageDocument, rule: OtherPageRule): string | undefined {
  if (!isPublished(page, rule)) {
    return undefined;
  }
  return rule.isWhole(page.uri) && !stopsHugo(page, rule) ? page.text : stubOf(page);
}

const leftOut = new Set<PublishState>(['draft', 'scheduled', 'expired']);

/** A list page is always there, with a file or without. */
function isPublished(page: PageDocument, { config, now }: OtherPageRule): boolean {
  return !leftOut.has(publishState(page, config, now)) || /\/_index\.[^/]*$/.test(page.uri);
}

/** Whether Hugo's lexer or its search for templates would stop at the page. */
function stopsHugo({ text, shortcodes }: PageDocument, { isKnown, takesInner }: OtherPageRule): boolean {
  if (!text.includes('{{')) {
    return false;
  }
  const { tags, problems } = shortcodes;
  const isUnknown = tags.some(
    ({ kind, name, inline }) => kind !== 'comment' && name !== '' && !inline && !isKnown(name),
  );
  const { unclosed, unopened, needless } = pairTags(tags, takesInner);
  return isUnknown || problems.length + unclosed.length + unopened.length + needless.length > 0;
}

/** The front matter alone. */
function stubOf({ text, fence }: PageDocument): string {
  return text.slice(0, fence?.bodyStart ?? 0);
}
