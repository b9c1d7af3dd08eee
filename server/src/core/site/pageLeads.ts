// Which addresses the text of a page writes, for the index: whoever looks for the links to something then knows the pages to read. A real parse of
// Markdown would cost many times what all the rest of a page's record costs, so this looks for what stands before an address, wherever it stands: it
// finds every link, and some text that is none.
import type { ShortcodeTag } from '../shortcodes/types.ts';

/** A page that writes more of them leads anywhere: its `leads` are cut off there. */
export const mostLeads = 2000;

/** What is longer is no address of a site. */
export const longestLead = 300;

/**
 * The addresses in the content of a page, each once, in no order, as written: destinations of links, pictures and definitions, addresses by themselves, those of HTML, and
 * arguments of shortcodes that look like one. Linear in the length of `text`; `from` is where the content begins.
 */
export function leadsIn(text: string, from: number, tags: readonly ShortcodeTag[]): readonly string[] {
  const leads = new Leads();
  tags.forEach((tag) => {
    addArguments(leads, tag);
  });
  for (const [mark, add] of marks) {
    for (let at = text.indexOf(mark, from); at >= 0 && !leads.isFull; at = text.indexOf(mark, at + 1)) {
      add(leads, text, at, at + mark.length);
    }
  }
  return leads.all;
}

class Leads {
  readonly #all = new Set<string>();

  get all(): readonly string[] {
    return [...this.#all];
  }

  get isFull(): boolean {
    return this.#all.size >= mostLeads;
  }

  add(address: string): void {
    if (address !== '' && address.length <= longestLead && !this.isFull) {
      this.#all.add(address);
    }
  }
}

/** `at` is where the mark stands, `end` behind it. */
type AddLead = (leads: Leads, text: string, at: number, end: number) => void;

const marks: readonly (readonly [string, AddLead])[] = [
  ['](', addDestination],
  [']:', addDestination],
  ['=', addAttribute],
  ['://', addAddress],
];

/** A reference finds pages by name alone; of other arguments a word is no address. */
function addArguments(leads: Leads, { name, args }: ShortcodeTag): void {
  const isReference = /^(?:rel)?ref$/i.test(name);
  for (const { value } of args) {
    if (isReference || /[/.#]/.test(value)) {
      leads.add(value);
    }
  }
}

function addDestination(leads: Leads, text: string, _: number, end: number): void {
  let start = end;
  while (isBlank(text.charCodeAt(start)) && start < end + longestLead) {
    start++;
  }
  const quote = text[start];
  leads.add(
    quote === '<' || quote === '"' || quote === "'"
      ? upTo(text, start + 1, quote === '<' ? '>' : quote)
      : text.slice(start, endOfAddress(text, start)),
  );
}

const attributes = ['href', 'src', 'srcset', 'poster', 'style'];

/** What stands behind the `=` of an attribute, inside of a tag or not. */
function addAttribute(leads: Leads, text: string, at: number, end: number): void {
  const before = text.charCodeAt(at - 1) | 0x20;
  if (!lastLetters.has(before)) {
    return;
  }
  const name = text
    .slice(Math.max(0, at - 12), at)
    .trimEnd()
    .toLowerCase();
  if (!attributes.some((attribute) => name.endsWith(attribute))) {
    return;
  }
  if (name.endsWith('srcset') || name.endsWith('style')) {
    addPictures(leads, text, end);
  } else {
    addDestination(leads, text, at, end);
  }
}

/** A blank as well: blanks may stand before the `=`. */
const lastLetters: ReadonlySet<number> = new Set([
  ...attributes.map((name) => name.charCodeAt(name.length - 1)),
  0x20,
]);

/** Characters of one value that are looked at. */
const longestValue = 6000;

/** What stands in a `srcset`, `a.png 1x, b.png 2x`, or in the `url()` of a `style`. */
function addPictures(leads: Leads, text: string, start: number): void {
  const rest = text.slice(start, start + longestValue).trimStart();
  const [quote] = /^["']/.exec(rest) ?? [];
  const [value = ''] = quote === undefined ? rest.split(/[\s>]/, 1) : rest.slice(1).split(quote, 1);
  for (const part of value.split(/[\s,()'"]+/)) {
    if (/[/.]/.test(part)) {
      leads.add(part);
    }
  }
}

/** An address by itself, or between `<` and `>`; that of a link is known. */
function addAddress(leads: Leads, text: string, at: number): void {
  let start = at;
  while (isLetter(text.charCodeAt(start - 1)) && at - start < 10) {
    start--;
  }
  if (!text.startsWith('](', start - 2)) {
    leads.add(text.slice(start, endOfAddress(text, start)).replace(/[.,;:!?*_~]{1,9}$/, ''));
  }
}

/** Where blanks, quotes, angle brackets or a parenthesis that nothing opened end it; not much further than the longest one. */
function endOfAddress(text: string, start: number): number {
  const most = Math.min(text.length, start + longestLead + 1);
  let depth = 0;
  for (let at = start; at < most; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x3e) {
      continue;
    }
    depth += code === 0x28 ? 1 : code === 0x29 ? -1 : 0;
    if (depth < 0 || isBlank(code) || code === 0x3c || code === 0x3e || code === 0x22) {
      return at;
    }
  }
  return most;
}

function upTo(text: string, start: number, mark: string): string {
  const [found = ''] = text.slice(start, start + longestLead + 1).split(mark, 1);
  return found;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
