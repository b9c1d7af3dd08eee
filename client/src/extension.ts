// Activated by every Markdown and HTML document, so it asks first whether there is a Hugo site; only then the language client
// is loaded and the server started. Elsewhere nothing runs and nothing shows.
import { commands, languages, Uri, workspace } from 'vscode';
import type { ExtensionContext, TextDocument } from 'vscode';
import { contentDocuments } from './documents.ts';
import { isInSite } from './isInSite.ts';
import type { LanguageServer } from './languageServer.ts';

let server: Promise<LanguageServer> | undefined;

export function activate(context: ExtensionContext): void {
  context.subscriptions.push(
    commands.registerCommand('hugoScribe.restartServer', async () => (await server)?.restart()),
    commands.registerCommand('hugoScribe.showOutput', async () => (await server)?.log.show()),
    workspace.onDidOpenTextDocument((document) => void startFor(context, placesOf([document]))),
    workspace.onDidChangeWorkspaceFolders(() => void startFor(context, allPlaces())),
  );
  void startFor(context, allPlaces());
}

export async function deactivate(): Promise<void> {
  await (await server)?.stop();
}

/** Starts the server when one of `places` lies in a Hugo site; does nothing when it runs already. */
async function startFor(context: ExtensionContext, places: readonly Uri[]): Promise<void> {
  for (const place of places) {
    if (server !== undefined) {
      return;
    }
    if (await isInSite(place)) {
      server ??= startServer(context);
    }
  }
}

async function startServer(context: ExtensionContext): Promise<LanguageServer> {
  const { LanguageServer } = await import('./languageServer.ts');
  const started = new LanguageServer(context);
  context.subscriptions.push(started);
  void commands.executeCommand('setContext', 'hugoScribe.active', true);
  void started.start();
  return started;
}

function allPlaces(): Uri[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  return [...folders.filter(({ scheme }) => scheme === 'file'), ...placesOf(workspace.textDocuments)];
}

/** The folders of the documents that could be content. */
function placesOf(documents: readonly TextDocument[]): Uri[] {
  return documents
    .filter((document) => languages.match([...contentDocuments], document) > 0)
    .map(({ uri }) => Uri.joinPath(uri, '..'));
}
