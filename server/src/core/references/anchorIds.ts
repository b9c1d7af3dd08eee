// The ids that Hugo makes of the texts of headings: markup/goldmark/autoid.go.
import type { SiteConfig } from '../config/types.ts';
import { mapAt, textAt, valueAt } from '../config/value.ts';
import { memoize } from '../text/memoize.ts';
import type { InlineSettings } from './shownText.ts';

export type IdType = 'github' | 'github-ascii' | 'blackfriday';

/** What a site's configuration says of the ids of headings. */
export interface IdSettings extends Pick<InlineSettings, 'hasDashes' | 'hasLinks'> {
  /** `markup.goldmark.parser.autoHeadingID`. */
  readonly isOn: boolean;
  /** `autoIDType`, before 0.149 `autoHeadingIDType`. */
  readonly type: IdType;
}

export const idSettings = memoize(({ raw }: SiteConfig): IdSettings => {
  const goldmark = mapAt(raw, 'markup', 'goldmark');
  const type = textAt(goldmark, 'parser', 'autoIDType') ?? textAt(goldmark, 'parser', 'autoHeadingIDType');
  return {
    isOn: valueAt(goldmark, 'parser', 'autoHeadingID') !== false,
    type: type === 'github-ascii' || type === 'blackfriday' ? type : 'github',
    hasDashes:
      valueAt(goldmark, 'extensions', 'typographer') !== false &&
      valueAt(goldmark, 'extensions', 'typographer', 'disable') !== true,
    hasLinks: valueAt(goldmark, 'extensions', 'linkify') !== false,
  };
});

/** Gives ids as Hugo does while it renders one text: what was given once gets a number. */
export class IdGiver {
  readonly #type: IdType;
  readonly #given = new Set<string>();
  readonly #next = new Map<string, number>();

  constructor(type: IdType) {
    this.#type = type;
  }

  /** One that the writer gave counts, too. */
  keep(id: string): string {
    this.#given.add(id);
    return id;
  }

  /** Of the text of a heading: its source, or what a reader sees of it. */
  idOf(text: string): string {
    const start = sanitized(text, this.#type) || 'heading';
    let id = start;
    for (let number = this.#next.get(start) ?? 1; this.#given.has(id); number++) {
      id = `${start}-${String(number)}`;
      this.#next.set(start, number);
    }
    return this.keep(id);
  }
}

/** The text of a heading without numbers for what is there twice: `Åse's _page_` gives `åses-_page_`. */
function sanitized(text: string, type: IdType): string {
  switch (type) {
    case 'github':
      return githubId(text);
    case 'github-ascii':
      return githubId(withoutAccents(text)).replace(/[^\0-\x7f]+/g, '');
    case 'blackfriday':
      return text
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .replaceAll(' ', '-')
        .replace(/./gsu, lower);
  }
}

function githubId(text: string): string {
  return text
    .trim()
    .replace(/[^\p{L}\p{Nd}_ -]+/gu, '')
    .replaceAll(' ', '-')
    .replace(/./gsu, lower);
}

/** Letter by letter, as Go does: no letter becomes two. */
function lower(letter: string): string {
  const [small = ''] = letter.toLowerCase();
  return small;
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .normalize('NFC');
}
