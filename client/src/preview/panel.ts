// The life of the panel: it shows one document at a time, asks the server for its page, and speaks for the webview, whose messages it takes
// with care: the page in there may be hostile.
import { commands, env, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Disposable, WebviewPanel } from 'vscode';
import type {
  ClosePreviewParams,
  OpenPreviewParams,
  OpenPreviewResult,
  PreviewOptions,
  PreviewPage,
} from '../../../server/src/protocol.ts';
import { EditorSync } from './editorSync.ts';
import { findText } from './findText.ts';
import { toShellHtml } from './html.ts';
import { toLabels } from './labels.ts';
import { isPreviewEngine, toFromWebview } from './messages.ts';
import { withSheets } from './sheets.ts';
import type { EmptyReason, FromWebview, PanelCommand, SavedState, Sought, ToWebview } from './messages.ts';
import { displayLanguage, onDidChangeLanguage, translate } from '../translate.ts';

export const viewType = 'hugoScribe.preview';

export interface PreviewServer {
  openPreview(params: OpenPreviewParams): Promise<OpenPreviewResult>;
  closePreview(params: ClosePreviewParams): void;
}

export class PreviewPanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #extension: Uri;
  readonly #listeners: readonly Pick<Disposable, 'dispose'>[];
  readonly #sync: EditorSync;
  #server: PreviewServer | undefined;
  #saved: SavedState;
  #page: PreviewPage | undefined;
  #empty: EmptyReason = 'waiting';
  #roots: readonly string[] = [];
  /** What the shell was made for; another one is made when it changes. */
  #shell = '';
  /** Called when the shell that is on its way is there. */
  #arrived: (() => void) | undefined;
  #arrival = Promise.resolve();
  #openings = 0;

  constructor(panel: WebviewPanel, extension: Uri, saved: SavedState, server: PreviewServer | undefined) {
    this.#panel = panel;
    this.#extension = extension;
    this.#saved = saved;
    this.#server = server;
    this.#sync = new EditorSync((message) => this.#tell(message));
    panel.iconPath = Uri.joinPath(extension, 'media/icon.png');
    this.#listeners = [
      panel.webview.onDidReceiveMessage((value: unknown) => this.#hear(value)),
      panel.onDidDispose(() => this.#disposed()),
      workspace.onDidGrantWorkspaceTrust(() => void this.refresh()),
      onDidChangeLanguage(() => void this.refresh()),
      this.#sync,
    ];
    void this.refresh();
  }

  get saved(): SavedState {
    return this.#saved;
  }

  /** Pictures, styles and fonts of other hosts are loaded. */
  get remote(): boolean {
    return this.#options().remote;
  }

  /** Shows the page of another document. */
  async show(uri: Uri): Promise<void> {
    if (uri.toString() === this.#saved.uri) {
      return;
    }
    this.#server?.closePreview({ uri: this.#saved.uri });
    this.#page = undefined;
    this.#empty = 'waiting';
    await this.set({ uri: uri.toString() });
  }

  /** Takes over what the writer chose. */
  async set(choice: Partial<SavedState>): Promise<void> {
    const before = this.#options();
    const isOther = choice.uri !== undefined;
    this.#saved = { ...this.#saved, ...choice };
    await (isOther || JSON.stringify(before) !== JSON.stringify(this.#options())
      ? this.refresh()
      : this.#update());
  }

  /** A server has been started, or there is none any more. */
  async use(server: PreviewServer | undefined): Promise<void> {
    this.#server = server;
    await this.refresh();
  }

  /** Asks the server for the page anew. */
  async refresh(): Promise<void> {
    const opening = ++this.#openings;
    const { uri } = this.#saved;
    if (this.#shell !== '') {
      await this.#update(); // The first shell waits for what the server says of the site.
    }
    this.#sync.follow(uri);
    const answer = await this.#open(Uri.parse(uri));
    if (opening !== this.#openings) {
      return;
    }
    if (typeof answer === 'string') {
      this.#empty = answer;
    } else {
      this.#roots = answer.resourceRoots;
      this.#empty = this.#page === undefined ? 'waiting' : 'none';
    }
    await this.#update();
  }

  takePage(page: PreviewPage): void {
    if (Uri.parse(page.uri).toString() !== this.#saved.uri) {
      return;
    }
    this.#page = withSheets(page, this.#page);
    if (this.#empty !== 'none') {
      this.#empty = 'none';
      this.#tellState();
    }
    this.#tell({ type: 'page', page });
  }

  /** The file of the page is no more. */
  lose(): void {
    this.#empty = 'gone';
    this.#tellState();
  }

  bringUp(): void {
    this.#panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #disposed(): void {
    this.#openings++;
    this.#server?.closePreview({ uri: this.#saved.uri });
    for (const listener of this.#listeners) {
      listener.dispose();
    }
  }

  async #open(uri: Uri): Promise<OpenPreviewResult | EmptyReason> {
    if (this.#server === undefined) {
      return 'noServer';
    }
    try {
      await workspace.openTextDocument(uri);
    } catch {
      return 'gone';
    }
    try {
      const result = await this.#server.openPreview({
        uri: uri.toString(),
        resourceBase: this.#resourceBase(uri),
        sheetsApart: true,
        options: this.#options(),
      });
      return result.notContent === true ? 'notContent' : result;
    } catch {
      return 'noServer'; // Its log says why.
    }
  }

  /** Whatever stands before the path, on Windows before the slash and the drive, and with the host of a share. */
  #resourceBase(uri: Uri): string {
    const top = uri.with({ path: '/', query: '', fragment: '' });
    return this.#panel.webview.asWebviewUri(top).toString().replace(/\/$/, '');
  }

  #options(): PreviewOptions {
    const { uri, engine, remote, scripts } = this.#saved;
    const settings = workspace.getConfiguration('hugoScribe.preview', Uri.parse(uri));
    const chosen: unknown = engine ?? settings.get('engine');
    return {
      engine: isPreviewEngine(chosen) ? chosen : 'auto',
      scripts: scripts && workspace.isTrusted,
      remote: remote ?? settings.get<unknown>('remote') === true,
    };
  }

  async #update(): Promise<void> {
    const name = Uri.parse(this.#saved.uri).path.split('/').at(-1) ?? '';
    this.#panel.title = this.#saved.locked
      ? translate('[Preview] {0}', name)
      : translate('Preview {0}', name);
    const { remote } = this.#options();
    const shell = JSON.stringify([this.#roots, remote, displayLanguage()]);
    if (shell !== this.#shell) {
      this.#shell = shell;
      await this.#arrival;
      if (shell === this.#shell) {
        await this.#load(remote); // When it is ready, it asks for everything.
      }
    } else {
      this.#tellState();
    }
  }

  async #load(remote: boolean): Promise<void> {
    this.#arrival = new Promise((resolve) => (this.#arrived = resolve));
    const { webview } = this.#panel;
    const folder = Uri.joinPath(this.#extension, 'dist/client');
    const pageScript = await workspace.fs.readFile(Uri.joinPath(folder, 'previewPage.js'));
    webview.options = {
      enableScripts: true,
      localResourceRoots: [folder, ...this.#roots.map((root) => Uri.parse(root))],
    };
    webview.html = toShellHtml({
      nonce: createNonce(),
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(Uri.joinPath(folder, 'preview.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(folder, 'preview.css')).toString(),
      pageScript: new TextDecoder().decode(pageScript),
      remote,
      language: displayLanguage(),
      labels: toLabels(),
    });
  }

  #tell(message: ToWebview): void {
    void this.#panel.webview.postMessage(message);
  }

  #tellState(): void {
    const { width, locked } = this.#saved;
    const { scripts, remote } = this.#options();
    const state = { width, locked, scripts, remote, trusted: workspace.isTrusted, empty: this.#empty };
    this.#tell({ type: 'state', state, saved: this.#saved });
  }

  #tellAll(): void {
    this.#tellState();
    if (this.#page !== undefined) {
      this.#tell({ type: 'page', page: this.#page });
    }
    this.#sync.tellCursor();
  }

  #hear(value: unknown): void {
    const message = toFromWebview(value);
    if (message !== undefined) {
      void this.#follow(message);
    }
  }

  async #follow(message: FromWebview): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#arrived?.();
        this.#tellAll();
        break;
      case 'run':
        await this.#run(message.command);
        break;
      case 'setWidth':
        await this.set({ width: message.width });
        break;
      case 'setLocked':
        await this.set({ locked: message.locked });
        break;
      case 'setScripts':
        await this.set({ scripts: message.scripts && workspace.isTrusted });
        break;
      case 'setRemote':
        await this.set({ remote: message.remote });
        break;
      case 'scrolled':
        this.#sync.scrollTo(message.line);
        break;
      case 'reveal':
        this.#sync.beQuiet();
        await this.#edit(Uri.parse(this.#saved.uri), Math.max(0, Math.floor(message.line)), 0);
        break;
      case 'find':
        await this.#find(message);
        break;
      case 'openProblem':
        await this.#openProblem(message.index);
        break;
      case 'openSource':
        await this.#openSource(message.uri);
        break;
      case 'openExternal':
        await openExternal(message.href);
        break;
    }
  }

  async #run(command: PanelCommand): Promise<void> {
    switch (command) {
      case 'copyUrl':
        await env.clipboard.writeText(this.#page?.permalink || this.#page?.url || '');
        window.setStatusBarMessage(translate('URL copied'), 3000);
        break;
      case 'refresh':
        await this.refresh();
        break;
      default:
        await commands.executeCommand(outside[command]);
    }
  }

  async #find(sought: Sought): Promise<void> {
    const uri = Uri.parse(this.#saved.uri);
    const document = await workspace.openTextDocument(uri);
    const place = findText(document.getText().split('\n'), sought);
    if (place !== undefined) {
      this.#sync.beQuiet();
      await this.#edit(uri, place.line, place.character);
    }
  }

  async #openProblem(index: number): Promise<void> {
    const problem = this.#page?.problems[index];
    if (problem?.uri !== undefined) {
      await this.#edit(Uri.parse(problem.uri), problem.line ?? 0, problem.character ?? 0);
    }
  }

  /** A link to a page of the site: it is opened and shown, also in a panel that follows no editor. */
  async #openSource(value: string): Promise<void> {
    const here = Uri.parse(this.#saved.uri);
    const uri = toUri(value);
    if (uri === undefined || uri.scheme !== here.scheme || uri.authority !== here.authority) {
      return;
    }
    if (await this.#edit(uri)) {
      await this.show(uri);
    }
  }

  async #edit(uri: Uri, line?: number, character = 0): Promise<boolean> {
    const at = line === undefined ? {} : { selection: new Range(line, character, line, character) };
    try {
      await window.showTextDocument(uri, { viewColumn: this.#editorColumn(), ...at });
      return true;
    } catch {
      void window.showWarningMessage(translate('{0} cannot be opened.', workspace.asRelativePath(uri)));
      return false;
    }
  }

  /** Beside the panel, where the page is being written if it can be seen. */
  #editorColumn(): ViewColumn {
    const editors = window.visibleTextEditors.filter(
      ({ viewColumn }) => viewColumn !== this.#panel.viewColumn,
    );
    const own = editors.find(({ document }) => document.uri.toString() === this.#saved.uri);
    return (own ?? editors[0])?.viewColumn ?? ViewColumn.One;
  }
}

const outside = {
  chooseEngine: 'hugoScribe.choosePreviewEngine',
  manageTrust: 'workbench.trust.manage',
  restartServer: 'hugoScribe.restartServer',
} as const;

/** The editor asks before it opens a host that nobody has trusted yet. */
async function openExternal(href: string): Promise<void> {
  const uri = toUri(href);
  if (uri !== undefined && ['http', 'https', 'mailto', 'tel'].includes(uri.scheme)) {
    await env.openExternal(uri);
  }
}

function toUri(value: string): Uri | undefined {
  try {
    return Uri.parse(value, true);
  } catch {
    return undefined;
  }
}

function createNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
