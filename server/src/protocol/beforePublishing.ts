import type { RequestName } from './names.ts';
import type { DocumentEdit, DocumentPosition, DocumentRange } from './places.ts';

/** Client to server, a request: what a page still lacks before it is published. Only where the writer asks for it. */
export const beforePublishingRequest: RequestName<BeforePublishingParams, BeforePublishingResult> =
  'hugoScribe/beforePublishing';
export interface BeforePublishingParams {
  readonly uri: string;
}
export interface BeforePublishingResult {
  /** What becomes of the page now, such as `Draft`; empty for what is no content of a Hugo site. */
  readonly state: string;
  /** Where it stands or will stand: `/blogg/post/`. Empty where that is not known. */
  readonly path: string;
  /** `512 words`, `3 min`. */
  readonly length: readonly string[];
  /** The most important first. */
  readonly items: readonly BeforePublishingItem[];
  /** All that has one right answer, in one change: of so many items. */
  readonly sure: { readonly count: number; readonly edits: readonly DocumentEdit[] };
}
export interface BeforePublishingItem {
  readonly group: 'wrong' | 'unfilled' | 'look' | 'publication';
  readonly text: string;
  readonly range: DocumentRange;
  /** A value is wanted there: suggestions open. */
  readonly isToFill: boolean;
  readonly fix?: BeforePublishingFix;
}
export interface BeforePublishingFix {
  readonly title: string;
  readonly edits: readonly DocumentEdit[];
  /** Where the writer goes on after the change, with suggestions. */
  readonly cursor?: DocumentPosition;
}
