import { stripMarks } from './mark.ts';

/** The rendered HTML of a call as safe Markdown for a hover. */
export function toHoverMarkdown(html: string): string {
  return stripMarks(html).slice(0, 0);
}
