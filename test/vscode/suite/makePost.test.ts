// A raw text becomes a post: the editor shows what is to change, and one undo takes it back.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openPage, until } from './editor.ts';

suite('Make This a Post', () => {
  const raw =
    'Ett hjul till\n\nPublicerad 12 mars 2024\n\n– Nu går det runt, säger Maud.\n\nOm kvarnen\n\n• gammal\n• våt\n';

  test('shows its changes, makes them when they are applied, and is undone in one step', async () => {
    const { document } = await openPage(raw);
    const made = vscode.commands.executeCommand('hugoScribe.makePost');
    await until('the post', async () => {
      await vscode.commands.executeCommand('refactorPreview.apply').then(undefined, () => undefined);
      return document.getText().startsWith('---\n');
    });
    await made;
    const text = document.getText();
    assert.match(text, /^title: "Ett hjul till"\ndate: 2024-03-12\n/m);
    assert.ok(
      text.endsWith('---\n\n> Nu går det runt, säger Maud.\n\n## Om kvarnen\n\n- gammal\n- våt\n'),
      text,
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), raw);
  });
});
