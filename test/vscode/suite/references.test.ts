// Where names stand, asked from templates and data files as well, and the count above a template.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, workspaceFile } from './editor.ts';

const template = 'layouts/shortcodes/accordion.html';

async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceFile(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Waits until the name `text` of the document is found in a file whose path has `expected`. */
async function untilFound(document: vscode.TextDocument, text: string, expected: RegExp): Promise<void> {
  const position = document.positionAt(document.getText().indexOf(text));
  await until(`${text} in ${String(expected)}`, async () => {
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    );
    return found.some(({ uri }) => expected.test(uri.path));
  });
}

suite('References in a Hugo site', () => {
  test('calls, from the template of the shortcode', async () => {
    const document = await open(template);
    await untilFound(document, 'details', /\/content\/.*\.md$/);
    await untilFound(document, 'title"', /\/content\/.*\.md$/);
  });

  test('templates, from a file of the data', async () => {
    const document = await open('data/authors.yaml');
    await untilFound(document, document.getText().split(':')[0] ?? '', /data\/authors\.yaml$/);
  });

  test('the count above a template shows the calls when it is clicked', async () => {
    const settings = vscode.workspace.getConfiguration('hugoScribe');
    await settings.update('codeLens.enabled', true, vscode.ConfigurationTarget.Workspace);
    const { uri } = await open(template);
    const lens = await until('a count', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        5,
      );
      return lenses.find(({ command }) => command?.title.startsWith('used ') === true);
    });
    assert.equal(lens.command?.command, 'hugoScribe.showReferences');
    const given: unknown[] = lens.command.arguments ?? [];
    await vscode.commands.executeCommand(lens.command.command, ...given);
    await vscode.commands.executeCommand('closeReferenceSearch');
    await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
  });
});
