import { asMap, textAt, valueAt } from '../config/value.ts';
import type { LookupConfig } from './templateLookup.ts';

/** What the name of an HTML template says since Hugo 0.146, where the words between its dots may stand in any order. */
export interface TemplateName {
  /** `page`, `home`, `section`, `taxonomy`, `term`; empty where it holds for all. */
  readonly kind: string;
  /** `single`, `list`, `all` or one of the site's own; empty where the kind says it all. */
  readonly layout: string;
  readonly language: string;
  /** `html` where nothing else is said. */
  readonly format: string;
  readonly isBase: boolean;
  /** How many words of the name mean something. */
  readonly words: number;
}

/** Reads a file name, lower-cased: `single.sv.html`, `baseof.list.html` (common/paths/pathparser.go). */
export function templateNameOf(name: string, config: LookupConfig): TemplateName {
  const words = name.split('.');
  const extension = words.pop() ?? '';
  const read = {
    kind: '',
    layout: '',
    language: '',
    format: extension === 'html' ? 'html' : '',
    isBase: false,
    words: 1,
  };
  for (const word of words.toReversed()) {
    const isNew = readWord(read, word, words.length > 1, config);
    read.words += isNew ? 1 : 0;
  }
  return { ...read, layout: read.layout === read.format || read.layout === read.kind ? '' : read.layout };
}

type Draft = { -readonly [field in keyof TemplateName]: TemplateName[field] };

function readWord(read: Draft, word: string, mayBeLanguage: boolean, config: LookupConfig): boolean {
  if (mayBeLanguage && read.language === '' && config.languages.some(({ code }) => code === word)) {
    read.language = word;
  } else if (isHtmlFormat(word, config)) {
    read.format = word;
  } else if (read.kind === '' && kinds.has(word)) {
    read.kind = word;
  } else if (word === 'baseof') {
    read.isBase = true;
  } else {
    const isFirst = read.layout === '';
    read.layout = word;
    return isFirst;
  }
  return true;
}

const kinds: ReadonlySet<string> = new Set(['page', 'home', 'section', 'taxonomy', 'term']);
const htmlFormats: ReadonlySet<string> = new Set(['html', 'amp', '404', 'alias']);

function isHtmlFormat(word: string, { raw }: LookupConfig): boolean {
  const own = asMap(valueAt(raw, 'outputFormats', word));
  return own === undefined
    ? htmlFormats.has(word)
    : (textAt(own, 'mediaType') ?? 'text/html') === 'text/html';
}
