// What Hugo wrote into the folder of ours that it publishes to; nothing outside of it is ever read.
import { readdir, readFile, realpath, rm } from 'node:fs/promises';
import { join, relative, isAbsolute, sep } from 'node:path';
import { reportFolder } from './overlayConfig.ts';
import { parseReport, readTextFile, type PageReport } from './overlay.ts';

/** One site's published files. */
export class Published {
  readonly #folder: string;
  readonly #reports: readonly string[];
  /** Where each page's HTML was found last. */
  readonly #html = new Map<string, string>();

  /** `languages` by their codes: each can have a folder of its own. */
  constructor(folder: string, languages: readonly string[]) {
    this.#folder = folder;
    this.#reports = ['', ...languages].map((language) => join(folder, language, reportFolder));
  }

  /** Takes away what Hugo said and made of a page, so that whatever is there later is new. */
  async clear(page: string): Promise<void> {
    const html = this.#html.get(page);
    await Promise.all(this.#reports.map((folder) => rm(folder, { recursive: true, force: true })));
    await (html === undefined ? undefined : rm(html, { force: true }));
  }

  /** The report of the page whose file changed at `time`. */
  async report(time: string): Promise<PageReport | undefined> {
    const files = await Promise.all(this.#reports.map(listFiles));
    const texts = await Promise.all(files.flat().map((file) => readTextFile(file)));
    return texts.map((text) => parseReport(text ?? '')).find((report) => report?.time === time);
  }

  /** The HTML of a page, which stands where its URL says; each language of a multihost site has a folder of its own. */
  async html(page: string, { html, base, language }: PageReport): Promise<string | undefined> {
    const path = withoutBase(decoded(html) ?? html, base);
    const places = [path, `${path}/index.html`, `${language}/${path}`, `${language}/${path}/index.html`];
    for (const place of html === '' ? [] : places) {
      const file = await this.#find(place);
      const text = file && (await readTextFile(file));
      if (text !== undefined && file !== undefined) {
        this.#html.set(page, file);
        return text;
      }
    }
    return undefined;
  }

  /** The bytes of a file by its path on the site, with or without the path of the site's base URL. */
  async read(url: string, base: string): Promise<Uint8Array | undefined> {
    const path = decoded(url.replace(/[?#].*$/s, ''));
    for (const place of path === undefined ? [] : [path, withoutBase(path, base)]) {
      const file = await this.#find(place);
      const bytes = file && (await readFile(file).catch(() => undefined));
      if (bytes !== undefined && bytes !== '') {
        return bytes;
      }
    }
    return undefined;
  }

  /** The file at a path below the folder; links that lead out of it lead nowhere. */
  async #find(path: string): Promise<string | undefined> {
    try {
      const [folder, file] = await Promise.all([realpath(this.#folder), realpath(join(this.#folder, path))]);
      return isInside(folder, file) ? file : undefined;
    } catch {
      return undefined;
    }
  }
}

/** Whether `file` stands below `folder`; both absolute, without links. */
export function isInside(folder: string, file: string): boolean {
  const below = relative(folder, file);
  return below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

/** A URL without the path of the base URL, `/docs/post/` as `/post/`. */
function withoutBase(url: string, base: string): string {
  const path = URL.canParse(base) ? new URL(base).pathname : '/';
  return url.startsWith(path) ? url.slice(path.length - 1) : url;
}

function decoded(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
