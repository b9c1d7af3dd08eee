// Completion, hover and diagnostics as the editor itself asks for them.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  completionLabels,
  diagnosticsOf,
  hoverText,
  openPage,
  until,
  untilDefined,
  untilOffered,
} from './editor.ts';

suite('Language features on a Hugo site', () => {
  const offered: [what: string, text: string, label: string][] = [
    ['a predefined front-matter key', '---\ntitle: One\ndra█\n---\n', 'draft'],
    ['a front-matter key in TOML', '+++\ntitle = "One"\ndra█\n+++\n', 'draft'],
    ['a value of a key', '---\ntitle: One\ndraft: █\n---\n', 'true'],
    ['a shortcode with angle brackets', '---\ntitle: One\n---\n\n{{< ingr█ >}}\n', 'ingress'],
    ['a shortcode with percent signs', '---\ntitle: One\n---\n\n{{% acco█ %}}\n', 'accordion'],
  ];
  for (const [what, text, label] of offered) {
    test(`offers ${what}`, async () => {
      await untilOffered(await openPage(text), label);
    });
  }

  test('offers no shortcode in running text', async () => {
    const labels = await completionLabels(await openPage('---\ntitle: One\n---\n\nIngr█\n'));
    assert.ok(!labels.includes('ingress'), `offered: ${labels.join(', ')}`);
  });

  const explained: [what: string, text: string, words: RegExp][] = [
    ['a predefined key', '---\ntitle: One\ndr█aft: true\n---\n', /draft/i],
    [
      'a shortcode, with the template it comes from',
      '---\ntitle: One\n---\n\n{{< ingr█ess >}}\nText\n{{< /ingress >}}\n',
      /shortcodes\/ingress\.html/,
    ],
  ];
  for (const [what, text, words] of explained) {
    test(`explains ${what}`, async () => {
      const at = await openPage(text);
      await until(`a hover that matches ${words}`, async () => words.test(await hoverText(at)));
    });
  }

  const places: [from: string, text: string, to: RegExp][] = [
    [
      'a shortcode to its template',
      '{{< acco█rdion title="a" >}}x{{< /accordion >}}',
      /shortcodes\/accordion\.html$/,
    ],
    [
      'an argument to where it is read',
      '{{< accordion ti█tle="a" >}}x{{< /accordion >}}',
      /accordion\.html$/,
    ],
  ];
  for (const [from, line, to] of places) {
    test(`goes from ${from}`, async () => {
      const link = await untilDefined(await openPage(`---\ntitle: One\n---\n\n${line}\n`));
      assert.match(link.targetUri.path, to);
      await vscode.workspace.fs.stat(link.targetUri);
    });
  }

  test('goes from a key to a template that reads it', async () => {
    const link = await untilDefined(await openPage('---\ntitle: One\nsidebarlink█name: Two\n---\n\nText\n'));
    const template = await vscode.workspace.openTextDocument(link.targetUri);
    assert.match(template.getText(link.targetSelectionRange ?? link.targetRange), /sidebarlinkname/);
  });

  test('helps with the arguments of a call', async () => {
    const { document, position } = await openPage('---\ntitle: One\n---\n\n{{< accordion █ >}}\n');
    const help = await until('help', async () =>
      vscode.commands.executeCommand<vscode.SignatureHelp | undefined>(
        'vscode.executeSignatureHelpProvider',
        document.uri,
        position,
        ' ',
      ),
    );
    assert.match(help.signatures[0]?.label ?? '', /accordion.*title/);
  });

  test('marks an unknown shortcode, and the mark goes with the edit', async () => {
    const { document } = await openPage('---\ntitle: One\n---\n\n{{< no-such-thing >}}\n');
    const mark = await until('a diagnostic', () => diagnosticsOf(document)[0]);
    assert.equal(document.getText(mark.range), 'no-such-thing');
    assert.match(mark.message, /no-such-thing/);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, document.lineAt(4).range);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the diagnostic to go', () => diagnosticsOf(document).length === 0);
    await document.save();
  });

  test('marks a shortcode that is not closed', async () => {
    const { document } = await openPage('---\ntitle: One\n---\n\n{{< ingress >}}\nText\n');
    const mark = await until('a diagnostic', () => diagnosticsOf(document)[0]);
    assert.equal(mark.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(mark.range.start.line, 4);
  });

  test('marks front matter that Hugo cannot read', async () => {
    const { document } = await openPage('---\ntitle: "One\n---\n\nText\n');
    const mark = await until('a diagnostic', () => diagnosticsOf(document)[0]);
    assert.equal(mark.severity, vscode.DiagnosticSeverity.Error);
  });
});
