import { OpenStack } from './openStack.ts';
import { rolesOf, type Role } from './roles.ts';
import type { ShortcodeTag, TakesInner } from './types.ts';

/** Which closing tag belongs to which opening one, and what is left over. */
export interface Pairs {
  /** From an opening tag to its closing tag, and back. */
  readonly partnerOf: ReadonlyMap<ShortcodeTag, ShortcodeTag>;
  /** Opening tags that take inner content for sure, and that nothing closes. */
  readonly unclosed: readonly ShortcodeTag[];
  /** Closing tags for which nothing is open. */
  readonly unopened: readonly ShortcodeTag[];
  /** Closing and self-closing tags of shortcodes that take no inner content for sure. */
  readonly needless: readonly ShortcodeTag[];
}

/**
 * Pairs tags as Hugo does where Hugo is content: a closing tag closes the innermost open shortcode, whatever its name, so that
 * `{{< a >}}{{< b >}}{{< /a >}}{{< /b >}}` is right (hugolib/shortcode.go, `extractShortcode`). Where Hugo refuses, it names one place,
 * often not the guilty one. There we pair by name and say of each tag what it lacks.
 */
export function pairTags(tags: readonly ShortcodeTag[], takesInner: TakesInner): Pairs {
  const roles = rolesOf(tags, takesInner);
  const pairing = new Pairing();
  for (let start = 0; start < roles.length;) {
    const { end, sound } = regionAt(roles, start);
    const region = roles.slice(start, end);
    if (sound) {
      pairing.pairInnermost(region);
    } else {
      pairing.pairByName(region);
    }
    start = end;
  }
  return pairing;
}

/**
 * The tags from `start` up to where the next shortcode opens while none is open, and whether Hugo accepts them. A closing tag whose name
 * occurred nowhere before stops Hugo's lexer, so it closes nothing.
 */
function regionAt(roles: readonly Role[], start: number): { readonly end: number; readonly sound: boolean } {
  let depth = 0;
  let sound = true;
  let end = start;
  for (; end < roles.length; end++) {
    const role = roles[end];
    if (role?.does === 'open') {
      if (depth === 0 && end > start) {
        break;
      }
      depth++;
    } else if (role?.does === 'close') {
      const closes = depth > 0 && role.named;
      sound &&= closes;
      depth -= closes ? 1 : 0;
    }
  }
  return { end, sound: sound && depth === 0 };
}

class Pairing implements Pairs {
  readonly partnerOf = new Map<ShortcodeTag, ShortcodeTag>();
  readonly unclosed: ShortcodeTag[] = [];
  readonly unopened: ShortcodeTag[] = [];
  readonly needless: ShortcodeTag[] = [];

  pairInnermost(region: readonly Role[]): void {
    const open = new OpenStack();
    for (const { tag, does } of region) {
      if (does === 'open') {
        open.push(tag);
      } else if (does === 'close') {
        this.#pair(open.pop(), tag);
      } else {
        this.needless.push(tag);
      }
    }
  }

  pairByName(region: readonly Role[]): void {
    const open = new OpenStack();
    const proven = new Set<ShortcodeTag>();
    const lost = new Map<string, ShortcodeTag[]>();
    const lose = (tag: ShortcodeTag): void => {
      const ofName = lost.get(tag.name) ?? [];
      ofName.push(tag);
      lost.set(tag.name, ofName);
    };
    for (const role of region) {
      const { tag } = role;
      if (role.does === 'open') {
        open.push(tag);
        if (role.proven) {
          proven.add(tag);
        }
      } else if (role.does === 'close') {
        this.#close(role, open, lost, lose);
      } else {
        this.needless.push(tag);
      }
    }
    open.popTo(() => false, lose);
    const left = [...lost.values()].flat().filter((tag) => proven.has(tag));
    for (const tag of left.sort((a, b) => a.range.start - b.range.start)) {
      this.unclosed.push(tag);
    }
  }

  #close(
    role: Role,
    open: OpenStack,
    lost: Map<string, ShortcodeTag[]>,
    lose: (tag: ShortcodeTag) => void,
  ): void {
    const { tag } = role;
    if (tag.name === '') {
      this.#pairOrMiss(open.pop(), role);
    } else if (open.has(tag.name)) {
      this.#pair(
        open.popTo(({ name }) => name === tag.name, lose),
        tag,
      );
    } else if (lost.get(tag.name)?.pop() === undefined) {
      this.#pairOrMiss(undefined, role);
    }
  }

  #pairOrMiss(opener: ShortcodeTag | undefined, { tag, proven, plain }: Role): void {
    if (opener !== undefined) {
      this.#pair(opener, tag);
    } else if (proven) {
      (plain ? this.needless : this.unopened).push(tag);
    }
  }

  #pair(opener: ShortcodeTag | undefined, closer: ShortcodeTag): void {
    if (opener !== undefined) {
      this.partnerOf.set(opener, closer);
      this.partnerOf.set(closer, opener);
    }
  }
}
