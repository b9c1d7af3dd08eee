import { LineIndex } from '../../text/lineIndex.ts';
import type { TextRange } from '../../text/range.ts';
import type { Place } from '../signature.ts';
import type { TemplateTree } from '../types.ts';

/** A template, parsed. */
export interface Template {
  /** For people: `layouts/shortcodes/box.html`. */
  readonly path: string;
  readonly text: string;
  readonly tree: TemplateTree;
}

/** A place whose line nobody has asked for yet. */
export interface Spot {
  readonly template: Template;
  readonly range: TextRange;
}

/** Gathers places, each once, in the order in which they come. */
export type Spots = Map<string, Spot>;

export function addSpot(spots: Spots, at: Spot): void {
  const { template, range } = at;
  spots.set(`${template.path} ${String(range.start)} ${String(range.end)}`, at);
}

/** Tells the lines of spots. */
export class Places {
  readonly #lines = new Map<Template, LineIndex>();

  of({ template, range }: Spot): Place {
    const lines = this.#lines.get(template) ?? new LineIndex(template.text);
    this.#lines.set(template, lines);
    const line = lines.lineAt(range.start);
    return { path: template.path, range, line: line + 1, column: range.start - lines.startOf(line) };
  }

  all(spots: Spots): Place[] {
    return [...spots.values()].map((spot) => this.of(spot));
  }
}
