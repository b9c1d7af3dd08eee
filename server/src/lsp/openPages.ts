import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { longestText } from '../core/features/tooLong.ts';
import type { HugoRange } from '../core/hugo/version.ts';
import { PageDocument } from '../core/site/pageDocument.ts';

interface Parsed {
  readonly version: number;
  readonly page: PageDocument;
}

/** The documents that the editor has open, parsed at most once per version. */
export class OpenPages {
  readonly #documents: TextDocuments<TextDocument>;
  readonly #parsed = new Map<string, Parsed>();

  constructor(documents: TextDocuments<TextDocument>) {
    this.#documents = documents;
  }

  uris(): string[] {
    return this.#documents.keys();
  }

  document(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /** The parsed text as it stands in the editor; absent when it is not open or longer than `longestText`. */
  page(uri: string, hugo: HugoRange): PageDocument | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined) {
      return undefined;
    }
    const known = this.#parsed.get(uri);
    if (known?.version === document.version && known.page.hugo === hugo) {
      return known.page;
    }
    const text = document.getText();
    if (text.length > longestText) {
      return undefined;
    }
    const page = new PageDocument(uri, text, hugo);
    this.#parsed.set(uri, { version: document.version, page });
    return page;
  }

  forget(uri: string): void {
    this.#parsed.delete(uri);
  }
}
