import { expect, test } from 'vitest';
import { checkDiagnostics, codesOf, fixed } from '../../../support/checks.ts';
import { siteOf } from '../../../support/site.ts';

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
