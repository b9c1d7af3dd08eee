// What the words around a call say of its values: a link's text names the page that it leads to, a title the address beside it.
import type { ShortcodeTag } from '../shortcodes/types.ts';

/** The text of a link is looked for so far in front of a tag (UTF-16). */
const longestLinkText = 200;

/** The words of the other arguments of `tag`, and those of the link whose address the tag is: `[Our rules]({{< ref "…" >}})`. */
export function wordsAround(
  text: string,
  { args, range: { start } }: ShortcodeTag,
  isAsked: (name: string | number) => boolean,
): readonly string[] {
  const before = text.slice(Math.max(0, start - longestLinkText), start);
  const [, link = ''] = /\[([^[\]]+)\]\(\s*$/.exec(before) ?? [];
  const others = args.filter(({ name }, position) => !isAsked(name ?? position));
  return [link, ...others.map(({ value }) => value)].flatMap(wordsOf);
}

/** How much each of `texts` has in common with `words`, between 0 and 1: rare words count more. Nothing where no word is shared. */
export function likenessTo(words: readonly string[], texts: readonly string[]): (text: string) => number {
  if (words.length === 0) {
    return () => 0;
  }
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => [...new Set(wordsOf(text))])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const worthOf = (some: Iterable<string>): number =>
    [...some].reduce((sum, word) => sum + Math.log(1 + texts.length / (counts.get(word) ?? 1)), 0);
  const wanted = new Set(words);
  const most = worthOf(wanted);
  return (text) => {
    const own = new Set(wordsOf(text));
    const shared = [...own].filter((word) => wanted.has(word));
    return shared.length === 0 ? 0 : worthOf(shared) / Math.sqrt(most * worthOf(own));
  };
}

/** So that `plugins` is like `plugin`. */
const beginningsOfWords = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{2,5}/gu;

/** What every address has around the name of its host says nothing: `https://www.` and `.com`. */
const aroundHost = /https?:\/\/(?:www\.)?([^\s/?#:.]+(?:\.[^\s/?#:.]+)*)\.[a-z]{2,}/g;

/** The beginnings of the words, lower-cased. */
export function wordsOf(text: string): readonly string[] {
  const folded = text.toLowerCase();
  const plain = folded.includes('://') ? folded.replace(aroundHost, '$1') : folded;
  return plain.match(beginningsOfWords) ?? [];
}
