import { describe, expect, it } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../../server/src/core/site/pageDocument.ts';
import { callEnd, callStart } from '../../../server/src/engine/page/callNodes.ts';
import { snippetPage, toHoverMarkdown } from '../../../server/src/engine/page/snippet.ts';
import { payloadsWith } from './payloads.ts';

const body = `${callStart}\n\n{{< x >}}\n\n${callEnd}\n`;

describe('a page of one call', () => {
  const cases: readonly (readonly [name: string, page: string, expected: string])[] = [
    ['keeps the front matter', '---\ntitle: a\n---\nText', `---\ntitle: a\n---\n${body}`],
    ['needs some', 'Text', `---\n---\n${body}`],
    ['closes its line', '+++\n+++', `+++\n+++\n${body}`],
    ['does without a header that is not closed', '---\ntitle: a\nText', `---\n---\n${body}`],
  ];
  it.each(cases)('%s', (_name, page, expected) => {
    expect(snippetPage('{{< x >}}', new PageDocument('a.md', page, unknownHugo))).toBe(expected);
  });
});

const layout = (html: string): string =>
  `<html><head><title>T</title></head><body><nav>Menu</nav><main><p>${callStart}</p>\n${html}\n<p>${callEnd}</p></main><footer>F</footer></body></html>`;

const cases: readonly (readonly [name: string, html: string, expected: string])[] = [
  ['text', '<p>One <b>two</b> <i>three</i></p><p>Four</p>', 'One **two** *three*\n\nFour'],
  ['a heading', '<h2>One</h2>two', '#### One\n\ntwo'],
  [
    'links',
    '<a href="https://a.se/b c">x</a> <a href="/y">y</a> <a href="javascript:z()">z</a>',
    '[x](https://a.se/b%20c) y z',
  ],
  [
    'pictures',
    '<img src="https://a.se/b.png" alt="x"> <img src="/c.png" alt="y">',
    '![x](https://a.se/b.png) y',
  ],
  ['lists', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>', '- a\n- b\n   \n   - c'],
  [
    'a table',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>c|d</td><td></td></tr></table>',
    '| a | b |\n| --- | --- |\n| c\\|d |  |',
  ],
  ['code', '<pre><code>a`b\n</code></pre><p><code>x`y</code></p>', '```\na`b\n```\n\n`` x`y ``'],
  ['a frame', '<div><iframe src="https://www.youtube.com/embed/x"></iframe></div>', '▶ youtube.com'],
  ['what would be Markdown', '<p>*a* [b](c) &lt;img&gt; # d</p>', '\\*a\\* \\[b\\](c) \\<img\\> \\# d'],
  ['nothing', '<script>x</script><style>y</style>', ''],
];

describe('a rendered call in a hover', () => {
  it.each(cases)('shows %s', (_name, html, expected) => {
    expect(toHoverMarkdown(layout(html)).replace(/ +$/gm, '')).toBe(expected.replace(/ +$/gm, ''));
  });

  it('shows local pictures by their file', () => {
    const html = layout('<img src="/a b.png" alt="x">');
    expect(toHoverMarkdown(html, { pictureUri: (address) => `file:///site/static${address}` })).toBe(
      '![x](file:///site/static/a%20b.png)',
    );
  });

  it('is cut at a block', () => {
    expect(toHoverMarkdown(layout('<p>one</p><p>two</p><p>three</p>'), { longest: 11 })).toBe(
      'one\n\ntwo\n\n…',
    );
  });

  it.each(payloadsWith().map(({ name, html }) => [name, html]))('holds no HTML: %s', (_name, html) => {
    const text = toHoverMarkdown(layout(html));
    expect(text.replace(/```[\s\S]*?```|`[^`]*`/g, '').replace(/\\[<>]/g, '')).not.toMatch(
      /<|\]\((?!https:|mailto:)/,
    );
  });
});
