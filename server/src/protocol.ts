/** What client and server say to each other beyond the Language Server Protocol. */

export interface InitializationOptions {
  /** The workspace is trusted; without it nothing of the site may be run. */
  readonly trusted?: boolean;
  /** A JSON object of English template to translation. */
  readonly translations?: Readonly<Record<string, string>>;
  /** The editor's command that opens the list of suggestions again, in VS Code `editor.action.triggerSuggest`. */
  readonly suggestCommand?: string;
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

/** Client to server, a notification: the workspace has become trusted. */
export const trustNotification = 'hugoScribe/trust';
export interface TrustParams {
  readonly trusted: boolean;
}
