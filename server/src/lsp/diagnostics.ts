// How squiggles reach the editor: it asks for them where it can (pull), else they are sent (push). Never both for one document.
import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  ResultProgressReporter,
  ServerCapabilities,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver';
import type { PageRecord, SiteSnapshot } from '../core/site/snapshot.ts';
import type { LiveSite } from '../workspace/sites.ts';
import { debounce } from './debounce.ts';
import type { OpenPages } from './openPages.ts';
import { DiagnosticsPublisher } from './publisher.ts';

export interface DiagnosticsOptions {
  readonly connection: Connection;
  readonly capabilities: ClientCapabilities;
  readonly pages: OpenPages;
  readonly sites: () => readonly LiveSite[];
  /** What there is to say of a file; never rejects. */
  readonly check: (uri: string) => Promise<readonly Diagnostic[] | undefined>;
  /** Every page of a site is checked, not the open ones alone. */
  readonly checksSite: boolean;
  readonly schedule: (task: () => void, delay?: number) => void;
}

/** Many changes of a checkout, or of templates that are being read, are one. In milliseconds. */
const calm = { open: 300, site: 1000, refresh: 30 };

type SiteProgress = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

export class Diagnostics {
  readonly #options: DiagnosticsOptions;
  readonly #publisher: DiagnosticsPublisher;
  readonly #isPulled: boolean;
  readonly #touchOpen: () => void;
  readonly #touchSites: () => void;
  /** Where an editor that pulls hears of files that are not open. */
  #progress: SiteProgress | undefined;

  constructor(options: DiagnosticsOptions) {
    const { schedule, connection, capabilities, pages } = options;
    this.#options = options;
    this.#isPulled = capabilities.textDocument?.diagnostic !== undefined;
    const canRefresh = capabilities.workspace?.diagnostics?.refreshSupport === true;
    const refresh = debounce(schedule, calm.refresh, () => {
      if (canRefresh) {
        void connection.languages.diagnostics.refresh();
      }
    });
    this.#publisher = new DiagnosticsPublisher({
      check: options.check,
      send: (uri, diagnostics) => this.#send(uri, diagnostics),
      isPulled: (uri) => this.#isPulled && pages.document(uri) !== undefined,
      refresh,
      schedule,
    });
    this.#touchOpen = debounce(schedule, calm.open, () => pages.uris().forEach((uri) => this.touch(uri)));
    this.#touchSites = debounce(schedule, calm.site, () => this.#publisher.touchLater(this.#closedPages()));
  }

  /** What the server can do for this editor. */
  get ability(): Pick<ServerCapabilities, 'diagnosticProvider'> {
    const { checksSite } = this.#options;
    return this.#isPulled
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: checksSite } }
      : {};
  }

  /** What is said of this file may be another thing now. */
  touch(uri: string): void {
    this.#publisher.touch(uri);
  }

  /** The writer opened the document: what was sent of it before goes, where the editor asks by itself from now on. */
  opened(uri: string): void {
    if (!this.#isPulled) {
      this.#publisher.touch(uri);
    } else if (!this.#options.checksSite) {
      this.#publisher.handOver(uri);
    }
  }

  /** The writer typed: who pulls asks by itself. */
  typed(uri: string): void {
    if (!this.#isPulled) {
      this.#publisher.touch(uri);
    }
  }

  closed(uri: string): void {
    const isOfTeam = this.#options.sites().some(({ snapshot }) => snapshot.team?.uri === uri);
    if (this.#options.checksSite || isOfTeam) {
      this.#publisher.touchLater([uri]);
    } else {
      this.#publisher.forget(uri);
    }
  }

  /** Files that are not open have changed, come or gone. */
  filesChanged(uris: readonly string[], cameOrWent: boolean): void {
    if (this.#options.checksSite) {
      this.#publisher.touchLater(uris.filter((uri) => this.#options.pages.document(uri) === undefined));
      if (cameOrWent) {
        this.#touchSites();
      }
    }
  }

  /** Pages have changed: on others, links may lead elsewhere now, or a value may be used more often. */
  pagesChanged(site: SiteSnapshot, before: SiteSnapshot): void {
    const { pages, checksSite } = this.#options;
    this.#touchOpen();
    if (checksSite && pages.uris().some((uri) => placeOf(before.page(uri)) !== placeOf(site.page(uri)))) {
      this.#touchSites();
    }
  }

  /** What decides about all pages of a site has changed. */
  factsChanged(site: SiteSnapshot, before: SiteSnapshot | undefined): void {
    const { pages, sites, checksSite } = this.#options;
    const isOfSite = (uri: string): boolean =>
      sites().some((live) => live.root === site.root && live.isContent(uri));
    pages
      .uris()
      .filter(isOfSite)
      .forEach((uri) => this.touch(uri));
    if (before?.team !== site.team) {
      [before?.team, site.team].forEach((team) => team && this.touch(team.uri));
    }
    if (checksSite) {
      this.#touchSites();
    }
  }

  pull({ textDocument, previousResultId }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    return this.#publisher.pull(textDocument.uri, previousResultId);
  }

  /** Reports what is found in files that are not open for as long as the editor listens. */
  async pullSites(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: SiteProgress | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const uris = new Set([...previousResultIds.map(({ uri }) => uri), ...this.#closedPages()]);
    if (progress === undefined) {
      return this.#checkAll(uris, token);
    }
    this.#progress = progress;
    this.#publisher.renew([...uris].filter((uri) => this.#options.pages.document(uri) === undefined));
    await new Promise<void>((resolve) => {
      token.onCancellationRequested(() => resolve());
    });
    if (this.#progress === progress) {
      this.#progress = undefined;
    }
    return { items: [] };
  }

  async #checkAll(uris: Iterable<string>, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    const items: WorkspaceDiagnosticReport['items'] = [];
    for (const uri of uris) {
      await new Promise<void>((resolve) => this.#options.schedule(resolve));
      if (token.isCancellationRequested) {
        break;
      }
      items.push({ kind: 'full', uri, version: null, items: [...((await this.#options.check(uri)) ?? [])] });
    }
    return { items };
  }

  #send(uri: string, diagnostics: readonly Diagnostic[]): void {
    const items = [...diagnostics];
    if (this.#isPulled && this.#options.checksSite) {
      this.#progress?.report({ items: [{ kind: 'full', uri, version: null, items }] });
    } else {
      void this.#options.connection.sendDiagnostics({ uri, diagnostics: items });
    }
  }

  /** Pages that are not open, and files of which something is shown that may be gone. */
  #closedPages(): string[] {
    const { sites, pages } = this.#options;
    const all = sites().flatMap(({ snapshot }) => [...snapshot.pages()].map(({ uri }) => uri));
    return [...new Set([...all, ...this.#publisher.shown()])].filter(
      (uri) => pages.document(uri) === undefined,
    );
  }
}

/** The keys that decide where a page appears, and when. */
const placing = new Set(['url', 'slug', 'aliases', 'draft', 'date', 'publishdate', 'expirydate', 'headless']);

/** A text that changes with what makes links to the page lead somewhere. */
function placeOf(page: PageRecord | undefined): string {
  const keys = page?.keys.filter(({ id }) => placing.has(id) || /^_?build\b/.test(id)) ?? [];
  return JSON.stringify([page?.path, keys.map(({ id, values }) => [id, values])]);
}
