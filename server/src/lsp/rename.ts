// F2: one name in all its places, or a sentence that says why not.
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { planRename, renameTargetAt, type RenameTarget } from '../core/features/rename/rename.ts';
import type { Refusal } from '../core/references/types.ts';
import { formatMessage, message } from '../core/text/message.ts';
import { toEditAbilities, type EditAbilities } from './codeActions.ts';
import { guarded } from './guard.ts';
import { toPlannedChange } from './plannedChange.ts';
import type { Session } from './session.ts';
import { withUnsaved, type SiteFile } from './siteAccess.ts';

type Answer<Result> = { readonly result: Result } | Refusal | undefined;

type Abilities = Parameters<typeof toPlannedChange>[1];

export function answerRename(
  connection: Connection,
  session: Session,
  capabilities: ClientCapabilities,
): void {
  const { log, translate } = session;
  const abilities = toAbilities(capabilities);
  const prepare = guarded(log, 'prepareRename', undefined, (asked: PrepareRenameParams) =>
    prepareAt(session, asked),
  );
  const rename = guarded(log, 'rename', undefined, (asked: RenameParams, token) =>
    renameAt(session, asked, abilities, token),
  );
  const resultOf = <Result>(answer: Answer<Result>): Result | null => {
    if (answer !== undefined && 'refusal' in answer) {
      throw new ResponseError(LSPErrorCodes.RequestFailed, formatMessage(answer.refusal, translate));
    }
    return answer?.result ?? null;
  };
  connection.onPrepareRename(async (asked, token) => resultOf(await prepare(asked, token)));
  connection.onRenameRequest(async (asked, token) => resultOf(await rename(asked, token)));
}

function toAbilities(capabilities: ClientCapabilities): EditAbilities & Abilities {
  const operations = capabilities.workspace?.workspaceEdit?.resourceOperations;
  return { ...toEditAbilities(capabilities), renamesFiles: operations?.includes('rename') === true };
}

interface Prepared {
  readonly range: Range;
  readonly placeholder: string;
}

async function prepareAt(session: Session, asked: PrepareRenameParams): Promise<Answer<Prepared>> {
  const found = await targetAt(session, asked);
  return found === undefined || 'refusal' in found
    ? found
    : { result: { range: found.file.lines.toRange(found.target.range), placeholder: found.target.name } };
}

async function renameAt(
  session: Session,
  asked: RenameParams,
  abilities: Abilities,
  token: CancellationToken,
): Promise<Answer<WorkspaceEdit>> {
  const { access, translate } = session;
  const found = await targetAt(session, asked);
  if (found === undefined || 'refusal' in found) {
    return found;
  }
  const { file, target } = found;
  const { symbol } = target;
  const { page } = (symbol.kind === 'heading' ? await access.fileAt(symbol.uri) : undefined) ?? file;
  const plan = planRename(file.live.snapshot, symbol, asked.newName, page);
  const change = await access.changeOf(
    'refusal' in plan ? plan : withUnsaved(access, file.live.snapshot, plan),
    token,
  );
  if ('refusal' in change) {
    return change;
  }
  if (change.moves.length > 0 && !abilities.renamesFiles) {
    return { refusal: message('This editor cannot rename files, so the name cannot be changed from here.') };
  }
  const result = token.isCancellationRequested ? undefined : toPlannedChange(change, abilities, translate);
  return result && { result };
}

interface Found {
  readonly file: SiteFile;
  readonly target: RenameTarget;
}

async function targetAt(
  { access }: Session,
  { textDocument, position }: PrepareRenameParams,
): Promise<Found | Refusal | undefined> {
  const file = await access.fileAt(textDocument.uri);
  const target = file && renameTargetAt(file.live.snapshot, file, file.page, file.lines.offsetAt(position));
  return file === undefined || target === undefined
    ? undefined
    : 'refusal' in target
      ? target
      : { file, target };
}
