import {
  CancellationToken,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type CodeAction,
  type CodeActionParams,
  type DidChangeWatchedFilesParams,
  type InitializeParams,
  type TextDocumentPositionParams,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ClientAbilities } from '../core/features/client.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { toLanguage, type Language } from '../core/text/displayLanguage.ts';
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
import { toEditAbilities } from './codeActions.ts';
import { Diagnostics } from './diagnostics.ts';
import { toLog, type Log } from './log.ts';
import { Archetypes } from './preview/archetypes.ts';
import { findCallAt } from './preview/callHover.ts';
import { Previews } from './preview/previews.ts';
import { HugoVerdicts } from './hugoVerdicts.ts';
import { OpenPages } from './openPages.ts';
import { isTeamFile, PageChecks } from './pageChecks.ts';
import { guarded } from './guard.ts';
import type { ServerHost } from './server.ts';
import { SiteAccess } from './siteAccess.ts';
import { SiteSettings } from './siteSettings.ts';
import { defaultSettings, toSettings, type HugoCheck, type Settings } from './settings.ts';
import { toSiteStatus } from './status.ts';
import { StatusPublisher } from './statusPublisher.ts';

/** One editor's conversation: its documents, its sites, its settings. */
export class Session {
  readonly log: Log;
  readonly previews: Previews;
  readonly archetypes: Archetypes;
  readonly answers: Answers;
  readonly diagnostics: Diagnostics;
  readonly access: SiteAccess;
  readonly language: Language;
  readonly translate: Translate;
  readonly #host: ServerHost;
  readonly #params: InitializeParams;
  readonly #options: InitializationOptions;
  readonly #pages: OpenPages;
  readonly #sites: Sites;
  readonly #checks: PageChecks;
  readonly #verdicts: HugoVerdicts;
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
    this.#host = host;
    this.#params = params;
    this.language = toLanguage(options.language ?? params.locale);
    const translations = host.readTranslations(this.language);
    this.translate = (template) => translations.get(template) ?? template;
    this.log = toLog(host.connection.console, options.logLevel);
    this.#pages = new OpenPages(documents);
    this.#sites = new Sites({
      fileSystem: host.fileSystem,
      schedule: host.schedule,
      now: host.now,
      onChange: (site) => this.#siteChanged(site),
      log: this.log,
    });
    this.access = this.#newAccess(host);
    this.#checks = this.#newChecks(host);
    this.diagnostics = this.#newDiagnostics(host);
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
      problemsChanged: (uri) => this.diagnostics.touch(uri),
      trusted: () => this.#trusted,
      installed: () => this.#installedHugo,
      settled: () => this.#installed,
      translate: this.translate,
      clock: () => host.clock().now,
      now: host.now,
      schedule: host.schedule,
      log: this.log,
    });
    this.archetypes = new Archetypes({ ...host, previews: this.previews });
    this.answers = new Answers({
      fileSystem: host.fileSystem,
      translate: this.translate,
      locate: (at, token) => this.#locate(at, token),
      sites: () => this.#sites.all(),
      fileAt: (uri) => this.access.fileAt(uri),
      client: () => this.#client(),
      linkSupport: params.capabilities.textDocument?.definition?.linkSupport === true,
      renderCall: (place, token) => this.#resultOf(place, token),
    });
    this.#verdicts = this.#newVerdicts(host);
    this.#trusted = options.trusted ?? false;
    this.#hugoPath = options.hugoPath;
    this.#installed = this.#askInstalled();
  }

  #newAccess({ fileSystem, schedule, now }: ServerHost): SiteAccess {
    return new SiteAccess({
      pages: this.#pages,
      fileSystem,
      siteOf: (uri) => this.#sites.siteOf(uri),
      sites: () => this.#sites.all(),
      schedule,
      now,
    });
  }

  #newChecks({ fileSystem, clock }: ServerHost): PageChecks {
    return new PageChecks({
      pages: this.#pages,
      fileSystem,
      settings: this.#settings,
      translate: this.translate,
      siteOf: (uri) => this.#contentSiteOf(uri),
      installed: () => this.#installed,
      clock,
      beside: (uri, own) => this.previews.problems.beside(uri, own),
      checksSite: this.#options.checksSite === true,
    });
  }

  #newVerdicts({ schedule }: ServerHost): HugoVerdicts {
    return new HugoVerdicts({
      problems: this.previews.problems,
      isWanted: async (uri) => (await this.#hugoCheckOf(uri)) === 'always',
      judge: (uri, isWorthStart) => this.previews.judge(uri, isWorthStart),
      versionOf: (uri) => this.#pages.document(uri)?.version,
      log: this.log,
      schedule,
    });
  }

  async #hugoCheckOf(uri: string): Promise<HugoCheck | undefined> {
    const live = await this.#contentSiteOf(uri);
    return live && (await this.#settings.of(live.root)).hugoCheck;
  }

  #newDiagnostics({ connection, schedule }: ServerHost): Diagnostics {
    const check = guarded(this.log, 'check', undefined, (uri: string) => this.#checks.of(uri));
    return new Diagnostics({
      connection,
      capabilities: this.#params.capabilities,
      pages: this.#pages,
      sites: () => this.#sites.all(),
      check: (uri) => check(uri, CancellationToken.None),
      checksSite: this.#options.checksSite === true,
      schedule,
    });
  }

  async begin(): Promise<void> {
    const { connection, version, notes } = this.#host;
    this.log('info', `Hugo Scribe ${version} is listening.`);
    for (const note of notes) {
      this.log('warning', note);
    }
    if (this.#options.checksSite === true) {
      this.#workspaceFolders().forEach((folder) => void this.#sites.siteOf(`${folder}/content`));
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
    this.diagnostics.opened(document.uri);
    this.#verdicts.opened(document.uri);
    this.#status.touch();
  }

  changed(document: TextDocument): void {
    const text = document.getText();
    this.#sites.change(document.uri, text);
    this.diagnostics.typed(document.uri);
    this.previews.changed(document.uri, text);
    this.#verdicts.typed(document.uri);
  }

  closed(document: TextDocument): void {
    this.#pages.forget(document.uri);
    this.previews.counts.forget(document.uri);
    this.#sites.close(document.uri);
    this.#verdicts.closed(document.uri);
    this.diagnostics.closed(document.uri);
    this.#status.touch();
  }

  filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    this.#sites.filesChanged(changes.map(({ uri, type }) => ({ uri, type: changeTypes[type] })));
    this.diagnostics.filesChanged(
      changes.map(({ uri }) => uri),
      changes.some(({ type }) => type !== FileChangeType.Changed),
    );
  }

  settingsChanged(): void {
    this.#settings.forget();
    this.#sites.all().forEach(({ snapshot }) => this.diagnostics.factsChanged(snapshot, snapshot));
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
    return result === undefined ? formatMessage(howTo, this.translate) : result || undefined;
  }

  async codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[] | null> {
    const { textDocument, range } = params;
    const document = this.#pages.document(textDocument.uri);
    const abilities = toEditAbilities(this.#params.capabilities);
    if (document !== undefined && isTeamFile(document.uri)) {
      return this.#checks.actionsOfTeamFile(document, params, abilities);
    }
    const place = await this.#locate({ textDocument, position: range.start }, token);
    return place === undefined || document === undefined
      ? null
      : this.#checks.codeActions(place, params, { version: document.version, ...abilities });
  }

  async dispose(): Promise<void> {
    await this.previews.dispose();
    this.#sites.dispose();
  }

  /** What the installed Hugo makes of an archetype; `undefined` where it may not be run, or there is none. */
  async newContent(root: string, path: string): Promise<string | undefined> {
    await this.#installed;
    return this.#trusted && this.#installedHugo !== undefined
      ? this.#host.engines.newContent?.(this.#installedHugo, root, path)
      : undefined;
  }

  settingsOf(root: string): Promise<Settings> {
    return this.#settings.of(root);
  }

  #client(): ClientAbilities {
    const { completion } = this.#params.capabilities.textDocument ?? {};
    return {
      snippets: completion?.completionItem?.snippetSupport === true,
      translate: this.translate,
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

  /** An edit of one page makes a new snapshot, too; then the other open pages may wait until the writer pauses. */
  #siteChanged(site: SiteSnapshot): void {
    const before = this.#seen.get(site.root);
    this.#seen.set(site.root, site);
    if (before !== undefined && before.hugo !== site.hugo) {
      this.previews.reconsider();
    }
    if (before === undefined || !sameFacts(before, site)) {
      void this.#settings.of(site.root);
      this.diagnostics.factsChanged(site, before);
      this.#verdicts.reconsider();
    } else {
      this.diagnostics.pagesChanged(site, before);
    }
    if (before?.progress !== site.progress || before.shortcodes() !== site.shortcodes()) {
      this.#status.touch();
    }
  }

  #sendStatus(sites: readonly SiteSnapshot[]): void {
    const params: StatusParams = { sites: sites.map((site) => toSiteStatus(site, this.translate)) };
    void this.#host.connection.sendNotification(statusNotification, params);
  }
}

/** Nothing has changed but pages. */
function sameFacts(a: SiteSnapshot, b: SiteSnapshot): boolean {
  return (
    facts.every((fact) => a[fact] === b[fact]) &&
    parts.every((part) => a.progress[part] === b.progress[part]) &&
    a.shortcodes() === b.shortcodes() &&
    a.templates() === b.templates() &&
    a.archetypes() === b.archetypes()
  );
}

const facts = ['config', 'hugo', 'shortcodesComplete', 'missingModules', 'data', 'files', 'team'] as const;
const parts = ['templates', 'content', 'files'] as const;

const changeTypes: { readonly [type in FileChangeType]: 'created' | 'changed' | 'deleted' } = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};
