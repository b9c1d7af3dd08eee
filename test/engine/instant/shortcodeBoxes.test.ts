import { describe, expect, test } from 'vitest';
import { siteOf } from '../../support/site.ts';
import { bodyOf, shorten, siteWith } from './render.ts';

const site = siteOf(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
-- layouts/shortcodes/note.html --
{{ .Inner }}
-- layouts/shortcodes/box.html --
{{ .Inner }}
-- layouts/shortcodes/icon.html --
{{ .Get 0 }}
-- content/about.md --
`);

async function boxesOf(text: string): Promise<string> {
  return shorten(await bodyOf(text, { site }));
}

describe('a call on its own lines is a block with a label', () => {
  test.each([
    ['with names', '{{< figure src="a.jpg" alt="A mill" >}}', '[figure src=a.jpg alt=A mill</div>'],
    ['without names', '{{< youtube abc 12 >}}', '[youtube 1=abc 2=12</div>'],
    ['self-closing', '{{< note />}}', '[note</div>'],
    ['in Markdown notation', '{{% note %}}\n*in*\n{{% /note %}}', '[note: <p><em>in</em></p>\n</div></div>'],
    ['nothing in it', '{{< note >}}{{< /note >}}', '[note: </div></div>'],
    [
      'all on one line',
      '{{< note >}}a **b**{{< /note >}}',
      '[note: <p>a <strong>b</strong></p>\n</div></div>',
    ],
    ['two on one line', '{{< icon a >}} {{< icon b >}}', '[icon 1=a</div>\n[icon 1=b</div>'],
    ['one below the other', '{{< icon a >}}\n{{< icon b >}}', '[icon 1=a</div>\n[icon 1=b</div>'],
    ['over several lines', '{{< figure\n  src="a.jpg"\n>}}', '[figure src=a.jpg</div>'],
    ['before a heading', '{{< icon a >}}\n# b', '[icon 1=a</div>\n<h1 id="b">b</h1>'],
    ['in a list', '- {{< icon >}}\n- b', '<ul>\n<li>\n[icon</div>\n</li>\n<li>b</li>\n</ul>'],
    ['a template that nobody knows', '{{< far >}}x{{< /far >}}', '[far: <p>x</p>\n</div></div>'],
  ])('%s', async (_, text, expected) => {
    expect(await boxesOf(`${text}\n`)).toBe(expected);
  });

  test('which screen readers hear as a group', async () => {
    expect(await bodyOf('{{< note title="T" >}}in{{< /note >}}\n', { site })).toBe(
      '<div class="hugo-shortcode" role="group" aria-label="Shortcode note">' +
        '<div class="hugo-shortcode-head"><span class="hugo-shortcode-name">note</span></div>' +
        '<dl class="hugo-shortcode-arguments"><dt>title</dt><dd>T</dd></dl>' +
        '<div class="hugo-shortcode-inner"><p>in</p>\n</div></div>',
    );
  });

  test('in the language of the reader', async () => {
    const translate = (text: string): string => text.replace('Shortcode', 'Kortkod');
    expect(await bodyOf('{{< icon >}}\n', { site, translate })).toContain('aria-label="Kortkod icon"');
  });
});

describe('a call in running text stays in it', () => {
  test.each([
    ['a word', 'See {{< icon "a" >}} here.', '<p>See [icon a</span> here.</p>'],
    ['a named argument', 'See {{< icon name="a" >}}.', '<p>See [icon name: a</span>.</p>'],
    ['with inner content', 'a {{< note >}}*b*{{< /note >}} c', '<p>a [note: <em>b</em></span></span> c</p>'],
    [
      'one in another',
      'a {{< note >}}{{< icon b >}}{{< /note >}}',
      '<p>a [note: [icon b</span></span></span></p>',
    ],
    ['a line between lines of text', 'a\n{{< icon >}}\nb', '<p>a\n[icon</span>\nb</p>'],
    ['in strong text', '**{{< icon >}}**', '<p><strong>[icon</span></strong></p>'],
    ['in a heading', '## A {{< icon >}}', '<h2 id="a-">A [icon</span></h2>'],
    ['in a table', '|a|\n|-|\n|{{< icon "x" >}}|', expect.stringContaining('<td>[icon x</span></td>')],
    ['in a footnote', 'a[^1]\n\n[^1]: {{< icon >}} b', expect.stringContaining('<p>[icon</span> b&#160;')],
  ])('%s', async (_, text, expected) => {
    expect(await boxesOf(`${text}\n`)).toEqual(expected);
  });
});

describe('inner content', () => {
  test.each([
    [
      'is Markdown with blocks of its own',
      '{{< note >}}\n## A\n\n- b\n{{< /note >}}',
      '[note: <h2 id="a">A</h2>\n<ul>\n<li>b</li>\n</ul>\n</div></div>',
    ],
    [
      'may hold calls, indented as writers do',
      '{{< note >}}\n    {{< note >}}\n        text\n    {{< /note >}}\n{{< /note >}}',
      '[note: [note: <p>text</p>\n</div></div>\n</div></div>',
    ],
    [
      'ends the paragraph around it where it has several lines',
      'before\n{{< note >}}\nin\n{{< /note >}}\nafter',
      '<p>before</p>\n[note: <p>in</p>\n</div></div>\n<p>after</p>',
    ],
    [
      'stands in a quote with its own marks',
      '> {{< note >}}\n> in\n> {{< /note >}}',
      '<blockquote>\n[note: <blockquote>\n<p>in</p>\n</blockquote>\n</div></div>\n</blockquote>',
    ],
    [
      'stands in a list',
      '- {{< note >}}\n  in\n  {{< /note >}}\n- b',
      '<ul>\n<li>\n[note: <p>in</p>\n</div></div>\n</li>\n<li>b</li>\n</ul>',
    ],
    [
      'of a call for code is code',
      '{{< highlight go >}}\na *b* <c>\n{{< /highlight >}}',
      '[highlight 1=go: <pre><code>a *b* &lt;c&gt;\n</code></pre>\n</div></div>',
    ],
    [
      'of a call for code is code with Windows line ends, too',
      '{{< highlight go\r\n >}}\r\na\r\nb\r\n{{< /highlight >}}\r\n',
      '[highlight 1=go: <pre><code>a\nb\n</code></pre>\n</div></div>',
    ],
    [
      'knows the links of the page',
      '{{< note >}}[a]{{< /note >}}\n\n[a]: /b',
      '[note: <p><a href="/b">a</a></p>\n</div></div>',
    ],
    [
      'stands between tags of HTML',
      '<div class="x">\n{{< note >}}\n*in*\n{{< /note >}}\n</div>',
      '<div class="x">\n[note: <p><em>in</em></p>\n</div></div>\n\n</div>',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await boxesOf(`${text}\n`)).toBe(expected);
  });
});

describe('tags that Hugo refuses are boxes that say why', () => {
  test.each([
    ['not closed', '{{< note >}}\n\nnext', '[note!not closed</div>\n<p>next</p>'],
    ['not opened', '{{< /note >}}', '[/note!closes nothing</div>'],
    ['half typed', '{{< icon na', '[icon!not finished 1=na</div>'],
    ['without a name', '{{<  >}}', '[?!without a name</div>'],
    [
      'closed in the wrong order, which Hugo takes',
      '{{< note >}}{{< box >}}x{{< /note >}}{{< /box >}}',
      '[note: [box: <p>x</p>\n</div></div>\n</div></div>',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await boxesOf(`${text}\n`)).toEqual(expected);
  });
});

describe('code', () => {
  test.each([
    [
      'shows the calls that Hugo makes in it as they are written',
      '```md\na {{< icon "x" >}}\n```',
      '<pre><code class="language-md">a <mark>{{&lt; icon &quot;x&quot; &gt;}}</mark>\n</code></pre>',
    ],
    ['between backticks, too', '`{{< icon >}}`', '<p><code><mark>{{&lt; icon &gt;}}</mark></code></p>'],
    ['indented, too', '    {{< icon >}}', '<pre><code><mark>{{&lt; icon &gt;}}</mark>\n</code></pre>'],
    [
      'shows a commented call as the call',
      '`{{</* icon "x" */>}}`',
      '<p><code>{{&lt; icon &quot;x&quot; &gt;}}</code></p>',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await boxesOf(`${text}\n`)).toBe(expected);
  });
});

describe('elsewhere', () => {
  test.each([
    ['a comment is the call it shows', 'a {{%/* icon */%}} b', '<p>a {{% icon %}} b</p>'],
    ['a link to a page leads to its file', '[a]({{< ref "about.md" >}})', '<p><a href="about.md">a</a></p>'],
    ['also by name', '[a]({{< relref path="about.md" >}})', '<p><a href="about.md">a</a></p>'],
    ['also in a tag', '<a href="{{< ref "about.md" >}}">a</a>', '<p><a href="about.md">a</a></p>'],
    [
      'a picture keeps what is written',
      '![{{< icon >}}]({{< icon >}})',
      '<p><img src="{{&lt; icon &gt;}}" alt="{{&lt; icon &gt;}}"></p>',
    ],
    ['so does a tag', '<div class="{{< icon "a" >}}">', '<div class="{{&lt; icon &quot;a&quot; &gt;}}">'],
  ])('%s', async (_, text, expected) => {
    expect(await boxesOf(`${text}\n`)).toBe(expected);
  });
});

describe('names and arguments are text, whatever they say', () => {
  test.each([
    ['a named argument', '{{< x a="<img src=x onerror=alert(1)>" >}}'],
    ['a positional one', '{{< x "<script>alert(1)</script>" >}}'],
    ['one in backticks', '{{< x `"><script>alert(1)</script>` >}}'],
    ['in running text', 'a {{< x `"><script>alert(1)</script>` >}}'],
    ['without a name', '{{< "<script>alert(1)</script>" >}}'],
    ['half typed', '{{< x "<script>alert(1)</script>'],
    ['in code', '`{{< x "<script>alert(1)</script>" >}}`'],
    ['in a fence', '```\n{{< x "</code><script>alert(1)</script>" >}}\n```'],
    ['in the words of a fence', '```{{< x "><script>alert(1)</script>" >}}\na\n```'],
    ['in an attribute', '<a title="{{< x `"><script>alert(1)</script>` >}}">b</a>'],
    ['in a link', '[a]({{< ref `"><script>alert(1)</script>` >}})'],
    ['in a picture', '![{{< x `"><script>alert(1)</script>` >}}](b)'],
    ['in a comment of HTML', '<!-- {{< x `--><script>alert(1)</script>` >}} -->'],
    ['in code content', 'a {{< highlight >}}</code><script>alert(1)</script>{{< /highlight >}}'],
  ])('%s', async (_, text) => {
    const html = await bodyOf(`${text}\n`, { site });
    expect(html).not.toMatch(/<script|<img[^>]*onerror/);
    expect(html).toMatch(/alert|onerror|\{\{&lt;/);
  });
});

test('a text that holds the characters of a placeholder makes no box of them', async () => {
  expect(await boxesOf('{{< icon >}}\n\n\uef0a\uef00\uef0b\n')).toBe(
    '[icon</div>\n<p>\ufffd\ufffd\ufffd</p>',
  );
});

test('calls that stand too deep in one another are shown as they are written', async () => {
  const html = await bodyOf('{{< note >}}\n'.repeat(100) + '{{< /note >}}\n'.repeat(100), { site });
  expect(html.match(/role="group"/g)).toHaveLength(31);
  expect(html).toContain('<pre><code>{{&lt; note &gt;}}');
});

test('without raw HTML boxes stay, and tags around them do not', async () => {
  expect(shorten(await bodyOf('<div>\n{{< icon >}}\n</div>\n', { site: siteWith('') }))).toBe(
    '<!-- raw HTML omitted -->\n[icon</div>\n<!-- raw HTML omitted -->',
  );
});
