// The language of all that we render is a setting, which counts at once; VS Code itself stays in its own.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { hoverText, openPage, until } from './editor.ts';

suite('The language that the writer chose', () => {
  const set = (language: string | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('hugoScribe')
      .update('language', language, vscode.ConfigurationTarget.Global);

  teardown(() => set(undefined));

  test('is that of hovers and suggestions as soon as it is set', async () => {
    const at = await openPage('---\ntitle: One\n---\n{{< fig█ure >}}\n');
    const says = (text: string) => async (): Promise<boolean> => (await hoverText(at)).includes(text);
    await until('English', says('An image with a caption.'));
    await set('sv');
    await until('Swedish', says('En bild med bildtext.'));
    await set('nb');
    await until('Norwegian', says('Et bilde med bildetekst.'));
    await set(undefined);
    await until('English again', says('An image with a caption.'));
    assert.equal(vscode.env.language, 'en');
  });
});
