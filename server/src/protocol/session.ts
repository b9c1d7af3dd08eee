import type { NotificationName } from './names.ts';

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
export const statusNotification: NotificationName<StatusParams> = 'hugoScribe/status';
export interface StatusParams {
  readonly sites: readonly SiteStatus[];
}

/** Client to server, a notification: the workspace has become trusted, or the writer names another `hugo`. */
export const trustNotification: NotificationName<TrustParams> = 'hugoScribe/trust';
export interface TrustParams {
  readonly trusted: boolean;
  /** See `InitializationOptions`. */
  readonly hugoPath?: string;
}
