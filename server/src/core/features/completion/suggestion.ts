import {
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver-types';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import { formatMessage } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import type { TextRange } from '../../text/range.ts';
import type { ClientAbilities } from '../client.ts';

/** What every source of suggestions is asked with. */
export interface CompletionRequest {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  /** Where the cursor stands (UTF-16). */
  readonly offset: number;
  readonly client: ClientAbilities;
  /** The page that the address at the cursor leads to, where somebody has read it. */
  readonly target?: PageDocument | undefined;
}

/** One suggestion, with offsets; `complete` gives it the shape of the Language Server Protocol. */
export interface Suggestion {
  readonly label: string;
  readonly kind: keyof typeof kinds;
  /** What it replaces: on one line, around the cursor. */
  readonly range: TextRange;
  readonly newText: string;
  /** The same with places to fill in, for editors that know snippets. */
  readonly snippet?: string;
  /** What an editor compares with the text from the start of `range` to the cursor; the label where it is absent. */
  readonly filterText?: string;
  readonly details?: readonly (Message | string)[];
  /** Markdown. */
  readonly documentation?: string;
  readonly isDeprecated?: boolean;
  /** Something can be suggested at the place to which the cursor moves. */
  readonly asksAgain?: boolean;
  readonly otherEdits?: readonly OffsetEdit[];
  /** URI of the file that it leads to: an editor shows the picture when the suggestion is chosen. */
  readonly file?: string;
}

const kinds = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  text: CompletionItemKind.Text,
  shortcode: CompletionItemKind.Function,
  closingTag: CompletionItemKind.Snippet,
  frontMatter: CompletionItemKind.Snippet,
  page: CompletionItemKind.Reference,
  heading: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
} as const;

/** The suggestion as a completion item; `rank` is its place in the list. */
export function toCompletionItem(
  suggestion: Suggestion,
  rank: number,
  { page, client }: CompletionRequest,
): CompletionItem {
  const { label, kind, newText, snippet, filterText, details = [], documentation } = suggestion;
  const { lines } = page;
  const asSnippet = client.snippets && snippet !== undefined;
  const item: CompletionItem = {
    label,
    kind: kinds[kind],
    // Before what else is offered there: editors know Markdown, we know the site.
    sortText: `!${String(rank).padStart(4, '0')}`,
    filterText: filterText ?? label,
    textEdit: { range: lines.toRange(suggestion.range), newText: asSnippet ? snippet : newText },
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
  };
  if (details.length > 0) {
    item.detail = details
      .map((detail) => (typeof detail === 'string' ? detail : formatMessage(detail, client.translate)))
      .join(' · ');
  }
  if (documentation !== undefined) {
    item.documentation = { kind: MarkupKind.Markdown, value: documentation };
  }
  if (suggestion.isDeprecated === true) {
    item.tags = [CompletionItemTag.Deprecated];
  }
  if (suggestion.asksAgain === true && client.suggestCommand !== undefined) {
    item.command = { title: '', command: client.suggestCommand };
  }
  if (suggestion.file !== undefined) {
    item.data = { file: suggestion.file };
  }
  if (suggestion.otherEdits !== undefined && suggestion.otherEdits.length > 0) {
    item.additionalTextEdits = suggestion.otherEdits.map((edit) => ({
      range: lines.toRange(edit.range),
      newText: edit.newText,
    }));
  }
  return item;
}
