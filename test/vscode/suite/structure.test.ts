// What the editor shows of the structure of pages, beside what its own Markdown support shows.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openPage, until } from './editor.ts';

type Named = { readonly name: string; readonly children?: readonly Named[] };

function namesIn(symbols: readonly Named[] | undefined): string[] {
  return (symbols ?? []).flatMap(({ name, children }) => [name, ...namesIn(children)]);
}

suite('Structure of a Hugo site', () => {
  const text =
    '---\ntitle: Structure\n---\n\n# Heading in here\n\n{{< accordion title="a" >}}\nText\n{{< /accordion >}}\n\n## Second one\n\nText\n';

  test('the outline has front matter, calls, and each heading once', async () => {
    const { document } = await openPage(text);
    const names = await until('all symbols', async () => {
      const found = namesIn(
        await vscode.commands.executeCommand<Named[]>('vscode.executeDocumentSymbolProvider', document.uri),
      );
      return found.includes('accordion') && found.some((name) => name.includes('Heading')) && found;
    });
    assert.ok(names.includes('title'), names.join(', '));
    assert.equal(names.filter((name) => name.includes('Heading in here')).length, 1, names.join(', '));
  });

  test('a page is found by its title, and a shortcode by its name', async () => {
    await openPage('---\ntitle: Seldom found title\n---\n');
    for (const name of ['Seldom found title', 'accordion']) {
      await until(name, async () => {
        const symbols = await vscode.commands.executeCommand<Named[]>(
          'vscode.executeWorkspaceSymbolProvider',
          name,
        );
        return namesIn(symbols).includes(name);
      });
    }
  });

  test('front matter and shortcodes fold', async () => {
    const { document } = await openPage(text);
    await until('folds', async () => {
      const folds = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      const found = folds?.map(({ start, end }) => `${start}-${end}`) ?? [];
      return found.includes('0-1') && found.includes('6-7');
    });
  });
});
