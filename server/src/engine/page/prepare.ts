import type { HugoRange } from '../../core/hugo/version.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { PageDocument } from '../../core/site/pageDocument.ts';
import { EditedText } from './editedText.ts';
import { markBlocks } from './markers.ts';
import { showAnyway } from './showAnyway.ts';
import type { KeptHeader } from './showAnyway.ts';

export { KeptHeader } from './showAnyway.ts';

export interface PrepareOptions {
  /** The release that renders the page, as a range. */
  readonly hugo: HugoRange;
  /** The page's path; its name decides about HTML and about what `outputs` are without the key. */
  readonly path: string;
  /** Whether blocks of the text are to be marked. */
  readonly marked: boolean;
  /** The moment, in ms since 1970. */
  readonly now: number;
  /** The output formats of a page of this kind whose front matter names none; `html`, and `rss` for a list page, where not given. */
  readonly outputs?: readonly string[];
  /** What became of the front matter of the page before. */
  readonly kept?: KeptHeader;
}

/** A page as Hugo gets it. */
export interface PreparedPage {
  readonly source: string;
  readonly text: string;
  /** The lines (from 0, of the source) whose blocks are marked, in order; none in a page that could not be marked. */
  readonly marks: readonly number[];
  /** The source's line for a line of `text`, both from 0; what was put in stands on the line before it. */
  toSourceLine(line: number): number;
  /** The source's offset for an offset of `text`, both UTF-16. */
  toSourceOffset(offset: number): number;
}

/**
 * Makes of a writer's text what Hugo is to render: a page that is rendered and listed whatever its front matter says, in the output
 * format `scribe` besides its own, and with its blocks marked. Dates that would keep it from being built give way, the date that a page
 * shows stays. Front matter that Hugo would refuse, or that we cannot read, is left as it is, so that Hugo's own complaint is right.
 */
export function preparePage(source: string, options: PrepareOptions): PreparedPage {
  const page = new PageDocument(options.path, source, options.hugo);
  const marks = options.marked ? markBlocks(page) : { edits: [], lines: [] };
  const edited = showAnyway(new EditedText(source).edit(marks.edits), options);
  let lines: { readonly of: LineIndex; readonly source: LineIndex } | undefined;
  return {
    source,
    text: edited.text,
    marks: marks.lines,
    toSourceLine: (line) => {
      lines ??= { of: new LineIndex(edited.text), source: page.lines };
      return lines.source.lineAt(edited.toSourceOffset(lines.of.startOf(line)));
    },
    toSourceOffset: (offset) => edited.toSourceOffset(offset),
  };
}
