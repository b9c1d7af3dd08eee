// A line that says when a text was published or changed, in Swedish, Norwegian, Danish or English, and little else.
import { hugoDateFor } from '../hugo/writtenDates.ts';
import { isName, kinds } from './wording.ts';

export interface DateLine {
  /** `yyyy-mm-dd` */
  readonly published?: string;
  readonly updated?: string;
  readonly author?: string;
  /** A word says what the date is of. */
  readonly isLabeled: boolean;
}

const longest = 160;

const publishedWords: ReadonlySet<string> = new Set([
  ...['publicerad', 'publicerades', 'publicerat', 'skapad', 'upplagd', 'datum', 'publiceringsdatum'],
  ...['publisert', 'publiseringsdato', 'lagt', 'ut', 'opprettet', 'dato', 'lastet'],
  ...['publiceret', 'udgivet', 'offentliggjort', 'oprettet', 'udgivelsesdato'],
  ...['published', 'posted', 'date', 'created', 'released', 'publication'],
]);
const updatedWords: ReadonlySet<string> = new Set([
  ...['uppdaterad', 'uppdaterades', 'ändrad', 'granskad', 'senast', 'oppdatert', 'endret', 'sist'],
  ...['opdateret', 'ændret', 'revideret', 'sidst', 'updated', 'modified', 'reviewed', 'last'],
]);
/** They say nothing of their own. */
const otherWords: ReadonlySet<string> = new Set([
  ...[
    'den',
    'd',
    'on',
    'kl',
    'klockan',
    'klokken',
    'at',
    'of',
    'the',
    'in',
    'i',
    'am',
    'pm',
    'cet',
    'cest',
    'gmt',
    'utc',
  ],
  ...[
    'min',
    'minuter',
    'minutter',
    'minutes',
    'minute',
    'läsning',
    'lästid',
    'lesetid',
    'lesing',
    'læsetid',
    'læsning',
    'read',
    'reading',
    'time',
  ],
  ...kinds.flatMap((kind) => kind.split(' ')),
]);

const clock = String.raw`(?:,? (?:(?:kl\.?|klockan|klokken|at) )?\d{1,2}[:.]\d\d(?![.\d])(?::\d\d)?(?: ?[ap]\.?m\.?)?)?`;
const written = [
  String.raw`\d{4}-\d\d-\d\d(?:T[\d:.]{4,12}(?:Z|[+-]\d\d:?\d\d)?)?`,
  String.raw`\d{1,2}\. ?\d{1,2}\. ?\d{4}`,
  String.raw`\d{1,2}/\d{1,2}/\d{4}`,
  String.raw`\d{1,2}(?:\.|st|nd|rd|th|:[ae])?(?: of)? \p{L}{3,12}\.?,? \d{4}`,
  String.raw`\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}`,
];
const dates = new RegExp(String.raw`(?<![\p{L}\d])(?<date>${written.join('|')})(?!\d)${clock}`, 'giu');
const weekday =
  /^(?:mån|tis|ons|tors|fre|lör|sön|man|tir|lør|søn|mon|tues|wednes|thurs|fri|satur|sun)(?:dag|dagen|day)?$/u;

/** What `text` says of dates, where it says nothing else; `undefined` where there is no date in it, or more than dates. */
export function readDateLine(text: string): DateLine | undefined {
  if (text.length > longest || !/\d{4}/.test(text)) {
    return undefined;
  }
  const found: { published?: string; updated?: string } = {};
  let what: 'published' | 'updated' = 'published';
  let isLabeled = false;
  let at = 0;
  for (const match of text.matchAll(dates)) {
    const words = wordsOf(text.slice(at, match.index));
    const isDaysFirst = isLabeled || words.some((word) => publishedWords.has(word) || updatedWords.has(word));
    const date = dateOf(match.groups?.['date'] ?? '', isDaysFirst);
    if (date === undefined || !words.every(isKnown)) {
      return undefined;
    }
    const label = words.findLast((word) => publishedWords.has(word) || updatedWords.has(word));
    isLabeled ||= label !== undefined;
    what = label === undefined ? what : updatedWords.has(label) ? 'updated' : 'published';
    found[what] ??= date;
    at = match.index + match[0].length;
  }
  const author = authorOf(text.slice(at));
  const isWhole = author !== undefined || wordsOf(text.slice(at)).every(isKnown);
  return at > 0 && isWhole ? { ...found, isLabeled, ...(author === undefined ? {} : { author }) } : undefined;
}

/** Whether `text` only says that a date comes next. */
export function announcesDate(text: string): boolean {
  const words = wordsOf(text);
  return (
    words.length > 0 &&
    words.length <= 3 &&
    words.every((word) => publishedWords.has(word) || updatedWords.has(word))
  );
}

/** The month of `3/12/2024` is known only where it cannot be the other, or where the words around it are not English. */
function dateOf(text: string, isDaysFirst: boolean): string | undefined {
  const date = hugoDateFor(text.replace(/T.*$/, ''));
  const isMeant = date?.isSure === true || (isDaysFirst && !text.includes('/'));
  return isMeant ? date?.text.slice(0, 10) : undefined;
}

function authorOf(rest: string): string | undefined {
  const [, name] = /^[\s,|·•–-]*(?:av|af|by) (\S.*)$/iu.exec(rest) ?? [];
  return name !== undefined && isName(name.trim()) ? name.trim() : undefined;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function isKnown(word: string): boolean {
  return (
    publishedWords.has(word) ||
    updatedWords.has(word) ||
    otherWords.has(word) ||
    weekday.test(word) ||
    /^\d{1,3}$/.test(word)
  );
}
