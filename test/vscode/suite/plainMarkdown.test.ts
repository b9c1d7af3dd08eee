// In a folder that is not a Hugo site the extension does nothing at all.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { completionLabels, diagnosticsOf, serverProcesses, workspaceFile } from './editor.ts';

suite('A folder of plain Markdown', () => {
  for (const path of ['README.md', 'notes/page.html']) {
    test(`${path}: no process, no diagnostic, no suggestion`, async () => {
      const document = await vscode.workspace.openTextDocument(workspaceFile(path));
      await vscode.window.showTextDocument(document);
      // Long enough for an extension that is going to start something; there is no event for "nothing happened".
      await new Promise((resolve) => setTimeout(resolve, 3000));
      assert.deepEqual(serverProcesses(), []);
      assert.deepEqual(diagnosticsOf(document), []);
      const labels = await completionLabels({ document, position: new vscode.Position(1, 0) });
      assert.ok(!labels.includes('draft'), `offered: ${labels.join(', ')}`);
    });
  }

  test('the Markdown preview shows what looks like a shortcode as text', async () => {
    const document = await vscode.workspace.openTextDocument(workspaceFile('README.md'));
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
    assert.match(html, /\{\{&lt; this &gt;\}\}/);
  });
});
