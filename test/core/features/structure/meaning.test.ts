// What the site says of names on a page: colors for what it knows, and names for arguments that have none.
import { expect, test } from 'vitest';
import { argumentHints } from '../../../../server/src/core/features/structure/inlayHints.ts';
import { semanticTokens } from '../../../../server/src/core/features/structure/semanticTokens.ts';
import { range } from '../../../../server/src/core/text/range.ts';
import { pageOf, siteOf } from '../../../support/site.ts';
import { openPage, pier } from './structure.ts';

function tokens(text: string, site = pier): string[] {
  return semanticTokens(site, pageOf(site, 'content/a.md', text)).map(
    ({ range: { start, end }, type, isOfHugo }) =>
      [type, text.slice(start, end), ...(isOfHugo ? ['of Hugo'] : [])].join(' '),
  );
}

test.each([
  [
    'keys that Hugo or a template reads',
    '---\ntitle: a\nmood: b\nmod: c\ntags: [d]\n---\n',
    ['property title of Hugo', 'property mood', 'property tags'],
  ],
  [
    'all keys of a map that is read as a whole',
    '---\nfacts:\n  length: 3\nothers:\n  a: 1\n---\n',
    ['property facts', 'property length'],
  ],
  [
    'keys of Hugo below its own',
    '---\nsitemap:\n  priority: 1\n---\n',
    ['property sitemap of Hugo', 'property priority of Hugo'],
  ],
  [
    'shortcodes and the arguments that they read',
    '{{< box color="a" colr="b" >}}x{{< /box >}}',
    ['function box', 'parameter color', 'function box'],
  ],
  ['shortcodes of Hugo', '{{< figure src="a" >}}', ['function figure of Hugo', 'parameter src of Hugo']],
  ['no shortcode that does not exist', '{{< bxo color="a" >}}', []],
  ['nothing in comments', '{{</* box */>}}', []],
])('colors %s', (_, text, expected) => {
  expect(tokens(text)).toEqual(expected);
});

test('nothing has a color while templates are being read', () => {
  expect(tokens('---\ntitle: a\n---\n{{< figure >}}', siteOf('', { isReading: true }))).toEqual([]);
});

test('only what is seen has a color', () => {
  const text = '{{< box >}}a{{< /box >}}\n{{< figure >}}';
  const seen = semanticTokens(pier, openPage(text), range(text.indexOf('{{< figure'), text.length));
  expect(seen.map((token) => token.range.start)).toEqual([text.indexOf('figure')]);
});

function hints(text: string): string[] {
  return argumentHints(pier, openPage(text), range(0, text.length)).map(
    ({ offset, name }) => `${name}: ${text.slice(offset, offset + 6)}`,
  );
}

test.each([
  ['a name that the template reads as well', '{{< boat "Tern" >}}', ['name: "Tern"']],
  ['no name where there is one', '{{< boat name="Tern" >}}', []],
  ['the variable that holds it', '{{< mast "Tern" 3 4 >}}', ['color: "Tern"', 'height: 3 4 >}']],
  ['no name that nobody knows', '{{< boat "Tern" 3 >}}', ['name: "Tern"']],
  ['no name that says the same as the value', '{{< boat name >}}', []],
])('an argument has %s in front of it', (_, text, expected) => {
  expect(hints(text)).toEqual(expected);
});
