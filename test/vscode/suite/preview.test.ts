// The panel of the preview as a part of the window: it opens beside, follows, stays, and closes.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openPage, until } from './editor.ts';

const text = '---\ntitle: One\n---\n\nText\n';

suite('The preview', () => {
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('opens beside the editor and leaves the cursor there', async () => {
    const { document } = await openPage(text);
    await vscode.commands.executeCommand('hugoScribe.openPreview');
    await until('the page', () => findPanel()?.label === `Preview ${nameOf(document)}`);
    const tab = await until('the panel', findPanel);
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  test('follows the active editor, in the one panel', async () => {
    await openPage(text);
    await vscode.commands.executeCommand('hugoScribe.openPreview');
    const { document } = await openPage(text);
    await until('the other page', () => findPanel()?.label === `Preview ${nameOf(document)}`);
    assert.equal(findPanels().length, 1);
  });

  test('stays on its page when it is told to, and follows again', async () => {
    const { document } = await openPage(text);
    await vscode.commands.executeCommand('hugoScribe.openPreview');
    await vscode.commands.executeCommand('hugoScribe.lockPreview');
    await until('the lock', () => findPanel()?.label === `[Preview] ${nameOf(document)}`);
    const other = await openPage(text);
    await vscode.commands.executeCommand('hugoScribe.lockPreview');
    await until('the old page, unlocked', () => findPanel()?.label === `Preview ${nameOf(document)}`);
    await openPage(text);
    await vscode.window.showTextDocument(other.document);
    await until('the other page', () => findPanel()?.label === `Preview ${nameOf(other.document)}`);
  });

  test('keeps the page on view when an editor becomes active that holds no content', async () => {
    const { document } = await openPage(text);
    await vscode.commands.executeCommand('hugoScribe.openPreview');
    await until('the panel', findPanel);
    const config = await vscode.workspace.openTextDocument({ language: 'toml', content: 'a = 1' });
    await vscode.window.showTextDocument(config, vscode.ViewColumn.One);
    assert.equal(findPanel()?.label, `Preview ${nameOf(document)}`);
  });

  test('follows a file that is renamed', async () => {
    const { document } = await openPage(text);
    await vscode.commands.executeCommand('hugoScribe.openPreview');
    await until('the panel', findPanel);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(
      document.uri,
      document.uri.with({ path: document.uri.path.replace(/[^/]+$/, 'renamed.md') }),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the new name', () => findPanel()?.label === 'Preview renamed.md');
  });

  test('closes, and opens again', async () => {
    await openPage(text);
    await vscode.commands.executeCommand('hugoScribe.openPreview');
    const tab = await until('the panel', findPanel);
    assert.ok(await vscode.window.tabGroups.close(tab));
    await until('no panel', () => findPanels().length === 0);
    await vscode.commands.executeCommand('hugoScribe.openPreview');
    await until('the panel', findPanel);
  });

  test('its keys are those of nobody else', async () => {
    const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
    const lines = (await vscode.workspace.openTextDocument(uri)).getText().split('\n');
    const bound = lines.flatMap((line, index) =>
      /"key":\s*"(?:ctrl|cmd)\+k h"/.test(line) ? [`${line} ${lines[index + 1] ?? ''}`] : [],
    );
    assert.ok(lines.length > 500, 'the default keys can be read');
    assert.deepEqual(
      bound.filter((line) => !line.includes('hugoScribe.openPreview')),
      [],
    );
  });
});

function findPanels(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('hugoScribe.preview'),
    );
}

function findPanel(): vscode.Tab | undefined {
  return findPanels()[0];
}

function nameOf({ uri }: vscode.TextDocument): string {
  return uri.path.split('/').at(-1) ?? '';
}
