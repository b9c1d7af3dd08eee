// The few things that every test in the extension host does with the editor.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';

export const extensionId = 'hugo-scribe.hugo-scribe';
const diagnosticSource = 'Hugo Scribe';

/** Asks again and again until the answer is neither undefined nor false; fails with `what` after `limit` ms. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  limit = 20_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`Waited in vain for ${what}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The address of a file in the opened folder. */
export function workspaceFile(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error('No folder is open.');
  }
  return vscode.Uri.joinPath(folder.uri, path);
}

export type OpenText = { document: vscode.TextDocument; position: vscode.Position };

let pages = 0;

/** Writes a new page of the site, opens it in the editor and puts the cursor where the text has a `█`. */
export async function openPage(marked: string): Promise<OpenText> {
  // A new file each time: the editor takes over a change of an open one only after a while.
  const uri = workspaceFile(`content/page-${++pages}.md`);
  const offset = Math.max(marked.indexOf('█'), 0);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(marked.replace('█', '')));
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const position = document.positionAt(offset);
  editor.selection = new vscode.Selection(position, position);
  return { document, position };
}

/** The labels of what is offered at the position. */
export async function completionLabels({ document, position }: OpenText): Promise<string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Waits until `label` is offered at the position. */
export function untilOffered(at: OpenText, label: string): Promise<boolean> {
  return until(`"${label}" in the suggestions`, async () => (await completionLabels(at)).includes(label));
}

/** All hover text at the position, as Markdown. */
export async function hoverText({ document, position }: OpenText): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

/** Waits until there is a definition to go to from the position: the first. */
export function untilDefined({ document, position }: OpenText): Promise<vscode.LocationLink> {
  return until('a place to go to', async () => {
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    );
    return links[0];
  });
}

/** Our diagnostics of a document. */
export function diagnosticsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === diagnosticSource);
}

/** The process ids of the language servers that this extension host has started. */
export function serverProcesses(): number[] {
  return runningProcesses()
    .filter(({ parent, command }) => parent === process.pid && /dist[\\/]server[\\/]main\.js/.test(command))
    .map(({ id }) => id);
}

type RunningProcess = { id: number; parent: number; command: string };

/** Linux tells it in /proc, also where the `ps` of other systems is not installed. */
function runningProcesses(): RunningProcess[] {
  return process.platform === 'linux'
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap(readProcess)
    : execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
        .split('\n')
        .flatMap(parseProcess);
}

function readProcess(id: string): RunningProcess[] {
  try {
    const parent = /^PPid:\s(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    return [{ id: Number(id), parent: Number(parent), command: readFileSync(`/proc/${id}/cmdline`, 'utf8') }];
  } catch {
    return []; // It ended while we looked.
  }
}

function parseProcess(line: string): RunningProcess[] {
  const [id, parent, ...command] = line.trim().split(/\s+/);
  return [{ id: Number(id), parent: Number(parent), command: command.join(' ') }];
}
