import { describe, expect, it } from 'vitest';
import { markBlocks, stripMarks } from '../../../server/src/engine/page/markers.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../../server/src/core/site/pageDocument.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';

/** The text with `‹line›` where a mark goes. */
function marked(text: string, name = 'a.md'): string {
  const { edits } = markBlocks(new PageDocument(name, text, unknownHugo));
  return applyEdits(text, edits).replace(/\uE000([\uE010-\uE019]+)\u205E/g, (_, digits: string) => {
    const line = Array.from(digits, (digit) => digit.charCodeAt(0) - 0xe010).join('');
    return `‹${line}›`;
  });
}

const cases: readonly (readonly [name: string, source: string, expected: string])[] = [
  ['paragraphs', 'One\ntwo\n\nThree', '‹0›One\ntwo\n\n‹3›Three'],
  ['behind front matter', '---\ntitle: a\n---\nOne', '---\ntitle: a\n---\n‹3›One'],
  ['behind JSON on the same line', '{"a": 1} One', '{"a": 1} ‹0›One'],
  ['headings', '# One #\n\nTwo\n===\n', '# ‹0›One #\n\n‹2›Two\n===\n'],
  ['lists and tasks', '- One\n  1. Two\n- [x] Three\n', '- ‹0›One\n  1. ‹1›Two\n- [x] ‹2›Three\n'],
  ['quotes in quotes', '> One\n> > - Two\n', '> ‹0›One\n> > - ‹1›Two\n'],
  [
    'the first cell of each row',
    '| a | b |\n|---|---|\n| - | d |\n',
    '| ‹0›a | b |\n|---|---|\n| - | ‹2›d |\n',
  ],
  ['emphasis, quotation marks, links', '**a**\n\n"b"\n\n[c](d)', '‹0›**a**\n\n‹2›"b"\n\n‹4›[c](d)'],
  ['the text of a picture', '![a b](c.png)\n\n![](c.png)', '![‹0›a b](c.png)\n\n![](c.png)'],
  ['Swedish, Chinese, Hebrew', 'Åäö\n\n漢字\n\nשלום', '‹0›Åäö\n\n‹2›漢字\n\n‹4›שלום'],
  ['line ends of Windows', 'One\r\n\r\nTwo\r\n', '‹0›One\r\n\r\n‹2›Two\r\n'],
  [
    'addresses, which become links by themselves',
    'https://a.se\n\nwww.a.se\n\na@b.se',
    'https://a.se\n\nwww.a.se\n\na@b.se',
  ],
  ['definitions', '[^1]: Note\n\n[a]: b\n', '[^1]: Note\n\n[a]: b\n'],
  [
    'code and HTML',
    '```\nOne\n```\n\n    Two\n\n<div>\nThree\n</div>',
    '```\nOne\n```\n\n    Two\n\n<div>\nThree\n</div>',
  ],
  ['dashes, braces, dollars', '— a\n\n{.b}\n\n$$c$$\n\n<b>d</b>', '— a\n\n{.b}\n\n$$c$$\n\n<b>d</b>'],
  [
    'prose in a shortcode',
    '{{< box >}}\nHere is some text.\n{{< /box >}}',
    '{{< box >}}\n‹1›Here is some text.\n{{< /box >}}',
  ],
  ['text behind a tag', '{{< icon >}} Some text', '{{< icon >}} ‹0›Some text'],
  [
    'no names and numbers in a shortcode',
    '{{< box >}}\nname\n{{< /box >}}',
    '{{< box >}}\nname\n{{< /box >}}',
  ],
  [
    'short text in the Markdown notation',
    '{{% box %}}\nname\n{{% /box %}}',
    '{{% box %}}\n‹1›name\n{{% /box %}}',
  ],
  [
    'no code in a shortcode',
    '{{< mermaid >}}\nAlice says hello to Bob\n{{< /mermaid >}}\nText',
    '{{< mermaid >}}\nAlice says hello to Bob\n{{< /mermaid >}}\n‹3›Text',
  ],
  [
    'shortcodes in each other',
    '{{< a >}}\n{{< code >}}\none two three\n{{< /code >}}\n\none two three\n{{< /a >}}\n\nfour',
    '{{< a >}}\n{{< code >}}\none two three\n{{< /code >}}\n\n‹5›one two three\n{{< /a >}}\n\n‹8›four',
  ],
  ['a text with such characters of its own', 'One \uE010\n\nTwo', 'One \uE010\n\nTwo'],
];

describe('marks', () => {
  it.each(cases)('stand before what reads the same behind them: %s', (_name, source, expected) => {
    expect(marked(source)).toBe(expected);
  });

  it('are for Markdown alone', () => {
    expect(marked('One', 'a.html')).toBe('One');
  });

  it('leave nothing behind', () => {
    const text = cases.map(([, source]) => source.replaceAll('\uE010', '')).join('\n\n');
    const { edits } = markBlocks(new PageDocument('a.md', text, unknownHugo));
    expect(edits.length).toBeGreaterThan(20);
    expect(stripMarks(applyEdits(text, edits))).toBe(text);
    expect(stripMarks(encodeURI(applyEdits(text, edits)))).toBe(encodeURI(text));
  });
});
