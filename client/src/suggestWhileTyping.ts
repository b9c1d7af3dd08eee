// VS Code switches quick suggestions off in Markdown, so nothing would appear while a writer types a key or the name of a shortcode. Changing
// that setting would make lists pop up in all prose. Instead the server is asked after a letter, and only where it goes on with what is typed the
// editor is told to show its list, which does nothing while the list is shown. A page that is begun gets the list of its front matter, too: when an
// empty one is opened, and behind a lone opener once the writer waits, or has ended its line.
import { commands, CompletionTriggerKind, Position, Range, window, workspace } from 'vscode';
import type { CancellationToken, TextDocument, TextDocumentChangeEvent } from 'vscode';
import { CompletionRequest } from 'vscode-languageclient/node';
import type { CompletionItem, CompletionMiddleware, LanguageClient } from 'vscode-languageclient/node';
import { completionTriggers } from '../../server/src/shared.ts';

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
    const list = { document, place };
    told = list;
    await commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    await pause(afterList);
    told = told === list ? undefined : told;
  }
}

/** Where the editor was told to show its list, for which it has not asked yet. */
let told: { readonly document: TextDocument; readonly place: Position } | undefined;

/**
 * Stands between the editor and the server. The editor shows its list wherever the cursor is by the time it is told: a key that was on its way may have
 * ended the word. There it would show words of the page, and a fast Enter would take what nobody has seen; so it is left waiting until it asks for
 * something else, unless the key is one that brings a list by itself.
 */
export async function provideCompletionItem(
  ...[document, position, context, token, next]: Parameters<ProvideCompletion>
): Promise<Awaited<ReturnType<ProvideCompletion>>> {
  const place = told?.document === document ? told.place : undefined;
  const isTold = place !== undefined && context.triggerKind === CompletionTriggerKind.Invoke;
  told = isTold ? undefined : told;
  if (!isTold || isInSameWord(document, place, position)) {
    return next(document, position, context, token);
  }
  const before = document.lineAt(position.line).text.charAt(position.character - 1);
  const found = completionTriggers.includes(before)
    ? await next(document, position, context, token)
    : undefined;
  const items = Array.isArray(found) ? found : (found?.items ?? []);
  return items.length > 0 ? found : cancelled(token);
}

type ProvideCompletion = NonNullable<CompletionMiddleware['provideCompletionItem']>;

function cancelled(token: CancellationToken): Promise<undefined> {
  return new Promise((resolve) => token.onCancellationRequested(() => resolve(undefined)));
}

// In ms, so that nothing comes up in the middle of a word. Behind `---` an Enter is what nearly everybody types next: the pause is long.
const beforeList = 90;
const beforeHeader = 500;
/** By then the editor has asked, or shows a list and does not ask. */
const afterList = 100;

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}

/** Whether nothing but more of the word that ended at `place` stands before `cursor`. */
function isInSameWord(document: TextDocument, place: Position, cursor: Position): boolean {
  return (
    cursor.line === place.line &&
    cursor.character >= place.character &&
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
