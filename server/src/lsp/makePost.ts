// A raw text that becomes a post where it stands, as a change whose parts the writer can take or leave; asked for by a command or the lightbulb.
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type InitializeParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { toPost } from '../core/import/toPost.ts';
import type { PlannedEdit } from '../core/references/types.ts';
import type { Today } from '../core/schema/newPageLines.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import { formatMessage, message } from '../core/text/message.ts';
import { range, textOf, type TextRange } from '../core/text/range.ts';
import {
  makePostRequest,
  pastedPostRequest,
  type MakePostParams,
  type MakePostResult,
  type PastedPostParams,
  type PastedPostResult,
} from '../protocol.ts';
import { toEditAbilities } from './codeActions.ts';
import { guarded } from './guard.ts';
import { toPlannedChange } from './plannedChange.ts';
import type { Session } from './session.ts';
import type { SiteFile } from './siteAccess.ts';

export interface MakePostOptions {
  readonly connection: Connection;
  readonly session: Session;
  readonly capabilities: InitializeParams['capabilities'];
  readonly clock: () => Today;
}

/** Connects the answers to the editor. */
export function answerMakePost(options: MakePostOptions): MakePost {
  const posts = new MakePost(options);
  const { connection, session } = options;
  const nothing: MakePostResult = { isDone: false };
  connection.onRequest(
    makePostRequest,
    guarded(session.log, 'makePost', nothing, (params: MakePostParams) => posts.make(params)),
  );
  connection.onRequest(
    pastedPostRequest,
    guarded(session.log, 'pastedPost', {}, (params: PastedPostParams) => posts.pasted(params)),
  );
  return posts;
}

export class MakePost {
  readonly #options: MakePostOptions;

  constructor(options: MakePostOptions) {
    this.#options = options;
  }

  /** Has the editor make the change; where there is none to make, says so. */
  async make({ uri, range: asked, text }: MakePostParams): Promise<MakePostResult> {
    const { connection, session, clock } = this.#options;
    const file = markdownFile.test(uri) ? await session.access.fileOnceRead(uri) : undefined;
    const where = file && asked && file.lines.toOffsets(asked);
    const edits =
      file === undefined
        ? []
        : text === undefined
          ? editsWithin(file, where, clock())
          : pastedEdits(file, where, text, clock());
    const edit = file && this.#toEdit(file, text === undefined ? this.#shown(file, edits) : edits);
    if (edit === undefined) {
      const nothing = message('There is no raw text here to make a post of.');
      connection.window.showInformationMessage(formatMessage(nothing, session.translate));
      return { isDone: false };
    }
    const label = formatMessage(message('Make this a post'), session.translate);
    const { applied } = await connection.workspace.applyEdit({ label, edit });
    return { isDone: applied };
  }

  /** What a text that is being pasted would be; nothing in front matter, and where only some signs would be escaped. */
  async pasted({ uri, range: asked, text }: PastedPostParams): Promise<PastedPostResult> {
    const file = await this.#fileAt(uri);
    const where = file?.lines.toOffsets(asked);
    if (file === undefined || where === undefined || where.start < (file.page?.fence?.bodyStart ?? 0)) {
      return {};
    }
    const [edit] = pastedEdits(file, where, text, this.#options.clock());
    return edit === undefined || unescaped(edit.newText) === unescaped(text)
      ? {}
      : { text: edit.newText, isPage: file.text.trim() === '' };
  }

  /** For a page that is nothing but text, and for selected text that cannot be Markdown yet. */
  async actions(asked: CodeActionParams): Promise<readonly CodeAction[]> {
    const { only } = asked.context;
    const file =
      only === undefined || only.includes(kind) ? await this.#fileAt(asked.textDocument.uri) : undefined;
    const where = file?.lines.toOffsets(asked.range);
    const { templates = false, content = false } = file?.live.snapshot.progress ?? {};
    if (file?.page === undefined || where === undefined || !templates || !content) {
      return [];
    }
    const isBare = file.page.fence === undefined && file.text.trim() !== '' && !unopened.test(file.text);
    const isRaw = /^\s*[•–—] ?\S/m.test(textOf(file.text, where));
    const edits = isBare || isRaw ? editsWithin(file, isBare ? undefined : where, this.#options.clock()) : [];
    const edit = this.#toEdit(file, edits);
    const title = isBare
      ? message('Make this a post: front matter and Markdown')
      : message('Make the selected text Markdown');
    return edit === undefined
      ? []
      : [{ title: formatMessage(title, this.#options.session.translate), kind, edit }];
  }

  async #fileAt(uri: string): Promise<SiteFile | undefined> {
    return markdownFile.test(uri) ? this.#options.session.access.fileAt(uri) : undefined;
  }

  #toEdit(file: SiteFile, items: readonly PlannedEdit[]): WorkspaceEdit | undefined {
    const { session, capabilities } = this.#options;
    const abilities = { ...toEditAbilities(capabilities), renamesFiles: false };
    const taken = abilities.asksFirst ? items : items.filter(({ isDoubtful = false }) => !isDoubtful);
    const files = taken.length === 0 ? [] : [{ uri: file.uri, lines: file.lines, items: taken }];
    return toPlannedChange(
      { title: message('Make this a post'), moves: [], files },
      abilities,
      session.translate,
    );
  }

  /** An editor shows a change before it makes it only where it has something to ask. */
  #shown({ text }: SiteFile, items: readonly PlannedEdit[]): readonly PlannedEdit[] {
    const isAsked = items.length === 0 || items.some(({ isDoubtful = false }) => isDoubtful);
    const end = range(text.length, text.length);
    const label = message('All else is ticked: untick what is not right');
    return isAsked ? items : [...items, { range: end, newText: '', label, isDoubtful: true }];
  }
}

/** Front matter that lacks its first line only; a finding of its own mends that. */
const unopened = /^\s*["']?(?:title|date|draft)["']?\s*[:=]/i;
const kind = CodeActionKind.QuickFix;
const markdownFile = /\.(?:md|markdown|mdown)$/i;

/** What stands at `where`, or where that is empty, all text of the page. With nothing around it, it becomes the page. */
function editsWithin(file: SiteFile, where: TextRange | undefined, today: Today): readonly PlannedEdit[] {
  const { text, page, live, uri } = file;
  if (page === undefined) {
    return [];
  }
  const isSelected = where !== undefined && where.end > where.start;
  const source = isSelected ? where : range(page.fence?.bodyStart ?? 0, text.length);
  const around = text.slice(0, source.start) + text.slice(source.end);
  const part = new PageDocument(uri, textOf(text, source), live.snapshot.hugo);
  const isWhole = around.trim() === '' && part.fence === undefined && part.text.trim() !== '';
  const { pieces } = toPost(live.snapshot, part, { isWhole, today });
  return pieces.flatMap(({ label, edits, isDoubtful = false }) =>
    edits.map((edit) => ({
      range: range(source.start + edit.range.start, source.start + edit.range.end),
      newText: edit.newText,
      label,
      isDoubtful,
    })),
  );
}

/** A text that stands nowhere yet comes in the place of what is selected; on an empty page it becomes the page. */
function pastedEdits(
  { text, page, live, uri }: SiteFile,
  where: TextRange | undefined,
  pasted: string,
  today: Today,
): readonly PlannedEdit[] {
  if (page === undefined || pasted.trim() === '') {
    return [];
  }
  const isWhole = text.trim() === '';
  const part = new PageDocument(uri, pasted, live.snapshot.hugo);
  if (part.fence !== undefined) {
    return [];
  }
  const post = toPost(live.snapshot, part, { isWhole, today });
  const end = range(text.length, text.length);
  return [{ range: isWhole ? range(0, text.length) : (where ?? end), newText: post.text }];
}

function unescaped(text: string): string {
  return text.replaceAll('\\', '').trim();
}
