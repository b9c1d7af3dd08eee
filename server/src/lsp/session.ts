import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  CodeActionKind,
  FileChangeType,
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type CompletionList,
  type Diagnostic,
  type DidChangeWatchedFilesParams,
  type Hover,
  type InitializeParams,
  type TextDocumentPositionParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { check } from '../core/features/check.ts';
import type { Finding } from '../core/features/finding.ts';
import type { ClientAbilities } from '../core/features/client.ts';
import { complete } from '../core/features/complete.ts';
import { hover } from '../core/features/hover.ts';
import type { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import type { Translate } from '../core/text/message.ts';
import {
  statusNotification,
  type InitializationOptions,
  type StatusParams,
  type TrustParams,
} from '../protocol.ts';
import { Sites, type LiveSite } from '../workspace/sites.ts';
import { toCodeActions, toDiagnostic, toTooLong } from './convert.ts';
import { toLog, type Log } from './log.ts';
import { OpenPages } from './openPages.ts';
import { DiagnosticsPublisher } from './publisher.ts';
import type { ServerHost } from './server.ts';
import { SiteSettings } from './siteSettings.ts';
import { applySettings, defaultSettings, toSettings, type Settings } from './settings.ts';
import { toSiteStatus } from './status.ts';
import { StatusPublisher } from './statusPublisher.ts';

interface Place {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly offset: number;
}

/** One editor's conversation: its documents, its sites, its settings. */
export class Session {
  readonly log: Log;
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
    this.#installed = this.#askInstalled(options.trusted ?? false);
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
    this.#sites.change(document.uri, document.getText());
    this.#publisher.touch(document.uri);
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

  trustChanged({ trusted }: TrustParams): void {
    this.#installed = this.#askInstalled(trusted);
  }

  async complete(at: TextDocumentPositionParams, token: CancellationToken): Promise<CompletionList | null> {
    const place = await this.#locate(at, token);
    if (place === undefined) {
      return null;
    }
    return complete(place.site, place.page, place.offset, this.#client());
  }

  async hover(at: TextDocumentPositionParams, token: CancellationToken): Promise<Hover | null> {
    const place = await this.#locate(at, token);
    return place === undefined ? null : (hover(place.site, place.page, place.offset, this.#client()) ?? null);
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

  dispose(): void {
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

  async #askInstalled(trusted: boolean): Promise<void> {
    this.log('info', `The workspace is ${trusted ? 'trusted' : 'not trusted'}.`);
    this.#sites.setInstalled(trusted ? await this.#host.readInstalledHugo() : undefined);
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
