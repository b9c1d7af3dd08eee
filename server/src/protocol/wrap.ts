import type { RequestName } from './names.ts';
import type { DocumentRange } from './places.ts';

/** Client to server, a request: which shortcodes can stand around a selection, the likeliest first. */
export const wrapChoicesRequest: RequestName<WrapChoicesParams, WrapChoicesResult> =
  'hugoScribe/wrap/choices';
export interface WrapChoicesParams {
  readonly uri: string;
  readonly range: DocumentRange;
}
export interface WrapChoicesResult {
  readonly choices: readonly WrapChoice[];
}
export interface WrapChoice {
  readonly name: string;
  /** How often pages call it, and the file of its template, in the writer's language. */
  readonly use: string;
  readonly source: string;
  /** The leading comment of its template; empty where there is none. */
  readonly documentation: string;
}

/** Client to server, a request: the edits that put a shortcode around a selection; none where there is nothing to enclose. */
export const wrapRequest: RequestName<WrapParams, WrapResult> = 'hugoScribe/wrap';
export interface WrapParams extends WrapChoicesParams {
  readonly name: string;
}
export interface WrapResult {
  readonly edits: readonly WrapEdit[];
}
export interface WrapEdit {
  readonly range: DocumentRange;
  readonly newText: string;
  /** The same with places to fill in. */
  readonly snippet?: string;
}
