// What the rules on calls ask again and again: the calls of a page, and what is proven of the shortcodes that they call.
import { shortcodeSchema, type ShortcodeSchema } from '../../../schema/shortcodeSchema.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import type { Argument, ShortcodeTag } from '../../../shortcodes/types.ts';
import { range, type TextRange } from '../../../text/range.ts';

/** A call that Hugo reads, with what the site says of its shortcode. */
export interface ProvenCall {
  readonly tag: ShortcodeTag;
  readonly schema: ShortcodeSchema;
}

const calls = new WeakMap<PageDocument, readonly ShortcodeTag[]>();

/** The calls that Hugo's lexer accepts, without their closing tags and without those of inline shortcodes. */
export function callsOn(page: PageDocument): readonly ShortcodeTag[] {
  const found =
    calls.get(page) ??
    page.shortcodes.tags.filter(
      ({ kind, sound, inline, name }) =>
        (kind === 'open' || kind === 'selfClosing') && sound && !inline && name !== '',
    );
  calls.set(page, found);
  return found;
}

const proven = new WeakMap<PageDocument, WeakMap<SiteSnapshot, readonly ProvenCall[]>>();

/** Those of them whose template is known for sure: a theme that is not on disk may replace every shortcode but the project's own. */
export function provenCalls(site: SiteSnapshot, page: PageDocument): readonly ProvenCall[] {
  const ofPage = proven.get(page) ?? new WeakMap<SiteSnapshot, readonly ProvenCall[]>();
  const found = ofPage.get(site) ?? (site.progress.templates ? [...findProven(site, page)] : []);
  proven.set(page, ofPage.set(site, found));
  return found;
}

function* findProven(site: SiteSnapshot, page: PageDocument): Iterable<ProvenCall> {
  for (const tag of callsOn(page)) {
    const schema = schemaOf(site, tag.name);
    const origin = schema.definition?.sources[0]?.origin;
    if (origin === 'project' || (origin !== undefined && site.shortcodesComplete)) {
      yield { tag, schema };
    }
  }
}

const schemas = new WeakMap<SiteSnapshot, Map<string, ShortcodeSchema>>();

function schemaOf(site: SiteSnapshot, name: string): ShortcodeSchema {
  const known = schemas.get(site) ?? new Map<string, ShortcodeSchema>();
  schemas.set(site, known);
  const schema = known.get(name) ?? shortcodeSchema(site, name);
  known.set(name, schema);
  return schema;
}

/** What the call gives under this name, or at this position; of a name that stands twice the last one counts. */
export function givenAs({ args }: ShortcodeTag, key: string | number | undefined): Argument | undefined {
  return typeof key === 'number'
    ? args[key]?.name === undefined
      ? args[key]
      : undefined
    : args.findLast(({ name }) => name !== undefined && name === key);
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
