// Which language a text is in, by the little words that only one of four has, and how sites name that language in their values.

export type TextLanguage = 'sv' | 'nb' | 'da' | 'en';

/** Words that are common in one of the languages and rare or unknown in the others. */
const words: Readonly<Record<TextLanguage, readonly string[]>> = {
  sv: [
    'och',
    'att',
    'är',
    'för',
    'inte',
    'som',
    'ett',
    'från',
    'också',
    'genom',
    'hur',
    'mycket',
    'vi',
    'de',
    'när',
    'eller',
    'sig',
    'har',
  ],
  nb: [
    'og',
    'ikke',
    'av',
    'fra',
    'også',
    'gjennom',
    'hvordan',
    'mye',
    'når',
    'eller',
    'seg',
    'er',
    'til',
    'som',
    'på',
    'vi',
    'etter',
    'være',
    'blir',
    'sier',
    'bare',
  ],
  da: [
    'og',
    'ikke',
    'af',
    'fra',
    'også',
    'gennem',
    'hvordan',
    'meget',
    'når',
    'eller',
    'sig',
    'er',
    'til',
    'som',
    'på',
    'vi',
    'efter',
    'være',
    'bliver',
    'siger',
    'kun',
    'mere',
  ],
  en: [
    'and',
    'the',
    'is',
    'not',
    'of',
    'from',
    'also',
    'through',
    'how',
    'much',
    'when',
    'or',
    'are',
    'to',
    'which',
    'we',
    'with',
    'by',
    'this',
  ],
};

/** A word of several languages speaks for none of them much. */
const speakers = new Map<string, readonly TextLanguage[]>();
for (const [language, list] of Object.entries(words) as [TextLanguage, readonly string[]][]) {
  for (const word of list) {
    speakers.set(word, [...(speakers.get(word) ?? []), language]);
  }
}

/** So much of a text tells its language. */
const farthest = 20_000;
const fewestVotes = 2;

/** The language of `text`; `undefined` where it says too little, or two are as likely. */
export function textLanguage(text: string): TextLanguage | undefined {
  const votes: Record<TextLanguage, number> = { sv: 0, nb: 0, da: 0, en: 0 };
  for (const [word] of text
    .slice(0, farthest)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    const languages = speakers.get(word) ?? [];
    for (const language of languages) {
      votes[language] += 1 / languages.length;
    }
  }
  const [first, second] = (Object.entries(votes) as [TextLanguage, number][]).sort(([, a], [, b]) => b - a);
  const isClear =
    first !== undefined && second !== undefined && first[1] >= fewestVotes && first[1] > second[1];
  return isClear ? first[0] : undefined;
}

const names: Readonly<Record<TextLanguage, readonly string[]>> = {
  sv: ['sv', 'se', 'sv-se', 'sve', 'swe', 'svenska', 'swedish', 'svensk'],
  nb: ['nb', 'no', 'nn', 'nb-no', 'nor', 'norsk', 'norska', 'norwegian', 'bokmål'],
  da: ['da', 'dk', 'da-dk', 'dan', 'dansk', 'danska', 'danish'],
  en: ['en', 'eng', 'en-us', 'en-gb', 'english', 'engelska', 'engelsk'],
};

/** The language that a value of front matter names: `Se`, `Svenska`. */
export function languageNamed(value: string): TextLanguage | undefined {
  const asked = value.trim().toLowerCase();
  return (Object.keys(names) as TextLanguage[]).find((language) => names[language].includes(asked));
}
