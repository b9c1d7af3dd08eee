// A language client without an editor: starts the real server over stdio, or a server in this process over two streams.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  CodeActionRequest,
  Command,
  CompletionRequest,
  CompletionResolveRequest,
  createConnection,
  createProtocolConnection,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  HoverRequest,
  SignatureHelpRequest,
  WorkspaceDiagnosticRequest,
  type CodeAction,
  type CodeActionContext,
  type CompletionItem,
  type CompletionList,
  type Diagnostic,
  type DefinitionLink,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Location,
  type LogMessageParams,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type SignatureHelp,
  type TextDocumentClientCapabilities,
  type WorkspaceClientCapabilities,
} from 'vscode-languageserver/node';
import { engineMakers } from '../../server/src/engines.ts';
import { serve, type ServerHost } from '../../server/src/lsp/server.ts';
import {
  closePreviewNotification,
  openPreviewRequest,
  previewNotification,
  statusNotification,
  type ClosePreviewParams,
  type InitializationOptions,
  type OpenPreviewParams,
  type OpenPreviewResult,
  type PreviewOptions,
  type PreviewPage,
  type StatusParams,
} from '../../server/src/protocol.ts';
import { readTranslations } from '../../server/src/workspace/translations.ts';

const serverFile = resolve('dist/server/main.js');
/** As the extension starts it. */
export const serverFlags = [
  '--disallow-code-generation-from-strings',
  '--disable-proto=delete',
  '--max-old-space-size=512',
  '--max-semi-space-size=4',
];

export interface ClientOptions {
  readonly options?: InitializationOptions;
  /** What `workspace/configuration` answers; absent = the client has no such ability. */
  readonly settings?: unknown;
  /** More of what the editor can do with a document. */
  readonly textDocument?: TextDocumentClientCapabilities;
  readonly workspace?: WorkspaceClientCapabilities;
  /** The language of the editor. */
  readonly locale?: string;
  /** URIs of the folders that are open. */
  readonly folders?: readonly string[];
}

/** One conversation with a server. Everything the server said is kept, in order. */
export class LspClient {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly pages: PreviewPage[] = [];
  status: StatusParams | undefined;
  /** How often the server asked the editor to ask again for diagnostics. */
  refreshes = 0;
  result: InitializeResult | undefined;
  readonly #stop: () => Promise<void>;
  readonly #wake = new Set<() => void>();

  constructor(connection: ProtocolConnection, stop: () => Promise<void>) {
    this.connection = connection;
    this.#stop = stop;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#changed();
    });
    connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
      this.logged.push(message);
      this.#changed();
    });
    connection.onNotification(statusNotification, (params: StatusParams) => {
      this.status = params;
      this.#changed();
    });
    connection.onNotification(previewNotification, (page: PreviewPage) => {
      this.pages.push(page);
      this.#changed();
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#changed();
      return null;
    });
    connection.listen();
  }

  async initialize({
    options = {},
    settings,
    textDocument,
    workspace,
    locale,
    folders,
  }: ClientOptions): Promise<void> {
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings ?? null),
    );
    this.result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      ...(locale === undefined ? {} : { locale }),
      workspaceFolders: folders?.map((uri) => ({ uri, name: uri })) ?? null,
      initializationOptions: options,
      capabilities: {
        workspace: {
          configuration: settings !== undefined,
          didChangeWatchedFiles: { dynamicRegistration: true },
          didChangeConfiguration: { dynamicRegistration: true },
          ...workspace,
        },
        textDocument: { completion: { completionItem: { snippetSupport: true } }, ...textDocument },
      },
    });
    await this.notify('initialized', {});
  }

  notify(method: string, params: object): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, version = 1): Promise<void> {
    return this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version, text },
    });
  }

  change(uri: string, text: string, version: number): Promise<void> {
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  async complete(uri: string, position: Position): Promise<CompletionList | null> {
    const answer = await this.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position,
    });
    return Array.isArray(answer) ? { isIncomplete: false, items: answer } : answer;
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  resolve(item: CompletionItem): Promise<CompletionItem> {
    return this.connection.sendRequest(CompletionResolveRequest.type, item);
  }

  definition(uri: string, position: Position): Promise<Location | Location[] | DefinitionLink[] | null> {
    return this.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position });
  }

  signatureHelp(uri: string, position: Position): Promise<SignatureHelp | null> {
    return this.connection.sendRequest(SignatureHelpRequest.type, { textDocument: { uri }, position });
  }

  /** What the editor is told when it asks for diagnostics itself. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
  }

  /** Asks for the diagnostics of whole sites, for as long as the conversation lasts. */
  onSiteReports(take: (uri: string, diagnostics: readonly Diagnostic[]) => void): void {
    const token = 'site';
    this.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, ({ items }) => {
      for (const item of items) {
        if (item.kind === 'full') {
          take(item.uri, item.items);
        }
      }
      this.#changed();
    });
    const params = { previousResultIds: [], partialResultToken: token };
    void this.connection.sendRequest(WorkspaceDiagnosticRequest.type, params).catch(() => undefined);
  }

  async codeActions(uri: string, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context,
    });
    return (answer ?? []).filter((action): action is CodeAction => !Command.is(action));
  }

  openPreview(
    uri: string,
    options: Partial<PreviewOptions> = {},
    sheetsApart = false,
  ): Promise<OpenPreviewResult> {
    const params: OpenPreviewParams = {
      uri,
      resourceBase: 'https://files.invalid',
      options: { engine: 'auto', scripts: false, remote: false, ...options },
      sheetsApart,
    };
    return this.connection.sendRequest(openPreviewRequest, params);
  }

  closePreview(uri: string): Promise<void> {
    const params: ClosePreviewParams = { uri };
    return this.notify(closePreviewNotification, params);
  }

  /** The newest page, once `isWanted`. */
  page(isWanted: (page: PreviewPage) => boolean): Promise<PreviewPage> {
    return this.until(() => this.pages.findLast(isWanted));
  }

  /** What is shown for a document now; `undefined` when nothing was ever sent. */
  diagnostics(uri: string): readonly Diagnostic[] | undefined {
    return this.published.findLast((params) => params.uri === uri)?.diagnostics;
  }

  /** Waits until `ask` answers something; the suite's time limit ends a wait in vain. */
  async until<T>(ask: () => T | undefined | false): Promise<T> {
    for (;;) {
      const answer = ask();
      if (answer !== undefined && answer !== false) {
        return answer;
      }
      await new Promise<void>((wake) => this.#wake.add(wake));
    }
  }

  async stop(): Promise<void> {
    await this.#stop();
    this.connection.dispose();
  }

  #changed(): void {
    const waiting = [...this.#wake];
    this.#wake.clear();
    for (const wake of waiting) {
      wake();
    }
  }
}

/** The built server in a process of its own, as an editor starts it. */
export async function startProcess(
  client: ClientOptions = {},
  flags: readonly string[] = serverFlags,
): Promise<LspClient> {
  const child = spawn(process.execPath, [...flags, serverFile, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(child.stdout, child.stdin);
  const lsp = new LspClient(connection, async () => {
    const ended = once(child, 'exit');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    await ended;
  });
  await lsp.initialize(client);
  return lsp;
}

/** A server in this process, on a file system of the test's choice. */
export async function startInProcess(
  host: Pick<ServerHost, 'fileSystem'> & Partial<ServerHost>,
  client: ClientOptions = {},
): Promise<LspClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serve({
    connection: createConnection(toServer, toClient),
    version: 'test',
    schedule: (task, delay) => (delay === undefined ? setImmediate(task) : setTimeout(task, delay)),
    now: () => performance.now(),
    clock: () => ({ today: '2026-11-21', now: '2026-11-21T09:30:00+01:00' }),
    readInstalledHugo: () => Promise.resolve(undefined),
    readTranslations: (language) => readTranslations(resolve('l10n'), language),
    engines: engineMakers(resolve('dist/server')),
    notes: [],
    ...host,
  });
  const connection = createProtocolConnection(toClient, toServer);
  const lsp = new LspClient(connection, () => connection.sendRequest('shutdown'));
  await lsp.initialize(client);
  return lsp;
}
