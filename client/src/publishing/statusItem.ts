// The entry of the status bar that says whether the page being written will be published.
import { MarkdownString, StatusBarAlignment, window, workspace } from 'vscode';
import type { Disposable, StatusBarItem, Uri } from 'vscode';
import { publicationRequest } from '../../../server/src/protocol.ts';
import type { PublicationResult } from '../../../server/src/protocol.ts';
import type { Asked } from '../asked.ts';
import { activeContent } from '../documents.ts';
import { onDidChangeLanguage, translate } from '../translate.ts';

/** Follows the active editor, what is typed there, and whoever calls `refresh`. */
export class PublicationItem implements Disposable {
  readonly #server: Pick<Asked, 'ask'>;
  readonly #item: StatusBarItem;
  readonly #listeners: Disposable[];
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(server: Pick<Asked, 'ask'>) {
    this.#server = server;
    this.#item = window.createStatusBarItem('hugoScribe.publication', StatusBarAlignment.Right, rank);
    this.#item.command = 'hugoScribe.publishingMenu';
    this.#listeners = [
      window.onDidChangeActiveTextEditor(() => this.refresh()),
      workspace.onDidChangeTextDocument(({ document }) => this.#touched(document.uri)),
      workspace.onDidSaveTextDocument(() => this.refresh(pause)),
      onDidChangeLanguage(() => this.refresh(pause)),
    ];
    this.refresh();
  }

  /** Asks anew after `delay` ms, in which nothing else may have come up. */
  refresh(delay = 0): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#show(), delay);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#listeners.forEach((listener) => void listener.dispose());
    this.#item.dispose();
  }

  #touched(uri: Uri): void {
    if (uri.toString() === window.activeTextEditor?.document.uri.toString()) {
      this.refresh(pause);
    }
  }

  async #show(): Promise<void> {
    const uri = activeContent();
    const state = uri && (await this.#server.ask(publicationRequest, { uri: uri.toString() }));
    if (uri?.toString() !== activeContent()?.toString()) {
      return;
    }
    if (uri === undefined || state === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.name = translate('Whether this page will be published');
    this.#item.text = `$(${icons[state.state]}) ${state.label}`;
    this.#item.tooltip = tooltip(uri, state);
    this.#item.accessibilityInformation = { label: spoken(state), role: 'button' };
    this.#item.show();
  }
}

/** Left of the cursor's place and the language. */
const rank = 101;

/** While a writer types, nothing is asked, in ms. */
const pause = 300;

const icons: Readonly<Record<PublicationResult['state'], string>> = {
  published: 'eye',
  draft: 'edit',
  scheduled: 'clock',
  expired: 'history',
  hidden: 'eye-closed',
};

function spoken({ label, reason, path, length }: PublicationResult): string {
  return [label, reason, path, length].filter((part) => part !== '').join('. ');
}

/** What the site's own texts say is put in as text, never as Markdown. */
function tooltip(uri: Uri, state: PublicationResult): MarkdownString {
  const { label, reason, notes, url, path, language, length, canPublish, notOpen } = state;
  const text = new MarkdownString('', true);
  text.isTrusted = { enabledCommands: commandsOf };
  text.appendMarkdown(`$(${icons[state.state]}) **`).appendText(label).appendMarkdown('**');
  const address = notOpen === '' ? decodeURI(url) : path;
  for (const line of [reason, ...notes, address].filter((each) => each !== '')) {
    text.appendMarkdown('\n\n').appendText(line);
  }
  text.appendMarkdown('\n\n').appendText([language, length].filter((part) => part !== '').join(' · '));
  const links = [
    ...(canPublish ? [link('publishNow', translate('Publish Now'), uri)] : []),
    ...(path === '' ? [] : [link('copyAddress', translate('Copy Address'), uri)]),
    ...(notOpen === '' ? [link('openOnSite', translate('Open on the Site'), uri)] : []),
  ];
  return text.appendMarkdown(links.length === 0 ? '' : `\n\n${links.join(' · ')}`);
}

const commandsOf = ['hugoScribe.publishNow', 'hugoScribe.copyAddress', 'hugoScribe.openOnSite'];

function link(command: string, title: string, uri: Uri): string {
  return `[${title}](command:hugoScribe.${command}?${encodeURIComponent(JSON.stringify([uri.toString()]))})`;
}
