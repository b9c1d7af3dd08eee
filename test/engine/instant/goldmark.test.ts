// What Hugo 0.111.3 makes of these texts, but for line ends and for entities in the place of characters.
import { describe, expect, test } from 'vitest';
import { bodyOf, siteWith } from './render.ts';

const unsafe = siteWith('[markup.goldmark.renderer]\nunsafe = true');

describe('headings have the ids that Hugo gives them', () => {
  test.each([
    ['words', '## Hello World', '<h2 id="hello-world">Hello World</h2>'],
    ['signs', '## 1.2.3 Numbers!', '<h2 id="123-numbers">1.2.3 Numbers!</h2>'],
    ['other letters', '## Åland_ö-x', '<h2 id="åland_ö-x">Åland_ö-x</h2>'],
    [
      'markup counts as written',
      '## [Foo](http://x.y) *em*',
      '<h2 id="foohttpxy-em"><a href="http://x.y">Foo</a> <em>em</em></h2>',
    ],
    ['nothing left', '## ???', '<h2 id="heading">???</h2>'],
    ['twice', '# a\n# a\n# a', '<h1 id="a">a</h1>\n<h1 id="a-1">a</h1>\n<h1 id="a-2">a</h1>'],
    [
      'twice, with the number taken',
      '# a-1\n# a\n# a',
      '<h1 id="a-1">a-1</h1>\n<h1 id="a">a</h1>\n<h1 id="a-2">a</h1>',
    ],
    ['underlined, the last line counts', 'A b\nc d\n===', '<h1 id="c-d">A b\nc d</h1>'],
    ['its own', '## A {#my-id .x data-y="z w"}', '<h2 id="my-id" class="x" data-y="z w">A</h2>'],
    ['no list of attributes', '## A {b}', '<h2 id="a-b">A {b}</h2>'],
    ['no handlers', '## A {.x onclick="y"}', '<h2 class="x" id="a">A</h2>'],
  ])('%s', async (_, text, expected) => {
    expect(await bodyOf(`${text}\n`)).toBe(expected);
  });

  test.each([
    ['none', 'autoHeadingID = false', '<h2>Ål</h2>'],
    ['in ASCII', 'autoHeadingIDType = "github-ascii"', '<h2 id="al">Ål</h2>'],
    ['as Blackfriday made them', 'autoHeadingIDType = "blackfriday"', '<h2 id="ål">Ål</h2>'],
  ])('by configuration: %s', async (_, setting, expected) => {
    const site = siteWith(`[markup.goldmark.parser]\n${setting}`);
    expect(await bodyOf('## Ål\n', { site })).toBe(expected);
  });
});

/** The switch, a text, what it is with the switch on (Hugo's default but for `block`), and off. */
const switches = [
  ['extensions', 'strikethrough', '~~a~~', '<p><del>a</del></p>', '<p>~~a~~</p>'],
  [
    'extensions',
    'table',
    '|a|b|\n|-|:-:|\n|1|2|',
    '<table>\n<thead>\n<tr>\n<th>a</th>\n<th style="text-align:center">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td style="text-align:center">2</td>\n</tr>\n</tbody>\n</table>',
    '<p>|a|b|\n|-|:-:|\n|1|2|</p>',
  ],
  [
    'extensions',
    'linkify',
    'https://a.b www.c.se d.e',
    '<p><a href="https://a.b">https://a.b</a> <a href="https://www.c.se">www.c.se</a> d.e</p>',
    '<p>https://a.b www.c.se d.e</p>',
  ],
  [
    'extensions',
    'taskList',
    '- [ ] *a*\n- [x]b',
    '<ul>\n<li><input disabled="" type="checkbox"> <em>a</em></li>\n<li><input checked="" disabled="" type="checkbox"> b</li>\n</ul>',
    '<ul>\n<li>[ ] <em>a</em></li>\n<li>[x]b</li>\n</ul>',
  ],
  ['extensions', 'definitionList', 'a\n: b', '<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>', '<p>a\n: b</p>'],
  [
    'extensions',
    'typographer',
    `"a" -- it's... --- << (c)`,
    '<p>“a” – it’s… — « (c)</p>',
    `<p>&quot;a&quot; -- it's... --- &lt;&lt; (c)</p>`,
  ],
  [
    'extensions',
    'footnote',
    'a[^x] b[^x]\n\n[^x]: c',
    `<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> b<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>
<div class="footnotes" role="doc-endnotes">
<hr>
<ol>
<li id="fn:1">
<p>c&#160;<a href="#fnref:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>&#160;<a href="#fnref1:1" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a></p>
</li>
</ol>
</div>`,
    '<p>a<a href="c">^x</a> b<a href="c">^x</a></p>',
  ],
  ['renderer', 'hardWraps', 'a\nb', '<p>a<br>\nb</p>', '<p>a\nb</p>'],
  ['renderer', 'xhtml', 'a\n\n---', '<p>a</p>\n<hr />', '<p>a</p>\n<hr>'],
  [
    'renderer',
    'unsafe',
    '<b>x</b> [a](javascript:b)\n\n<div>\nc\n</div>',
    '<p><b>x</b> <a href="javascript:b">a</a></p>\n<div>\nc\n</div>',
    '<p><!-- raw HTML omitted -->x<!-- raw HTML omitted --> <a href="">a</a></p>\n<!-- raw HTML omitted -->',
  ],
  ['parser.attribute', 'title', '## A {.x}', '<h2 class="x" id="a">A</h2>', '<h2 id="a-x">A {.x}</h2>'],
  [
    'parser.attribute',
    'block',
    '> a\n{.x}\n\nb\n{#y}\n\n- c\n{.z data-w=1}',
    '<blockquote class="x">\n<p>a</p>\n</blockquote>\n<p id="y">b</p>\n<ul class="z" data-w="1">\n<li>c</li>\n</ul>',
    '<blockquote>\n<p>a\n{.x}</p>\n</blockquote>\n<p>b\n{#y}</p>\n<ul>\n<li>c\n{.z data-w=1}</li>\n</ul>',
  ],
] as const;

describe('the site switches what Markdown can do', () => {
  test.each(switches)('markup.goldmark.%s.%s', async (table, name, text, on, off) => {
    const withSwitch = (value: boolean): Promise<string> =>
      bodyOf(`${text}\n`, { site: siteWith(`[markup.goldmark.${table}]\n${name} = ${value}`) });
    expect([await withSwitch(true), await withSwitch(false)]).toEqual([on, off]);
  });

  const offByDefault = ['hardWraps', 'xhtml', 'unsafe', 'block'];

  test.each(switches)('markup.goldmark.%s.%s has the default of Hugo', async (_, name, text, on, off) => {
    expect(await bodyOf(`${text}\n`)).toBe(offByDefault.includes(name) ? off : on);
  });

  test.each([
    ['a table that disables', 'typographer = { disable = true }', '&quot;a&quot;'],
    [
      'a table that chooses marks',
      'typographer = { leftDoubleQuote = "&laquo;", rightDoubleQuote = "»" }',
      '«a»',
    ],
    ['in another case', 'Typographer = false', '&quot;a&quot;'],
  ])('%s', async (_, setting, expected) => {
    const site = siteWith(`[markup.goldmark.extensions]\n${setting}`);
    expect(await bodyOf('"a"\n', { site })).toBe(`<p>${expected}</p>`);
  });
});

describe('as Goldmark has it', () => {
  test.each([
    ['no inline footnotes', 'a^[b]', '<p>a^[b]</p>'],
    [
      'an address stays an address',
      '<https://a.b/c--d>',
      '<p><a href="https://a.b/c--d">https://a.b/c--d</a></p>',
    ],
    ['mail', 'x@y.se', '<p><a href="mailto:x@y.se">x@y.se</a></p>'],
    ['dots at the end of a link', 'See www.a.se.', '<p>See <a href="https://www.a.se">www.a.se</a>.</p>'],
    [
      'pictures by their written address',
      '![a](b c.png)\n\n![d](e.png "f")',
      '<p>![a](b c.png)</p>\n<p><img src="e.png" alt="d" title="f"></p>',
    ],
    [
      'a fence with options',
      '```go {linenos=true}\nx\n```',
      '<pre><code class="language-go">x\n</code></pre>',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await bodyOf(`${text}\n`, { site: unsafe })).toBe(expected);
  });
});
