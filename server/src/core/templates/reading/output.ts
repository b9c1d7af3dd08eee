/** So much of what has been printed is kept: an attribute is seldom longer. */
const longestTail = 400;

/** Enough for the name of any element. */
const longestName = 20;

/** The blocks of CommonMark (HTML blocks, kind 6) that stand for themselves in running text. */
const block =
  /^<(?:address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|main|menu|nav|ol|p|section|table|ul)(?![\w-])/i;

/** Stands for printed text that nobody knows. */
export const unknownText = '\u0000';

/** The end of what has been printed so far on the way that is being read, by which a value is known to stand in an address. */
export class Output {
  tail = '';
  /** What was printed first, without blanks before it. */
  #head = '';

  /** It begins with an element of HTML that does not stand within a line. */
  get isBlock(): boolean {
    return block.test(this.#head);
  }

  print(text: string | undefined): void {
    const added = text ?? unknownText;
    this.#head ||= added.trimStart().slice(0, longestName);
    this.tail = (added.length < longestTail ? this.tail + added : added).slice(-longestTail);
  }
}

/** What stands of an address before a value. */
export interface AddressStart {
  /** `undefined` where that is not known. */
  readonly before: string | undefined;
  /** It is the address of a file, not of a page. */
  readonly isOfFile: boolean;
}

/** An attribute that holds an address. */
const attribute = /\s(src|href|poster|action|srcset|data-src|data-srcset|data-bg)=["']?([^"'<>\s]*)$/i;
/** The same in CSS. */
const css = /url\(\s*["']?([^"')\s]*)$/i;
/** Elements that show a file, where others with a `src` show a page. */
const media = /<(?:img|source|picture|video|audio|track|image|input|div|section|span|figure)\s[^<>]*$/i;
/** A text that begins as an address does, in any attribute. */
const path = /(?:["'(=]|,\s*)((?:https?:\/|\.{0,2})\/[^"'()<>\s,]*)$/;

/** The address that `tail` ends in; `undefined` where there is none. */
export function addressIn(tail: string): AddressStart | undefined {
  const [, name = '', value] = attribute.exec(tail) ?? [];
  const inCss = css.exec(tail)?.[1];
  const start = value ?? inCss ?? path.exec(tail)?.[1];
  const isOfFile =
    inCss !== undefined || (value !== undefined && !/^(?:href|action)$/i.test(name) && media.test(tail));
  return start === undefined
    ? undefined
    : { before: start.includes(unknownText) ? undefined : start, isOfFile };
}

const meta = /<meta\s[^<>]*$/i;
const content = /\scontent=(?:"[^"]*|'[^']*|[^"'<>\s]*)$/i;
const picture =
  /\s(?:property|name|itemprop)=["']?(?:og:image|twitter:image)(?::(?:src|url|secure_url))?(?=["'\s>/]|$)/i;

/** Whether a value between `tail` and `behind`, the text of the template behind it, is the picture that social media show. */
export function isSharedPicture(tail: string, behind: string): boolean {
  const [element = ''] = meta.exec(tail) ?? [];
  const [rest = ''] = /^(?:[^<>{}]|\{\{[^{}]*\}\})*/.exec(behind) ?? [];
  return content.test(element) && (picture.test(element) || picture.test(rest));
}
