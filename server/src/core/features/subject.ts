import type { OutlineEntry, ScalarNode } from '../frontMatter/types.ts';
import { findTagAt } from '../shortcodes/place.ts';
import type { Argument, ShortcodeTag } from '../shortcodes/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { ShortcodeDefinition, SiteSnapshot } from '../site/snapshot.ts';
import type { ArgumentKey } from '../templates/signature.ts';
import { touches, type TextRange } from '../text/range.ts';

export interface KeySubject {
  readonly kind: 'key';
  readonly range: TextRange;
  readonly entry: OutlineEntry;
}

export interface ValueSubject {
  readonly kind: 'value';
  readonly range: TextRange;
  readonly entry: OutlineEntry;
  readonly scalar: ScalarNode;
}

export interface ShortcodeSubject {
  readonly kind: 'shortcode';
  readonly range: TextRange;
  readonly tag: ShortcodeTag;
  readonly definition: ShortcodeDefinition;
}

export interface ArgumentSubject {
  readonly kind: 'argument' | 'argumentValue';
  readonly range: TextRange;
  readonly tag: ShortcodeTag;
  readonly definition: ShortcodeDefinition;
  readonly argument: Argument;
  /** Its name, or its zero-based position. */
  readonly key: ArgumentKey;
}

/** What a writer points at: a part of the front matter, or of a call of a shortcode that the site has. */
export type Subject = KeySubject | ValueSubject | ShortcodeSubject | ArgumentSubject;

/** What stands at `offset` (UTF-16) of the page, or ends there. */
export function subjectAt(site: SiteSnapshot, page: PageDocument, offset: number): Subject | undefined {
  return offset < (page.fence?.bodyStart ?? 0)
    ? inFrontMatter(page.outline?.entries ?? [], offset)
    : inShortcode(site, page, offset);
}

function inFrontMatter(entries: readonly OutlineEntry[], offset: number): Subject | undefined {
  for (const entry of entries) {
    if (touches(entry.keyRange, offset)) {
      return { kind: 'key', range: entry.keyRange, entry };
    }
    const scalar = entry.scalars.find(({ range }) => touches(range, offset));
    if (scalar !== undefined) {
      return { kind: 'value', range: scalar.range, entry, scalar };
    }
  }
  return undefined;
}

function inShortcode(site: SiteSnapshot, page: PageDocument, offset: number): Subject | undefined {
  const tag = findTagAt(page.shortcodes, offset);
  const definition = tag === undefined || tag.kind === 'comment' ? undefined : site.shortcode(tag.name);
  if (tag === undefined || definition === undefined) {
    return undefined;
  }
  return touches(tag.nameRange, offset)
    ? { kind: 'shortcode', range: tag.nameRange, tag, definition }
    : inArgument(tag, definition, offset);
}

function inArgument(
  tag: ShortcodeTag,
  definition: ShortcodeDefinition,
  offset: number,
): ArgumentSubject | undefined {
  let position = 0;
  for (const argument of tag.args) {
    const { name, nameRange, valueRange, range } = argument;
    if (touches(range, offset)) {
      const isName = nameRange !== undefined && touches(nameRange, offset);
      const of = isName ? nameRange : valueRange;
      const key = name ?? position;
      const kind = isName ? 'argument' : 'argumentValue';
      return touches(of, offset) ? { kind, range: of, tag, definition, argument, key } : undefined;
    }
    position += name === undefined ? 1 : 0;
  }
  return undefined;
}
