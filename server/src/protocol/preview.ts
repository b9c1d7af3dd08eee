import type { NotificationName, RequestName } from './names.ts';

export type PreviewEngineKind = 'instant' | 'embedded' | 'native';

/** What the writer chose for a preview. */
export interface PreviewOptions {
  /** `auto` lets the server choose by the site's Hugo range, what is installed, and trust. */
  readonly engine: 'auto' | PreviewEngineKind;
  /** The site's own scripts run; counts only in a trusted workspace. Everything the page loads is then part of its HTML. */
  readonly scripts: boolean;
  /** Pictures, styles and fonts of other hosts (`https:`) stay in the page. */
  readonly remote: boolean;
}

/** Client to server, a request: from now on the server sends the page of an open document, at once and after every change. */
export const openPreviewRequest: RequestName<OpenPreviewParams, OpenPreviewResult> =
  'hugoScribe/preview/open';
export interface OpenPreviewParams {
  readonly uri: string;
  /** What stands before the path of a local file so that the webview loads it, without a slash at the end. */
  readonly resourceBase: string;
  readonly options: PreviewOptions;
  /** Long style sheets come beside the page (see `PreviewPage.sheets`), and only when they are new. */
  readonly sheetsApart?: boolean;
}
export interface OpenPreviewResult {
  /** URIs of the folders that the page's pictures, styles and fonts come from. */
  readonly resourceRoots: readonly string[];
  /** The document is no content of a Hugo site. */
  readonly notContent?: boolean;
}

/** Client to server, a notification: the preview of a document is closed. */
export const closePreviewNotification: NotificationName<ClosePreviewParams> = 'hugoScribe/preview/close';
export interface ClosePreviewParams {
  readonly uri: string;
}

/** Server to client, a notification: the newest page of a document. */
export const previewNotification: NotificationName<PreviewPage> = 'hugoScribe/preview/page';
export interface PreviewPage {
  readonly uri: string;
  /** The version of the document that `html` was made from. */
  readonly version: number;
  readonly engine: PreviewEngineKind;
  /** `0.147.6`; empty for *instant*. */
  readonly hugo: string;
  /** From the change to this page, in ms. */
  readonly milliseconds: number;
  /**
   * A whole document, made safe for the kind of frame that `options.scripts` asks for. Elements that a block of the text became carry
   * `data-line`, the block's first line from 0. Links to pages of the site carry `data-source`, the URI of the file; other links `data-href`.
   */
  readonly html: string;
  /** The style sheets that belong into the empty `<style data-sheet="HASH">` of `html`, where `sheetsApart` asked for them. */
  readonly sheets?: readonly PreviewSheet[];
  /** `html` was made from an older text, because the newest gives no page; `problems` says why. */
  readonly stale: boolean;
  /** Where the page will stand: `/blogg/post/`, and with the site's host. Empty when it is not known. */
  readonly url: string;
  readonly permalink: string;
  /** Empty where the site has one only. */
  readonly language: string;
  readonly publish: 'published' | 'draft' | 'scheduled' | 'expired' | 'neverRendered';
  readonly problems: readonly PreviewProblem[];
  /** Calm lines: what was left out, what this engine cannot do. */
  readonly notes: readonly string[];
  /** What is going on behind this page, such as "Starting Hugo…"; empty when nothing is. */
  readonly progress: string;
}
/** One style sheet of a page. */
export interface PreviewSheet {
  readonly hash: string;
  /** Absent where the page that was sent before had it, too. */
  readonly css?: string;
}
export interface PreviewProblem {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** The file at fault; absent when Hugo names none. */
  readonly uri?: string;
  /** For people: the path relative to the site. */
  readonly path?: string;
  readonly line?: number;
  readonly character?: number;
}
