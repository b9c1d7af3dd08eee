/** What client and server say to each other beyond the Language Server Protocol. */

export interface InitializationOptions {
  /** The workspace is trusted; without it nothing of the site may be run. */
  readonly trusted?: boolean;
  /** The installed `hugo` that the writer's own settings name, never those of the workspace; without it the one on PATH is used. */
  readonly hugoPath?: string;
  /** The editor shows previews, so that texts may speak of them. */
  readonly previews?: boolean;
  /** What the writer reads, such as `sv` or `nb-NO`; without it the `locale` of the request counts. */
  readonly language?: string;
  /** The editor's command that opens the list of suggestions again, in VS Code `editor.action.triggerSuggest`. */
  readonly suggestCommand?: string;
  /** The editor's command that shows where the name at a place is used: it gets a URI and a position. */
  readonly referencesCommand?: string;
  /** The editor's command that takes away those of some folders that are empty: it gets their URIs. */
  readonly removeFoldersCommand?: string;
  /** The editor has the commands `hugoScribe.publishingMenu`, `.publishNow` and `.copyAddress`: each gets a URI. */
  readonly publishingCommands?: boolean;
  /** The editor's command that asks which shortcode to put around what is selected. */
  readonly wrapCommand?: string;
  /** Every page of a site is checked, not the open ones alone. */
  readonly checksSite?: boolean;
  /** The editor lists the headings of Markdown itself, in its outline and among the symbols of the workspace. */
  readonly showsHeadings?: boolean;
  /** The server's log level, as in `vscode.LogLevel`'s names, lower-cased. */
  readonly logLevel?: 'trace' | 'debug' | 'info' | 'warning' | 'error' | 'off';
}

/** One site as the status item shows it. */
export interface SiteStatus {
  /** URI of the site's folder. */
  readonly root: string;
  readonly title: string;
  /** Such as `0.147.6`, `0.112.0 or newer`, or empty when nothing is known. */
  readonly hugo: string;
  /** Where that version comes from, such as `netlify.toml`; empty when nothing is known. */
  readonly hugoSource: string;
  readonly state: 'reading' | 'ready' | 'failed';
  readonly pagesRead: number;
  readonly pagesTotal: number | undefined;
  readonly shortcodes: number;
  /** Themes and modules that are not on disk. */
  readonly missingModules: readonly string[];
  /** One sentence for the writer where something needs attention; empty otherwise. */
  readonly note: string;
}

/** Server to client, a notification: the state of every site that has an open document. */
export const statusNotification = 'hugoScribe/status';
export interface StatusParams {
  readonly sites: readonly SiteStatus[];
}

/** Client to server, a notification: the workspace has become trusted, or the writer names another `hugo`. */
export const trustNotification = 'hugoScribe/trust';
export interface TrustParams {
  readonly trusted: boolean;
  /** See `InitializationOptions`. */
  readonly hugoPath?: string;
}

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
export const openPreviewRequest = 'hugoScribe/preview/open';
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
export const closePreviewNotification = 'hugoScribe/preview/close';
export interface ClosePreviewParams {
  readonly uri: string;
}

/** Server to client, a notification: the newest page of a document. */
export const previewNotification = 'hugoScribe/preview/page';
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
  /** From 0, in UTF-16 units. */
  readonly line?: number;
  readonly character?: number;
}

/** Client to server, a request: what of the site that holds a file nothing uses. */
export const unusedRequest = 'hugoScribe/unused';
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

/** Client to server, a request: the raw text of a document becomes a post, or part of one, by a change that the server asks the editor to make. */
export const makePostRequest = 'hugoScribe/makePost';
export interface MakePostParams {
  readonly uri: string;
  /** What is selected; without it, or where it is empty, the whole text of the page is meant. In UTF-16 units. */
  readonly range?: { readonly start: MakePostPosition; readonly end: MakePostPosition };
  /** A text that stands elsewhere, such as on the clipboard, and is to come in the place of `range`. */
  readonly text?: string;
}
export interface MakePostPosition {
  readonly line: number;
  readonly character: number;
}
export interface MakePostResult {
  /** The editor has made the change; else there was none, or the writer did not want it. */
  readonly isDone: boolean;
}

/** Client to server, a request: what a raw text that is being pasted over `range` would be as Markdown. */
export const pastedPostRequest = 'hugoScribe/pastedPost';
export type PastedPostParams = Required<MakePostParams>;
export interface PastedPostResult {
  /** Nothing where the text is good as it is. */
  readonly text?: string;
  /** It has front matter, because the page was empty. */
  readonly isPage?: boolean;
}

/** Client to server, a request: the shortcodes that a page can call, to choose from. From now on thumbnails may be asked for. */
export const openGalleryRequest = 'hugoScribe/gallery/open';
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
export const galleryExamplesRequest = 'hugoScribe/gallery/examples';
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
export const thumbnailRequest = 'hugoScribe/gallery/thumbnail';
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
export const insertCallRequest = 'hugoScribe/gallery/insert';
export interface InsertCallParams {
  readonly uri: string;
  readonly name: string;
  /** What is selected, or the empty range of the cursor. */
  readonly range: GalleryRange;
}
export interface InsertCallResult {
  /** Absent where nothing can be inserted; `note` says why. */
  readonly snippet?: string;
  /** What the snippet replaces. */
  readonly range?: GalleryRange;
  /** At its first place to fill in the list of suggestions is of use. */
  readonly asksAgain?: boolean;
  /** For the writer, where it does not stand at the cursor. */
  readonly note?: string;
}
export interface GalleryRange {
  readonly start: GalleryPosition;
  readonly end: GalleryPosition;
}
export interface GalleryPosition {
  readonly line: number;
  readonly character: number;
}

/** Client to server, a notification: the gallery is closed. */
export const closeGalleryNotification = 'hugoScribe/gallery/close';

/** Client to server, a request: whether and where a document will be published, by its text of now; `null` for what is no content of a site. */
export const publicationRequest = 'hugoScribe/publication';
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
export const publicationChangedNotification = 'hugoScribe/publication/changed';

/** Client to server, a request: the front matter of a document is changed, by a change that the server asks the editor to make. */
export const publicationChangeRequest = 'hugoScribe/publication/change';
export interface PublicationChangeParams {
  readonly uri: string;
  readonly change: 'toggleDraft' | 'publishNow';
}
export interface PublicationChangeResult {
  readonly isDone: boolean;
  /** Why there is nothing to change. */
  readonly refusal?: string;
}

/** Client to server, a request: where a new post can stand. */
export const postPlacesRequest = 'hugoScribe/newPost/places';
export interface PostPlacesParams {
  /** The file that is open, or the folder that the writer points at. */
  readonly uri?: string;
  readonly isFolder?: boolean;
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
}
export interface PostPlacesResult {
  /** Those of several sites one behind the other; empty where there is no site. */
  readonly places: readonly PostPlaceItem[];
  /** What follows from the file or folder. */
  readonly chosen?: PostPlaceItem;
}
export interface PostPlaceItem {
  /** URI of the site's folder. */
  readonly root: string;
  /** Below the content directory; empty at its top. */
  readonly folder: string;
  readonly language: string;
  /** The very folder that the writer points at. */
  readonly here?: string;
  /** For people: the site's name where there are several, and the language's where the site has several. */
  readonly site: string;
  readonly languageName: string;
  readonly pages: number;
}

/** Client to server, a request: which file a new post will be, and what is wrong with it. */
export const planPostRequest = 'hugoScribe/newPost/plan';
export interface PlanPostParams {
  readonly place: PostPlaceItem;
  readonly title: string;
  /** Whether it is to be a folder of its own; guessed without it. */
  readonly isBundle?: boolean;
  /** Below the content directory, as the writer wants it. */
  readonly path?: string;
}
export interface PlanPostResult {
  readonly path: string;
  /** Relative to the site. */
  readonly shown: string;
  readonly isBundle: boolean;
  /** In the writer's language. */
  readonly problem?: string;
}

/** Client to server, a request with `PlanPostParams`: all that a new post is made of; the client makes it. */
export const makeNewPostRequest = 'hugoScribe/newPost/make';
export interface MakeNewPostResult extends PlanPostResult {
  readonly uri: string;
  readonly text: string;
  /** The text as a snippet with a stop in each empty value. */
  readonly snippet: string;
  /** Other files of a bundle: with their text, or copied as they are. */
  readonly others: readonly NewPostFile[];
  /** What the writer should know. */
  readonly note?: string;
}
export interface NewPostFile {
  readonly uri: string;
  readonly text?: string;
  readonly from?: string;
}

/** Client to server, a request: what a page still lacks before it is published. Only where the writer asks for it. */
export const beforePublishingRequest = 'hugoScribe/beforePublishing';
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
  readonly sure: { readonly count: number; readonly edits: readonly TextChange[] };
}
export interface BeforePublishingItem {
  readonly group: 'wrong' | 'unfilled' | 'look' | 'publication';
  readonly text: string;
  readonly range: TextPlace;
  /** A value is wanted there: suggestions open. */
  readonly isToFill: boolean;
  readonly fix?: BeforePublishingFix;
}
export interface BeforePublishingFix {
  readonly title: string;
  readonly edits: readonly TextChange[];
  /** Where the writer goes on after the change, with suggestions. */
  readonly cursor?: TextPosition;
}
/** From 0, in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}
export interface TextPlace {
  readonly start: TextPosition;
  readonly end: TextPosition;
}
export interface TextChange {
  readonly range: TextPlace;
  readonly newText: string;
}

/** Client to server, a request: which shortcodes can stand around a selection, the likeliest first. */
export const wrapChoicesRequest = 'hugoScribe/wrap/choices';
export interface WrapChoicesParams {
  readonly uri: string;
  readonly range: WrapRange;
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
export const wrapRequest = 'hugoScribe/wrap';
export interface WrapParams extends WrapChoicesParams {
  readonly name: string;
}
export interface WrapResult {
  readonly edits: readonly WrapEdit[];
}
export interface WrapEdit {
  readonly range: WrapRange;
  readonly newText: string;
  /** The same with places to fill in. */
  readonly snippet?: string;
}
export interface WrapRange {
  readonly start: WrapPosition;
  readonly end: WrapPosition;
}
export interface WrapPosition {
  readonly line: number;
  readonly character: number;
}
