// In which language a text is written, by its little words, and how sites call that language in their values.

export type TextLanguage = 'da' | 'de' | 'en' | 'es' | 'fr' | 'nb' | 'sv';

/** Common words of each language. What stands in several lists speaks for each of them a little. */
const words: Readonly<Record<TextLanguage, string>> = {
  da: 'af blive bliver dig efter eller er et fra gennem har hvad hvordan ikke jeg kun meget mellem mere mig nogle når og også på sig siger som til to uden vi vil være',
  de: 'auch auf das eine er es für ist mit nicht sich und von werden wir',
  en: 'and are by from how is much not of or our that the this through to we when which with you your',
  es: 'como con del el es las los más para por una',
  fr: 'aux avec dans est et les nous pour qui sur une vous être',
  nb: 'av bare bli blir deg eller er et etter fra gjennom har hva hvordan ikke jeg meg mellom mye noen når og også på seg sier som til to uten vi vil være',
  sv: 'att av dig efter eller ett från för genom har hur inte mig mycket när och också på sig som till utan vi våra är',
};

/** What sites call a language, in small letters. */
const names: Readonly<Record<TextLanguage, readonly string[]>> = {
  da: ['da', 'da-dk', 'dan', 'danish', 'dansk', 'danska', 'dk'],
  de: ['de', 'deutsch', 'ger', 'german'],
  en: ['en', 'en-gb', 'en-us', 'eng', 'engelsk', 'engelska', 'english'],
  es: ['es', 'español', 'spa', 'spanish'],
  fr: ['fr', 'fra', 'français', 'french'],
  nb: ['bokmål', 'nb', 'nb-no', 'nn', 'no', 'nor', 'norsk', 'norska', 'norwegian'],
  sv: ['se', 'sv', 'sv-se', 'sve', 'svensk', 'svenska', 'swe', 'swedish'],
};

const languages = Object.keys(words) as TextLanguage[];

const speakers = new Map<string, readonly TextLanguage[]>();
for (const language of languages) {
  for (const word of words[language].split(' ')) {
    speakers.set(word, [...(speakers.get(word) ?? []), language]);
  }
}

/** The language that a value of front matter names: `Se`, `Svenska`. */
export function languageNamed(value: string): TextLanguage | undefined {
  const asked = value.trim().toLowerCase();
  return languages.find((language) => names[language].includes(asked));
}

const fewestVotes = 2;

/** The likeliest language of `text`; `undefined` where it says too little, or two are as likely. */
export function likelyLanguage(text: string): TextLanguage | undefined {
  const [first, second] = ranked(votesIn(text));
  return first !== undefined && first[1] >= fewestVotes && first[1] > (second?.[1] ?? 0)
    ? first[0]
    : undefined;
}

/** So many words of one language, and so many times those of any other, are no quotation. */
const leastWords = 6;
const leastTimes = 5;

/** The language of some sentences, by words that no other has; `undefined` where they are few, or of several languages. */
export function sureLanguage(text: string): TextLanguage | undefined {
  const counts = new Map<TextLanguage, number>();
  for (const word of wordsIn(text)) {
    const [kin, other] = new Set(speakers.get(word)?.map(kinOf));
    if (kin !== undefined && other === undefined) {
      counts.set(kin, (counts.get(kin) ?? 0) + 1);
    }
  }
  const [first, second] = ranked(counts);
  if (first === undefined || first[1] < leastWords || first[1] < leastTimes * (second?.[1] ?? 0)) {
    return undefined;
  }
  const [likeliest] = ranked(votesIn(text)).filter(([language]) => kinOf(language) === first[0]);
  return likeliest?.[0];
}

/** Norwegian and Danish share most of their words, and a few tell them apart. */
function kinOf(language: TextLanguage): TextLanguage {
  return language === 'da' ? 'nb' : language;
}

type Votes = ReadonlyMap<TextLanguage, number>;

function votesIn(text: string): Votes {
  const votes = new Map<TextLanguage, number>();
  for (const word of wordsIn(text)) {
    const all = speakers.get(word) ?? [];
    for (const language of all) {
      votes.set(language, (votes.get(language) ?? 0) + 1 / all.length);
    }
  }
  return votes;
}

/** The language with the most first. */
function ranked(votes: Votes): readonly (readonly [TextLanguage, number])[] {
  return [...votes].sort(([, a], [, b]) => b - a);
}

/** So much of a text tells its language, in UTF-16 units. */
const farthest = 20_000;

function* wordsIn(text: string): Iterable<string> {
  for (const [word] of text
    .slice(0, farthest)
    .toLowerCase()
    .matchAll(/\p{L}+/gu)) {
    yield word;
  }
}
