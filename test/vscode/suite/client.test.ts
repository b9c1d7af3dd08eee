// The life of the extension: when it starts, what it contributes, and that a dead server comes back.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId, openPage, serverProcesses, until, untilOffered } from './editor.ts';

const page = '---\ntitle: One\ndra█\n---\n';

suite('The extension on a Hugo site', () => {
  test('is active because the folder has a Hugo configuration', async () => {
    await until('the extension to be active', () => vscode.extensions.getExtension(extensionId)?.isActive);
  });

  test('runs exactly one language server', async () => {
    await until('one server process', () => serverProcesses().length === 1);
  });

  test('registers its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const command of ['hugoScribe.restartServer', 'hugoScribe.showOutput']) {
      assert.ok(commands.includes(command), command);
    }
  });

  test('every command in the manifest is registered', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as Manifest | undefined;
    const contributed = manifest?.contributes?.commands ?? [];
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.ok(contributed.length > 0);
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  test('restarts the server on command', async () => {
    const at = await openPage(page);
    await untilOffered(at, 'draft');
    const [before] = serverProcesses();
    await vscode.commands.executeCommand('hugoScribe.restartServer');
    await until('another process', () => hasReplaced(before));
    await untilOffered(at, 'draft');
  });

  test('brings the server back when it dies, and knows the unsaved text', async () => {
    const at = await openPage('---\ntitle: One\n---\n');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(at.document.uri, new vscode.Position(2, 0), 'dra\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    const [victim] = serverProcesses();
    assert.ok(victim !== undefined);
    process.kill(victim, 'SIGKILL');
    await until('another process', () => hasReplaced(victim));
    await untilOffered({ document: at.document, position: new vscode.Position(2, 3) }, 'draft');
    await at.document.save();
  });
});

type Manifest = { contributes?: { commands?: { command: string }[] } };

function hasReplaced(old: number | undefined): boolean {
  const now = serverProcesses();
  return now.length === 1 && now[0] !== old;
}
