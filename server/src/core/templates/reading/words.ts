/** The words of a table that is written as one text. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
