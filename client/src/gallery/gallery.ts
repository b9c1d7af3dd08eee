// "Insert Shortcode…": the command, the one panel, and the editor that it is for.
import { commands, window } from 'vscode';
import type { Disposable, Uri } from 'vscode';
import type { Asked } from '../asked.ts';
import { isContent } from '../documents.ts';
import { askForPage } from '../askForPage.ts';
import { translate } from '../translate.ts';
import { GalleryPanel } from './panel.ts';
import { GalleryServer } from './server.ts';

export class Gallery implements Disposable {
  readonly #extension: Uri;
  readonly #server: () => Promise<Asked | undefined>;
  readonly #listeners: readonly Disposable[];
  #panel: GalleryPanel | undefined;

  /** `server` answers the one that runs. */
  constructor(extension: Uri, server: () => Promise<Asked | undefined>) {
    this.#extension = extension;
    this.#server = server;
    this.#listeners = [
      commands.registerCommand('hugoScribe.insertShortcode', () => this.#open()),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined && isContent(editor.document)) {
          void this.#panel?.follow(editor);
        }
      }),
    ];
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const listener of this.#listeners) {
      listener.dispose();
    }
  }

  async #open(): Promise<void> {
    if (this.#panel !== undefined) {
      this.#panel.bringUp();
      return;
    }
    const editor = window.activeTextEditor;
    const server = await this.#server();
    if (editor === undefined || server === undefined || !isContent(editor.document)) {
      void askForPage(translate('Open the page that the shortcode is for first.'));
      return;
    }
    const gallery = new GalleryServer(server);
    const opened = await gallery.open({ uri: editor.document.uri.toString() });
    if (opened === undefined || opened.notContent === true) {
      gallery.close();
      void window.showInformationMessage(
        translate('This file is not content of a Hugo site. Open a page of the site to insert a shortcode.'),
      );
      return;
    }
    const panel = new GalleryPanel(this.#extension, gallery, editor, opened, () => {
      this.#panel = undefined;
    });
    this.#panel = panel;
  }
}
