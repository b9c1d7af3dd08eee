/** `text` ends as sentences do, with or without a quotation mark behind. */
export function endsAsSentence(text: string): boolean {
  return /[.!?…]["”’»)\]]?$/.test(text);
}

/** A sentence or more, not a line of a few words. */
export function isProse(text: string): boolean {
  return endsAsSentence(text) && text.length >= 40 && /\s\S+\s\S+\s/.test(text);
}

/** A line that is no sentence: the name of what comes, of a person, of another page. */
export function isShortLine(text: string): boolean {
  return text.length <= 110 && !/[.,;:!…]["”’»)]?$/.test(text) && /[\p{L}\p{N}]/u.test(text);
}
