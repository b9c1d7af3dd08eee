// What stands in several places of a site under one name, and what a change of such a name costs. Everything that goes through a site
// (references, highlights, counts, rename, move, what is unused) is made of these.
import type { ArgumentKey } from '../templates/signature.ts';
import type { OffsetEdit } from '../text/edit.ts';
import type { Message } from '../text/message.ts';
import type { TextRange } from '../text/range.ts';

/** Something of a site that other places name. Two that are meant by one place are equal by `symbolId`. */
export type SiteSymbol =
  /** By its name, `box` or `nav/item`. */
  | { readonly kind: 'shortcode'; readonly name: string }
  | { readonly kind: 'argument'; readonly shortcode: string; readonly key: ArgumentKey }
  /** A key of front matter; `id` as in `PageKey`. */
  | { readonly kind: 'key'; readonly id: string }
  /** `taxonomy` as front matter names it, lower-cased: `tags`; `term` as it is written. */
  | { readonly kind: 'term'; readonly taxonomy: string; readonly term: string }
  /** A content file. */
  | { readonly kind: 'page'; readonly uri: string }
  /** A heading of a content file, by its anchor. */
  | { readonly kind: 'heading'; readonly uri: string; readonly anchor: string }
  /** A picture or another file that is published or read: of `static`, `assets` or a page bundle. */
  | { readonly kind: 'file'; readonly uri: string }
  /** An entry of the site's data, by its dotted, lower-cased path: `authors.jane`. */
  | { readonly kind: 'dataEntry'; readonly path: string }
  /** A value that entries of the data have in a field, by which templates look them up: `where site.Data.authors "name" .Params.author`. */
  | { readonly kind: 'dataValue'; readonly folder: string; readonly field: string; readonly value: string }
  /** A partial as templates call it, without `.html`. */
  | { readonly kind: 'partial'; readonly name: string };

/** One place that names a symbol. */
export interface Occurrence {
  readonly uri: string;
  /** The name itself, in the text of that file: UTF-16, half-open. Empty at the start of a file that *is* the symbol. */
  readonly range: TextRange;
  /** `declaration` is where it comes from: the template of a shortcode, the heading, the page, the entry. */
  readonly role: 'declaration' | 'use';
}

/** What stands in a file: a page, or another file of a site (template, archetype, data, configuration). */
export interface SiteText {
  readonly uri: string;
  readonly text: string;
}

/** A search of a site: which files to look into, and what to look for in each. */
export interface SiteSearch {
  /** URIs, each once: every file that names the symbol, and few others. Told by the index, without reading any. */
  readonly files: readonly string[];
  /** In the order of the text. */
  readonly find: (file: SiteText) => readonly Occurrence[];
}

/** One change of a file's text. */
export interface PlannedEdit extends OffsetEdit {
  /** Nobody can be sure that this belongs to the change: the writer is asked. */
  readonly isDoubtful?: boolean;
  /** How the editor's preview names it, where that is not the title of the change: the writer can leave it out by itself. */
  readonly label?: Message;
}

/** A change of many files, worked out file by file. */
export interface ChangePlan {
  /** URIs, each once, as they are called before the change. */
  readonly files: readonly string[];
  /** None overlap. */
  readonly editsIn: (file: SiteText) => readonly PlannedEdit[];
  /** Why a file's text does not allow the change, though nothing that the index knows speaks against it. */
  readonly obstacleIn?: (file: SiteText) => Message | undefined;
  /** Places that the change breaks, since nothing that could stand there leads on. */
  readonly leftIn?: (file: SiteText) => readonly TextRange[];
  /** What the writer would want to know of it; nothing is to be decided. */
  readonly remarks?: readonly Message[];
  /** Files and folders that get another name, in order. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** What the change is called in the editor's preview. */
  readonly title: Message;
}

/** Why a change cannot be made without harm. */
export interface Refusal {
  readonly refusal: Message;
}

/** What two names of the same symbol have in common. */
export function symbolId(symbol: SiteSymbol): string {
  switch (symbol.kind) {
    case 'shortcode':
    case 'partial':
      return `${symbol.kind} ${symbol.name}`;
    case 'argument':
      return `argument ${symbol.shortcode} ${String(symbol.key)}`;
    case 'key':
      return `key ${symbol.id}`;
    case 'term':
      return `term ${symbol.taxonomy} ${symbol.term.toLowerCase()}`;
    case 'page':
    case 'file':
      return `${symbol.kind} ${symbol.uri}`;
    case 'heading':
      return `heading ${symbol.uri} ${symbol.anchor}`;
    case 'dataEntry':
      return `dataEntry ${symbol.path}`;
    case 'dataValue':
      return `dataValue ${symbol.folder}.${symbol.field} ${symbol.value.toLowerCase()}`;
  }
}
