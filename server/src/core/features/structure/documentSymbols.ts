import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { formatMessage, message, type Translate } from '../../text/message.ts';
import { pageParts } from './pageParts.ts';
import type { PagePart } from './part.ts';

export interface SymbolOptions {
  readonly translate: Translate;
  /** Off where the editor lists headings by itself: each would stand there twice. */
  readonly headings: boolean;
}

/**
 * What stands on a page, in the order of its text: front matter with its keys, headings by their level, and calls of shortcodes, each with what it
 * encloses. Never fails; of a half-typed header what can be read.
 */
export function documentSymbols(
  site: SiteSnapshot,
  page: PageDocument,
  { translate, headings }: SymbolOptions,
): DocumentSymbol[] {
  const frontMatter = formatMessage(message('Front matter'), translate);
  return symbolsOf(pageParts(site, page));

  function symbolsOf(parts: readonly PagePart[]): DocumentSymbol[] {
    return parts.flatMap((part) =>
      part.kind === 'heading' && !headings ? symbolsOf(part.children) : toSymbol(part),
    );
  }

  function toSymbol(part: PagePart): DocumentSymbol {
    const { kind, name, detail, children } = part;
    return {
      name: kind === 'frontMatter' ? frontMatter : name.trim() === '' ? noName : name,
      detail,
      kind: kinds[kind],
      range: page.lines.toRange(part.range),
      selectionRange: page.lines.toRange(part.nameRange),
      children: symbolsOf(children),
    };
  }
}

/** Editors refuse a symbol without a name. */
const noName = '""';

const kinds: { readonly [kind in PagePart['kind']]: SymbolKind } = {
  frontMatter: SymbolKind.Module,
  key: SymbolKind.Property,
  item: SymbolKind.Object,
  heading: SymbolKind.String,
  call: SymbolKind.Function,
};
