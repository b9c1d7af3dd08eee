import { describe, expect, test } from 'vitest';
import { insertion } from '../../../../server/src/core/features/gallery/insertion.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { range } from '../../../../server/src/core/text/range.ts';
import { pageOf, siteOf } from '../../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/buoy.html --
<b>{{ .Get "color" }}</b>
-- layouts/shortcodes/tide.html --
<time></time>
-- layouts/shortcodes/quay.html --
<aside>{{ .Inner | markdownify }}</aside>
-- layouts/shortcodes/pier.html --
<a>
-- layouts/shortcodes/knot.html --
<div></div>
-- content/other.md --
Text

{{< pier >}}

Ten {{< knot >}} an hour.
`);

/** The page with `name` inserted at `█`, or at what stands between two of them; tab stops as they are. */
function inserted(marked: string, name: string): { readonly text: string; readonly note: string } {
  const [before = '', middle, rest] = marked.split('█');
  const text = before + (middle ?? '') + (rest ?? '');
  const selection = range(before.length, before.length + (rest === undefined ? 0 : (middle ?? '').length));
  const found = insertion(site, pageOf(site, 'content/page.md', text), selection, name);
  if (found === undefined) {
    return { text: 'nothing', note: '' };
  }
  const { range: where, snippet, note } = found;
  return {
    text: text.slice(0, where.start) + snippet.replaceAll('\\}', '}') + text.slice(where.end),
    note: note === undefined ? '' : formatMessage(note),
  };
}

describe('a call goes', () => {
  test.each([
    ['where the cursor is in a line', 'Low █ today', 'tide', 'Low {{< tide >}}$0 today'],
    ['into an empty page', '█', 'tide', '{{< tide >}}$0\n'],
    [
      'onto an empty line, with a blank line on both sides',
      'Above\n█\nBelow',
      'tide',
      'Above\n\n{{< tide >}}$0\n\nBelow',
    ],
    [
      'onto an empty line that has them already',
      'Above\n\n█\n\nBelow',
      'tide',
      'Above\n\n{{< tide >}}$0\n\nBelow',
    ],
    ['onto the last line', 'Above\n█', 'tide', 'Above\n\n{{< tide >}}$0\n'],
    ['below front matter', '---\ntitle: A\n---\n█', 'tide', '---\ntitle: A\n---\n\n{{< tide >}}$0\n'],
    [
      'with the line ends of the page',
      'Above\r\n█\r\nBelow',
      'tide',
      'Above\r\n\r\n{{< tide >}}$0\r\n\r\nBelow',
    ],
    ['around what is selected', 'One █word█ of it', 'quay', 'One {{< quay >}}word{{< /quay >}}$0 of it'],
    ['behind what it cannot enclose', 'One █word█ of it', 'tide', 'One word{{< tide >}}$0 of it'],
    ['nowhere without a template', '█', 'none', 'nothing'],
  ])('%s', (_, marked, name, expected) => {
    expect(inserted(marked, name)).toEqual({ text: expected, note: '' });
  });

  test('with lines of their own for inner content', () => {
    expect(inserted('█', 'quay').text).toBe('{{< quay >}}\n$0\n{{< /quay >}}\n');
    expect(inserted('Above\n\n█', 'quay').text).toBe('Above\n\n{{< quay >}}\n$0\n{{< /quay >}}\n');
  });

  test.each([
    ['that its template makes a block', 'quay', 'Above.\n\n{{< quay >}}\n$0\n{{< /quay >}}\n\nBelow'],
    ['that pages give lines of its own', 'pier', 'Above.\n\n{{< pier >}}$0\n\nBelow'],
    ['of Hugo', 'gist', 'Above.\n\n{{< gist "$1" "$2" >}}$0\n\nBelow'],
  ])('behind a line of text into a paragraph of its own: one %s', (_, name, expected) => {
    expect(inserted('Above.█\n\nBelow', name)).toEqual({ text: expected, note: '' });
  });

  test.each([
    ['that pages write in lines', 'Above.█\n\nBelow', 'knot', 'Above.{{< knot >}}$0\n\nBelow'],
    ['within a sentence', 'Above, █below.', 'pier', 'Above, {{< pier >}}$0below.'],
    ['in a list', '- Above.█\n- Below', 'pier', '- Above.{{< pier >}}$0\n- Below'],
    ['in a list with numbers', '1. Above.█', 'pier', '1. Above.{{< pier >}}$0'],
    ['in a quotation', '> Above.█', 'pier', '> Above.{{< pier >}}$0'],
  ])('into the line: one %s', (_, marked, name, expected) => {
    expect(inserted(marked, name)).toEqual({ text: expected, note: '' });
  });

  const inFrontMatter = 'The cursor was in the front matter: the call stands at the beginning of the text.';
  const inCode = 'The cursor was in a code block: the call stands behind it.';
  const inOpenCode = 'The cursor was in a code block without an end: the call stands before it.';
  const inTag = 'The cursor was in a tag: the call stands behind it.';
  test.each([
    [
      'front matter',
      '---\ntitle: █\n---\n\nText',
      '---\ntitle: \n---\n\n{{< tide >}}$0\n\nText',
      inFrontMatter,
    ],
    [
      'front matter with text right below',
      '---\ntitle: █\n---\nText',
      '---\ntitle: \n---\n\n{{< tide >}}$0\n\nText',
      inFrontMatter,
    ],
    [
      'a selection that begins in front matter',
      '█---\ntitle: A\n---\nText█',
      '---\ntitle: A\n---\n\n{{< tide >}}$0\n\nText',
      inFrontMatter,
    ],
    ['a code block', '```\n█\n```\nText', '```\n\n```\n\n{{< tide >}}$0\n\nText', inCode],
    [
      'code that is indented',
      'Text\n\n    a = █1\n\nText',
      'Text\n\n    a = 1\n\n{{< tide >}}$0\n\nText',
      inCode,
    ],
    ['code that ends with its quotation', '> ```\n> █x\n', '> ```\n> x\n\n{{< tide >}}$0\n', inCode],
    ['a tag on a line of its own', '{{< buoy █ >}}\nText', '{{< buoy  >}}\n\n{{< tide >}}$0\n\nText', inTag],
    ['a tag within a line', 'A {{< buoy █ >}} b', 'A {{< buoy  >}}{{< tide >}}$0 b', inTag],
  ])('behind %s, and says so', (_, marked, expected, note) => {
    expect(inserted(marked, 'tide')).toEqual({ text: expected, note });
  });

  test.each([
    ['within it', 'Text\n\n```js\n█x\n'],
    ['its end', 'Text\n\n```js\nx\n█'],
    ['behind its last word', 'Text\n\n```js\nx█'],
    ['its first line', 'Text\n\n```j█s\nx'],
  ])('before a code block that nothing closes, from %s', (_, marked) => {
    const text = marked.replace('█', '').replace('Text\n\n', 'Text\n\n{{< tide >}}$$0\n\n');
    expect(inserted(marked, 'tide')).toEqual({ text, note: inOpenCode });
  });
});
