// The Markdown preview that VS Code brings along, asked for its HTML through the command that other extensions use.
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openPage, until } from './editor.ts';

suite('The built-in Markdown preview on a Hugo site', () => {
  test('shows shortcodes as boxes that follow the scrolling', async () => {
    const { document } = await openPage(
      '---\ntitle: One\n---\n\n{{< ingress >}}\nSome *text*.\n{{< /ingress >}}\n',
    );
    const html = await until('a box', async () => {
      const rendered = await vscode.commands.executeCommand<string>('markdown.api.render', document);
      return rendered.includes('hugo-shortcode') && rendered;
    });
    assert.match(html, /<div class="hugo-shortcode code-line"[^>]* data-line="4"/);
    assert.match(html, /<p data-line="5" class="code-line"[^>]*>Some <em>text<\/em>\.<\/p>/);
    assert.doesNotMatch(html, /\{\{/);
  });
});
