import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../core/text/displayLanguage.ts';

/** Our texts in a language by their English, from the folder `l10n`. English needs none, and is what is read where a file is not as it should be. */
export function readTranslations(folder: string, language: Language): ReadonlyMap<string, string> {
  if (language === 'en') {
    return new Map();
  }
  try {
    const text = readFileSync(join(folder, `bundle.l10n.${language}.json`), 'utf8');
    return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
  } catch {
    return new Map();
  }
}
