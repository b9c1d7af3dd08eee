import {
  CodeActionKind,
  TextDocumentSyncKind,
  TextDocuments,
  type CompletionItem,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type WorkspaceDiagnosticParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionTriggers } from '../core/features/completion/triggers.ts';
import { signatureTriggers } from '../core/features/signatureHelp.ts';
import type { InstalledHugo } from '../core/hugo/version.ts';
import type { Language } from '../core/text/displayLanguage.ts';
import type { EngineMakers } from '../engine/types.ts';
import {
  closePreviewNotification,
  openPreviewRequest,
  trustNotification,
  type ClosePreviewParams,
  type InitializationOptions,
  type OpenPreviewParams,
  type OpenPreviewResult,
  type TrustParams,
} from '../protocol.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { asideLast, fixAllKind } from './codeActions.ts';
import { answerDocumentLinks, documentLinkAbilities } from './documentLinks.ts';
import { frontMatterActions, rewriteKind } from './frontMatterActions.ts';
import { answerBeforePublishing } from './beforePublishing.ts';
import { answerGallery } from './gallery.ts';
import { guarded, guardedNotification } from './guard.ts';
import { answerPublishing, type Publishing } from './publishing.ts';
import { answerReferences, referenceAbilities, useLenses } from './references.ts';
import { answerMakePost } from './makePost.ts';
import { answerMoves, moveAbilities, moveActionKind } from './move.ts';
import { answerNewPost } from './newPost.ts';
import { answerRename } from './rename.ts';
import { Session } from './session.ts';
import { answerShortcodeActions, surroundKind } from './shortcodeActions.ts';
import { answerStructure, structureAbilities } from './structure.ts';
import { answerUnused } from './unused.ts';

/** What the entry gives to the server: everything that touches the machine. */
export interface ServerHost {
  readonly connection: Connection;
  readonly fileSystem: FileSystem;
  readonly version: string;
  /** Runs a task after the messages that wait have been read, or after `delay` milliseconds. */
  readonly schedule: (task: () => void, delay?: number) => void;
  /** Milliseconds, from any start. */
  readonly now: () => number;
  /** The writer's day, `yyyy-mm-dd`, time with its zone, as in RFC 3339, and the name of that zone. */
  readonly clock: () => { readonly today: string; readonly now: string; readonly timeZone?: string };
  /**
   * The `hugo` that the writer's setting names, or else the one on PATH, but none that stands in one of the folders `untouched` (URIs); asked in
   * trusted workspaces only.
   */
  readonly readInstalledHugo: (
    named: string | undefined,
    untouched: readonly string[],
  ) => Promise<InstalledHugo | undefined>;
  /** Our texts in a language, by their English. */
  readonly readTranslations: (language: Language) => ReadonlyMap<string, string>;
  readonly engines: EngineMakers;
  /** Lines for the log once it is open, such as protections that are off. */
  readonly notes: readonly string[];
}

/** Connects the session to the editor and listens until the editor says goodbye. */
export function serve(host: ServerHost): void {
  const { connection } = host;
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;

  connection.onInitialize((params): InitializeResult => {
    session = startSession(host, documents, params);
    return {
      serverInfo: { name: 'Hugo Scribe', version: host.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        completionProvider: { triggerCharacters: [...completionTriggers], resolveProvider: true },
        hoverProvider: true,
        signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
        renameProvider: { prepareProvider: true },
        codeActionProvider: {
          codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, moveActionKind, rewriteKind, surroundKind],
          resolveProvider: true,
        },
        workspace: moveAbilities,
        ...referenceAbilities,
        ...structureAbilities,
        ...documentLinkAbilities,
        ...session.diagnostics.ability,
      },
    };
  });
  connection.onShutdown(async () => session?.dispose());
  documents.listen(connection);
  connection.listen();
}

function startSession(
  host: ServerHost,
  documents: TextDocuments<TextDocument>,
  params: InitializeParams,
): Session {
  const { connection } = host;
  const session = new Session(host, documents, params);
  const { log } = session;
  const told = <P>(method: string, handler: (params: P) => void | Promise<void>): ((params: P) => void) =>
    guardedNotification(log, method, handler);

  connection.onInitialized(told('initialized', () => session.begin()));
  documents.onDidOpen(told('didOpen', ({ document }) => session.opened(document)));
  documents.onDidChangeContent(told('didChange', ({ document }) => session.changed(document)));
  documents.onDidClose(told('didClose', ({ document }) => session.closed(document)));
  connection.onDidChangeWatchedFiles(told('didChangeWatchedFiles', (files) => session.filesChanged(files)));
  const structure = answerStructure(connection, session, params);
  const publishing = answerPublishing(host, session, params);
  connection.onDidChangeConfiguration(
    told('didChangeConfiguration', () => {
      session.settingsChanged();
      structure.refresh();
      publishing.refresh();
    }),
  );
  connection.onNotification(
    trustNotification,
    told('trust', (trust: TrustParams) => session.trustChanged(trust)),
  );
  const notContent: OpenPreviewResult = { resourceRoots: [], notContent: true };
  connection.onRequest(
    openPreviewRequest,
    guarded(log, 'preview/open', notContent, (params: OpenPreviewParams) => session.previews.open(params)),
  );
  connection.onNotification(
    closePreviewNotification,
    told('preview/close', ({ uri }: ClosePreviewParams) => session.previews.close(uri)),
  );
  answerCodeActions(host, session, params);
  answerDiagnostics(connection, session);
  answerPlaces(connection, session);
  answerReferences(connection, session, params);
  answerCodeLenses(host, session, params, publishing);
  answerRename(connection, session, params.capabilities);
  answerUnused(connection, session, host.clock);
  answerNewPost(connection, session, host.clock);
  answerDocumentLinks(connection, session, host.clock);
  answerBeforePublishing(connection, session, host.clock);
  answerGallery(connection, session);
  return session;
}

/** One line each above a template and above a page. */
function answerCodeLenses(
  { connection }: ServerHost,
  session: Session,
  { initializationOptions }: InitializeParams,
  publishing: Publishing,
): void {
  const { referencesCommand } = (initializationOptions ?? {}) as InitializationOptions;
  connection.onCodeLens(
    guarded(session.log, 'codeLens', null, async ({ textDocument: { uri } }, token) => {
      const uses = await useLenses(session, uri, referencesCommand, token);
      const lenses = [...uses, ...(await publishing.lenses(uri))];
      return lenses.length === 0 ? null : lenses;
    }),
  );
}

/** Fixes come first, then what else can be done. */
function answerCodeActions(
  { connection, clock }: ServerHost,
  session: Session,
  params: InitializeParams,
): void {
  const moves = answerMoves({ connection, session, params, clock });
  const posts = answerMakePost({ connection, session, capabilities: params.capabilities, clock });
  const calls = answerShortcodeActions(connection, session, params);
  connection.onCodeAction(
    guarded(session.log, 'codeAction', null, async (asked, token) => {
      const own = await session.codeActions(asked, token);
      const others = [
        posts.actions(asked),
        moves.actions(asked),
        frontMatterActions(session, asked),
        calls.actions(asked),
      ];
      const more = (await Promise.all(others)).flat();
      return own === null && more.length === 0 ? null : asideLast([...(own ?? []), ...more]);
    }),
  );
}

function answerDiagnostics({ languages }: Connection, { log, diagnostics }: Session): void {
  const nothing: DocumentDiagnosticReport = { kind: 'full', items: [] };
  languages.diagnostics.on(guarded(log, 'diagnostic', nothing, (asked) => diagnostics.pull(asked)));
  languages.diagnostics.onWorkspace((asked, token, _work, progress) =>
    guarded(log, 'workspace/diagnostic', { items: [] }, (params: WorkspaceDiagnosticParams) =>
      diagnostics.pullSites(params, token, progress),
    )(asked, token),
  );
}

/** What is asked about one place of a document. */
function answerPlaces(connection: Connection, { log, answers }: Session): void {
  connection.onCompletion(guarded(log, 'completion', null, (at, token) => answers.complete(at, token)));
  connection.onCompletionResolve((item, token) =>
    guarded(log, 'completionItem/resolve', item, (asked: CompletionItem) => answers.resolve(asked))(
      item,
      token,
    ),
  );
  connection.onHover(guarded(log, 'hover', null, (at, token) => answers.hover(at, token)));
  connection.onSignatureHelp(
    guarded(log, 'signatureHelp', null, (at, token) => answers.signatureHelp(at, token)),
  );
}
