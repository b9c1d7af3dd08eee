import { findFence } from '../frontMatter/fence.ts';
import { outlineOf } from '../frontMatter/outline.ts';
import type { HugoRange } from '../hugo/version.ts';
import { isContentPath } from './contentFile.ts';
import { toPageKeys } from './pageRecord.ts';
import type { Archetype, TemplateSource } from './snapshot.ts';

/**
 * What an archetype prescribes. `path` is below the archetypes directory: `blogg.md`, and `blogg/index.md` for the page of a bundle; other files of a
 * bundle are none. Values that a template action makes are left out, and an action never hides the keys after it.
 */
export function toArchetype(
  path: string,
  text: string,
  source: TemplateSource,
  rank: number,
  hugo: HugoRange,
): Archetype | undefined {
  const name = archetypeName(path, hugo);
  if (name === undefined) {
    return undefined;
  }
  const plain = withoutActions(text);
  const { fence } = findFence(plain, hugo);
  const keys = fence === undefined ? [] : toPageKeys(outlineOf(plain, fence), hugo);
  return {
    name,
    source,
    rank,
    ...(fence !== undefined && { format: fence.format }),
    ...(text.length <= longestArchetype && { text }),
    keys: keys
      .filter(({ id }) => !isMade(id))
      .map((key) => ({ ...key, values: key.values.filter((value) => !isMade(value)) })),
  };
}

/**
 * The archetypes that `hugo new content <kind>/…` looks for, best first (create/content.go): those of the kind, which is the first folder of the page or
 * what `--kind` says, then the default; those of the project before those of themes.
 */
export function archetypesFor(archetypes: readonly Archetype[], kind: string): readonly Archetype[] {
  return [...new Set([kind.toLowerCase(), 'default'])].flatMap((name) =>
    archetypes
      .filter((archetype) => archetype.name.toLowerCase() === name)
      .toSorted((a, b) => a.rank - b.rank),
  );
}

function archetypeName(path: string, hugo: HugoRange): string | undefined {
  const [, folder, file] = /^(?:([^/]+)\/)?([^/.]+)\.[^/]*$/.exec(path) ?? [];
  const isIndex = file === 'index' || file === '_index';
  return isContentPath(path, hugo) && (folder === undefined || isIndex) ? (folder ?? file) : undefined;
}

const longestArchetype = 100_000;

/** Stands for what an action makes: no letter, no quote and no bracket of any format. */
const made = '\uE000';

/** The text at the same offsets without the actions, whose quotes and braces would look like those of front matter; blanks before the fence. An unfinished one ends with its line. */
export function withoutActions(text: string): string {
  return text
    .replace(/\{\{[\s\S]*?\}\}|\{\{.*/g, (action) => made.repeat(action.length))
    .replace(/^[\s\uE000]+/, (before) => before.replaceAll(made, ' '));
}

function isMade(text: string): boolean {
  return text.includes(made);
}
