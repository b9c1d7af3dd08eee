// Activated by every Markdown and HTML document, so it asks first whether there is a Hugo site; only then the language client
// is loaded and the server started. Elsewhere nothing runs and nothing shows.
import { commands, Uri, workspace } from 'vscode';
import type { ExtensionContext, TextDocument } from 'vscode';
import { extendMarkdownIt } from './builtInPreview.ts';
import { beforePublishing, fixBeforePublishing } from './commands/beforePublishing.ts';
import { findUnused } from './commands/findUnused.ts';
import { makePost } from './commands/makePost.ts';
import { newPost } from './commands/newPost.ts';
import { removeEmptyFolders } from './commands/removeEmptyFolders.ts';
import { showReferences } from './commands/showReferences.ts';
import { wrapInShortcode } from './commands/wrapInShortcode.ts';
import { isContent } from './documents.ts';
import { Gallery } from './gallery/gallery.ts';
import { isInSite } from './isInSite.ts';
import type { LanguageServer } from './languageServer.ts';
import { pasteAsPost } from './pasteAsPost.ts';
import { Preview } from './preview/preview.ts';
import { publishingCommands } from './publishing/commands.ts';
import { PublicationItem } from './publishing/statusItem.ts';
import { followLanguage } from './translate.ts';

let server: Promise<LanguageServer> | undefined;
let preview: Preview | undefined;
let publication: PublicationItem | undefined;

/** What the commands do that want the language server; it is `undefined` while there is none. */
const serverCommands: Readonly<
  Record<string, (server: LanguageServer | undefined, argument: Uri | undefined) => unknown>
> = {
  restartServer: (server) => server?.restart(),
  showOutput: (server) => server?.log.show(),
  newPost: (server) => newPost(server),
  newPostHere: (server, folder) => newPost(server, folder),
  makePost,
  wrapInShortcode,
  beforePublishing,
  findUnused,
};

/** VS Code's Markdown preview asks what this returns for its plugin. */
export async function activate(
  context: ExtensionContext,
): Promise<{ readonly extendMarkdownIt: typeof extendMarkdownIt }> {
  context.subscriptions.push(await followLanguage(context.extensionUri));
  preview = new Preview(context.extensionUri);
  context.subscriptions.push(
    preview,
    new Gallery(context.extensionUri, async () => server),
    ...Object.entries(serverCommands).map(([name, run]) =>
      commands.registerCommand(`hugoScribe.${name}`, async (argument?: Uri) => run(await server, argument)),
    ),
    commands.registerCommand('hugoScribe.getStarted', () =>
      commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`),
    ),
    commands.registerCommand('hugoScribe.showReferences', showReferences),
    commands.registerCommand('hugoScribe.removeEmptyFolders', removeEmptyFolders),
    commands.registerCommand('hugoScribe.fixBeforePublishing', fixBeforePublishing),
    ...publishingCommands(async () => server),
    ...pasteAsPost(async () => server),
    workspace.onDidOpenTextDocument((document) => void startIn(context, placesOf([document]))),
    workspace.onDidChangeWorkspaceFolders(() => void followFolders(context)),
  );
  void startIn(context, allPlaces());
  return { extendMarkdownIt };
}

export function deactivate(): Promise<void> {
  return stop();
}

/** Starts the server when one of `places` lies in a Hugo site and there is no server yet. */
async function startIn(context: ExtensionContext, places: readonly Uri[]): Promise<void> {
  if (server === undefined && (await isAnyInSite(places))) {
    server ??= start(context);
  }
}

async function followFolders(context: ExtensionContext): Promise<void> {
  const places = allPlaces();
  if (server !== undefined && !(await isAnyInSite(places))) {
    await stop();
    return;
  }
  await startIn(context, places);
}

async function start(context: ExtensionContext): Promise<LanguageServer> {
  const { LanguageServer } = await import('./languageServer.ts');
  const started = new LanguageServer(context.extensionUri);
  started.onDidRun((isRunning) => preview?.use(isRunning ? started : undefined));
  started.onPreviewPage((page) => preview?.takePage(page));
  publication ??= new PublicationItem(started);
  started.onDidRun(() => publication?.refresh());
  started.onPublicationChanged(() => publication?.refresh());
  void commands.executeCommand('setContext', 'hugoScribe.active', true);
  void started.start();
  return started;
}

async function stop(): Promise<void> {
  const running = await server;
  server = undefined;
  void commands.executeCommand('setContext', 'hugoScribe.active', false);
  publication?.dispose();
  publication = undefined;
  await running?.stop();
  running?.dispose();
}

async function isAnyInSite(places: readonly Uri[]): Promise<boolean> {
  for (const place of places) {
    if (await isInSite(place)) {
      return true;
    }
  }
  return false;
}

function allPlaces(): Uri[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  return [...folders.filter(({ scheme }) => scheme === 'file'), ...placesOf(workspace.textDocuments)];
}

/** The folders of the documents that could be content. */
function placesOf(documents: readonly TextDocument[]): Uri[] {
  return documents.filter(isContent).map(({ uri }) => Uri.joinPath(uri, '..'));
}
