import { findArgument, shortcodeSchema, type ShortcodeSchema } from '../../schema/shortcodeSchema.ts';
import { callsOn } from '../../site/pageCalls.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { covers, type TextRange } from '../../text/range.ts';

/** What is shown in front of an argument that is given by its place. */
export interface ArgumentHint {
  /** UTF-16. */
  readonly offset: number;
  readonly name: string;
}

/** The names that arguments without one have in the templates of their shortcodes, for the calls in `within`. */
export function argumentHints(
  site: SiteSnapshot,
  page: PageDocument,
  within: TextRange,
): readonly ArgumentHint[] {
  const schemas = new Map<string, ShortcodeSchema>();
  return callsOn(page)
    .filter((tag) => covers(within, tag.range))
    .flatMap(({ name: shortcode, args }) => {
      const schema = schemas.get(shortcode) ?? shortcodeSchema(site, shortcode);
      schemas.set(shortcode, schema);
      return args.flatMap(({ name, value, range }, position) => {
        const argument = name === undefined ? findArgument(schema, position) : undefined;
        const known = argument?.name ?? argument?.variable;
        return known === undefined || known === value ? [] : { offset: range.start, name: known };
      });
    });
}
