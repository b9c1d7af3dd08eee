// A change of many files in the shape of the Language Server Protocol: all edits and new names in one, which is one step to undo.
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  RenameFile,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { PlannedEdit } from '../core/references/types.ts';
import { formatMessage, type Message, type Translate } from '../core/text/message.ts';
import type { EditAbilities } from './codeActions.ts';
import type { InFile, SiteChange } from './siteAccess.ts';

type PlannedFile = InFile<PlannedEdit>;

/** `undefined` where there is nothing to change, or where the editor cannot give files other names and the change needs that. */
export function toPlannedChange(
  { title, moves, files }: Omit<SiteChange, 'left'>,
  { takesVersions, asksFirst, renamesFiles }: EditAbilities & { readonly renamesFiles: boolean },
  translate: Translate,
): WorkspaceEdit | undefined {
  if ((files.length === 0 && moves.length === 0) || (moves.length > 0 && !renamesFiles)) {
    return undefined;
  }
  if (!takesVersions) {
    return {
      changes: Object.fromEntries(
        files.map((file) => [file.uri, file.items.map((item) => toEdit(file, item))]),
      ),
    };
  }
  const annotations = new Annotations(title, translate);
  const edits = files.map((file): TextDocumentEdit => ({
    textDocument: { uri: file.uri, version: null },
    edits: file.items.map((item) =>
      asksFirst ? annotations.put(toEdit(file, item), item) : toEdit(file, item),
    ),
  }));
  const renames = moves.map(({ from, to }): RenameFile => ({
    kind: 'rename',
    oldUri: from,
    newUri: to,
    options: { overwrite: false, ignoreIfExists: false },
  }));
  return {
    documentChanges: [...edits, ...renames],
    ...(asksFirst && { changeAnnotations: annotations.all }),
  };
}

function toEdit(
  { lines }: PlannedFile,
  { range, newText }: PlannedEdit,
): Pick<AnnotatedTextEdit, 'range' | 'newText'> {
  return { range: lines.toRange(range), newText };
}

/** One for all edits that are called the same; what is doubtful is left out unless the writer says otherwise. */
class Annotations {
  readonly all: Record<string, ChangeAnnotation> = {};
  readonly #title: Message;
  readonly #translate: Translate;

  constructor(title: Message, translate: Translate) {
    this.#title = title;
    this.#translate = translate;
  }

  put(
    edit: Pick<AnnotatedTextEdit, 'range' | 'newText'>,
    { label, isDoubtful = false }: PlannedEdit,
  ): AnnotatedTextEdit {
    const shown = formatMessage(label ?? this.#title, this.#translate);
    const annotationId = `${isDoubtful ? 'doubtful ' : ''}${shown}`;
    this.all[annotationId] = { label: shown, needsConfirmation: isDoubtful };
    return { ...edit, annotationId };
  }
}
