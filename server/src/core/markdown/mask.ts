import type { ShortcodeTag } from '../shortcodes/types.ts';

/** Stands for every character of a shortcode's tag: a letter to Markdown, as the word that Hugo puts there while it renders. */
export const placeholder = '\uE000';

/**
 * The content of a page from `bodyStart` on, at the same places but `bodyStart` further to the left: tags are one word each, even over several
 * lines, and every line ends with one `\n` (a blank stands for the carriage return before it).
 */
export function maskedBody(text: string, bodyStart: number, tags: readonly ShortcodeTag[]): string {
  const parts: string[] = [];
  let at = bodyStart;
  for (const { range, right } of tags) {
    if (right !== undefined && range.start >= at) {
      parts.push(text.slice(at, range.start), placeholder.repeat(range.end - range.start));
      at = range.end;
    }
  }
  parts.push(text.slice(at));
  return parts.join('').replaceAll('\r\n', ' \n').replaceAll('\r', '\n').replaceAll('\0', '\uFFFD');
}
