import type { Outline, OutlineEntry } from '../../core/frontMatter/types.ts';
import type { LineIndex } from '../../core/text/lineIndex.ts';
import { formatMessage, message, type Message, type Translate } from '../../core/text/message.ts';
import { textOf } from '../../core/text/range.ts';
import { escapeHtml } from './html.ts';

/** What the card is made from. */
export interface CardSource {
  readonly text: string;
  readonly lines: LineIndex;
  /** Absent for a page without front matter. */
  readonly outline: Outline | undefined;
  /** Blocks say which line of the file, from 0, they come from. */
  readonly marked: boolean;
  readonly translate: Translate;
}

/** The keys that a reader of the page would see; each has its own place on the card. */
const shownKeys = [
  'title',
  'date',
  'author',
  'authors',
  'description',
  'summary',
  'tags',
  'categories',
  'draft',
];

/** A value with more characters than this is cut. */
const longestValue = 2000;

/**
 * The front matter as a card for the top of a page: title, date, authors, description, tags, the draft state, and all other keys in a list
 * that can be unfolded. It is read line by line, so that half-typed front matter costs only its own lines. Every value is text.
 */
export function frontMatterCard(source: CardSource): string {
  const entries = topEntries(source.outline);
  if (entries.size === 0) {
    return '';
  }
  const parts = [
    element(source, 'h1', 'title', entries),
    details(source, entries),
    element(source, 'p', 'description', entries) || element(source, 'p', 'summary', entries),
    tags(source, entries),
    others(source, entries),
  ];
  return `<header class="front-matter">\n${parts.filter((part) => part !== '').join('\n')}\n</header>\n`;
}

/** The keys at the top, lower-cased; of two with the same name Hugo takes the last. */
function topEntries(outline: Outline | undefined): Map<string, OutlineEntry> {
  const top = (outline?.entries ?? []).filter(({ path }) => path.length === 1);
  return new Map(top.map((entry) => [entry.key.toLowerCase(), entry]));
}

function element(
  source: CardSource,
  tag: string,
  key: string,
  entries: ReadonlyMap<string, OutlineEntry>,
): string {
  const entry = entries.get(key);
  const value = entry === undefined ? '' : valueOf(source, entry);
  return entry === undefined || value === ''
    ? ''
    : `<${tag} class="front-matter-${key}"${lineOf(source, entry)}>${escapeHtml(value)}</${tag}>`;
}

function details(source: CardSource, entries: ReadonlyMap<string, OutlineEntry>): string {
  const draft = entries.get('draft');
  const isDraft = draft?.scalars[0]?.text.toLowerCase() === 'true';
  const badge =
    draft === undefined || !isDraft
      ? ''
      : `<strong class="front-matter-draft"${lineOf(source, draft)}>${said(source, message('Draft'))}</strong>`;
  const parts = [
    element(source, 'time', 'date', entries),
    element(source, 'span', 'author', entries) || element(source, 'span', 'authors', entries),
    badge,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `<p class="front-matter-details">${parts.join(' ')}</p>`;
}

function tags(source: CardSource, entries: ReadonlyMap<string, OutlineEntry>): string {
  return ['tags', 'categories']
    .flatMap((key) => {
      const entry = entries.get(key);
      const items = entry?.scalars.filter(({ text }) => text !== '') ?? [];
      const list = items.map(({ text }) => `<li>${escapeHtml(text)}</li>`).join('');
      return entry === undefined || list === ''
        ? []
        : [
            `<ul class="front-matter-tags" aria-label="${escapeHtml(entry.key)}"${lineOf(source, entry)}>${list}</ul>`,
          ];
    })
    .join('\n');
}

function others(source: CardSource, entries: ReadonlyMap<string, OutlineEntry>): string {
  const left = [...entries].filter(([key]) => !shownKeys.includes(key));
  const items = left.map(([, entry]) => {
    const [key, value] = [escapeHtml(entry.key), escapeHtml(valueOf(source, entry))];
    return `<dt${lineOf(source, entry)}>${key}</dt><dd>${value}</dd>`;
  });
  const summary = `<summary>${said(source, message('More front matter'))}</summary>`;
  return items.length === 0
    ? ''
    : `<details class="front-matter-more">${summary}<dl>${items.join('')}</dl></details>`;
}

/** A scalar or a list of scalars as a reader has it; anything else as it is written. */
function valueOf({ text }: CardSource, { shape, scalars, valueRange }: OutlineEntry): string {
  const isPlain = shape === 'scalar' || (shape === 'list' && scalars.length > 0);
  const value = isPlain ? scalars.map((scalar) => scalar.text).join(', ') : textOf(text, valueRange);
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}

function lineOf({ marked, lines }: CardSource, { keyRange }: OutlineEntry): string {
  return marked ? ` data-line="${lines.lineAt(keyRange.start)}"` : '';
}

function said({ translate }: CardSource, sentence: Message): string {
  return escapeHtml(formatMessage(sentence, translate));
}
