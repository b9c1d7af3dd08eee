import type { RequestName } from './names.ts';
import type { DocumentRange } from './places.ts';

/** Client to server, a request: the raw text of a document becomes a post, or part of one, by a change that the server asks the editor to make. */
export const makePostRequest: RequestName<MakePostParams, MakePostResult> = 'hugoScribe/makePost';
export interface MakePostParams {
  readonly uri: string;
  /** What is selected; without it, or where it is empty, the whole text of the page is meant. In UTF-16 units. */
  readonly range?: DocumentRange;
  /** A text that stands elsewhere, such as on the clipboard, and is to come in the place of `range`. */
  readonly text?: string;
}
export interface MakePostResult {
  /** The editor has made the change; else there was none, or the writer did not want it. */
  readonly isDone: boolean;
}

/** Client to server, a request: what a raw text that is being pasted over `range` would be as Markdown. */
export const pastedPostRequest: RequestName<PastedPostParams, PastedPostResult> = 'hugoScribe/pastedPost';
export type PastedPostParams = Required<MakePostParams>;
export interface PastedPostResult {
  /** Nothing where the text is good as it is. */
  readonly text?: string;
  /** It has front matter, because the page was empty. */
  readonly isPage?: boolean;
}
