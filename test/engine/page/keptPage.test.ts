import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishPage, KeptPage, Sheets } from '../../../server/src/engine/page/finish.ts';
import type { FinishedPage, FinishOptions } from '../../../server/src/engine/page/finish.ts';
import { markOf } from '../../../server/src/engine/page/mark.ts';
import { dangersIn } from './dangers.ts';
import { payloadsWith } from './payloads.ts';
import { seed } from '../../support/seed.ts';

const css = 'p{color:red}'.repeat(200);

const usual: FinishOptions = {
  permalink: 'https://site.example/posts/a/',
  resourceBase: 'https://resource.example',
  remote: false,
  scripts: undefined,
  resolve: (path) => ({ kind: 'file', uri: `file:///site/static${encodeURI(path)}` }),
  read: (resources) => Promise.resolve(resources.map(() => new TextEncoder().encode(css))),
  say: ({ template }) => template,
};

/** The page as it is made after another one, and as it is made alone; `isQuick` tells that all but one text was used again. */
async function change(
  before: string,
  after: string,
  options: Partial<FinishOptions> = {},
): Promise<{ readonly page: FinishedPage; readonly whole: FinishedPage; readonly isQuick: boolean }> {
  const memory = { kept: new KeptPage<FinishedPage>(), sheets: new Sheets() };
  const first = await finishPage(before, { ...usual, ...memory });
  const page = await finishPage(after, { ...usual, ...memory, ...options });
  const whole = await finishPage(after, { ...usual, sheets: new Sheets(), ...options });
  return { page, whole, isQuick: page.sheets === first.sheets };
}

type Stroke = readonly [name: string, before: string, after: string];

const within: readonly Stroke[] = [
  ['a letter at the end', '<p>Hell</p>', '<p>Hello</p>'],
  ['a letter at the start', '<p>ello</p>', '<p>Hello</p>'],
  ['a letter like the one before', '<p>Helo</p>', '<p>Hello</p>'],
  ['a letter taken away', '<p>Hello</p>', '<p>Helo</p>'],
  ['a word in place of another', '<p>a small world</p>', '<p>a whole new world</p>'],
  ['text beside an element', '<p>one <b>two</b> three</p>', '<p>one <b>two</b> three four</p>'],
  ['text in a link', '<a href="/a/">her</a>', '<a href="/a/">here</a>'],
  ['text in a cell', '<table><tr><td>a</td></tr></table>', '<table><tr><td>ab</td></tr></table>'],
  ['text in a table, which stands before it', '<table>a<tr><td>b</table>', '<table>ac<tr><td>b</table>'],
  ['a character reference', '<p>a b</p>', '<p>a &amp; b</p>'],
  ['one that is not finished', '<p>a b</p>', '<p>a &am b</p>'],
  ['one that is no longer one', '<p>it&rsquo;s</p>', '<p>it&rsqu;s</p>'],
  ['a sign that is written with one', '<p>a</p>', '<p>a\u00a0></p>'],
  ['text behind a mark', `<p>${markOf(3)}Hello</p>`, `<p>${markOf(3)}Hello you</p>`],
  [
    'text that is cleaned around it',
    '<p onclick="x()">a</p><script>x()</script>',
    '<p onclick="x()">ab</p><script>x()</script>',
  ],
  [
    'text beside a style sheet',
    '<link rel=stylesheet href=/a.css><p>a</p>',
    '<link rel=stylesheet href=/a.css><p>ab</p>',
  ],
  ['text in an element that goes', '<marquee><b>a</b></marquee>', '<marquee><b>ab</b></marquee>'],
];

const beyond: readonly Stroke[] = [
  ['nothing', '<p>a</p>', '<p>a</p>'],
  ['the first letter', '<p></p>', '<p>a</p>'],
  ['the only letter', '<p>a</p>', '<p></p>'],
  ['an element', '<p>a b</p>', '<p>a <b>b</b></p>'],
  ['an element that is not finished', '<p>a b</p>', '<p>a <b</p>'],
  ['the end of one', '<p>a b</p>', '<p>a</p> b</p>'],
  ['two places', '<p>a</p><p>b</p>', '<p>ac</p><p>bc</p>'],
  ['an attribute', '<p title="ab">ab</p>', '<p title="abc">ab</p>'],
  ['an attribute that looks like text', '<p title="<b>ab</b>">ab</p>', '<p title="<b>abc</b>">ab</p>'],
  ['a comment', '<!-- <b>ab</b> --><p>ab</p>', '<!-- <b>abc</b> --><p>ab</p>'],
  ['the title', '<title>a</title><p>a</p>', '<title>a &lt;b</title><p>a</p>'],
  ['a style sheet', '<style>a>b{}</style>', '<style>a>b{color:red}</style>'],
  ['a script', '<script>"<b>a</b>"</script>', '<script>"<b>ab</b>"</script>'],
  ['a text area', '<textarea>a</textarea>', '<textarea>ab</textarea>'],
  ['a picture', '<svg><text>a</text></svg>', '<svg><text>ab</text></svg>'],
  ['data in a picture', '<svg><![CDATA[>a]]></svg>', '<svg><![CDATA[>a&amp;]]></svg>'],
  ['blanks', '<p> </p>', '<p>  </p>'],
  ['blanks that become text', '<table> <tr></table>', '<table> a<tr></table>'],
  ['blanks before a text', '<html> a</html>', '<html>  a</html>'],
  ['another line', `<p>${markOf(3)}Hello</p>`, `<p>${markOf(4)}Hello</p>`],
  ['a mark', '<p>a</p>', `<p>a${markOf(4)}</p>`],
  ['a line end that a browser reads as another', '<p>a</p>', '<p>a\r</p>'],
  ['a character that no page has', '<p>a</p>', '<p>a\0</p>'],
  ['the first line of code', '<pre>\na</pre>', '<pre>\nab</pre>'],
  ['text without an end', '<p>a', '<p>ab'],
];

describe('a page that differs from the one before in a text', () => {
  it.each(within)('is made from it: %s', async (_name, before, after) => {
    const { page, whole, isQuick } = await change(`${before}<p>x</p>`, `${after}<p>x</p>`);
    expect(page).toEqual(whole);
    expect(isQuick).toBe(true);
  });

  it('is compared with the last one that was made as a whole', async () => {
    const kept = new KeptPage<FinishedPage>();
    for (const text of ['<p>a</p><p>b</p>', '<p>ac</p><p>b</p>', '<p>a</p><p>bc</p>', '<p>ac</p><p>bc</p>']) {
      expect(await finishPage(text, { ...usual, kept })).toEqual(await finishPage(text, usual));
    }
  });
});

describe('a page that differs in more', () => {
  it.each(beyond)('is made as a whole: %s', async (_name, before, after) => {
    const { page, whole, isQuick } = await change(before, after);
    expect(page).toEqual(whole);
    expect(isQuick).toBe(false);
  });

  it.each<readonly [string, Partial<FinishOptions>]>([
    ['a file', { read: (resources) => Promise.resolve(resources.map(() => new Uint8Array())) }],
    ['the address', { permalink: 'https://site.example/posts/b/' }],
    ['what is let in', { remote: true }],
    ['that scripts run', { scripts: { nonce: 'N0' }, resourceBase: '' }],
  ])('is made as a whole: %s', async (_name, options) => {
    const page = '<link rel=stylesheet href=/a.css><img src="a.png"><p>a</p>';
    const { page: changed, whole, isQuick } = await change(page, page.replace('a</p>', 'ab</p>'), options);
    expect(changed).toEqual(whole);
    expect(isQuick).toBe(false);
  });
});

/** What a page is made of, and what makes a parser turn. */
const piece = fc.constantFrom(
  ...[
    'a',
    'b c',
    ' ',
    '\n',
    '\r',
    '\0',
    '&',
    '&amp;',
    '&lt',
    ';',
    '<',
    '>',
    '/',
    '"',
    '=',
    '\u00a0',
    '𝒜',
    '\ud800',
  ],
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<br>',
    '<a href="/x/">',
    '</a>',
    '<pre>',
    '</pre>',
    '<table>',
    '<tr>',
    '<td>',
  ],
  ...[
    '</table>',
    '<select>',
    '<option>',
    '</select>',
    '<ul><li>',
    '<body>',
    '</body>',
    '</html>',
    '<frameset>',
  ],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<svg>',
    '<desc>',
    '</svg>',
    '<math><mi>',
    '</math>',
    '<?x>',
    '<!x>',
    '</x>',
  ],
  ...['<title>', '</title>', '<textarea>', '</textarea>', '<script>', '</script>', '<style>', '</style>'],
  ...[
    '<noscript>',
    '</noscript>',
    '<iframe>',
    '</iframe>',
    '<template>',
    '</template>',
    '<xmp>',
    '<plaintext>',
  ],
  ...[markOf(1), markOf(2), markOf(12).slice(0, 2)],
);
const soup = (most: number): fc.Arbitrary<string> =>
  fc.array(piece, { maxLength: most }).map((pieces) => pieces.join(''));

/** Pages, and edits of them: where (as a part of the whole), how much goes, and what comes. */
const page = fc.oneof(
  soup(30),
  fc.constantFrom(...[...within, ...beyond].map(([, before]) => before)),
  fc.constantFrom(...payloadsWith().map(({ html }) => `<p>before</p>${html}<p>after</p>`)),
);
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(3),
  added: fc.oneof(fc.constantFrom('a', 'b', ' ', 'c d', '&amp;', ''), soup(3)),
});

describe('any page', () => {
  it('is the same after others as it is alone', async () => {
    await fc.assert(
      fc.asyncProperty(page, fc.array(edit, { minLength: 1, maxLength: 4 }), async (start, edits) => {
        const kept = new KeptPage<FinishedPage>();
        let source = start;
        await finishPage(source, { ...usual, kept });
        for (const { at, removed, added } of edits) {
          const from = Math.floor(at * source.length);
          source = source.slice(0, from) + added + source.slice(from + removed);
          const { html, placed, notes } = await finishPage(source, { ...usual, kept });
          const whole = await finishPage(source, usual);
          expect({ html, placed, notes }).toEqual({
            html: whole.html,
            placed: whole.placed,
            notes: whole.notes,
          });
          expect(dangersIn(html)).toEqual(dangersIn(whole.html));
        }
      }),
      { seed, numRuns: 3_000 },
    );
  }, 60_000);
});
