/** So much of what has been printed is kept: an attribute is seldom longer. */
const longestTail = 400;

/** Stands for printed text that nobody knows. */
export const unknownText = '\u0000';

/** The end of what has been printed so far on the way that is being read, by which a value is known to stand in an address. */
export class Output {
  tail = '';

  print(text: string | undefined): void {
    const added = text ?? unknownText;
    this.tail = (added.length < longestTail ? this.tail + added : added).slice(-longestTail);
  }
}

/** What stands of an address before a value. */
export interface AddressStart {
  /** `undefined` where that is not known. */
  readonly before: string | undefined;
}

/** An attribute that holds an address, and `url(` of CSS. */
const address =
  /(?:\s(?:src|href|poster|action|srcset|data-src|data-srcset|data-bg)=["']?([^"'<>\s]*)|url\(\s*["']?([^"')\s]*))$/i;
/** A text that begins as an address does, in any attribute. */
const path = /(?:["'(=]|,\s*)((?:https?:\/|\.{0,2})\/[^"'()<>\s,]*)$/;

/** The address that `tail` ends in; `undefined` where there is none. */
export function addressIn(tail: string): AddressStart | undefined {
  const found = address.exec(tail);
  const start = found?.[1] ?? found?.[2] ?? path.exec(tail)?.[1];
  return start === undefined ? undefined : { before: start.includes(unknownText) ? undefined : start };
}
