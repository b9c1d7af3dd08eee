/** In a document; from 0, in UTF-16 units, as in the Language Server Protocol. */
export interface DocumentPosition {
  readonly line: number;
  readonly character: number;
}

/** Half-open. */
export interface DocumentRange {
  readonly start: DocumentPosition;
  readonly end: DocumentPosition;
}

export interface DocumentEdit {
  readonly range: DocumentRange;
  readonly newText: string;
}
