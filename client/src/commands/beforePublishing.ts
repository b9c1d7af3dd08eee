// "Before Publishing": what the page being edited still lacks, as a list to go through. It shows where each entry stands while one looks at it, goes
// there, or mends it and gets shorter. Only the writer opens it.
import {
  commands,
  OverviewRulerLane,
  ProgressLocation,
  QuickPickItemKind,
  Range,
  Selection,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import type { Disposable, QuickPick, QuickPickItem, TextEditor } from 'vscode';
import { beforePublishingRequest } from '../../../server/src/protocol.ts';
import type {
  BeforePublishingItem,
  BeforePublishingParams,
  BeforePublishingResult,
  DocumentEdit,
} from '../../../server/src/protocol.ts';
import type { Asked } from '../asked.ts';
import { activeContent } from '../documents.ts';
import { toPosition, toRange } from '../places.ts';
import { askForPage } from '../askForPage.ts';
import { translate } from '../translate.ts';

/** Set while the list is there, for the key that mends the entry one is at. */
const openContext = 'hugoScribe.isBeforePublishing';

let shown: ChecklistOfPage | undefined;

export async function beforePublishing(server: Asked | undefined): Promise<void> {
  const editor = window.activeTextEditor;
  if (server === undefined || editor === undefined || activeContent() === undefined) {
    void askForPage();
    return;
  }
  const title = translate('Looking at what the page still lacks…');
  const asked = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    ask(server, editor),
  );
  if (asked === undefined) {
    return;
  }
  if (asked.items.length === 0) {
    tellDone(asked);
    return;
  }
  shown = new ChecklistOfPage(server, editor, asked);
}

/** Mends the entry that the list is at. */
export async function fixBeforePublishing(): Promise<void> {
  await shown?.fixActive();
}

/** What stands in the text as it is now: who types meanwhile has it asked again. */
async function ask(server: Asked, { document }: TextEditor): Promise<BeforePublishingResult | undefined> {
  const params: BeforePublishingParams = { uri: document.uri.toString() };
  for (let tries = 0; tries < mostTries; tries++) {
    const { version } = document;
    const result = await server.ask(beforePublishingRequest, params);
    if (document.version === version) {
      return result;
    }
  }
  return undefined;
}

const mostTries = 5;

function tellDone({ state, path }: BeforePublishingResult): void {
  void window.showInformationMessage(
    state === ''
      ? translate('This file is no content of a Hugo site.')
      : path === ''
        ? translate('Nothing is left to do: this page is ready.')
        : translate('Nothing is left to do: this page is ready, at {0}', path),
  );
}

interface Row extends QuickPickItem {
  readonly item?: BeforePublishingItem;
  /** Mends all that has one right answer. */
  readonly isAll?: true;
}

class ChecklistOfPage {
  readonly #server: Asked;
  readonly #editor: TextEditor;
  readonly #list: QuickPick<Row>;
  readonly #mark = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.rangeHighlightForeground'),
    overviewRulerLane: OverviewRulerLane.Full,
  });
  readonly #before: Range | undefined;
  readonly #listeners: readonly Disposable[];
  #result: BeforePublishingResult;
  /** The writer goes somewhere: the text stays where it is shown. */
  #isLeft = false;

  constructor(server: Asked, editor: TextEditor, result: BeforePublishingResult) {
    this.#server = server;
    this.#editor = editor;
    this.#result = result;
    [this.#before] = editor.visibleRanges;
    const list = window.createQuickPick<Row>();
    this.#list = list;
    list.matchOnDescription = true;
    list.matchOnDetail = true;
    list.placeholder = translate('Enter goes to it, {0} mends it, Esc closes the list', keyOfFix());
    this.#listeners = [
      list.onDidChangeActive(([row]) => this.#show(row?.item)),
      list.onDidAccept(() => void this.#accept(list.activeItems[0])),
      list.onDidTriggerItemButton(({ item }) => void this.#fix(item)),
      list.onDidHide(() => this.#close()),
    ];
    this.#fill(0);
    void commands.executeCommand('setContext', openContext, true);
    list.show();
  }

  fixActive(): Promise<void> {
    return this.#fix(this.#list.activeItems[0]);
  }

  #fill(at: number): void {
    const rows = toRows(this.#result);
    this.#list.title = titleOf(this.#result);
    this.#list.items = rows;
    const entries = rows.filter(({ kind }) => kind !== QuickPickItemKind.Separator);
    this.#list.activeItems = entries.slice(Math.min(at, entries.length - 1)).slice(0, 1);
  }

  #show(item: BeforePublishingItem | undefined): void {
    const range = item && toRange(item.range);
    this.#editor.setDecorations(this.#mark, range === undefined ? [] : [range]);
    if (range !== undefined) {
      this.#editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  /** What is not there yet cannot be gone to: it is added, and the writer goes on in it. */
  async #accept(row: Row | undefined): Promise<void> {
    const { item, isAll = false } = row ?? {};
    if (isAll || item?.fix?.cursor !== undefined) {
      await this.#fix(row);
    } else if (item !== undefined) {
      await this.#goTo(toRange(item.range), item.isToFill);
    }
  }

  async #fix(row: Row | undefined): Promise<void> {
    const { item, isAll = false } = row ?? {};
    const edits = isAll ? this.#result.sure.edits : item?.fix?.edits;
    if (row === undefined || edits === undefined) {
      await this.#offerFixes(item);
      return;
    }
    const at = this.#list.items.filter(({ kind }) => kind !== QuickPickItemKind.Separator).indexOf(row);
    this.#list.busy = true;
    this.#list.enabled = false;
    await this.#change(edits);
    const cursor = item?.fix?.cursor;
    if (cursor === undefined) {
      await this.#askAgain(isAll ? 0 : at);
    } else {
      await this.#goTo(new Range(toPosition(cursor), toPosition(cursor)), true);
    }
  }

  /** Of several ways to mend it the editor lets choose; a value is chosen from the suggestions. */
  async #offerFixes(item: BeforePublishingItem | undefined): Promise<void> {
    if (item === undefined) {
      return;
    }
    await this.#goTo(toRange(item.range), item.isToFill);
    if (!item.isToFill) {
      await new Promise((resolve) => setTimeout(resolve, untilHidden));
      await commands.executeCommand('editor.action.quickFix');
    }
  }

  async #change(edits: readonly DocumentEdit[]): Promise<void> {
    const edit = new WorkspaceEdit();
    const { uri } = this.#editor.document;
    edits.forEach(({ range, newText }) => edit.replace(uri, toRange(range), newText));
    await workspace.applyEdit(edit);
  }

  async #askAgain(at: number): Promise<void> {
    const result = await ask(this.#server, this.#editor);
    if (result === undefined || result.items.length === 0) {
      this.#isLeft = true;
      this.#list.hide();
      if (result !== undefined) {
        tellDone(result);
      }
      return;
    }
    this.#result = result;
    this.#fill(at);
    this.#list.busy = false;
    this.#list.enabled = true;
  }

  async #goTo(range: Range, isToFill: boolean): Promise<void> {
    this.#isLeft = true;
    this.#list.hide();
    const { document, viewColumn } = this.#editor;
    const editor = await window.showTextDocument(document, viewColumn);
    editor.selection = isToFill
      ? new Selection(range.start, range.start)
      : new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    if (isToFill) {
      await commands.executeCommand('editor.action.triggerSuggest');
    }
  }

  #close(): void {
    shown = undefined;
    void commands.executeCommand('setContext', openContext, false);
    this.#mark.dispose();
    if (!this.#isLeft && this.#before !== undefined) {
      this.#editor.revealRange(this.#before, TextEditorRevealType.AtTop);
    }
    this.#listeners.forEach((listener) => void listener.dispose());
    this.#list.dispose();
  }
}

/** `Before Publishing: Draft · /blogg/post/ · 512 words · 3 min`. */
function titleOf({ state, path, length }: BeforePublishingResult): string {
  const facts = [state, path, ...length].filter((fact) => fact !== '');
  return translate('Before Publishing: {0}', facts.join(' · '));
}

function toRows({ items, sure }: BeforePublishingResult): readonly Row[] {
  const groups = kinds().flatMap(({ group, label, icon }) => {
    const some = items.filter((item) => item.group === group);
    return some.length === 0
      ? []
      : [{ label, kind: QuickPickItemKind.Separator }, ...some.map((item) => toRow(item, icon))];
  });
  const all = translate('Mend {0} that have one right answer', sure.count);
  return sure.count < 2
    ? groups
    : [
        ...groups,
        { label: '', kind: QuickPickItemKind.Separator },
        { label: `$(wand) ${all}`, isAll: true, alwaysShow: true },
      ];
}

/** What there is stands above what follows from it and what to do; a sentence that does not fit on its line is parted. */
function toRow(item: BeforePublishingItem, icon: string): Row {
  const [first, rest] = partedAt(item.text, firstSentence);
  const [what, why] = first.length > longestLabel ? partedAt(first, clauseIn(first)) : [first, ''];
  const fix = item.fix === undefined ? '' : `$(lightbulb) ${item.fix.title}`;
  // "Did you mean …?" is what the fix says, too.
  const advice = fix !== '' && rest.endsWith('?') ? '' : rest;
  const detail = [why, advice, fix].filter((part) => part !== '').join('  ');
  return {
    label: `$(${icon}) ${what}`,
    description: translate('line {0}', item.range.start.line + 1),
    ...(detail !== '' && { detail }),
    item,
    buttons:
      item.fix === undefined
        ? []
        : [{ iconPath: new ThemeIcon('lightbulb'), tooltip: `${item.fix.title} (${keyOfFix()})` }],
  };
}

/** In ms: a menu that opens while the list goes is closed with it. */
const untilHidden = 300;

const longestLabel = 72;
const firstSentence = /[.?!]["”»]? (?=[\p{Lu}"“”«])/u;
const firstClause = /: (?=\p{Ll})/u;
const lastClause = /^.*, (?=\p{Ll})/u;

function clauseIn(sentence: string): RegExp {
  return firstClause.test(sentence) ? firstClause : lastClause;
}

/** Before and behind the blank at the end of what `end` finds; all of it and nothing where it finds nothing. */
function partedAt(text: string, end: RegExp): readonly [string, string] {
  const found = end.exec(text);
  const at = found === null ? text.length : found.index + found[0].length;
  return [text.slice(0, at).trimEnd(), text.slice(at)];
}

function kinds(): readonly {
  readonly group: BeforePublishingItem['group'];
  readonly label: string;
  readonly icon: string;
}[] {
  return [
    { group: 'wrong', label: translate('Wrong'), icon: 'warning' },
    { group: 'unfilled', label: translate('Not filled in yet'), icon: 'edit' },
    { group: 'look', label: translate('Worth a look'), icon: 'eye' },
    { group: 'publication', label: translate('Publication'), icon: 'rocket' },
  ];
}

function keyOfFix(): string {
  return process.platform === 'darwin' ? 'Cmd+.' : 'Ctrl+.';
}
