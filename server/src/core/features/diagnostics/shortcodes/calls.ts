// What the rules on calls ask again and again: the calls of a page whose shortcodes are proven, with what is proven of them.
import { shortcodeSchema, type ShortcodeSchema } from '../../../schema/shortcodeSchema.ts';
import { callsOn } from '../../../site/pageCalls.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { ShortcodeDefinition, SiteSnapshot } from '../../../site/snapshot.ts';
import type { ShortcodeTag } from '../../../shortcodes/types.ts';
import { memoize, memoizeBoth } from '../../../text/memoize.ts';
import { range, type TextRange } from '../../../text/range.ts';

/** A call that Hugo reads, with what the site says of its shortcode. */
export interface ProvenCall {
  readonly tag: ShortcodeTag;
  readonly schema: ShortcodeSchema;
}

/** The calls whose template is known for sure: a theme that is not on disk may replace every shortcode but the project's own. */
export function provenCalls(site: SiteSnapshot, page: PageDocument): readonly ProvenCall[] {
  return provenOn(page, site);
}

const provenOn = memoizeBoth((page: PageDocument, site: SiteSnapshot): readonly ProvenCall[] => {
  const schemas = new Map<string, ShortcodeSchema | undefined>();
  return !site.progress.templates
    ? []
    : callsOn(page).flatMap((tag) => {
        if (!schemas.has(tag.name)) {
          schemas.set(tag.name, isProven(site, tag.name) ? schemaOf(site, tag.name) : undefined);
        }
        const schema = schemas.get(tag.name);
        return schema === undefined ? [] : { tag, schema };
      });
});

function isProven(site: SiteSnapshot, name: string): boolean {
  const origin = site.shortcode(name)?.sources[0]?.origin;
  return origin === 'project' || (origin !== undefined && site.shortcodesComplete);
}

interface Known {
  readonly schema: ShortcodeSchema;
  /** All that it was made of. */
  readonly basis: readonly unknown[];
}

const schemasOf = memoize<readonly ShortcodeDefinition[], Map<string, Known>>(() => new Map());

/** A page changes with every letter, and what the site says of a shortcode hardly ever. */
function schemaOf(site: SiteSnapshot, name: string): ShortcodeSchema {
  const schemas = schemasOf(site.shortcodes());
  const basis = [site.hugo, site.team, site.argumentStats(name), site.shortcodeUse(name).pages];
  const known = schemas.get(name);
  if (known?.basis.every((each, at) => each === basis[at]) === true) {
    return known.schema;
  }
  const schema = shortcodeSchema(site, name);
  schemas.set(name, { schema, basis });
  return schema;
}

/** What has to go together with an argument. */
export function withBlanksBefore(text: string, { start, end }: TextRange): TextRange {
  let from = start;
  while (from > 0 && blanks.has(text.charAt(from - 1))) {
    from--;
  }
  return range(from, end);
}

const blanks = new Set([' ', '\t', '\r', '\n']);
