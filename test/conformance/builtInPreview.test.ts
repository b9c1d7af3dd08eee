// The plugin of the built-in Markdown preview in the releases of markdown-it that VS Code's preview has had, with what VS Code adds to it.
import { createRequire } from 'node:module';
import type { MarkdownIt } from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { shortcodeBoxes, unknownHugo } from '../../server/src/shared.ts';
import { shorten } from '../engine/instant/render.ts';

const require = createRequire(import.meta.url);
const requireOfVsce = createRequire(require.resolve('@vscode/vsce/package.json'));

/** The releases in node_modules: 15 is ours, 14 belongs to the packager of extensions. */
const releases = [
  ['15', require('markdown-it')],
  ['14', requireOfVsce('markdown-it')],
] as [string, new (options: object) => MarkdownIt][];

test('the releases are the ones that they are said to be', () => {
  const versions = [require, requireOfVsce].map(
    (one) => (one('markdown-it/package.json') as { readonly version: string }).version,
  );
  expect(versions.map((version) => version.split('.')[0])).toEqual(['15', '14']);
});

describe.each(releases)('markdown-it %s', (_, Markdown) => {
  /** As VS Code does it: plugins first, then lines on every block; tokens are rendered with another environment than they were parsed with. */
  function preview(text: string, isContent = true): string {
    const md = new Markdown({
      html: true,
      linkify: true,
      highlight: (code: string) => `<i>${md.utils.escapeHtml(code)}</i>`,
    });
    md.use((one: MarkdownIt) => {
      shortcodeBoxes(one, {
        isContent: () => isContent,
        keepsYaml: true,
        hugo: unknownHugo,
        takesInner: () => undefined,
        translate: (template) => template,
      });
    });
    md.core.ruler.push('source_map_data_attribute', ({ tokens }) => {
      for (const token of tokens) {
        if (token.map !== null && token.type !== 'inline') {
          token.attrSet('data-line', String(token.map[0]));
          token.attrJoin('class', 'code-line');
        }
      }
    });
    return md.renderer.render(md.parse(text, {}), { ...md.options }, {});
  }

  test('boxes follow the scrolling of the editor', () => {
    expect(preview('a\n\n{{< note "b" >}}\n*c*\n\n{{< /note >}}\n\nd\n')).toBe(
      '<p data-line="0" class="code-line">a</p>\n' +
        '<div class="hugo-shortcode code-line" role="group" aria-label="Shortcode note" data-line="2">' +
        '<div class="hugo-shortcode-head"><span class="hugo-shortcode-name">note</span></div>' +
        '<dl class="hugo-shortcode-arguments"><dt>1</dt><dd>b</dd></dl>' +
        '<div class="hugo-shortcode-inner"><p data-line="3" class="code-line"><em>c</em></p>\n</div></div>\n' +
        '<p data-line="7" class="code-line">d</p>\n',
    );
  });

  test.each([
    ['running text', 'a {{< b c=d >}} e', '<p>a [b c: d</span> e</p>\n'],
    ['a pair by its name alone', '{{< a >}}b{{< /a >}}', '[a: <p>b</p>\n</div></div>\n'],
    ['an opener alone', '{{< a >}}\n\nb', '[a</div>\n<p>b</p>\n'],
    ['Markdown notation', '{{% a %}}\n- b\n{{% /a %}}', '[a: <ul>\n<li>b</li>\n</ul>\n</div></div>\n'],
    ['a list', '- {{< a >}}\n- b', '<ul>\n<li>\n[a</div>\n</li>\n<li>b</li>\n</ul>\n'],
    ['a link', '[a]({{< relref "b.md" >}})', '<p><a href="b.md">a</a></p>\n'],
    ['a comment', '`{{</* a */>}}`', '<p><code>{{&lt; a &gt;}}</code></p>\n'],
    [
      'highlighted code',
      '```js\n{{< a "b" >}}\n```',
      '<pre><code class="language-js"><i><mark>{{&lt; a &quot;b&quot; &gt;}}</mark>\n</i></code></pre>\n',
    ],
    ['raw HTML', '<div>\n{{< a >}}\n</div>', '<div>\n[a</div>\n\n</div>\n'],
    ['TOML front matter, which the preview would show', '+++\ntitle = "{{< a >}}"\n+++\n\nb', '<p>b</p>\n'],
    ['JSON front matter, too', '{\n"title": "a"\n}\n\nb', '<p>b</p>\n'],
    [
      'YAML front matter, which the preview shows by itself',
      '---\ntitle: "{{< a >}}"\n---\nb',
      '<hr>\n<h2>title: &quot;{{&lt; a &gt;}}&quot;</h2>\n<p>b</p>\n',
    ],
    ['a hostile name', '{{< a/<script> >}}', expect.not.stringContaining('<script')],
    ['a hostile argument', '{{< a b="<script>" >}}', '[a b=&lt;script&gt;</div>\n'],
  ])('%s', (_name, text, expected) => {
    const html = preview(`${text}\n`).replaceAll(
      / data-line="\d+"| class="code-line"| code-line|code-line /g,
      '',
    );
    expect(shorten(html)).toEqual(expected);
  });

  test('lines below TOML front matter are those of the file', () => {
    expect(preview('+++\n+++\n\na\n')).toBe('<p data-line="3" class="code-line">a</p>\n');
  });

  test.each([
    '{{< a >}}\n*b*\n{{< /a >}}\n',
    'a {{< b >}} [c]({{< ref "d" >}})\n',
    '+++\ntitle = "a"\n+++\n',
    '```\n{{< a >}}\n```\n',
  ])('outside Hugo sites the preview is as without it: %j', (text) => {
    const without = new Markdown({ html: true });
    const html = preview(text, false).replaceAll(
      / data-line="\d+"| class="code-line"| ?code-line ?|<\/?i>/g,
      '',
    );
    expect(html.replaceAll(' class=""', '')).toBe(without.render(text));
  });

  test('a text that is rendered for the second time is rendered the same', () => {
    const text = '{{< a >}}\nb `{{< c >}}`\n{{< /a >}}\n';
    expect(preview(text)).toBe(preview(text));
  });
});
