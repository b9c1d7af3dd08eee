// Where what somebody double clicks was written, when no block of the text became it: the title of the page, an argument of a shortcode.
import type { Sought } from './messages.ts';

export interface Place {
  readonly line: number;
  /** UTF-16. */
  readonly character: number;
}

const openingTag = /\{\{[<%](?!\s*\/)/;

/** The place of the text, as whole words; else of the last shortcode tag between the blocks, which has made what is there. */
export function findText(lines: readonly string[], { text, from, to, inside }: Sought): Place | undefined {
  const first = Math.max(0, Math.floor(from));
  const searched = lines.slice(first, Math.max(to, first + 1));
  const words = toWords(text);
  const line = words && searched.findIndex((one) => words.test(straight(one)));
  if (words !== undefined && line !== undefined && line !== -1) {
    return { line: first + line, character: straight(searched[line] ?? '').search(words) };
  }
  const tag = inside ? searched.findLastIndex((one) => openingTag.test(one)) : -1;
  return tag === -1 ? undefined : { line: first + tag, character: searched[tag]?.search(openingTag) ?? 0 };
}

function toWords(text: string): RegExp | undefined {
  const trimmed = straight(text.trim());
  const pattern = trimmed.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  return /[\p{L}\p{N}]/u.test(trimmed)
    ? new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, 'u')
    : undefined;
}

/** Hugo makes typographic quotes of straight ones; the length stays. */
function straight(text: string): string {
  return text.replaceAll(/[“”«»]/g, '"').replaceAll(/[‘’]/g, "'");
}
