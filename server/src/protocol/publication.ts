import type { NotificationName, RequestName } from './names.ts';

/** Client to server, a request: whether and where a document will be published, by its text of now; `null` for what is no content of a site. */
export const publicationRequest: RequestName<PublicationParams, PublicationResult | null> =
  'hugoScribe/publication';
export interface PublicationParams {
  readonly uri: string;
}
/** Texts are in the writer's language; empty where there is nothing to say. */
export interface PublicationResult {
  /** `hidden` is what has no page, whatever its dates say. */
  readonly state: 'published' | 'draft' | 'scheduled' | 'expired' | 'hidden';
  /** `Scheduled in 3 days`. */
  readonly label: string;
  /** Why, and when that changes. */
  readonly reason: string;
  readonly notes: readonly string[];
  readonly language: string;
  /** `512 words · 3 min`. */
  readonly length: string;
  /** `/blogg/2024/post/`, and with the site's host, percent-encoded. */
  readonly path: string;
  readonly url: string;
  /** Why there is nothing to open on the site. */
  readonly notOpen: string;
  readonly isDraft: boolean;
  /** The page is not there, and a change of its front matter would bring it. */
  readonly canPublish: boolean;
}

/** Server to client, a notification: time has changed what is said of some open document. */
export const publicationChangedNotification: NotificationName<object> = 'hugoScribe/publication/changed';

/** Client to server, a request: the front matter of a document is changed, by a change that the server asks the editor to make. */
export const publicationChangeRequest: RequestName<PublicationChangeParams, PublicationChangeResult> =
  'hugoScribe/publication/change';
export interface PublicationChangeParams {
  readonly uri: string;
  readonly change: 'toggleDraft' | 'publishNow';
}
export interface PublicationChangeResult {
  readonly isDone: boolean;
  /** Why there is nothing to change. */
  readonly refusal?: string;
}
