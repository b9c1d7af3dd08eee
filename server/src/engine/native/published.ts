// What Hugo wrote into the folder of ours that it publishes to; nothing outside of it is ever read.
import { readdir, readFile, realpath, rm } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { reportName } from './overlayConfig.ts';
import { parseReport, readTextFile, type PageReport } from './overlay.ts';

/** One site's published files. */
export class Published {
  readonly #folder: string;
  /** Where the report on each page, and its HTML, were found last. */
  readonly #reports = new Map<string, string>();
  readonly #html = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Takes away what Hugo said and made of a page, so that whatever is there later is new. */
  async clear(page: string): Promise<void> {
    const files = [this.#reports.get(page), this.#html.get(page)].filter((file) => file !== undefined);
    await Promise.all(files.map((file) => rm(file, { force: true })));
  }

  /** The report on a page whose file changed at `time`. It stands beside the page's HTML, wherever that is. */
  async report(page: string, time: string): Promise<PageReport | undefined> {
    const known = this.#reports.get(page);
    const files = known === undefined ? await this.#findReports() : [known];
    for (const file of files) {
      const report = parseReport((await readTextFile(file)) ?? '');
      if (report?.time === time) {
        this.#reports.set(page, file);
        return report;
      }
    }
    this.#reports.delete(page);
    return known === undefined ? undefined : this.report(page, time);
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

  async #findReports(): Promise<string[]> {
    const names = await readdir(this.#folder, { recursive: true }).catch(() => []);
    return names.filter((name) => basename(name) === reportName).map((name) => join(this.#folder, name));
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
