import { findField } from '../../hugo/frontMatterFields.ts';
import { isKnownKey, readerBelow } from '../../schema/readKeys.ts';
import { findArgument, shortcodeSchema, type ShortcodeSchema } from '../../schema/shortcodeSchema.ts';
import { callsOn, treeOf } from '../../site/pageCalls.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { ShortcodeTag } from '../../shortcodes/types.ts';
import { covers, range, type TextRange } from '../../text/range.ts';
import { schemaPath } from '../../schema/schemaPath.ts';
import { callsIn } from './contentParts.ts';

export const tokenTypes = ['function', 'parameter', 'property'] as const;
/** Hugo's own. */
export const tokenModifiers = ['defaultLibrary'] as const;

export interface SemanticToken {
  readonly range: TextRange;
  readonly type: (typeof tokenTypes)[number];
  readonly isOfHugo: boolean;
}

/**
 * What has a meaning in this site, in the order of the text, as far as it touches `within`: shortcodes that exist, arguments that their templates read, keys
 * that templates or Hugo read. What is misspelt keeps the color that a grammar gives to anything. While templates are being read, nothing has.
 */
export function semanticTokens(
  site: SiteSnapshot,
  page: PageDocument,
  within: TextRange = range(0, page.text.length),
): readonly SemanticToken[] {
  return site.progress.templates
    ? [...keyTokens(site, page), ...callTokens(site, page)]
        .filter((token) => covers(within, token.range))
        .sort((a, b) => a.range.start - b.range.start)
    : [];
}

function keyTokens(site: SiteSnapshot, page: PageDocument): readonly SemanticToken[] {
  const known = new Map<string, boolean>();
  return (page.outline?.entries ?? []).flatMap(({ path, keyRange }): readonly SemanticToken[] => {
    const keys = schemaPath(path, site.hugo);
    return isRead(site, keys, known)
      ? [{ range: keyRange, type: 'property', isOfHugo: findField(keys) !== undefined }]
      : [];
  });
}

/** Where a map is read as a whole, all of its keys are. */
function isRead(site: SiteSnapshot, path: readonly string[], known: Map<string, boolean>): boolean {
  const id = path.join('\n');
  const parent = path.slice(0, -1);
  const keys = parent.at(-1) === '[]' ? parent.slice(0, -1) : parent;
  const answer =
    known.get(id) ??
    (isKnownKey(site, path) ||
      (keys.length > 0 && readerBelow(site, parent) === undefined && isRead(site, keys, known)));
  known.set(id, answer);
  return answer;
}

function callTokens(site: SiteSnapshot, page: PageDocument): readonly SemanticToken[] {
  const schemas = new Map<string, ShortcodeSchema | undefined>();
  const schemaOf = (name: string): ShortcodeSchema | undefined => {
    if (!schemas.has(name)) {
      schemas.set(name, site.shortcode(name) && shortcodeSchema(site, name));
    }
    return schemas.get(name);
  };
  const closers = callsIn(treeOf(site, page).calls).flatMap(({ close }) => close ?? []);
  return [...callsOn(page), ...closers].flatMap((tag) => {
    const schema = schemaOf(tag.name);
    return schema === undefined || tag.name === '' ? [] : tokensOf(tag, schema);
  });
}

function tokensOf(tag: ShortcodeTag, schema: ShortcodeSchema): readonly SemanticToken[] {
  const isOfHugo = schema.embedded !== undefined;
  return [
    { range: tag.nameRange, type: 'function', isOfHugo },
    ...tag.args.flatMap(({ name, nameRange }): readonly SemanticToken[] =>
      name !== undefined &&
      nameRange !== undefined &&
      (schema.isOpen || findArgument(schema, name) !== undefined)
        ? [{ range: nameRange, type: 'parameter', isOfHugo }]
        : [],
    ),
  ];
}
