// Headings and shortcodes in one tree. A section ends where the next heading of its level begins, or where the shortcode ends in which it stands:
// what a shortcode encloses becomes a piece of its own on the page.
import type { MarkdownHeading } from '../../markdown/types.ts';
import type { ShortcodeCall } from '../../shortcodes/types.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { treeOf } from '../../site/pageCalls.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { range, textOf } from '../../text/range.ts';
import { toDetail, trimmed, type PagePart } from './part.ts';

/** What stands deeper is shown at this depth. */
const deepest = 40;

export function contentParts(site: SiteSnapshot, page: PageDocument): readonly PagePart[] {
  const nesting = new Nesting(page.text);
  const headings = page.markdown.headings.map((heading) => ({ heading, start: heading.range.start }));
  const calls = callsIn(treeOf(site, page).calls).map((call) => ({ call, start: call.range.start }));
  for (const item of [...headings, ...calls].sort((a, b) => a.start - b.start)) {
    if ('call' in item) {
      nesting.addCall(item.call);
    } else {
      nesting.addHeading(item.heading);
    }
  }
  return nesting.finish();
}

/** All of them, those that others enclose as well. */
export function callsIn(calls: readonly ShortcodeCall[]): readonly ShortcodeCall[] {
  const all = [...calls];
  for (const { children } of all) {
    all.push(...children);
  }
  return all;
}

interface Open {
  readonly part: PagePart & { readonly children: PagePart[] };
  /** Where it stands, as the last one so far. */
  readonly siblings: PagePart[];
  /** Of a heading; 0 for a call. */
  readonly level: number;
  /** Where it ends at the latest. */
  readonly end: number;
}

class Nesting {
  readonly #text: string;
  readonly #top: PagePart[] = [];
  readonly #open: Open[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  addHeading({ level, range: line, text }: MarkdownHeading): void {
    this.#closeBefore(line.start, level);
    this.#add(level, this.#open.at(-1)?.end ?? this.#text.length, {
      kind: 'heading',
      name: textOf(this.#text, text).trim(),
      detail: '',
      nameRange: line,
      range: line,
      inner: undefined,
      closer: undefined,
      children: [],
    });
  }

  addCall({ open, close, inner, range: whole }: ShortcodeCall): void {
    this.#closeBefore(whole.start, Infinity);
    this.#add(0, inner?.end ?? whole.start, {
      kind: 'call',
      name: open.name,
      detail: toDetail(open.args[0]?.value ?? ''),
      nameRange: open.nameRange,
      range: whole,
      inner,
      closer: close?.range ?? open.right,
      children: [],
    });
  }

  finish(): readonly PagePart[] {
    this.#closeBefore(this.#text.length, 0);
    return this.#top;
  }

  #add(level: number, end: number, part: Open['part']): void {
    const siblings = this.#open.at(-1)?.part.children ?? this.#top;
    siblings.push(part);
    if (this.#open.length < deepest) {
      this.#open.push({ part, siblings, level, end });
    }
  }

  /** Nothing that ends before `start` stays open, and no section of this level or a deeper one. */
  #closeBefore(start: number, level: number): void {
    for (let last = this.#open.at(-1); last !== undefined; last = this.#open.at(-1)) {
      if (last.end > start && last.level < level) {
        return;
      }
      this.#open.pop();
      if (last.level > 0) {
        this.#closeSection(last, Math.min(last.end, start));
      }
    }
  }

  #closeSection({ part, siblings }: Open, end: number): void {
    const section = trimmed(this.#text, range(part.range.start, end));
    const below = trimmed(this.#text, range(this.#firstBelow(part.range.end), section.end));
    siblings[siblings.length - 1] = {
      ...part,
      range: range(section.start, Math.max(section.end, part.range.end)),
      inner: below.end > below.start ? below : undefined,
    };
  }

  #firstBelow(end: number): number {
    let start = end;
    while (start < this.#text.length && this.#text.charCodeAt(start) <= 32) {
      start++;
    }
    return start;
  }
}
