// What happens to links when files are moved or renamed in the explorer, and the lightbulb's ways to make a page a page bundle and back.
import {
  CancellationToken,
  CodeActionKind,
  FileChangeType,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type InitializeParams,
  type RenameFilesParams,
  type ServerCapabilities,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { bundleChange, translationMoves } from '../core/features/move/bundle.ts';
import type { FileMove } from '../core/references/relocation.ts';
import { formatMessage, message, type Message } from '../core/text/message.ts';
import { decoded } from '../core/text/path.ts';
import type { InitializationOptions } from '../protocol.ts';
import type { LiveSite } from '../workspace/sites.ts';
import { normalUri, pathBelow } from '../workspace/uris.ts';
import { toEditAbilities, type EditAbilities } from './codeActions.ts';
import { guarded, guardedNotification } from './guard.ts';
import { toPlannedChange } from './plannedChange.ts';
import { planMove } from './plannedMove.ts';
import type { Session } from './session.ts';

/** Any file and folder: what it is to Hugo, only its site knows. */
const anywhere = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };

export const moveAbilities: NonNullable<ServerCapabilities['workspace']> = {
  fileOperations: { willRename: anywhere, didRename: anywhere },
};

/** The lightbulb asks for these besides quick fixes. */
export const moveActionKind = CodeActionKind.RefactorMove;

/** What a code action of ours is kept as until somebody chooses it. */
interface MoveAction {
  readonly command: 'move';
  readonly moves: readonly FileMove[];
  readonly title: Message;
}

export interface MovesOptions {
  readonly connection: Connection;
  readonly session: Session;
  readonly params: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>;
  readonly clock: () => { readonly now: string };
}

/** Connects the answers to the editor. */
export function answerMoves(options: MovesOptions): Moves {
  const { connection, session } = options;
  const { log } = session;
  const moves = new Moves(options);
  connection.workspace.onWillRenameFiles(
    guarded(log, 'willRenameFiles', null, (params, token) => moves.willRename(params, token)),
  );
  connection.workspace.onDidRenameFiles(
    guardedNotification(log, 'didRenameFiles', (params) => moves.didRename(params)),
  );
  connection.onCodeActionResolve((action, token) =>
    guarded(log, 'codeAction/resolve', action, (asked: CodeAction) => moves.resolve(asked, token))(
      action,
      token,
    ),
  );
  return moves;
}

export class Moves {
  readonly #options: MovesOptions;
  readonly #abilities: EditAbilities & { readonly renamesFiles: boolean };
  readonly #resolves: boolean;
  readonly #removeFolders: string | undefined;
  /** Translations that stay behind, by where the moved page goes. */
  readonly #left = new Map<string, readonly FileMove[]>();

  constructor(options: MovesOptions) {
    const { params } = options;
    const { workspace, textDocument } = params.capabilities;
    const { removeFoldersCommand } = (params.initializationOptions ?? {}) as InitializationOptions;
    this.#options = options;
    this.#abilities = {
      ...toEditAbilities(params.capabilities),
      renamesFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    };
    this.#removeFolders = removeFoldersCommand;
    this.#resolves = textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  }

  /** All that has to change before the editor moves the files. */
  async willRename({ files }: RenameFilesParams, token: CancellationToken): Promise<WorkspaceEdit | null> {
    const edits: WorkspaceEdit[] = [];
    for (const [live, moves] of await this.#bySite(files.map(toMove))) {
      await live.ready;
      const translations = translationMoves(live.snapshot, moves);
      moves.forEach(({ to }) => this.#left.set(to, translations));
      const edit = await this.#plan(live, { moves }, token);
      edits.push(...(edit === undefined ? [] : [edit]));
    }
    return edits.length === 0 ? null : joined(edits);
  }

  async didRename({ files }: RenameFilesParams): Promise<void> {
    const moves = files.map(toMove);
    this.#options.session.filesChanged({
      changes: moves.flatMap(({ from, to }) => [
        { uri: from, type: FileChangeType.Deleted },
        { uri: to, type: FileChangeType.Created },
      ]),
    });
    const left = moves.flatMap(({ to }) => this.#left.get(to) ?? []);
    moves.forEach(({ to }) => this.#left.delete(to));
    const translations = [...new Map(left.map((move) => [move.from, move])).values()];
    if (translations.length > 0 && this.#abilities.renamesFiles) {
      await this.#offerTranslations(translations);
    }
  }

  /** What a page can become; worked out in full when somebody chooses it. */
  async actions({ textDocument, context: { only } }: CodeActionParams): Promise<readonly CodeAction[]> {
    const isWanted = only === undefined || only.some((kind) => moveActionKind.startsWith(kind));
    const isAble = this.#resolves && this.#abilities.renamesFiles;
    const { access, translate } = this.#options.session;
    const file = isWanted && isAble ? await access.fileAt(textDocument.uri) : undefined;
    const change = file?.page === undefined ? undefined : bundleChange(file.live.snapshot, file.uri);
    if (change === undefined) {
      return [];
    }
    const { moves, title, leaves } = change;
    const command = leaves.length === 0 ? undefined : this.#removeFolders;
    return [
      {
        title: formatMessage(title, translate),
        kind: moveActionKind,
        data: { command: 'move', moves, title } satisfies MoveAction,
        ...(command !== undefined && { command: { title: '', command, arguments: [...leaves] } }),
      },
    ];
  }

  async resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction> {
    const data = action.data as MoveAction | undefined;
    const [first] = data?.command === 'move' ? data.moves : [];
    const live = first && (await this.#options.session.access.siteOf(first.from));
    const edit = live && data && (await this.#plan(live, data, token));
    return edit === undefined ? action : { ...action, edit };
  }

  /** With a title the change moves the files itself. */
  async #plan(
    live: LiveSite,
    { moves, title }: { readonly moves: readonly FileMove[]; readonly title?: Message },
    token: CancellationToken,
  ): Promise<WorkspaceEdit | undefined> {
    const { connection, clock, session } = this.#options;
    const { log, translate, access } = session;
    const plan = planMove(live.snapshot, moves, clock().now);
    const change = await access.changeOf(plan, token);
    if ('refusal' in change) {
      const reason = formatMessage(change.refusal, translate);
      log('info', reason);
      connection.window.showInformationMessage(reason);
      return undefined;
    }
    if (token.isCancellationRequested) {
      return undefined;
    }
    this.#tell('remarks' in plan ? plan.remarks : [], change.left);
    const own = title === undefined ? [] : moves;
    return toPlannedChange({ ...change, moves: [...change.moves, ...own] }, this.#abilities, translate);
  }

  /** What the writer has to know, in one message of each kind; the move itself goes on, whatever is said. */
  #tell(remarks: readonly Message[] = [], left: ReadonlyMap<string, number>): void {
    const { connection, session } = this.#options;
    const { log, translate } = session;
    const told = remarks.map((remark) => formatMessage(remark, translate)).join(' ');
    if (told !== '') {
      log('info', told);
      connection.window.showInformationMessage(told);
    }
    if (left.size > 0) {
      const warning = formatMessage(leftBehind(left), translate);
      log('warning', warning);
      connection.window.showWarningMessage(warning);
    }
  }

  /** Several sites may be open; what comes from another one is new there. */
  async #bySite(files: readonly FileMove[]): Promise<Map<LiveSite, FileMove[]>> {
    const found = new Map<LiveSite, FileMove[]>();
    for (const move of files) {
      const live = await this.#options.session.access.siteOf(move.from);
      if (live !== undefined && pathBelow(live.root, move.from) !== undefined) {
        found.set(live, [...(found.get(live) ?? []), move]);
      }
    }
    return found;
  }

  async #offerTranslations(moves: readonly FileMove[]): Promise<void> {
    const { connection, session } = this.#options;
    const names = moves.map(({ from }) => decoded(from.slice(from.lastIndexOf('/') + 1)));
    const question = message(
      'These translate what you moved, and stay where they are: {0}. Apart they are no translations of each other any more.',
      names.join(', '),
    );
    const move = message('Move them along');
    const title = formatMessage(move, session.translate);
    const text = formatMessage(question, session.translate);
    const answer = await connection.window.showInformationMessage(text, { title });
    const [first] = moves;
    const live = answer?.title === title && first ? await session.access.siteOf(first.from) : undefined;
    const edit = live && (await this.#plan(live, { moves, title: move }, CancellationToken.None));
    if (edit !== undefined) {
      await connection.workspace.applyEdit({ label: title, edit });
    }
  }
}

/** So many files are named. */
const mostNamed = 3;

function leftBehind(left: ReadonlyMap<string, number>): Message {
  const places = [...left.values()].reduce((sum, count) => sum + count, 0);
  const names = [...left.keys()].map((uri) => decoded(uri.slice(uri.lastIndexOf('/') + 1)));
  const shown = names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ' …' : '');
  return message(
    'What you move is named in {0} places that cannot lead to where it goes, in {1}. Change them there, or undo the move.',
    places,
    shown,
  );
}

function toMove({ oldUri, newUri }: RenameFilesParams['files'][number]): FileMove {
  return { from: normalUri(oldUri).replace(/\/$/, ''), to: normalUri(newUri).replace(/\/$/, '') };
}

function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const [only, ...others] = edits;
  if (only !== undefined && others.length === 0) {
    return only;
  }
  return {
    documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges),
    changeAnnotations: Object.assign(
      {},
      ...edits.map(({ changeAnnotations }) => changeAnnotations),
    ) as NonNullable<WorkspaceEdit['changeAnnotations']>,
  };
}
