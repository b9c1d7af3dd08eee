// VS Code switches quick suggestions off in Markdown, so nothing would appear while a writer types a key or the name of a shortcode. Changing
// that setting would make lists pop up in all prose. Instead the server is asked after a letter, and only where it goes on with what is typed the
// editor is told to show its list, which does nothing while the list is shown. A page that is begun gets the list of its front matter, too: when an
// empty one is opened, and behind a lone opener once the writer waits, or has ended its line.
import { commands, Position, Range, window, workspace } from 'vscode';
import type { TextDocument, TextDocumentChangeEvent } from 'vscode';
import { CompletionRequest } from 'vscode-languageclient/node';
import type { CompletionItem, LanguageClient } from 'vscode-languageclient/node';

/**
 * Shows the list of suggestions after a letter at the end of a word, where the server has any and the writer pauses. To be called when the
 * server has been told of the change, or it would answer for the text before.
 */
export async function suggestWhileTyping(
  client: LanguageClient,
  event: TextDocumentChangeEvent,
): Promise<void> {
  const { document } = event;
  const opener = behindOpener(event);
  const place = opener ?? typedAt(event);
  if (place !== undefined && (opener !== undefined || !isAskedByTheEditor(document))) {
    await suggestAt(client, document, place, opener === undefined ? beforeList : beforeHeader);
  }
}

/** Shows the list of front matter for a page that is opened and has nothing in it yet. To be called when the server has been told of it. */
export async function suggestOnEmptyPage(client: LanguageClient, document: TextDocument): Promise<void> {
  if (document.getText() === '') {
    await suggestAt(client, document, new Position(0, 0), beforeHeader);
  }
}

async function suggestAt(
  client: LanguageClient,
  document: TextDocument,
  place: Position,
  wait: number,
): Promise<void> {
  const { version } = document;
  const isStillThere = (): boolean => {
    const editor = window.activeTextEditor;
    return (
      editor?.document === document && document.version === version && editor.selection.active.isEqual(place)
    );
  };
  await pause(wait);
  if (isStillThere() && (await hasSuggestions(client, document, place)) && isStillThere()) {
    await commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    await pause(afterList);
    if (!isInSameWord(document, place)) {
      await commands.executeCommand('hideSuggestWidget');
    }
  }
}

// In ms. The editor shows its list wherever the cursor is by then: a key that was on its way may have ended the word, and a fast Enter would take
// what nobody has seen. So there is a pause before, and a look behind. Behind `---` an Enter is what nearly everybody types next: the pause is long.
const beforeList = 90;
const beforeHeader = 500;
const afterList = 40;

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** Whether nothing but more of the word that ended at `place` has been typed. */
function isInSameWord(document: TextDocument, place: Position): boolean {
  const editor = window.activeTextEditor;
  const cursor = editor?.selection.active;
  return (
    editor?.document === document &&
    cursor?.line === place.line &&
    /^[\p{L}\p{N}_./-]*$/u.test(document.lineAt(place.line).text.slice(place.character, cursor.character))
  );
}

const letter = /^[\p{L}\p{N}_]$/u;
const wordGoesOn = /^[\p{L}\p{N}_]/u;

/** Where the cursor stands after a letter was typed at the end of a word; `undefined` for every other change. */
function typedAt({ document, contentChanges, reason }: TextDocumentChangeEvent): Position | undefined {
  const [change] = contentChanges;
  if (
    contentChanges.length !== 1 ||
    change === undefined ||
    reason !== undefined ||
    !letter.test(change.text)
  ) {
    return undefined;
  }
  const cursor = change.range.start.translate(0, change.text.length);
  return wordGoesOn.test(document.lineAt(cursor.line).text.slice(cursor.character)) ? undefined : cursor;
}

const loneOpener = /^\s*(?:-{3}|\+{3})\s*$/;

/** Where the cursor stands after the last sign of an opener, or a line break behind it, was typed that is all of the page. */
function behindOpener({ document, contentChanges, reason }: TextDocumentChangeEvent): Position | undefined {
  const [change] = contentChanges;
  const isTyped = contentChanges.length === 1 && change !== undefined && reason === undefined;
  if (!isTyped || document.lineCount > 3 || !/^(?:[-+]|\r?\n)$/.test(change.text)) {
    return undefined;
  }
  return loneOpener.test(document.getText())
    ? document.positionAt(document.offsetAt(change.range.start) + change.text.length)
    : undefined;
}

/** Quick suggestions are on, in strings too, which is what YAML's keys are for the editor. */
function isAskedByTheEditor(document: TextDocument): boolean {
  const setting = workspace
    .getConfiguration('editor', document)
    .get<boolean | { readonly other?: boolean | string; readonly strings?: boolean | string }>(
      'quickSuggestions',
    );
  const { other, strings } = typeof setting === 'object' ? setting : { other: setting, strings: setting };
  return [other, strings].every((value) => value === true || value === 'on');
}

async function hasSuggestions(
  client: LanguageClient,
  document: TextDocument,
  place: Position,
): Promise<boolean> {
  const answer = await client.sendRequest(CompletionRequest.type, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    position: client.code2ProtocolConverter.asPosition(place),
  });
  const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
  return items.some((item) => goesOn(item, document, place));
}

/**
 * Whether the editor would show the item: what is typed occurs in it, in order. Of a list without such an item it would show nothing, and in its
 * place snippets of the language, `hugo-more` for the "mer" of a title.
 */
function goesOn(
  { label, filterText = label, textEdit }: CompletionItem,
  document: TextDocument,
  place: Position,
): boolean {
  const range = textEdit && ('range' in textEdit ? textEdit.range : textEdit.insert);
  const typed =
    range === undefined
      ? ''
      : document.getText(new Range(range.start.line, range.start.character, place.line, place.character));
  const word = filterText.toLowerCase();
  let at = 0;
  return Array.from(typed.trimStart().toLowerCase()).every((character) => {
    at = word.indexOf(character, at) + 1;
    return at > 0;
  });
}
