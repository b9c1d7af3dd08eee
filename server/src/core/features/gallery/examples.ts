// Real calls of a site's shortcodes, from pages that resemble the one that is written. Which pages to read is told first, since the index keeps no texts.
import type { AskedPage } from '../../schema/askedPage.ts';
import { exampleCalls } from '../../schema/exampleCall.ts';
import { nearPages } from '../../schema/nearPages.ts';
import { shortcodeSchema, type ShortcodeSchema } from '../../schema/shortcodeSchema.ts';
import type { ShortcodeCall } from '../../shortcodes/types.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { titleOf } from '../provenance.ts';

export interface Example {
  /** As the page writes it, without inner content that is long. */
  readonly text: string;
  /** What there is to render: the whole call, or all that it stands in where it asks for that. */
  readonly rendered: string;
  readonly uri: string;
  /** The title of the page, else its path. */
  readonly title: string;
  /** From 0. */
  readonly line: number;
}

/** An example is looked for on so many pages. */
const pagesPerShortcode = 3;
/** A longer text is not rendered, in UTF-16 units. */
const longestRendered = 4000;

/** The pages to read: of each shortcode that is called some that resemble `asked` most, nearest first. */
export function pagesOfExamples(site: SiteSnapshot, asked: AskedPage): readonly PageRecord[] {
  const found = new Map<string, number>();
  const isNew = (name: string): boolean => (found.get(name) ?? 0) < pagesPerShortcode;
  const chosen = new Set<PageRecord>();
  const near = nearPages(site, asked, ({ calls }) => calls).toSorted((a, b) => b.weight - a.weight);
  const choose = (page: PageRecord): void => {
    const names = new Set(page.calls);
    if (!chosen.has(page) && [...names].some(isNew)) {
      chosen.add(page);
      names.forEach((name) => found.set(name, (found.get(name) ?? 0) + 1));
    }
  };
  near.forEach(({ page }) => choose(page));
  // A big site has shortcodes that only pages call which were not asked.
  const isMissing = ({ name }: { readonly name: string }): boolean =>
    !found.has(name) && site.shortcodeUse(name).calls > 0;
  if (site.shortcodes().some(isMissing)) {
    for (const page of site.pages()) {
      choose(page);
    }
  }
  return [...chosen];
}

/** The examples of a site, while its pages are read one by one. */
export class Examples {
  readonly #site: SiteSnapshot;
  readonly #found = new Map<string, Example>();
  readonly #asked = new Map<string, number>();
  readonly #schemas = new Map<string, ShortcodeSchema>();

  constructor(site: SiteSnapshot) {
    this.#site = site;
  }

  /** By the name of the shortcode. */
  get found(): ReadonlyMap<string, Example> {
    return this.#found;
  }

  /** Takes the shortest good call of each shortcode that the page calls, where it is shorter than what pages before it have. */
  add(record: PageRecord, page: PageDocument): void {
    for (const [written, call] of exampleCalls(this.#site, page, (each) => this.#isGood(each))) {
      const { name, parent } = this.#schemaOf(written);
      const pages = this.#asked.get(name) ?? 0;
      this.#asked.set(name, pages + 1);
      const before = this.#found.get(name);
      if (pages < pagesPerShortcode && call.text.length < (before?.text.length ?? Infinity)) {
        const rendered = parent === undefined ? call.whole : call.around;
        this.#found.set(name, {
          text: call.text,
          rendered: rendered.length <= longestRendered ? rendered : call.text,
          uri: record.uri,
          title: titleOf(record) ?? record.path,
          line: page.lines.positionAt(call.start).line,
        });
      }
    }
  }

  /** It gives all that has to be given. */
  #isGood({ open: { name, args } }: ShortcodeCall): boolean {
    return this.#schemaOf(name).arguments.every(
      ({ isRequired, name: argument, position }) =>
        !isRequired ||
        args.some((given, at) => (given.name === undefined ? at === position : given.name === argument)),
    );
  }

  #schemaOf(name: string): ShortcodeSchema {
    const known = this.#schemas.get(name) ?? shortcodeSchema(this.#site, name);
    this.#schemas.set(name, known);
    return known;
  }
}
