import type { NotificationName, RequestName } from './names.ts';
import type { DocumentRange } from './places.ts';
import type { PreviewSheet } from './preview.ts';

/** Client to server, a request: the shortcodes that a page can call, to choose from. From now on thumbnails may be asked for. */
export const openGalleryRequest: RequestName<OpenGalleryParams, OpenGalleryResult> =
  'hugoScribe/gallery/open';
export interface OpenGalleryParams {
  readonly uri: string;
}
export interface OpenGalleryResult {
  /** The first folder of the page; empty at the top of the content. */
  readonly section: string;
  readonly cards: readonly GalleryCard[];
  /** URIs of the folders that the pictures, styles and fonts of thumbnails come from. */
  readonly resourceRoots: readonly string[];
  /** There is an engine that may render. */
  readonly hasThumbnails: boolean;
  /** The site is still being read: ask again. */
  readonly isReading: boolean;
  /** The document is no content of a Hugo site. */
  readonly notContent?: boolean;
}
/** Texts are in the writer's language, with code in backticks. */
export interface GalleryCard {
  readonly name: string;
  /** Pages of the same section call it, it has a template of the site, or Hugo brings it along. */
  readonly group: 'here' | 'site' | 'hugo';
  readonly isDeprecated: boolean;
  readonly use: string;
  readonly source: string;
  readonly sourceUri?: string | undefined;
  readonly documentation: readonly string[];
  readonly arguments: readonly GalleryArgument[];
  readonly notes: readonly string[];
  /** An address with more to read. */
  readonly link?: string | undefined;
}
export interface GalleryArgument {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: string;
  readonly documentation: string;
  readonly default?: string | undefined;
  readonly values: readonly string[];
}
/** Client to server, a request: real calls from pages that resemble the one of the gallery; they have to be read. */
export const galleryExamplesRequest: RequestName<OpenGalleryParams, GalleryExamplesResult> =
  'hugoScribe/gallery/examples';
export interface GalleryExamplesResult {
  readonly examples: readonly GalleryExample[];
}
export interface GalleryExample {
  /** Of the shortcode. */
  readonly name: string;
  readonly text: string;
  /** The page that it stands on. */
  readonly uri: string;
  readonly title: string;
  /** From 0. */
  readonly line: number;
}

/** Client to server, a request: what the example of a shortcode looks like on the site. Takes its time, behind all previews; to be cancelled. */
export const thumbnailRequest: RequestName<ThumbnailParams, ThumbnailResult> = 'hugoScribe/gallery/thumbnail';
export interface ThumbnailParams {
  readonly uri: string;
  readonly name: string;
  /** As for a preview. */
  readonly resourceBase: string;
}
export interface ThumbnailResult {
  /** As of a preview; what the call became carries `data-call`. Absent where there is nothing to see. */
  readonly html?: string;
  /** Those that this gallery has not been sent yet. */
  readonly sheets?: readonly PreviewSheet[];
}

/** Client to server, a request: the call to insert at a place. */
export const insertCallRequest: RequestName<InsertCallParams, InsertCallResult> = 'hugoScribe/gallery/insert';
export interface InsertCallParams {
  readonly uri: string;
  readonly name: string;
  /** What is selected, or the empty range of the cursor. */
  readonly range: DocumentRange;
}
export interface InsertCallResult {
  /** Absent where nothing can be inserted; `note` says why. */
  readonly snippet?: string;
  /** What the snippet replaces. */
  readonly range?: DocumentRange;
  /** At its first place to fill in the list of suggestions is of use. */
  readonly asksAgain?: boolean;
  /** For the writer, where it does not stand at the cursor. */
  readonly note?: string;
}

/** Client to server, a notification: the gallery is closed. */
export const closeGalleryNotification: NotificationName<object> = 'hugoScribe/gallery/close';
