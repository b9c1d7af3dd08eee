// What Ctrl+. offers for a call of a shortcode and for selected text, and the choice of a shortcode to put around it. Offered to who asks, never by a bulb.
import {
  CodeActionKind,
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type InitializeParams,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { callsOf, templateOf } from '../core/features/provenance.ts';
import { shortcodeActions } from '../core/features/shortcodeActions.ts';
import { isWithinTag, type ActionEdit } from '../core/features/shortcodeActions/action.ts';
import { enclosingShortcodes, surround } from '../core/features/shortcodeActions/surround.ts';
import { formatMessage, message, type Message } from '../core/text/message.ts';
import {
  wrapChoicesRequest,
  wrapRequest,
  type InitializationOptions,
  type WrapChoicesParams,
  type WrapChoicesResult,
  type WrapParams,
  type WrapResult,
} from '../protocol.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';
import type { SiteFile } from './siteAccess.ts';

/** VS Code lists these below a title of their own, "Surround With". */
export const surroundKind = `${CodeActionKind.Refactor}.surround`;

const kinds = { surround: surroundKind, rewrite: CodeActionKind.RefactorRewrite } as const;

/** Connects the answers to the editor. */
export function answerShortcodeActions(
  connection: Connection,
  session: Session,
  params: InitializeParams,
): ShortcodeActions {
  const actions = new ShortcodeActions(session, params);
  connection.onRequest(
    wrapChoicesRequest,
    guarded(session.log, 'wrap/choices', { choices: [] }, (asked: WrapChoicesParams) =>
      actions.choices(asked),
    ),
  );
  connection.onRequest(
    wrapRequest,
    guarded(session.log, 'wrap', { edits: [] }, (asked: WrapParams) => actions.wrap(asked)),
  );
  return actions;
}

export class ShortcodeActions {
  readonly #session: Session;
  readonly #takesSnippets: boolean;
  readonly #wrapCommand: string | undefined;

  constructor(session: Session, { capabilities, initializationOptions }: InitializeParams) {
    const { documentChanges, snippetEditSupport } = capabilities.workspace?.workspaceEdit ?? {};
    this.#session = session;
    this.#takesSnippets = documentChanges === true && snippetEditSupport === true;
    this.#wrapCommand = ((initializationOptions ?? {}) as InitializationOptions).wrapCommand;
  }

  async actions({ textDocument, range: asked, context }: CodeActionParams): Promise<readonly CodeAction[]> {
    const wanted = Object.values(kinds).filter((kind) => isWanted(context.only, kind));
    const isAsked = wanted.length > 0 && context.triggerKind !== CodeActionTriggerKind.Automatic;
    const file = isAsked ? await this.#session.access.fileAt(textDocument.uri) : undefined;
    if (file?.page === undefined) {
      return [];
    }
    const selection = file.lines.toOffsets(asked);
    const { snapshot: site } = file.live;
    const found = shortcodeActions(site, file.page, selection).map(({ kind, title, edits }): CodeAction => ({
      title: this.#say(title),
      kind: kinds[kind],
      edit: this.#toEdit(file, edits),
    }));
    const hasOthers =
      !isWithinTag(file.page, selection) && enclosingShortcodes(site, file.page, selection).length > 0;
    return [...found, ...(hasOthers ? this.#choice() : [])].filter(({ kind }) =>
      wanted.some((each) => each === kind),
    );
  }

  /** What can stand around a selection, the likeliest first. */
  async choices({ uri, range: asked }: WrapChoicesParams): Promise<WrapChoicesResult> {
    const file = await this.#session.access.fileOnceRead(uri);
    if (file?.page === undefined) {
      return { choices: [] };
    }
    const { snapshot: site } = file.live;
    return {
      choices: enclosingShortcodes(site, file.page, file.lines.toOffsets(asked)).map((definition) => {
        const from = templateOf(definition);
        return {
          name: definition.name,
          use: this.#say(callsOf(site, definition.name)),
          source: typeof from === 'string' ? from : this.#say(from),
          documentation: definition.documentation ?? '',
        };
      }),
    };
  }

  async wrap({ uri, range: asked, name }: WrapParams): Promise<WrapResult> {
    const file = await this.#session.access.fileOnceRead(uri);
    const edits =
      file?.page === undefined
        ? undefined
        : surround(file.live.snapshot, file.page, file.lines.toOffsets(asked), name);
    return {
      edits: (edits ?? []).map(({ range: where, newText, snippet }) => ({
        range: file?.lines.toRange(where) ?? asked,
        newText,
        ...(snippet === undefined ? {} : { snippet }),
      })),
    };
  }

  #choice(): readonly CodeAction[] {
    const title = this.#say(message('Surround with another shortcode…'));
    return this.#wrapCommand === undefined
      ? []
      : [{ title, kind: surroundKind, command: { title, command: this.#wrapCommand } }];
  }

  #toEdit({ uri, lines }: SiteFile, edits: readonly ActionEdit[]): WorkspaceEdit {
    const toPlain = ({ range: where, newText }: ActionEdit): TextEdit => ({
      range: lines.toRange(where),
      newText,
    });
    const toSnippet = (edit: ActionEdit): TextEdit | SnippetTextEdit =>
      edit.snippet === undefined
        ? toPlain(edit)
        : { range: lines.toRange(edit.range), snippet: { kind: 'snippet', value: edit.snippet } };
    return this.#takesSnippets
      ? { documentChanges: [{ textDocument: { uri, version: null }, edits: edits.map(toSnippet) }] }
      : { changes: { [uri]: edits.map(toPlain) } };
  }

  #say(text: Message): string {
    return formatMessage(text, this.#session.translate);
  }
}

/** What is not asked for by name is every kind. */
function isWanted(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}
