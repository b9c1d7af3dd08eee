/** The languages that our texts are read in. English is what the source says; the others have a file in `l10n/`. */
export type Language = 'en' | 'sv' | 'nb';

/**
 * The language of ours for a language tag (`sv-SE`), or for what systems write in its place (`nb_NO.UTF-8`). Whoever reads any Norwegian gets
 * bokmål; whoever reads anything else, or does not say, gets English.
 */
export function toLanguage(tag: string | undefined): Language {
  const [primary = ''] = (tag ?? '').toLowerCase().split(/[-_.]/);
  return byPrimaryTag.get(primary) ?? 'en';
}

const byPrimaryTag: ReadonlyMap<string, Language> = new Map([
  ['sv', 'sv'],
  ['nb', 'nb'],
  ['no', 'nb'],
  ['nn', 'nb'],
]);
