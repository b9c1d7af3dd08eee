import type { ShortcodeTag } from './types.ts';

/** The shortcodes that stand open, innermost last. Each push and pop is counted, so that a pop for a name that is not there costs nothing. */
export class OpenStack {
  readonly #open: ShortcodeTag[] = [];
  readonly #counts = new Map<string, number>();

  push(tag: ShortcodeTag): void {
    this.#open.push(tag);
    this.#counts.set(tag.name, (this.#counts.get(tag.name) ?? 0) + 1);
  }

  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  /** Takes off the innermost one. */
  pop(): ShortcodeTag | undefined {
    const tag = this.#open.pop();
    if (tag !== undefined) {
      this.#counts.set(tag.name, (this.#counts.get(tag.name) ?? 1) - 1);
    }
    return tag;
  }

  /** Takes off the innermost one that `wanted` accepts and, with it, all that stand inside it; these go to `skipped`. */
  popTo(
    wanted: (tag: ShortcodeTag) => boolean,
    skipped: (tag: ShortcodeTag) => void,
  ): ShortcodeTag | undefined {
    for (let tag = this.pop(); tag !== undefined; tag = this.pop()) {
      if (wanted(tag)) {
        return tag;
      }
      skipped(tag);
    }
    return undefined;
  }

  /** What stands open, innermost first. */
  innermostFirst(): ShortcodeTag[] {
    return this.#open.toReversed();
  }
}
