// One language client per start: a client that has lost its process is thrown away, so that no half-dead state is carried over.
import { Disposable, EventEmitter, LogLevel, Uri, window, workspace } from 'vscode';
import type { CancellationToken, LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import {
  closePreviewNotification,
  openPreviewRequest,
  previewNotification,
  publicationChangedNotification,
  statusNotification,
  trustNotification,
} from '../../server/src/protocol.ts';
import type {
  ClosePreviewParams,
  InitializationOptions,
  NotificationName,
  OpenPreviewParams,
  OpenPreviewResult,
  PreviewPage,
  RequestName,
  StatusParams,
  TrustParams,
} from '../../server/src/protocol.ts';
import type { Asked } from './asked.ts';
import { CrashHistory } from './crashHistory.ts';
import { contentDocuments, siteDocuments, teamDocuments } from './documents.ts';
import { provideCompletionItem, suggestOnEmptyPage, suggestWhileTyping } from './suggestWhileTyping.ts';
import { SiteStatusItem } from './siteStatusItem.ts';
import { displayLanguage, onDidChangeLanguage, translate } from './translate.ts';

/** No code made from strings, no prototype reached through `__proto__`, no memory without end, and little of it for what lives briefly. */
const execArgv = [
  '--disallow-code-generation-from-strings',
  '--disable-proto=delete',
  '--max-old-space-size=512',
  '--max-semi-space-size=4',
];

/** The language server of this window: started, watched, and started again when it ends by itself. */
export class LanguageServer implements Asked, Disposable {
  readonly log: LogOutputChannel;
  readonly #module: string;
  readonly #status: SiteStatusItem;
  readonly #crashes = new CrashHistory();
  readonly #trust: Disposable;
  readonly #runs = new EventEmitter<boolean>();
  readonly #pages = new EventEmitter<PreviewPage>();
  readonly #publications = new EventEmitter<void>();
  /** `true` when the server has started and answers, `false` when it has ended. */
  readonly onDidRun = this.#runs.event;
  readonly onPreviewPage = this.#pages.event;
  /** What is said of the publication of pages may be another now. */
  readonly onPublicationChanged = this.#publications.event;
  #client: LanguageClient | undefined;
  #nextStart: ReturnType<typeof setTimeout> | undefined;

  constructor(extension: Uri) {
    this.#module = Uri.joinPath(extension, 'dist/server/main.js').fsPath;
    this.log = window.createOutputChannel('Hugo Scribe', { log: true });
    this.#status = new SiteStatusItem(this.log);
    this.#trust = Disposable.from(
      workspace.onDidGrantWorkspaceTrust(() => this.#tellTrust()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('hugoScribe.hugo.path')) {
          this.#tellTrust();
        }
        if (event.affectsConfiguration('hugoScribe.check.scope')) {
          this.#beginAnew();
        }
      }),
      onDidChangeLanguage(() => this.#beginAnew()),
    );
  }

  async start(): Promise<void> {
    if (this.#client !== undefined) {
      return;
    }
    const client: LanguageClient = new LanguageClient(
      'hugoScribe',
      'Hugo Scribe',
      this.#serverOptions(),
      this.#clientOptions(() => this.#died(client)),
    );
    this.#client = client;
    client.onNotification(statusNotification, ({ sites }: StatusParams) => {
      this.#status.update(sites);
      this.#publications.fire();
    });
    client.onNotification(publicationChangedNotification, () => this.#publications.fire());
    client.onNotification(previewNotification, (page: PreviewPage) => this.#pages.fire(page));
    try {
      await client.start();
      this.#runs.fire(true);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      this.log.error(this.#died(client));
    }
  }

  async restart(): Promise<void> {
    this.#crashes.clear();
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#nextStart);
    const client = this.#client;
    this.#client = undefined;
    this.#runs.fire(false);
    await client?.dispose().catch((error: unknown) => this.log.debug(String(error)));
  }

  async openPreview(params: OpenPreviewParams): Promise<OpenPreviewResult> {
    if (this.#client === undefined) {
      throw new Error('The language server is not running.');
    }
    return this.#client.sendRequest<OpenPreviewResult>(openPreviewRequest, params);
  }

  async ask<Params, Result>(
    request: RequestName<Params, Result>,
    params: Params,
    token?: CancellationToken,
  ): Promise<NonNullable<Result> | undefined> {
    const client = this.#client?.state === State.Stopped ? undefined : this.#client;
    const answer =
      token === undefined
        ? await client?.sendRequest<Result>(request, params)
        : await client?.sendRequest<Result>(request, params, token);
    return answer ?? undefined;
  }

  tell<Params>(notification: NotificationName<Params>, params: Params): void {
    if (this.#client?.isRunning() === true) {
      void this.#client.sendNotification(notification, params);
    }
  }

  closePreview(params: ClosePreviewParams): void {
    this.tell(closePreviewNotification, params);
  }

  dispose(): void {
    this.#runs.dispose();
    this.#pages.dispose();
    this.#publications.dispose();
    this.#trust.dispose();
    this.#status.dispose();
    this.log.dispose();
  }

  /** What the server is told at its start has changed. */
  #beginAnew(): void {
    if (this.#client !== undefined) {
      void this.restart();
    }
  }

  #tellTrust(): void {
    const params: TrustParams = toTrust();
    void this.#client?.sendNotification(trustNotification, params);
  }

  /**
   * Answers for the log what follows from a death. Called once or twice for the same one: the connection closes, and a start in
   * progress fails.
   */
  #died(client: LanguageClient): string {
    if (client !== this.#client) {
      return 'The language server ended.';
    }
    this.#client = undefined;
    this.#runs.fire(false);
    const delay = this.#crashes.crashed(Date.now());
    if (delay === undefined) {
      this.#giveUp();
      return 'The language server ended, and is not started again.';
    }
    this.#nextStart = setTimeout(() => void this.start(), delay);
    return `The language server ended; it is started again in ${delay / 1000} s.`;
  }

  #giveUp(): void {
    const reason = translate('The language server ended five times within three minutes.');
    this.#status.fail(reason);
    const showOutput = translate('Show Output');
    void window
      .showErrorMessage(
        translate('Hugo Scribe has stopped: its language server ended five times within three minutes.'),
        showOutput,
      )
      .then((choice) => {
        if (choice === showOutput) {
          this.log.show();
        }
      });
  }

  #serverOptions(): ServerOptions {
    return { module: this.#module, transport: TransportKind.ipc, options: { execArgv } };
  }

  #clientOptions(onClosed: () => string): LanguageClientOptions {
    return {
      documentSelector: [...contentDocuments, ...siteDocuments, ...teamDocuments],
      outputChannel: this.log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: toInitializationOptions(this.log),
      initializationFailedHandler: () => false,
      diagnosticPullOptions: { onChange: true },
      middleware: {
        provideCompletionItem,
        didOpen: async (document, next) => {
          await next(document);
          if (this.#client?.isRunning() === true) {
            void suggestOnEmptyPage(this.#client, document);
          }
        },
        didChange: async (event, next) => {
          await next(event);
          if (this.#client?.isRunning() === true) {
            void suggestWhileTyping(this.#client, event);
          }
        },
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => ({ action: CloseAction.DoNotRestart, handled: true, message: onClosed() }),
      },
    };
  }
}

function toInitializationOptions({ logLevel }: LogOutputChannel): InitializationOptions {
  return {
    ...toTrust(),
    previews: true,
    checksSite: workspace.getConfiguration('hugoScribe.check').get('scope') === 'site',
    suggestCommand: 'editor.action.triggerSuggest',
    wrapCommand: 'hugoScribe.wrapInShortcode',
    referencesCommand: 'hugoScribe.showReferences',
    publishingCommands: true,
    removeFoldersCommand: 'hugoScribe.removeEmptyFolders',
    showsHeadings: true,
    logLevel: logLevels[logLevel],
    language: displayLanguage(),
  };
}

/** A program is named by the writer, never by the workspace, whatever the editor thinks of the setting's scope. */
function toTrust(): TrustParams {
  const path: unknown = workspace.getConfiguration('hugoScribe.hugo').inspect('path')?.globalValue;
  const hugoPath = typeof path === 'string' ? path.trim() : '';
  return { trusted: workspace.isTrusted, ...(hugoPath === '' ? {} : { hugoPath }) };
}

const logLevels: { readonly [level in LogLevel]: NonNullable<InitializationOptions['logLevel']> } = {
  [LogLevel.Off]: 'off',
  [LogLevel.Trace]: 'trace',
  [LogLevel.Debug]: 'debug',
  [LogLevel.Info]: 'info',
  [LogLevel.Warning]: 'warning',
  [LogLevel.Error]: 'error',
};
