// The front matter of a post that was a text: the keys that a new page begins with, filled in with what the text says.
import type { FencedFormat } from '../frontMatter/types.ts';
import { writeText } from '../frontMatter/writing.ts';
import type { AskedPage } from '../schema/askedPage.ts';
import { keySchema } from '../schema/keySchema.ts';
import { newPage, type NewKey } from '../schema/newPage.ts';
import { newPageHeader, newPageLines, type NewLine, type Today } from '../schema/newPageLines.ts';
import { valueVotes } from '../schema/valueVotes.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { languageNamed, type TextLanguage } from '../text/textLanguage.ts';

/** What a text says of itself. Dates are `yyyy-mm-dd`. */
export interface Said {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly author?: string | undefined;
  readonly lead?: string | undefined;
  readonly language?: TextLanguage | undefined;
}

export interface PostHeader {
  readonly format: FencedFormat;
  readonly lines: readonly NewLine[];
  /** The keys that got what the text says, as they are spelt. */
  readonly filled: readonly string[];
  /** The page's own layout shows the lead out of the front matter. */
  readonly showsLead: boolean;
}

/** The keys of a new page at the place of `asked`, with `said` in them. */
export function postHeader(site: SiteSnapshot, asked: AskedPage, said: Said, today: Today): PostHeader {
  const { keys, format } = newPage(site, asked);
  const all = withKeysFor(site, asked, keys, said);
  const leadKey = said.lead === undefined ? undefined : findLeadKey(all);
  const written = all.map((key) => ({ key, value: valueOf(key, said, leadKey) }));
  return {
    format,
    lines: written.flatMap(({ key, value }) => toLine(site, asked, key, value, { format, said, today })),
    filled: written.filter(({ value }) => value !== undefined).map(({ key }) => key.schema.spelling),
    showsLead: leadKey?.schema.reads.some(({ scope }) => scope === 'page') === true && !isForLists(leadKey),
  };
}

/** The header as it stands in the file; `remarks` become comments, which JSON has not. */
export function writeHeader({ format, lines }: PostHeader, remarks: readonly string[], eol: string): string {
  const comments = format === 'json' ? [] : remarks.map((remark) => `# ${remark}`);
  return newPageHeader(format, lines, comments).replaceAll('\n', eol);
}

/** A title always, and a date where the text says one. */
function withKeysFor(
  site: SiteSnapshot,
  asked: AskedPage,
  keys: readonly NewKey[],
  { published }: Said,
): readonly NewKey[] {
  const missing = ['title', ...(published === undefined ? [] : ['date'])].filter((id) =>
    keys.every(({ schema }) => schema.id !== id && (id !== 'date' || schema.type !== 'date')),
  );
  const more = missing.flatMap((id): NewKey[] => {
    const schema = keySchema(site, asked, [id]);
    return schema === undefined ? [] : [{ schema, values: [], hasTime: false }];
  });
  return [...more, ...keys];
}

/** Those that hold the beginning of a text, the likeliest first. */
const leadKeys = [
  'intro',
  'ingress',
  'lead',
  'preamble',
  'manchet',
  'standfirst',
  'lede',
  'teaser',
  'excerpt',
  'description',
  'summary',
];
const authorKeys = ['author', 'authors', 'skribent', 'forfatter', 'författare'];
const languageKeys = ['language', 'lang', 'språk', 'sprak', 'sprog'];

function findLeadKey(keys: readonly NewKey[]): NewKey | undefined {
  return keys
    .filter(({ schema }) => leadKeys.includes(schema.id))
    .toSorted((a, b) => leadKeys.indexOf(a.schema.id) - leadKeys.indexOf(b.schema.id))[0];
}

/** Templates read these for lists, feeds and search engines, which show no page. */
function isForLists({ schema: { id } }: NewKey): boolean {
  return ['teaser', 'excerpt', 'description', 'summary'].includes(id);
}

function valueOf({ schema }: NewKey, said: Said, leadKey: NewKey | undefined): string | undefined {
  const { id, type } = schema;
  if (id === 'title') {
    return said.title;
  }
  if (type === 'date') {
    const { published, updated } = said;
    return id === 'lastmod' ? (updated ?? published) : (published ?? updated);
  }
  return authorKeys.includes(id) ? said.author : schema === leadKey?.schema ? said.lead : undefined;
}

interface Writing {
  readonly format: FencedFormat;
  readonly said: Said;
  readonly today: Today;
}

function toLine(
  site: SiteSnapshot,
  asked: AskedPage,
  key: NewKey,
  value: string | undefined,
  { format, said, today }: Writing,
): readonly NewLine[] {
  const { type } = key.schema;
  if (value === undefined) {
    const values = inLanguage(site, asked, key, said.language);
    return newPageLines([{ ...key, values }], format, asked, today);
  }
  if (type === 'date') {
    return newPageLines([key], format, asked, { today: value });
  }
  const written = writeText(format, value, '"', type === 'list');
  const [line] = newPageLines([{ ...key, values: [] }], format, asked, today);
  const text = type === 'list' ? { value: written } : { value: written.slice(1, -1) };
  return line === undefined ? [] : [{ ...line, ...text }];
}

/** A value that names another language than that of the text is that of pages in its language: `Svenska`, `Se`. */
function inLanguage(
  site: SiteSnapshot,
  asked: AskedPage,
  { schema: { id }, values }: NewKey,
  language: TextLanguage | undefined,
): readonly string[] {
  const isOther = (value: string): boolean => ![undefined, language].includes(languageNamed(value));
  const isEmpty = values.length === 0 && languageKeys.includes(id);
  if (language === undefined || (!isEmpty && !values.some(isOther))) {
    return values;
  }
  const own = valueVotes(site, asked, id).find(({ value }) => languageNamed(value) === language)?.value;
  return own === undefined ? values : isEmpty ? [own] : values.map((value) => (isOther(value) ? own : value));
}
