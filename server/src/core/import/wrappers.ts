// The shortcodes of a site in which its pages put a lead paragraph or a quotation.
import type { Delimiter } from '../shortcodes/types.ts';
import type { AskedPage } from '../schema/askedPage.ts';
import { likelyDelimiter } from '../schema/callDelimiter.ts';
import { callVotes } from '../schema/callVotes.ts';
import { shortcodeSchema } from '../schema/shortcodeSchema.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';

export interface Wrapper {
  readonly name: string;
  readonly delimiter: Delimiter;
  /** What stands in it is read as Markdown; else it is HTML. */
  readonly isMarkdown: boolean;
}

const names = {
  lead: ['ingress', 'lead', 'intro', 'preamble', 'manchet', 'standfirst', 'lede'],
  quote: ['quote', 'citat', 'sitat', 'blockquote', 'pullquote', 'quotation'],
} as const;

/** The one that most pages use, of those that need no argument; `undefined` where the site has none, or no page uses it. */
export function findWrapper(
  site: SiteSnapshot,
  asked: AskedPage,
  kind: keyof typeof names,
): Wrapper | undefined {
  const known: readonly string[] = names[kind];
  const [definition] = site
    .shortcodes()
    .filter(({ name, takesInner, sources }) => {
      const isOwn = takesInner === true && sources[0]?.origin !== 'embedded';
      return isOwn && known.includes(name.toLowerCase()) && site.shortcodeUse(name).pages > 0;
    })
    .filter(({ name }) => !shortcodeSchema(site, name).arguments.some(({ isRequired }) => isRequired))
    .toSorted((a, b) => site.shortcodeUse(b.name).pages - site.shortcodeUse(a.name).pages);
  if (definition === undefined) {
    return undefined;
  }
  const delimiter = likelyDelimiter(definition, callVotes(site, asked));
  const isMarkdown = delimiter === '%' || definition.signature?.inner.markdown !== undefined;
  return { name: definition.name, delimiter, isMarkdown };
}
