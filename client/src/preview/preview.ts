// The preview as a part of the extension: its commands, the one panel, which editor that panel follows, and its return after a reload.
import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Disposable, TextDocument, WebviewPanel } from 'vscode';
import type { PreviewPage } from '../../../server/src/protocol.ts';
import { isContent } from '../documents.ts';
import { isSavedState } from './messages.ts';
import type { SavedState } from './messages.ts';
import { PreviewPanel, viewType } from './panel.ts';
import type { PreviewServer } from './panel.ts';
import { askForPage } from '../askForPage.ts';
import { translate } from '../translate.ts';

export class Preview implements Disposable {
  readonly #extension: Uri;
  readonly #listeners: readonly Disposable[];
  #server: PreviewServer | undefined;
  #panel: PreviewPanel | undefined;

  constructor(extension: Uri) {
    this.#extension = extension;
    this.#listeners = [
      ...this.#registerCommands(),
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel, state) => this.#restore(panel, state),
      }),
      window.onDidChangeActiveTextEditor((editor) => this.#activated(editor?.document)),
      workspace.onDidOpenTextDocument(({ uri }) => this.#opened(uri)),
      workspace.onDidRenameFiles(({ files }) => this.#renamed(files)),
      workspace.onDidDeleteFiles(({ files }) => this.#deleted(files)),
      workspace.onDidChangeConfiguration((event) => {
        if (
          event.affectsConfiguration('hugoScribe.preview') ||
          event.affectsConfiguration('hugoScribe.hugo')
        ) {
          void this.#panel?.refresh();
        }
      }),
    ];
  }

  /** From now on this server makes the pages; without one the panel says so. */
  use(server: PreviewServer | undefined): void {
    this.#server = server;
    void this.#panel?.use(server);
  }

  takePage(page: PreviewPage): void {
    this.#panel?.takePage(page);
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const listener of this.#listeners) {
      listener.dispose();
    }
  }

  #registerCommands(): Disposable[] {
    const register = (name: string, run: (panel: PreviewPanel) => unknown): Disposable =>
      commands.registerCommand(`hugoScribe.${name}`, async (uri?: unknown) => {
        const panel = this.#open(uri instanceof Uri ? uri : undefined);
        if (panel !== undefined) {
          await run(panel);
        }
      });
    return [
      commands.registerCommand('hugoScribe.openPreview', (uri?: unknown) => {
        this.#openBeside(uri instanceof Uri ? uri : window.activeTextEditor?.document.uri);
      }),
      register('lockPreview', (panel) => panel.set({ locked: !panel.saved.locked })),
      register('togglePreviewScripts', (panel) => toggleScripts(panel)),
      register('togglePreviewRemote', (panel) => panel.set({ remote: !panel.remote })),
      register('choosePreviewEngine', chooseEngine),
      register('previewWidth', chooseWidth),
      register('refreshPreview', (panel) => panel.refresh()),
    ];
  }

  /** The panel as it is, or opened for the active editor. */
  #open(uri = window.activeTextEditor?.document.uri): PreviewPanel | undefined {
    return this.#panel ?? this.#openBeside(uri);
  }

  #openBeside(uri: Uri | undefined): PreviewPanel | undefined {
    if (uri === undefined) {
      if (this.#panel === undefined) {
        void askForPage();
      }
      return this.#panel;
    }
    if (this.#panel !== undefined) {
      this.#panel.bringUp();
      void this.#panel.show(uri);
      return this.#panel;
    }
    const panel = window.createWebviewPanel(
      viewType,
      translate('Preview'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [] },
    );
    return this.#take(panel, { uri: uri.toString(), locked: false, width: 'fit', scripts: false });
  }

  async #restore(panel: WebviewPanel, state: unknown): Promise<void> {
    if (isSavedState(state) && this.#panel === undefined) {
      const { uri, locked, width, scripts, remote, engine } = state;
      this.#take(panel, {
        uri,
        locked,
        width,
        scripts,
        ...(remote === undefined ? {} : { remote }),
        ...(engine === undefined ? {} : { engine }),
      });
    } else {
      panel.dispose();
    }
    await Promise.resolve();
  }

  #take(panel: WebviewPanel, saved: SavedState): PreviewPanel {
    const taken = new PreviewPanel(panel, this.#extension, saved, this.#server);
    panel.onDidDispose(() => {
      if (this.#panel === taken) {
        this.#panel = undefined;
      }
    });
    this.#panel = taken;
    return taken;
  }

  #activated(document: TextDocument | undefined): void {
    if (document !== undefined && isContent(document) && this.#panel?.saved.locked === false) {
      void this.#panel.show(document.uri);
    }
  }

  /** The server forgets a document that is closed: when it is back, the page is asked for again. */
  #opened(uri: Uri): void {
    if (this.#isShown(uri)) {
      void this.#panel?.refresh();
    }
  }

  #renamed(files: readonly { readonly oldUri: Uri; readonly newUri: Uri }[]): void {
    const moved = files.find(({ oldUri }) => this.#isShown(oldUri));
    if (moved !== undefined) {
      void this.#panel?.show(moved.newUri);
    }
  }

  #deleted(files: readonly Uri[]): void {
    if (files.some((file) => this.#isShown(file))) {
      this.#panel?.lose();
    }
  }

  #isShown(file: Uri): boolean {
    return this.#panel?.saved.uri === file.toString();
  }
}

async function toggleScripts(panel: PreviewPanel): Promise<void> {
  if (!workspace.isTrusted) {
    void window.showInformationMessage(translate('Scripts of the site run in trusted workspaces only.'));
    return;
  }
  await panel.set({ scripts: !panel.saved.scripts });
}

async function chooseEngine(panel: PreviewPanel): Promise<void> {
  const choice = await window.showQuickPick(
    [
      {
        engine: 'auto',
        label: translate('Automatic'),
        detail: translate('What fits the Hugo version of the site.'),
      },
      {
        engine: 'instant',
        label: translate('Instant'),
        detail: translate('Without Hugo: the text alone, shortcodes as boxes.'),
      },
      {
        engine: 'embedded',
        label: translate('Embedded'),
        detail: translate('The Hugo that comes with Hugo Scribe.'),
      },
      {
        engine: 'native',
        label: translate('Installed Hugo'),
        detail: translate('The Hugo of this computer, in trusted workspaces.'),
      },
    ] as const,
    { title: translate('Engine of the preview') },
  );
  if (choice !== undefined) {
    await panel.set({ engine: choice.engine });
  }
}

async function chooseWidth(panel: PreviewPanel): Promise<void> {
  const choice = await window.showQuickPick(
    [
      { width: 'fit', label: translate('Width of the panel') },
      { width: 'phone', label: translate('Phone') },
      { width: 'tablet', label: translate('Tablet') },
      { width: 'desktop', label: translate('Desktop') },
    ] as const,
    { title: translate('Width of the preview') },
  );
  if (choice !== undefined) {
    await panel.set({ width: choice.width });
  }
}
