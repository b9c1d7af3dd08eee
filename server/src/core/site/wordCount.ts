import type { PageDocument } from './pageDocument.ts';

/** How long the content of a page is, and how long reading it takes, in minutes. */
export interface Reading {
  readonly words: number;
  readonly minutes: number;
}

/**
 * As Hugo's `.WordCount` and `.ReadingTime` (hugolib/page__per_output.go), by the writer's text alone: what templates of shortcodes add is not in it.
 */
export function readingOf(page: PageDocument): Reading {
  const words = page.text.slice(page.fence?.bodyStart ?? 0).match(/\S+/g)?.length ?? 0;
  return { words, minutes: Math.ceil(words / 213) };
}
