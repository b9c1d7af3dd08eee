// The language of everything that Hugo Scribe renders. VS Code can be set to few languages, Swedish and Norwegian not among them, so the writer
// chooses by a setting of ours, and `vscode.l10n` is used nowhere. Texts of the manifest are VS Code's own, and follow its language.
import { env, EventEmitter, Uri, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { formatMessage, toLanguage } from '../../server/src/shared.ts';
import type { Language } from '../../server/src/shared.ts';

let language: Language = 'en';
let translations: Readonly<Record<string, string>> = {};
const changes = new EventEmitter<Language>();

/** The writer reads another language from now on: whatever stays on the screen is to be rendered anew. */
export const onDidChangeLanguage = changes.event;

/** For `Intl`, and for the `lang` of HTML. */
export function displayLanguage(): Language {
  return language;
}

/** The English sentence in the writer's language, with what stands for `{0}`, `{1}`… A sentence is a literal, so that it can be found. */
export function translate(english: string, ...args: readonly (string | number)[]): string {
  return formatMessage({ template: english, args }, (template) => translations[template] ?? template);
}

/** Reads the texts of the language that is set; from now on they are read again when the setting changes. */
export async function followLanguage(extension: Uri): Promise<Disposable> {
  await readLanguage(extension);
  return workspace.onDidChangeConfiguration(async (event) => {
    if (event.affectsConfiguration('hugoScribe.language') && (await readLanguage(extension))) {
      changes.fire(language);
    }
  });
}

/** Whether there is a new language. The one that was set last counts, whichever file is read first. */
async function readLanguage(extension: Uri): Promise<boolean> {
  const wanted = wantedLanguage();
  const texts =
    wanted === 'en' ? {} : await readTexts(Uri.joinPath(extension, `l10n/bundle.l10n.${wanted}.json`));
  if (wanted === language || wanted !== wantedLanguage()) {
    return false;
  }
  language = wanted;
  translations = texts;
  return true;
}

function wantedLanguage(): Language {
  const set: unknown = workspace.getConfiguration('hugoScribe').get('language');
  return toLanguage(typeof set === 'string' && set !== 'auto' ? set : env.language);
}

async function readTexts(file: Uri): Promise<Readonly<Record<string, string>>> {
  return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(file))) as Record<string, string>;
}
