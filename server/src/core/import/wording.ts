// How pages of news and press rooms speak in Swedish, Norwegian, Danish and English: words that say what a line is for.

/** Any of these words or phrases as a whole line, with a colon or without. */
function line(...phrases: readonly string[]): RegExp {
  return new RegExp(`^(?:${phrases.join('|')})\\s?:?$`, 'iu');
}

/** Any of these as a whole word or phrase somewhere; `*` at the end stands for more letters. */
function somewhere(...phrases: readonly string[]): RegExp {
  const parts = phrases.map((phrase) => phrase.replace(/\*$/, '\\p{L}*').replaceAll(' ', '\\s'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** What sort of text it is. */
export const kinds: readonly string[] = [
  ...[
    'pressmeddelande',
    'nyhet',
    'nyheter',
    'aktuellt',
    'artikel',
    'debatt',
    'debat',
    'insändare',
    'ledare',
    'debattartikel',
    'blogg',
    'blogginlägg',
  ],
  ...['reportage', 'intervju', 'krönika', 'kundcase', 'evenemang', 'uttalande'],
  ...[
    'pressemelding',
    'nyhetsartikkel',
    'nyhetssak',
    'aktuelt',
    'artikkel',
    'kronikk',
    'leserinnlegg',
    'kommentar',
    'blogginnlegg',
    'arrangement',
  ],
  ...[
    'pressemeddelelse',
    'nyhed',
    'nyheder',
    'blogindlæg',
    'interview',
    'kronik',
    'læserbrev',
    'debatindlæg',
    'begivenhed',
  ],
  ...[
    'press release',
    'news',
    'article',
    'blog',
    'blog post',
    'announcement',
    'statement',
    'opinion',
    'case study',
  ],
];

export const isKind = line(...kinds);

/** Headings that lead to other pages, of which the names are left. */
export const leadsOn = line(
  ...[
    'läs vidare',
    'läs mer',
    'läs också',
    'läs även',
    'mer information',
    'mer att läsa',
    'relaterat',
    'relaterade länkar',
  ],
  ...[
    'länkar',
    'källor',
    'referenser',
    'kilder',
    'referanser',
    'referencer',
    'sources',
    'references',
    'dokument',
    'les mer',
    'les også',
    'mer informasjon',
    'relaterte saker',
    'lenker',
    'dokumenter',
  ],
  ...['læs mere', 'læs også', 'mere information', 'relateret', 'relaterede links', 'links', 'dokumenter'],
  ...[
    'read more',
    'read on',
    'further reading',
    'more information',
    'related',
    'related links',
    'related content',
    'documents',
  ],
);

/** Headings that have persons below them. */
export const leadsToPersons = line(
  ...[
    'sakkunnig',
    'sakkunniga',
    'pressjour',
    'presskontakt',
    'presskontakter',
    'kontakt',
    'kontakter',
    'kontaktperson',
  ],
  ...[
    'kontaktpersoner',
    'för mer information',
    'för mer information,? kontakta',
    'ytterligare information',
    'pressansvarig',
  ],
  ...[
    'pressekontakt',
    'pressekontakter',
    'for mer informasjon',
    'for mer informasjon,? kontakt',
    'for ytterligere informasjon',
  ],
  ...[
    'for mere information',
    'for yderligere oplysninger',
    'yderligere oplysninger',
    'yderligere information',
  ],
  ...[
    'contact',
    'contacts',
    'press contact',
    'press contacts',
    'media contact',
    'media contacts',
    'for more information',
  ],
);

/** Other headings that may stand with nothing behind them. */
export const isHeading = line(
  'fakta',
  'bakgrund',
  'faktaruta',
  'bakgrunn',
  'baggrund',
  'fakta om .{1,60}',
  'facts',
  'background',
  'about .{1,60}',
);

/** Somebody says what stands before it. */
export const saidBy = somewhere(
  ...[
    'säger',
    'sade',
    'menar',
    'berättar',
    'förklarar',
    'konstaterar',
    'kommenterar',
    'tillägger',
    'fortsätter',
    'avslutar',
    'skriver',
  ],
  ...[
    'sier',
    'sa',
    'mener',
    'forteller',
    'forklarer',
    'konstaterer',
    'kommenterer',
    'legger til',
    'fortsetter',
    'avslutter',
    'skriver',
  ],
  ...['siger', 'sagde', 'fortæller', 'tilføjer', 'fortsætter', 'slutter', 'udtaler', 'udtalte'],
  ...[
    'says',
    'said',
    'explains',
    'explained',
    'adds',
    'added',
    'comments',
    'commented',
    'notes',
    'concludes',
  ],
);

/** A line that says of a picture what it shows and who took it. */
export const isCredit =
  /(?:^|[\s(])(?:foto|fotograf|bild|illustration|illustrasjon|photo|photographer|picture|image|grafik|grafikk):\s?\p{L}/iu;
export const beginsCredit =
  /^(?:foto|fotograf|bild|bildtext|bilde|billede|billedtekst|illustration|illustrasjon|photo|photographer|picture|image|grafik|grafikk|caption)\s?:/iu;

/** Who wrote it. */
export const byline =
  /^(?:av|af|by|text|tekst|words|skribent|författare|forfatter|author|written by|skriven av|skrevet av|skrevet af)(?::|(?<=\p{L}{2})\s)\s*(?<name>\p{Lu}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){1,4})$/iu;

/** What belongs to the page and its machinery, not to the text. */
const aroundWords = somewhere(
  ...[
    'kontaktformulär*',
    'verifiering',
    'obligatoriskt*',
    'inte en robot',
    'cookie',
    'cookies',
    'kakor',
    'nyhetsbrev',
    'personuppgifter',
  ],
  ...[
    'hjälpte informationen',
    'hjälpte den här sidan',
    'till sidans topp',
    'tillbaka till toppen',
    'integritetspolicy',
    'följ oss',
  ],
  ...[
    'kontaktskjema',
    'obligatorisk',
    'ikke en robot',
    'informasjonskapsler',
    'nyhetsbrevet',
    'personvern',
    'personvernerklæring',
    'følg oss',
  ],
  ...[
    'fant du det du lette etter',
    'til toppen',
    'kontaktformular',
    'skal udfyldes',
    'nyhedsbrev',
    'nyhedsbrevet',
    'privatlivspolitik',
    'fandt du det du søgte',
  ],
  ...[
    'contact form',
    'required field',
    'required fields',
    'not a robot',
    'newsletter',
    'privacy policy',
    'all rights reserved',
    'follow us',
  ],
  ...[
    'was this page helpful',
    'back to top',
    'captcha',
    'recaptcha',
    'alla rättigheter förbehållna',
    'copyright',
  ],
);
const aroundLine = line(
  ...[
    'kontakta oss',
    'kontakt oss',
    'contact us',
    'dela',
    'dela sidan',
    'dela artikeln',
    'dela på .{1,40}',
    'del',
    'del på .{1,40}',
    'del artikkelen',
    'del artiklen',
  ],
  ...[
    'share',
    'share this',
    'share this .{1,20}',
    'share on .{1,40}',
    'skriv ut',
    'udskriv',
    'print',
    'tipsa',
    'lyssna',
    'lytt',
    'lyt',
    'listen',
    'prenumerera',
    'abonner',
    'abonnér',
    'subscribe',
  ],
  ...[
    'facebook',
    'twitter',
    'x',
    'linkedin',
    'instagram',
    'e-post',
    'e-mail',
    'email',
    'skicka',
    'send',
    'submit',
    'meny',
    'menu',
    'sök',
    'søk',
    'søg',
    'search',
  ],
  ...[
    'facebook\\s.{0,30}linkedin.{0,30}',
    'hoppa till innehåll\\p{L}*',
    'hopp til innhold\\p{L}*',
    'gå til indhold\\p{L}*',
    'skip to content',
    'ja',
    'nej',
    'nei',
    'yes',
    'no',
    'ja nej',
    'yes no',
  ],
);

/** It belongs to the page that the text was taken from. */
export function standsAround(text: string): boolean {
  return (
    text.length <= 300 && (aroundLine.test(text) || aroundWords.test(text) || /^©|\(c\) \d{4}/i.test(text))
  );
}

/** A line that a person can be reached by. */
export function isReachable(text: string): boolean {
  return hasAddress.test(text) || hasNumber.test(text);
}

const hasAddress = /[^\s@<>]{1,64}@[^\s@<>]{1,64}\.\p{L}{2,12}/u;
const numbers = [
  String.raw`\+\d[\d\s()–-]{6,16}\d`,
  String.raw`0\d[\d\s()–-]{5,14}\d`,
  String.raw`\d\d \d\d \d\d \d\d`,
  String.raw`\d{3} \d\d \d{3}`,
  String.raw`(?:telefon|tel|tlf|mobil|phone|mobile)[.:]* ?[\d\s()+–-]{5,18}`,
];
const hasNumber = new RegExp(String.raw`(?:^|[\s:(,])(?:${numbers.join('|')})(?![\d-])`, 'iu');

/** Two to four words, each as a name is written. */
export function isName(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}.’'-]*(?: (?:von|van|de|af|av|der|la))?(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(text) &&
    text.length <= 50
  );
}
