import { describe, expect, test } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import type { MarkdownStructure } from '../../../server/src/core/markdown/types.ts';
import { PageDocument } from '../../../server/src/core/site/pageDocument.ts';
import { textOf } from '../../../server/src/core/text/range.ts';

const head = '---\ntitle: Mjöl\n---\n';

function structure(body: string, path = 'p.md'): { at: MarkdownStructure; text: string } {
  const page = new PageDocument(`file:///${path}`, head + body, unknownHugo);
  return { at: page.markdown, text: page.text };
}

/** Each link as its form, the text between its brackets and what its destination covers. */
function linksOf(body: string, path?: string): string[] {
  const { at, text } = structure(body, path);
  return at.links.map(
    (link) =>
      `${link.isImage ? '!' : ''}${link.form} ${link.text === undefined ? '-' : textOf(text, link.text)} ${textOf(text, link.destination.range)}`,
  );
}

describe('links', () => {
  test.each([
    ['a link', 'Å [b](/c/) d', ['inline b /c/']],
    ['a link with a title', '[b](/c/ "d (e)")', ['inline b /c/']],
    ['a destination in points', '[b](</c d/>)', ['inline b /c d/']],
    ['an empty destination', '[b]()', ['inline b ']],
    ['parentheses in a destination', '[b](/c_(d)) e)', ['inline b /c_(d)']],
    ['a picture', '![b](c.png)', ['!inline b c.png']],
    ['a picture in a link', '[![b](c.png)](/d/)', ['inline ![b](c.png) /d/', '!inline b c.png']],
    ['a link in a link: the inner one', '[a [b](/c/) d](/e/)', ['inline b /c/']],
    ['a link in the text of a picture: none', '![a [b](/c/)](d.png)', ['!inline a [b](/c/) d.png']],
    [
      'a reference',
      '[b][c] [c] [c][]\n\n[c]: /d/ "e"',
      ['reference b /d/', 'reference c /d/', 'reference c /d/'],
    ],
    ['a label in other letters', '[Å  b]\n\n[å b]: /d/', ['reference Å  b /d/']],
    ['a label that is not defined', '[b][c] [d] [e][]', []],
    ['an autolink', '<https://a.se/> <b@c.se>', ['autolink - https://a.se/', 'autolink - b@c.se']],
    ['an address', 'See https://a.se/b, or (www.c.se).', ['bare - https://a.se/b', 'bare - www.c.se']],
    ['an address in a link', '[see https://a.se/](/b/)', ['inline see https://a.se/ /b/']],
    ['a code span', '`[b](/c/)` ``[d`](/e/)``', []],
    ['a code span that does not close', '`[b](/c/)', ['inline b /c/']],
    ['an escaped bracket', '\\[b](/c/) [d\\](/e/)', []],
    ['a blank before the parenthesis', '[b] (/c/)', []],
    ['a code block', '```\n[b](/c/)\n```\n\n    [d](/e/)\n', []],
    ['two lines', '> - a [b\n>   c](/d/\n>   "e")', ['inline b\n>   c /d/']],
    ['a table', '| a | b |\n|---|---|\n| [c](/d/) | x \\| [e](/f/) |', ['inline c /d/', 'inline e /f/']],
    ['a heading', '## [b](/c/) ##', ['inline b /c/']],
    ['carriage returns', 'a\r\n[b](/c/)\r\n\r\n[d](/e/)\r\n', ['inline b /c/', 'inline d /e/']],
    ['a note', 'a[^1]\n\n[^1]: https://a.se', ['bare - https://a.se']],
    ['a shortcode in the text', '[a {{< b >}} c](/d/)', ['inline a {{< b >}} c /d/']],
    ['a shortcode as destination', '[a]({{< ref "b c" >}})', ['inline a {{< ref "b c" >}}']],
    ['a tag over lines', '{{< b\n  c="]" >}} [d](/e/)', ['inline d /e/']],
  ])('%s', (_, body, expected) => {
    expect(linksOf(body)).toEqual(expected);
  });

  test.each([
    ['HTML in text', 'a <a href="/b/" class=c>d</a>', ['html - /b/']],
    [
      'a block of HTML',
      '<div>\n<img src=a.png srcset="b.png 1x, c.png 2x">\n</div>',
      ['!html - a.png', '!html - b.png', '!html - c.png'],
    ],
    ['a comment', '<!-- <a href="/b/"> [c](/d/) -->', []],
    ['a script', '<script>\n"<a href=/b/>"\n</script>', []],
    ['half a tag', '<a href="/b/ [c](/d/)', ['inline c /d/']],
  ])('%s', (_, body, expected) => {
    expect(linksOf(body)).toEqual(expected);
  });

  test('a page in HTML', () => {
    expect(linksOf('<a href="/b/">[c](/d/)</a>', 'p.html')).toEqual(['html - /b/']);
  });

  test('a page in another format', () => {
    expect(linksOf('[b](/c/)', 'p.adoc')).toEqual([]);
  });

  test('what a destination says', () => {
    const { at } = structure('[a](/b\\_c/?d&amp;e%20f) [g](/{{< h >}}/)');
    expect(
      at.links.map(({ destination: { value, hasShortcode } }) => [hasShortcode || value, hasShortcode]),
    ).toEqual([
      ['/b_c/?d&e%20f', false],
      [true, true],
    ]);
  });
});

test('headings', () => {
  const { at, text } = structure('# A `b`\n\nC\n===\n\n## D {#e .f}\n> ### G {h}\n####### i\n#j\n');
  expect(
    at.headings.map((each) => [
      each.level,
      each.isUnderlined,
      textOf(text, each.text),
      each.id?.value,
      textOf(text, each.range),
    ]),
  ).toEqual([
    [1, false, 'A `b`', undefined, '# A `b`'],
    [1, true, 'C', undefined, 'C\n==='],
    [2, false, 'D', 'e', '## D {#e .f}'],
    [3, false, 'G {h}', undefined, '> ### G {h}'],
  ]);
  expect(at.headings.map(({ id }) => id && textOf(text, id.range))).toEqual([
    undefined,
    undefined,
    'e',
    undefined,
  ]);
});

test('fences', () => {
  const { at, text } = structure('```go {a=1}\nb\n````  \n\n- ~~~\n  c\n\nd\n\n```\n``` e\n');
  expect(
    at.fences.map(({ open, close, info, marks }) => [
      textOf(text, open),
      marks,
      textOf(text, info),
      close && textOf(text, close),
    ]),
  ).toEqual([
    ['```go {a=1}', '```', 'go {a=1}', '````'],
    ['~~~', '~~~', '', undefined],
    ['```', '```', '', undefined],
  ]);
});

test('code and comments', () => {
  const { at, text } = structure('a `b` <!-- c -->\n\n    d\n\n```\ne\n```\n\n<!--\nf\n-->\n');
  expect(at.verbatim.map(({ kind, range }) => [kind, textOf(text, range)])).toEqual([
    ['span', '`b`'],
    ['comment', '<!-- c -->'],
    ['indented', '    d'],
    ['fence', '```\ne\n```'],
    ['comment', '<!--\nf\n-->'],
  ]);
});

test('running text, line by line', () => {
  const { at, text } = structure(
    '# A\n\n> b\n> c\n\n1. d\n   e\n\n|f|g|\n|-|-|\n|h||\n\n<p>\ni\n</p>\n\n```\nj\n```\n',
  );
  expect(at.texts.map((each) => textOf(text, each))).toEqual(['A', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
});

test('definitions', () => {
  const { at, text } = structure('[A]: </b c> "d"\n> [e]:\n> /f/\n\n[a]: /g/\n[a]');
  expect(at.definitions.map((each) => [each.label, textOf(text, each.destination.range)])).toEqual([
    ['A', '/b c'],
    ['E', '/f/'],
    ['A', '/g/'],
  ]);
  expect(at.links.map(({ destination }) => destination.value)).toEqual(['/b c']);
});

test('a very long text is not looked at', () => {
  const { at } = structure('[a](/b/) '.repeat(50_000));
  expect(at).toMatchObject({ isLimited: true, links: [] });
});
