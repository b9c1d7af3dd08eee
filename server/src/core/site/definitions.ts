import type { HugoRange } from '../hugo/version.ts';
import { shortcodeKey } from './shortcodeTemplates.ts';
import type { ShortcodeDefinition } from './snapshot.ts';

/** What a page can call, by name. */
export interface Definitions {
  readonly sorted: readonly ShortcodeDefinition[];
  /** The one that Hugo takes for `name`: spelled the same, or else the same as far as this range of Hugo looks. */
  find(name: string, hugo: HugoRange): ShortcodeDefinition | undefined;
}

export function definitionsOf(shortcodes: readonly ShortcodeDefinition[]): Definitions {
  const sorted = shortcodes.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const byName = new Map(sorted.map((definition) => [definition.name, definition]));
  const byFoldedName = new Map(sorted.map((definition) => [definition.name.toLowerCase(), definition]));
  return {
    sorted,
    find: (name, hugo) =>
      byName.get(name) ?? (ignoresCase(hugo) ? byFoldedName.get(name.toLowerCase()) : undefined),
  };
}

/** Whether this range of Hugo may take `Box` for `box`. */
export function ignoresCase(hugo: HugoRange): boolean {
  return shortcodeKey('A', hugo) === shortcodeKey('a', hugo);
}
