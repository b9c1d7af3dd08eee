// In which language a text is written, by words that only one of the languages has. Norwegian and Danish share theirs, and a few tell them apart.

/** What sites call a language, in small letters. */
const names: Readonly<Record<string, readonly string[]>> = {
  da: ['da', 'dk', 'dansk', 'danish'],
  de: ['de', 'ger', 'deutsch', 'german'],
  en: ['en', 'eng', 'english', 'en-us', 'en-gb'],
  es: ['es', 'spa', 'español', 'spanish'],
  fr: ['fr', 'fra', 'français', 'french'],
  no: ['no', 'nb', 'nn', 'norsk', 'norwegian'],
  sv: ['sv', 'se', 'swe', 'svenska', 'swedish'],
};

const words: Readonly<Record<string, readonly string[]>> = {
  de: ['und', 'das', 'ist', 'nicht', 'für', 'mit', 'auf', 'wir', 'werden', 'von', 'eine', 'auch', 'sich'],
  en: ['the', 'and', 'of', 'with', 'your', 'you', 'are', 'this', 'that', 'is', 'how', 'our', 'we', 'from'],
  es: ['los', 'las', 'una', 'para', 'con', 'por', 'del', 'más', 'como', 'el', 'es'],
  fr: ['les', 'est', 'une', 'pour', 'dans', 'avec', 'sur', 'nous', 'vous', 'qui', 'aux', 'être'],
  no: ['og', 'ikke', 'fra', 'til', 'hvordan', 'også', 'når', 'jeg', 'være', 'et', 'vil'],
  sv: [
    'och',
    'att',
    'är',
    'för',
    'inte',
    'från',
    'ett',
    'till',
    'också',
    'när',
    'hur',
    'våra',
    'utan',
    'efter',
  ],
};

const danish = new Set(['af', 'hvad', 'nogle', 'blive', 'mellem', 'dig', 'mig', 'uden']);
const norwegian = new Set(['av', 'hva', 'noen', 'bli', 'mellom', 'deg', 'meg', 'uten']);

const languageOfWord = new Map(
  Object.entries(words).flatMap(([language, all]) => all.map((word) => [word, language] as const)),
);
const languageOfName = new Map(
  Object.entries(names).flatMap(([language, all]) => all.map((name) => [name, language] as const)),
);

/** So many words of one language, and so many times those of any other, are no quotation. */
const leastWords = 6;
const leastTimes = 5;

/** The code of the language that a value such as `Se` or `English` means. */
export function languageNamed(value: string): string | undefined {
  return languageOfName.get(value.toLowerCase());
}

/** The code of the language of a text of some sentences; nothing where it has few words, or those of several languages. */
export function languageOfText(text: string): string | undefined {
  const counts = new Map<string, number>();
  let danishMore = 0;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    const language = languageOfWord.get(word);
    if (language !== undefined) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
    danishMore += danish.has(word) ? 1 : norwegian.has(word) ? -1 : 0;
  }
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < leastWords || first[1] < leastTimes * (second?.[1] ?? 0)) {
    return undefined;
  }
  return first[0] === 'no' && danishMore > 0 ? 'da' : first[0];
}
