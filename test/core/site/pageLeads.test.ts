import { expect, test } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { longestLead, mostLeads } from '../../../server/src/core/site/pageLeads.ts';
import { toPageRecord } from '../../../server/src/core/site/pageRecord.ts';

const file = { path: 'a.md', language: 'en', section: '', bundle: 'none', baseName: 'a' } as const;

function leadsOf(text: string): readonly string[] | undefined {
  return toPageRecord('file:///s/content/a.md', file, text, unknownHugo).leads;
}

test.each([
  ['a link', 'See [ink](/ink/).', ['/ink/']],
  ['a link with a title', '[a]( /ink/ "Ink")', ['/ink/']],
  ['a link with blanks in it', '[a](<my file.pdf>)', ['my file.pdf']],
  ['a link with parentheses in it', '[a](/ink_(black)/?a=1#b)', ['/ink_(black)/?a=1#b']],
  ['a picture that is a link', '[![a](sky.jpg)](../sea/)', ['sky.jpg', '../sea/']],
  ['a link over two lines', '[a](\n/ink/\n)', ['/ink/']],
  ['a definition', '[a]: /ink/ "Ink"\n[b]:\n  <b c>', ['/ink/', 'b c']],
  [
    'an address by itself',
    'At https://example.org/a, or <http://example.org/b>.',
    ['https://example.org/a', 'http://example.org/b'],
  ],
  ['one address twice', '[a](/ink/) [b](/ink/)', ['/ink/']],
  [
    'HTML',
    '<A HREF="/a/"><img src = \'b c.png\' alt="x > y" srcset="c.png 1x, d.png 2x"><video poster=e.png>',
    ['/a/', 'b c.png', 'e.png', 'c.png', 'd.png'],
  ],
  ['a background of HTML', '<div style="background: url(\'/a.png\')">', ['/a.png']],
  [
    'references',
    '{{< ref "Ink" >}} [a]({{% relref path="ink.md#b" lang="sv" %}})',
    ['Ink', 'ink.md#b', 'sv', '{{%'],
  ],
  [
    'arguments of shortcodes',
    '{{< card link="/a/" title="A title" img=b.png anchor="#c" >}}',
    ['/a/', 'b.png', '#c'],
  ],
  ['Markdown in arguments', '{{< card text="See [ink](/ink/)" >}}', ['See [ink](/ink/)', '/ink/']],
  ['what is in code, too', '```\n[a](/b/)\n```', ['/b/']],
])('the address of %s is in the index', (_, text, leads) => {
  expect(new Set(leadsOf(text))).toEqual(new Set(leads));
});

test.each([
  ['plain text', 'An array[0] = 1; (a) and [b] and c: d'],
  ['front matter', '---\nlink: /a/\nimage: [b](c)\n---\n'],
  ['other arguments', '{{< card title="A title" 12 >}}'],
  ['what is too long for an address', `[a](${'b'.repeat(longestLead + 1)})`],
  ['other attributes', '<a class="a/b" data-x=c.d>'],
])('%s is not', (_, text) => {
  expect(leadsOf(text)).toBeUndefined();
});

test('a page made by a program keeps so many', () => {
  const many = Array.from({ length: mostLeads + 9 }, (_, index) => `[a](/${String(index)}/)`).join(' ');
  expect(leadsOf(many)).toHaveLength(mostLeads);
});
