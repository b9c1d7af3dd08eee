/** The words of a text, whatever stands between them; a sign that is written by its number is none. */
export function wordsOf(text: string): readonly string[] {
  return text.replace(/\\u[\da-f]{4}/gi, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words that `text` has more often than `post`. */
export function missingWords(text: string, post: string): readonly string[] {
  const left = new Map<string, number>();
  wordsOf(post).forEach((word) => left.set(word, (left.get(word) ?? 0) + 1));
  return wordsOf(text).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
