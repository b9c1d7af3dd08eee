// The life of the gallery: it shows the shortcodes of one page, has thumbnails made of what is on view, and writes what is chosen into the page.
import {
  CancellationTokenSource,
  commands,
  env,
  Range,
  SnippetString,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { Disposable, TextEditor, WebviewPanel } from 'vscode';
import type { GalleryExample, InsertCallResult, OpenGalleryResult } from '../../../server/src/protocol.ts';
import { toDocumentRange, toRange } from '../places.ts';
import { displayLanguage, onDidChangeLanguage, translate } from '../translate.ts';
import { toGalleryHtml } from './html.ts';
import { toLabels } from './labels.ts';
import { toFromGallery } from './messages.ts';
import type { CardPlace, FromGallery, ToGallery } from './messages.ts';
import type { GalleryServer } from './server.ts';

/** So long until the site is asked again while it is being read. In ms. */
const readingTime = 1_000;

export class GalleryPanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #extension: Uri;
  readonly #server: GalleryServer;
  readonly #listeners: readonly Disposable[];
  /** Of the thumbnails that are asked for, by name. */
  readonly #asked = new Map<string, CancellationTokenSource>();
  /** Pages that were opened for their example: nobody writes them. */
  readonly #lookedAt = new Set<string>();
  #editor: TextEditor;
  #opened: OpenGalleryResult;
  #examples: readonly GalleryExample[] = [];
  #next: ReturnType<typeof setTimeout> | undefined;

  constructor(
    extension: Uri,
    server: GalleryServer,
    editor: TextEditor,
    opened: OpenGalleryResult,
    onClosed: () => void,
  ) {
    this.#extension = extension;
    this.#server = server;
    this.#editor = editor;
    this.#opened = opened;
    this.#panel = window.createWebviewPanel(
      'hugoScribe.gallery',
      translate('Insert Shortcode'),
      { viewColumn: ViewColumn.Beside, preserveFocus: false },
      { enableScripts: true, localResourceRoots: this.#roots() },
    );
    this.#panel.iconPath = Uri.joinPath(extension, 'media/icon.png');
    this.#listeners = [
      this.#panel.webview.onDidReceiveMessage((value: unknown) => {
        const message = toFromGallery(value);
        if (message !== undefined) {
          void this.#hear(message);
        }
      }),
      onDidChangeLanguage(() => this.#load()),
    ];
    this.#panel.onDidDispose(() => {
      this.#disposed();
      onClosed();
    });
    this.#load();
    void this.#askExamples();
  }

  bringUp(): void {
    this.#panel.reveal(undefined, false);
    this.#tell({ type: 'focus' });
  }

  /** Another page is being written. */
  async follow(editor: TextEditor): Promise<void> {
    const uri = editor.document.uri.toString();
    if (this.#lookedAt.has(uri)) {
      return;
    }
    const isOther = uri !== this.#uri;
    this.#editor = editor;
    if (isOther) {
      await this.#ask();
    }
  }

  dispose(): void {
    this.#panel.dispose();
  }

  get #uri(): string {
    return this.#editor.document.uri.toString();
  }

  #disposed(): void {
    clearTimeout(this.#next);
    this.#cancelAll();
    this.#server.close();
    for (const listener of this.#listeners) {
      listener.dispose();
    }
  }

  #roots(): Uri[] {
    return [
      Uri.joinPath(this.#extension, 'dist/client'),
      ...this.#opened.resourceRoots.map((root) => Uri.parse(root)),
    ];
  }

  #load(): void {
    const { webview } = this.#panel;
    const file = (name: string): string =>
      webview.asWebviewUri(Uri.joinPath(this.#extension, 'dist/client', name)).toString();
    webview.html = toGalleryHtml({
      nonce: crypto.randomUUID().replaceAll('-', ''),
      cspSource: webview.cspSource,
      script: file('gallery.js'),
      style: file('gallery.css'),
      language: displayLanguage(),
      labels: toLabels(),
    });
  }

  async #ask(): Promise<void> {
    const uri = this.#uri;
    const opened = await this.#server.open({ uri });
    if (opened !== undefined && opened.notContent !== true && uri === this.#uri) {
      const isOtherSite = opened.resourceRoots.join('\n') !== this.#opened.resourceRoots.join('\n');
      this.#opened = opened;
      this.#cancelAll();
      if (isOtherSite) {
        this.#panel.webview.options = { enableScripts: true, localResourceRoots: this.#roots() };
      }
      this.#show();
      await this.#askExamples();
    }
  }

  async #askExamples(): Promise<void> {
    const uri = this.#uri;
    const found = await this.#server.examples({ uri });
    if (found !== undefined && uri === this.#uri) {
      this.#examples = found.examples;
      this.#tell({ type: 'examples', examples: found.examples });
    }
  }

  #show(): void {
    const { section, cards, hasThumbnails, isReading } = this.#opened;
    this.#tell({ type: 'cards', section, cards, hasThumbnails, isReading });
    clearTimeout(this.#next);
    if (isReading) {
      this.#next = setTimeout(() => void this.#ask(), readingTime);
    }
  }

  async #hear(message: FromGallery): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#show();
        this.#tell({ type: 'examples', examples: this.#examples });
        break;
      case 'insert':
        await this.#insert(message.name, message.keepOpen);
        break;
      case 'open':
        await this.#open(message.name, message.place);
        break;
      case 'seen':
        if (message.isSeen) {
          await this.#askThumbnail(message.name);
        } else {
          this.#cancel(message.name);
        }
        break;
      case 'close':
        this.dispose();
        await this.#backToText();
        break;
    }
  }

  async #insert(name: string, keepOpen: boolean): Promise<void> {
    if (!keepOpen) {
      this.dispose();
    }
    const editor = await this.#backToText();
    if (editor === undefined) {
      void window.showWarningMessage(translate('The page is not open any more.'));
      return;
    }
    const uri = editor.document.uri.toString();
    const result = await this.#server.insert({ uri, name, range: toDocumentRange(editor.selection) });
    if (result !== undefined) {
      await insertCall(editor, result);
    }
  }

  /** The editor of the page with the focus in it, opened again where it has been closed. */
  async #backToText(): Promise<TextEditor | undefined> {
    const { document, viewColumn } = this.#editor;
    const at = document.isClosed ? {} : { viewColumn: viewColumn ?? ViewColumn.One };
    try {
      return await window.showTextDocument(document.uri, { ...at, preserveFocus: false });
    } catch {
      return undefined;
    }
  }

  async #open(name: string, place: CardPlace): Promise<void> {
    const target = this.#targetOf(name, place);
    if (target === undefined) {
      return;
    }
    if (place === 'link') {
      await env.openExternal(target.uri);
    } else if (target.uri.scheme === this.#editor.document.uri.scheme) {
      if (target.uri.toString() !== this.#uri) {
        this.#lookedAt.add(target.uri.toString());
      }
      const selection = new Range(target.line, 0, target.line, 0);
      await window.showTextDocument(target.uri, {
        viewColumn: this.#editor.viewColumn ?? ViewColumn.One,
        selection,
        preview: true,
      });
    }
  }

  #targetOf(name: string, place: CardPlace): { readonly uri: Uri; readonly line: number } | undefined {
    const { link, sourceUri } = this.#opened.cards.find((each) => each.name === name) ?? {};
    const example = this.#examples.find((each) => each.name === name);
    const address = { example: example?.uri, source: sourceUri, link }[place];
    return address === undefined
      ? undefined
      : { uri: Uri.parse(address), line: place === 'example' ? (example?.line ?? 0) : 0 };
  }

  async #askThumbnail(name: string): Promise<void> {
    if (this.#asked.has(name)) {
      return;
    }
    const source = new CancellationTokenSource();
    this.#asked.set(name, source);
    const top = this.#editor.document.uri.with({ path: '/', query: '', fragment: '' });
    const resourceBase = this.#panel.webview.asWebviewUri(top).toString().replace(/\/$/, '');
    const result = await this.#server.thumbnail({ uri: this.#uri, name, resourceBase }, source.token);
    if (this.#asked.get(name) === source) {
      this.#asked.delete(name);
      const { html, sheets } = result ?? {};
      this.#tell({ type: 'thumbnail', name, html, sheets });
    }
  }

  #cancel(name: string): void {
    this.#asked.get(name)?.cancel();
    this.#asked.delete(name);
  }

  #cancelAll(): void {
    for (const name of [...this.#asked.keys()]) {
      this.#cancel(name);
    }
  }

  #tell(message: ToGallery): void {
    void this.#panel.webview.postMessage(message);
  }
}

/** One step to undo; what it stands on may have changed meanwhile, then the editor says no. */
async function insertCall(
  editor: TextEditor,
  { snippet, range, asksAgain, note }: InsertCallResult,
): Promise<void> {
  if (snippet === undefined || range === undefined) {
    void window.showWarningMessage(note ?? '');
    return;
  }
  const isDone = await editor.insertSnippet(new SnippetString(snippet), toRange(range));
  if (!isDone) {
    void window.showWarningMessage(
      translate('The shortcode could not be inserted: the page cannot be changed.'),
    );
    return;
  }
  if (note !== undefined) {
    void window.showInformationMessage(note);
  }
  if (asksAgain === true) {
    await commands.executeCommand('editor.action.triggerSuggest');
  }
}
