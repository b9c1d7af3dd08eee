import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  CodeActionKind,
  FileChangeType,
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type Diagnostic,
  type DidChangeWatchedFilesParams,
  type InitializeParams,
  type TextDocumentPositionParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../core/features/check.ts';
import type { Finding } from '../core/features/finding.ts';
import type { ClientAbilities } from '../core/features/client.ts';
import type { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { formatMessage, message, type Translate } from '../core/text/message.ts';
import type { InstalledHugo } from '../core/hugo/version.ts';
import {
  previewNotification,
  statusNotification,
  type InitializationOptions,
  type StatusParams,
  type TrustParams,
} from '../protocol.ts';
import { Sites, type LiveSite } from '../workspace/sites.ts';
import { Answers, type Place } from './answers.ts';
import { toCodeActions, toDiagnostic, toTooLong } from './convert.ts';
import { toLog, type Log } from './log.ts';
import { findCallAt } from './preview/callHover.ts';
import { Previews } from './preview/previews.ts';
import { OpenPages } from './openPages.ts';
import { DiagnosticsPublisher } from './publisher.ts';
import type { ServerHost } from './server.ts';
import { SiteSettings } from './siteSettings.ts';
import { applySettings, defaultSettings, toSettings, type Settings } from './settings.ts';
import { toSiteStatus } from './status.ts';
import { StatusPublisher } from './statusPublisher.ts';

/** One editor's conversation: its documents, its sites, its settings. */
export class Session {
  readonly log: Log;
  readonly previews: Previews;
  readonly answers: Answers;
  readonly #host: ServerHost;
  readonly #params: InitializeParams;
  readonly #options: InitializationOptions;
  readonly #pages: OpenPages;
  readonly #sites: Sites;
  readonly #publisher: DiagnosticsPublisher;
  readonly #translate: Translate;
  readonly #status: StatusPublisher;
  readonly #settings = new SiteSettings((root) => this.#askSettings(root));
  /** The newest snapshot of each site, by root. */
  readonly #seen = new Map<string, SiteSnapshot>();
  #trusted: boolean;
  #hugoPath: string | undefined;
  #installedHugo: InstalledHugo | undefined;
  /** Fulfilled when the installed Hugo has answered, or is not to be asked. */
  #installed: Promise<void>;

  constructor(host: ServerHost, documents: TextDocuments<TextDocument>, params: InitializeParams) {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    this.#options = options;
    const translations = new Map(Object.entries(options.translations ?? {}));
    this.#host = host;
    this.#params = params;
    this.#translate = (template) => translations.get(template) ?? template;
    this.log = toLog(host.connection.console, options.logLevel);
    this.#pages = new OpenPages(documents);
    this.#sites = new Sites({
      fileSystem: host.fileSystem,
      schedule: host.schedule,
      now: host.now,
      onChange: (site) => this.#siteChanged(site),
      log: this.log,
    });
    this.#publisher = new DiagnosticsPublisher({
      check: (uri) => this.#check(uri),
      send: (uri, diagnostics) =>
        void host.connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] }),
      schedule: host.schedule,
    });
    this.#status = new StatusPublisher({
      sites: () => this.#pages.uris().flatMap((uri) => this.#sites.known(uri)?.snapshot ?? []),
      send: (sites) => this.#sendStatus(sites),
      schedule: host.schedule,
    });
    this.previews = new Previews({
      makers: host.engines,
      pages: this.#pages,
      fileSystem: host.fileSystem,
      siteOf: (uri) => this.#contentSiteOf(uri),
      send: (page) => void host.connection.sendNotification(previewNotification, page),
      problemsChanged: (uri) => this.#publisher.touch(uri),
      trusted: () => this.#trusted,
      installed: () => this.#installedHugo,
      settled: () => this.#installed,
      translate: this.#translate,
      clock: () => host.clock().now,
      now: host.now,
      schedule: host.schedule,
      log: this.log,
    });
    this.answers = new Answers({
      fileSystem: host.fileSystem,
      translate: this.#translate,
      locate: (at, token) => this.#locate(at, token),
      sites: () => this.#sites.all(),
      client: () => this.#client(),
      linkSupport: params.capabilities.textDocument?.definition?.linkSupport === true,
      renderCall: (place, token) => this.#resultOf(place, token),
    });
    this.#trusted = options.trusted ?? false;
    this.#hugoPath = options.hugoPath;
    this.#installed = this.#askInstalled();
  }

  async begin(): Promise<void> {
    const { connection, version, notes } = this.#host;
    this.log('info', `Hugo Scribe ${version} is listening.`);
    for (const note of notes) {
      this.log('warning', note);
    }
    const { workspace } = this.#params.capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'hugoScribe' });
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: '**/*' }],
      });
    }
  }

  opened(document: TextDocument): void {
    this.#sites.open(document.uri, document.getText());
    this.#publisher.touch(document.uri);
  }

  changed(document: TextDocument): void {
    const text = document.getText();
    this.#sites.change(document.uri, text);
    this.#publisher.touch(document.uri);
    this.previews.changed(document.uri, text);
  }

  closed(document: TextDocument): void {
    this.#pages.forget(document.uri);
    this.#sites.close(document.uri);
    this.#publisher.forget(document.uri);
    this.#status.touch();
  }

  filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    this.#sites.filesChanged(changes.map(({ uri, type }) => ({ uri, type: changeTypes[type] })));
  }

  settingsChanged(): void {
    this.#settings.forget();
    for (const uri of this.#pages.uris()) {
      this.#publisher.touch(uri);
    }
  }

  async trustChanged({ trusted, hugoPath }: TrustParams): Promise<void> {
    this.#trusted = trusted;
    this.#hugoPath = hugoPath;
    this.#installed = this.#askInstalled();
    await this.#installed;
    this.previews.reconsider();
  }

  /** What becomes of the call at a place, as Markdown; where nothing runs that could tell, how to see it. */
  async #resultOf({ site, page, offset }: Place, token: CancellationToken): Promise<string | undefined> {
    const call = findCallAt(site, page, offset);
    const live = this.#sites.known(page.uri);
    if (call === undefined || live === undefined || !this.#trusted || this.#options.previews !== true) {
      return undefined;
    }
    const result = await this.previews.renderCall(live, page, call);
    if (token.isCancellationRequested) {
      return undefined;
    }
    const howTo = message('Open the preview to see here what it becomes.');
    return result === undefined ? formatMessage(howTo, this.#translate) : result || undefined;
  }

  async codeActions(
    { textDocument, range, context }: CodeActionParams,
    token: CancellationToken,
  ): Promise<CodeAction[] | null> {
    const place = await this.#locate({ textDocument, position: range.start }, token);
    const document = this.#pages.document(textDocument.uri);
    if (place === undefined || document === undefined || !wantsQuickFixes(context)) {
      return null;
    }
    const { site, page } = place;
    const asked = { start: place.offset, end: page.lines.offsetAt(range.end) };
    const findings = await this.#findings(site, page);
    const edited = {
      uri: document.uri,
      version: document.version,
      lines: page.lines,
      takesVersions: this.#params.capabilities.workspace?.workspaceEdit?.documentChanges === true,
    };
    return findings
      .filter((finding) => finding.range.start <= asked.end && asked.start <= finding.range.end)
      .flatMap((finding) => toCodeActions(finding, edited, this.#translate));
  }

  async dispose(): Promise<void> {
    await this.previews.dispose();
    this.#sites.dispose();
  }

  #client(): ClientAbilities {
    const { completion } = this.#params.capabilities.textDocument ?? {};
    return {
      snippets: completion?.completionItem?.snippetSupport === true,
      translate: this.#translate,
      ...this.#host.clock(),
      ...(this.#options.suggestCommand === undefined ? {} : { suggestCommand: this.#options.suggestCommand }),
    };
  }

  async #locate(
    { textDocument: { uri }, position }: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<Place | undefined> {
    const site = (await this.#contentSiteOf(uri))?.snapshot;
    const page = site && this.#pages.page(uri, site.hugo);
    if (site === undefined || page === undefined || token.isCancellationRequested) {
      return undefined;
    }
    return { site, page, offset: page.lines.offsetAt(position) };
  }

  /** The site whose content a document is, as soon as its configuration is known. */
  async #contentSiteOf(uri: string): Promise<LiveSite | undefined> {
    const live = await this.#sites.siteOf(uri);
    await live?.configured;
    return live?.isContent(uri) === true ? live : undefined;
  }

  /** Findings wait for everything that decides how strict they are, so that none is shown and then taken back. */
  async #check(uri: string): Promise<readonly Diagnostic[]> {
    const own = await this.#checkContent(uri);
    return [...own, ...this.previews.problems.beside(uri, own)];
  }

  async #checkContent(uri: string): Promise<readonly Diagnostic[]> {
    const live = await this.#contentSiteOf(uri);
    if (live === undefined) {
      return [];
    }
    await this.#settings.of(live.root);
    await this.#installed;
    const site = live.snapshot;
    if (this.#pages.document(uri) === undefined) {
      return [];
    }
    const page = this.#pages.page(uri, site.hugo);
    if (page === undefined) {
      return [toTooLong(this.#translate)];
    }
    const findings = await this.#findings(site, page);
    return findings.map((finding) => toDiagnostic(finding, page.lines, this.#translate));
  }

  /** What there is to say of a page, as severe as the writer wants it. */
  async #findings(site: SiteSnapshot, page: PageDocument): Promise<Finding[]> {
    const settings = await this.#settings.of(site.root);
    return check(site, page, this.#host.clock().now).flatMap(
      (finding) => applySettings(finding, settings) ?? [],
    );
  }

  async #askInstalled(): Promise<void> {
    this.log('info', `The workspace is ${this.#trusted ? 'trusted' : 'not trusted'}.`);
    this.#installedHugo = this.#trusted
      ? await this.#host.readInstalledHugo(this.#hugoPath, this.#workspaceFolders())
      : undefined;
    this.#sites.setInstalled(this.#installedHugo?.version);
  }

  #workspaceFolders(): string[] {
    return (this.#params.workspaceFolders ?? []).map(({ uri }) => uri);
  }

  async #askSettings(root: string): Promise<Settings> {
    if (this.#params.capabilities.workspace?.configuration !== true) {
      return defaultSettings;
    }
    const { workspace } = this.#host.connection;
    const settings = toSettings(await workspace.getConfiguration({ section: 'hugoScribe', scopeUri: root }));
    this.#sites.setSetting(root, settings.hugoVersion);
    return settings;
  }

  /** An edit of one page makes a new snapshot, too; the other open pages are checked again only when more than pages changed. */
  #siteChanged(site: SiteSnapshot): void {
    const before = this.#seen.get(site.root);
    this.#seen.set(site.root, site);
    if (before !== undefined && before.hugo !== site.hugo) {
      this.previews.reconsider();
    }
    if (before === undefined || !sameFacts(before, site)) {
      void this.#settings.of(site.root);
      for (const uri of this.#pages.uris()) {
        if (this.#sites.known(uri)?.root === site.root) {
          this.#publisher.touch(uri);
        }
      }
      this.#status.touch();
    }
  }

  #sendStatus(sites: readonly SiteSnapshot[]): void {
    const params: StatusParams = { sites: sites.map((site) => toSiteStatus(site, this.#translate)) };
    void this.#host.connection.sendNotification(statusNotification, params);
  }
}

function sameFacts(a: SiteSnapshot, b: SiteSnapshot): boolean {
  return (
    a.config === b.config &&
    a.hugo === b.hugo &&
    a.progress === b.progress &&
    a.shortcodes() === b.shortcodes() &&
    a.shortcodesComplete === b.shortcodesComplete
  );
}

const changeTypes: { readonly [type in FileChangeType]: 'created' | 'changed' | 'deleted' } = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

function wantsQuickFixes({ only }: CodeActionContext): boolean {
  return only === undefined || only.includes(CodeActionKind.QuickFix);
}
