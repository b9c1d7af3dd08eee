/** The end of what a sticky `pattern` matches at `at`; `at` itself when it does not match there. */
export function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/**
 * The end of what a sticky `pattern` matches at `at`, and again right behind. For runs of any length the pattern has to be bounded
 * (`{1,999}`): a Unicode class without a bound overflows the stack on some millions of letters.
 */
export function endOfRun(pattern: RegExp, text: string, at: number): number {
  for (let end = at; ;) {
    const next = endOfMatch(pattern, text, end);
    if (next === end) {
      return end;
    }
    end = next;
  }
}
