import { describe, expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { checkDiagnostics, codesOf, fixed, now, verdictsOf } from '../../../support/checks.ts';
import { hugo, pageOf, siteOf } from '../../../support/site.ts';

const site = siteOf('-- content/_index.md --\n');

test('a merge that was not finished is marked at both ends', () => {
  checkDiagnostics(
    `Ink.

<<<<<<< HEAD
^^^^^^^^^^^^ warning conflict-marker: Git has left this mark of a merge, and Hugo publishes it with both versions. Keep one of them, and remove the lines of <<<<<<<, ======= and >>>>>>>.
Paper.
=======
Papers.
>>>>>>> main
^^^^^^^^^^^^ warning conflict-marker: Git has left this mark of a merge, and Hugo publishes it with both versions. Keep one of them, and remove the lines of <<<<<<<, ======= and >>>>>>>.
`,
    { site },
  );
});

test.each([
  [
    'a blank before the address',
    'See [ink] (https://example.org/a).\n',
    'See [ink](https://example.org/a).\n',
  ],
  ['brackets the wrong way round', 'Ink:\n\n- See (ink)[/om/a/]\n', 'Ink:\n\n- See [ink](/om/a/)\n'],
  ['a text that does not end', 'See [ink(../a/) or not.\n', 'See [ink](../a/) or not.\n'],
  ['an address that does not end', 'See [ink](/om/a/.\n', 'See [ink](/om/a/).\n'],
  [
    'an address that ends with the cell',
    '| a |\n|---|\n| [ink](/om/a/ |\n',
    '| a |\n|---|\n| [ink](/om/a/) |\n',
  ],
  ['a doubled bracket', 'See [ink]((/om/a/) or not.\n', 'See [ink](/om/a/) or not.\n'],
  [
    'a doubled bracket in an argument',
    'Ink.\n{{< box title="[ink]((/om/a/)" />}}\n',
    'Ink.\n{{< box title="[ink](/om/a/)" />}}\n',
  ],
  ['a fence at the end', 'Ink:\r\n\r\n```\r\nprint()\r\n', 'Ink:\r\n\r\n```\r\nprint()\r\n```\r\n'],
  ['a blank that does not break before an item', 'Ink:\n\n-\u00A0Ink\n', 'Ink:\n\n- Ink\n'],
  ['dots of another encoding', 'Ink\u0085 and paper\n', 'Ink… and paper\n'],
  [
    'a phone number from a web page',
    'Call [+46](tel:+46) \u202D8-657\u202C\n',
    'Call [+46](tel:+46) 8-657\u202C\n',
  ],
  ['a line separator between words', 'Ink\u2028and paper\n', 'Ink and paper\n'],
])('the first fix of %s', (_, wrong, right) => {
  expect(fixed(wrong, { site })).toBe(right);
});

test.each([
  ['a footnote before brackets', 'Ink[^1] (/om/a/).\n\n[^1]: Ink.\n'],
  ['brackets after a list box', 'Ink:\n\n- [x] (see below)\n'],
  ['an address with brackets in it', '[Ink](https://example.org/wiki/Ink_(pen)) and\n'],
  ['a link in brackets', '([ink](https://example.org/a))\n'],
  ['code that shows a wrong link', 'Never `[a] (https://example.org/b)`.\n'],
  ['a block of code with marks of a merge', '```\n<<<<<<< HEAD\n>>>>>>> main\n```\n'],
  ['an underlined heading', 'Ink\n=======\n'],
  ['a block of code of four marks', '````\n```\n````\n'],
  ['an emoji that is joined', 'Ink 🙅\u200D♂️\n'],
  ['blanks without width in Thai', 'ภาษา\u200Bไทย\n'],
  ['text from right to left', '\u200Fשלום\u200F ink\n'],
  ['a soft hyphen', 'Molntjänst\u00ADleverantör\n'],
  ['a blank that does not break between words', 'Sidan\u00A04\n'],
  ['headings that skip, unless somebody asks', '## Ink\n\n#### Pens\n'],
  ['a picture without description, unless somebody asks', '![](https://example.org/a.png)\n'],
])('nothing of %s', (_, text) => {
  expect(codesOf(text, { site })).toEqual([]);
});

describe('attributes of a code block', () => {
  const block = (info: string): string => `Ink:\n\n\`\`\`${info}\nprint()\n\`\`\`\n`;

  test.each([
    ['js {1,3-4}', 'js {hl_lines=[1,"3-4"]}'],
    ['js{1}', 'js{hl_lines=[1]}'],
    ['js { }', 'js {}'],
    ['{r}', 'r'],
    ['{r, echo=FALSE}', 'r {echo=FALSE}'],
    ['{r setup}', 'r {setup=true}'],
    ['js {linenos}', 'js {linenos=true}'],
    ['js {linenos=}', 'js {linenos=true}'],
    ['js {hl_lines=1-3}', 'js {hl_lines=["1-3"]}'],
    ["js {hl_lines=['1-3',5]}", 'js {hl_lines=["1-3",5]}'],
    ['js {hl_lines=[1-3]}', 'js {hl_lines=["1-3"]}'],
    ['js {hl_lines="1,3"}', 'js {hl_lines=[1,3]}'],
    ["js {title='Blue ink' .a}", 'js {title="Blue ink" .a}'],
    ['js {title=Blue ink}', 'js {title="Blue ink"}'],
    ['js {title=“Ink”}', 'js {title="Ink"}'],
    ['js {title=src/ink.js, linenos=table}', 'js {title="src/ink.js", linenos=table}'],
    ['js {a=b;c=d}', 'js {a=b,c=d}'],
    ['js {a=null}', 'js {a="null"}'],
    ['js {linenos=1}', 'js {linenos=true}'],
  ])('%s becomes %s', (wrong, right) => {
    expect(fixed(block(wrong), { site })).toBe(block(right));
  });

  test.each([
    'js {a="}"}',
    'js {"a": "b"}',
    'js {tabwidth=x}',
    'js {noclasses=x}',
    'js {style=[1]}',
    `js {a=${'['.repeat(500)}}`,
  ])('nobody knows what %s means', (info) => {
    expect(codesOf(block(info), { site })).toEqual(['fence-attributes']);
    expect(check(site, pageOf(site, 'content/p.md', block(info)), now).flatMap(({ fixes }) => fixes)).toEqual(
      [],
    );
  });

  test.each([
    ['js'],
    ['js {.a #b c="d e"}'],
    ['js {linenos=table,hl_lines=[8,"15-17"],linenostart=199}'],
    ['js {hl_lines="1 3-4"}'],
    ['js {a={b=c}}'],
    ['js {1'],
    ['js {title="{{< ink >}}"}'],
  ])('nothing of %s', (info) => {
    expect(codesOf(block(info), { site: siteOf('-- layouts/shortcodes/ink.html --\nInk\n') })).toEqual([]);
  });

  test.each([
    [hugo('0.111.3'), []],
    [hugo('0.111.3', '0.168.0'), ['warning fence-attributes']],
    [hugo('0.112.0', undefined), ['error fence-attributes']],
  ])('are as bad as the releases of %j make them', (range, expected) => {
    const ranged = siteOf('-- content/_index.md --\n', { hugo: range });
    expect(verdictsOf(block('js {1}'), { site: ranged })).toEqual(expected);
  });

  test('are not looked at where Hugo does not read them', () => {
    const off = siteOf('-- hugo.toml --\n[markup.highlight]\ncodeFences = false\n');
    const raw = siteOf('-- layouts/shortcodes/raw.html --\n<pre>{{ .Inner }}</pre>\n');
    expect(codesOf(block('js {1}'), { site: off })).toEqual([]);
    expect(codesOf(`Ink.\n\n{{< raw >}}\n${block('js {1}')}{{< /raw >}}\n`, { site: raw })).toEqual([]);
  });

  test('belong to a render hook where there is one', () => {
    const hooked = siteOf('-- layouts/_default/_markup/render-codeblock.html --\n<pre>{{ .Inner }}</pre>\n');
    expect(codesOf(block('js {tabwidth=x hl_lines="1,3"}'), { site: hooked })).toEqual([]);
    expect(codesOf(block('js {1}'), { site: hooked })).toEqual(['fence-attributes']);
  });

  test('may be shown by a call, or not', () => {
    const boxed = siteOf('-- layouts/shortcodes/tab.html --\n<p>{{ .Inner | markdownify }}</p>\n', {
      hugo: hugo('0.152.2'),
    });
    expect(verdictsOf(`Ink.\n\n{{< tab >}}\n${block('js {1}')}{{< /tab >}}\n`, { site: boxed })).toEqual([
      'warning fence-attributes',
    ]);
  });
});
