// What the pages, templates, style sheets, scripts and data of a site name: a file or a page is unused only where nothing could mean it, so
// that every text that looks like its name counts.
import { resolveLink } from '../../site/links/resolveLink.ts';
import { pagesExactlyAt } from '../../site/exactPages.ts';
import { placeKey } from '../../site/publishedPlaces.ts';
import { baseNameOf } from '../../site/pageOrder.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import type { SiteText } from '../../references/types.ts';
import type { ValueUse } from '../../templates/signature.ts';
import { globMatcher } from '../../text/glob.ts';
import { decoded } from '../../text/path.ts';

/** What templates put around a value to make the name of a file: `icon-` and `.svg`. */
interface Affix {
  readonly prefix: string;
  readonly suffix: string;
}

/** Gathers, file by file, what is named. */
export class Mentions {
  readonly #site: SiteSnapshot;
  readonly #affixes: readonly Affix[];
  /** Last parts of paths, lower-cased: `sky.jpg`. */
  readonly #names = new Set<string>();
  /** Values without an extension that may become names: `sky`. */
  readonly #values = new Set<string>();
  readonly #calls = new Set<string>();
  readonly #pages = new Set<string>();
  readonly #globs = new Map<string, (path: string) => boolean>();
  /** A template takes files of a page bundle, or of the assets, whatever they are called. */
  #takesResources = false;
  #takesAssets = false;

  constructor(site: SiteSnapshot) {
    this.#site = site;
    this.#affixes = affixesOf(site);
  }

  get takesResources(): boolean {
    return this.#takesResources;
  }

  get takesAssets(): boolean {
    return this.#takesAssets;
  }

  addPage(page: PageRecord): void {
    for (const value of valuesOn(page)) {
      this.#addName(value);
      this.#addPages(page, value);
    }
  }

  /** A template, archetype, style sheet, script, data file or configuration. */
  addText({ text }: SiteText): void {
    for (const [name] of text.matchAll(fileNames)) {
      this.#addName(name);
    }
    for (const [, quoted = ''] of text.matchAll(quotedTexts)) {
      this.#addName(quoted);
      if (quoted.startsWith('/')) {
        this.#addPublished(quoted);
      }
    }
    for (const [, name = ''] of text.matchAll(calls)) {
      this.#calls.add(name.toLowerCase());
    }
    this.#takesResources ||= /\.Resources\.(?:ByType|Match)|\brange\b[^}]*\.Resources\b/.test(text);
    for (const [, glob] of text.matchAll(matches)) {
      if (glob === undefined) {
        this.#takesAssets = true;
      } else {
        this.#globs.set(glob, globMatcher(glob.toLowerCase()));
      }
    }
  }

  /** Whether a text that was added calls the shortcode. */
  calls(shortcode: string): boolean {
    return this.#calls.has(shortcode.toLowerCase());
  }

  /** Whether a page, a menu or a template leads to the page. */
  leadsTo({ uri }: PageRecord): boolean {
    return this.#pages.has(uri);
  }

  /** Whether something may mean the file at `path` below its component. */
  namesFile(path: string): boolean {
    const name = fold(path.slice(path.lastIndexOf('/') + 1));
    const stem = name.slice(0, Math.max(0, name.lastIndexOf('.')));
    return (
      this.#names.has(name) ||
      this.#names.has(name.slice(name.lastIndexOf(' ') + 1)) ||
      this.#values.has(stem) ||
      this.#affixes.some(({ prefix, suffix }) => this.#isMade(name, prefix, suffix)) ||
      [...this.#globs.values()].some((isMeant) => isMeant(fold(path).replace(/^\//, '')))
    );
  }

  #isMade(name: string, prefix: string, suffix: string): boolean {
    return (
      name.length > prefix.length + suffix.length &&
      name.startsWith(prefix) &&
      name.endsWith(suffix) &&
      this.#values.has(name.slice(prefix.length, name.length - suffix.length))
    );
  }

  #addName(value: string): void {
    const [path = ''] = decoded(value).split(/[?#]/, 1);
    const name = fold(path.slice(path.lastIndexOf('/') + 1)).trim();
    if (name !== '') {
      (/\.[a-z]\w{0,4}$/.test(name) ? this.#names : this.#values).add(name);
    }
  }

  /** By its address, or by the name of its file: as `ref` finds it from anywhere. */
  #addPages(from: PageRecord, value: string): void {
    const target = resolveLink(this.#site, from, value, false);
    if (target.kind === 'page' || target.kind === 'source') {
      this.#pages.add(target.page.uri);
      return;
    }
    const [path = ''] = decoded(value).split(/[?#]/, 1);
    const name = baseNameOf(
      path
        .replace(/\/+$/, '')
        .replace(/\.(?:md|html)$/i, '')
        .replace(/\/_?index$/i, ''),
    );
    if (name !== '' && target.kind !== 'elsewhere') {
      this.#addAll(pagesExactlyAt(this.#site, name, 'baseName'), from);
    }
  }

  #addPublished(path: string): void {
    this.#addAll(this.#site.pagesPublishedAt(placeKey(path, this.#site.config)));
  }

  #addAll(pages: readonly PageRecord[], from?: PageRecord): void {
    for (const page of pages) {
      if (page !== from) {
        this.#pages.add(page.uri);
      }
    }
  }
}

const fileNames = /[\p{L}\p{N}_@~%.+-]+\.[a-z]\w{1,4}\b/giu;
const quotedTexts = /["'`]([^"'`\n]{1,200})["'`]/g;
const calls = /\{\{[<%]-?\s*(?:\/\s*)?([^\s"'`>%/][^\s"'`>%]*)/g;
/** With a name that only the template knows there is no second part. */
const matches = /\bresources\.(?:Match|GetMatch|ByType)\s+(?:["`]([^"`\n]+)["`])?/g;

function valuesOn({ leads = [], keys, arguments: given }: PageRecord): readonly string[] {
  return [...leads, ...[...keys, ...given].flatMap(({ values }) => values)];
}

function affixesOf(site: SiteSnapshot): readonly Affix[] {
  const uses = site
    .templates()
    .flatMap(({ reading }) => [...(reading?.keys ?? []), ...(reading?.signature?.arguments ?? [])])
    .flatMap(({ types }): readonly ValueUse[] => types)
    .filter(({ prefix = '', suffix = '' }) => prefix + suffix !== '');
  const affixes = uses.map(({ prefix = '', suffix = '' }) => ({
    prefix: fold(prefix.slice(prefix.lastIndexOf('/') + 1)),
    suffix: fold(suffix),
  }));
  return [...new Map(affixes.map((each) => [`${each.prefix}\n${each.suffix}`, each])).values()];
}

function fold(name: string): string {
  return name.toLowerCase().normalize('NFC');
}
