import type { RequestName } from './names.ts';

/** Client to server, a request: what of the site that holds a file nothing uses. */
export const unusedRequest: RequestName<UnusedParams, UnusedResult> = 'hugoScribe/unused';
export interface UnusedParams {
  readonly uri: string;
}
export interface UnusedResult {
  readonly items: readonly UnusedItem[];
  /** Why the list may err. */
  readonly doubts: readonly string[];
}
export interface UnusedItem {
  readonly kind: 'shortcode' | 'key' | 'file' | 'page';
  readonly name: string;
  /** The file to look at, and the same for people: relative to the site. */
  readonly uri: string;
  readonly path: string;
  /** Of a key how many pages have it. */
  readonly pages?: number;
}
