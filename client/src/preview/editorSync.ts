// The editor's half of the two-way mapping: where the cursor is and what is on view, for the panel, and scrolling as the panel does.
import { Range, TextEditorRevealType, window, workspace } from 'vscode';
import type { Disposable, TextEditor, TextEditorSelectionChangeEvent } from 'vscode';
import type { ToWebview } from './messages.ts';

/** In ms: what scrolls so soon after the panel asked for it scrolls because of it. */
const echoTime = 250;

export class EditorSync implements Disposable {
  readonly #tell: (message: ToWebview) => void;
  readonly #listeners: readonly Disposable[];
  #uri = '';
  #quietUntil = 0;

  constructor(tell: (message: ToWebview) => void) {
    this.#tell = tell;
    this.#listeners = [
      window.onDidChangeTextEditorSelection((event) => this.#selected(event)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrolled(textEditor)),
    ];
  }

  follow(uri: string): void {
    this.#uri = uri;
    this.tellCursor();
  }

  tellCursor(): void {
    const editor = this.#editor();
    if (editor !== undefined) {
      this.#tell({ type: 'mark', line: toBlock(editor) });
    }
  }

  /** Brings a line to the top of the editor, because the panel has scrolled there. */
  scrollTo(line: number): void {
    const editor = this.#editor();
    if (editor === undefined || !this.#isOn()) {
      return;
    }
    this.beQuiet();
    const start = Math.min(Math.max(0, Math.floor(line)), editor.document.lineCount - 1);
    editor.revealRange(new Range(start, 0, start, 0), TextEditorRevealType.AtTop);
  }

  /** The panel is about to move the editor: how that scrolls is not the writer's doing. */
  beQuiet(): void {
    this.#quietUntil = Date.now() + echoTime;
  }

  dispose(): void {
    for (const listener of this.#listeners) {
      listener.dispose();
    }
  }

  #selected({ textEditor }: TextEditorSelectionChangeEvent): void {
    if (this.#isFollowed(textEditor)) {
      this.#tell({ type: 'mark', line: toBlock(textEditor) });
    }
  }

  #scrolled(editor: TextEditor): void {
    const line = editor.visibleRanges[0]?.start.line;
    if (line !== undefined && Date.now() > this.#quietUntil && this.#isFollowed(editor) && this.#isOn()) {
      this.#tell({ type: 'scroll', line });
    }
  }

  #editor(): TextEditor | undefined {
    const { activeTextEditor } = window;
    return activeTextEditor !== undefined && this.#isFollowed(activeTextEditor)
      ? activeTextEditor
      : window.visibleTextEditors.find((editor) => this.#isFollowed(editor));
  }

  #isFollowed({ document }: TextEditor): boolean {
    return document.uri.toString() === this.#uri;
  }

  #isOn(): boolean {
    return workspace.getConfiguration('hugoScribe.preview').get<unknown>('scrollSync') !== false;
  }
}

/** The line of the cursor; from the opening tag of a shortcode the one below, where the inner content begins that the tag belongs to. */
function toBlock({ document, selection }: TextEditor): number {
  const { line } = selection.active;
  const isTag = /^\s*\{\{[<%](?!\s*\/).*[>%]\}\}\s*$/.test(document.lineAt(line).text);
  const hasMore = line + 1 < document.lineCount && !document.lineAt(line + 1).isEmptyOrWhitespace;
  return isTag && hasMore ? line + 1 : line;
}
