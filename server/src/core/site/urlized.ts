/** As Hugo makes a path of a name: lower-cased, hyphens for blanks, without signs (Hugo: helpers/path.go, `Sanitize`). */
export function urlized(part: string): string {
  const folded = part.toLowerCase();
  return isPlain.test(folded)
    ? folded
    : folded
        .replace(/[^\p{L}\p{N}\p{M}\s._~+-]/gu, '')
        .trim()
        .split(/\s+/)
        .reduce((path, word) => path + (path.endsWith('-') || word.startsWith('-') ? '' : '-') + word);
}

/** Nearly all names are, and looking so costs much less. */
const isPlain = /^[\w.~+-]*$/;
