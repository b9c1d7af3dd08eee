import { describe, expect, test } from 'vitest';
import { unknownHugo, type HugoRange } from '../../../server/src/core/hugo/version.ts';
import { scanShortcodes } from '../../../server/src/core/shortcodes/scan.ts';
import type { Argument, ShortcodeTag } from '../../../server/src/core/shortcodes/types.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { textOf } from '../../../server/src/core/text/range.ts';

const scan = (text: string, hugo: HugoRange = unknownHugo) => scanShortcodes(text, 0, hugo);

/** A tag as one line: kind, name and arguments with their values and types. */
function show({ kind, name, args, sound }: ShortcodeTag): string {
  return [sound ? kind : `broken ${kind}`, name, ...args.map(showArgument)].filter(Boolean).join(' ');
}

function showArgument({ name, value, type, quote }: Argument): string {
  const shown = quote === '' ? `${value}:${type}` : `${quote}${value}${quote}`;
  return name === undefined ? shown : `${name}=${shown}`;
}

describe('tags that Hugo accepts', () => {
  test.each<[text: string, ...tags: string[]]>([
    ['no tag, only {{ .Title }} and {{ < x > }}'],
    ['{{< figure >}}', 'open figure'],
    ['{{<figure>}}', 'open figure'],
    ['{{% note %}}text{{% /note %}}', 'open note', 'close note'],
    ['{{<\tblocks/lead\t>}}', 'open blocks/lead'],
    ['{{< my-card_2 />}}', 'selfClosing my-card_2'],
    ['{{< bädd/åäö >}}', 'open bädd/åäö'],
    ['{{< 𝒜b >}}', 'open 𝒜b'],
    ['{{<box/>}}', 'open box/'],
    ['{{<   /   box   >}}', 'close box'],
    ['{{</>}}', 'close'],
    ['{{< box a/>}}', 'selfClosing box a:string'],
    ['{{< x.inline >}}{{ .Page.Title }}{{< /x.inline >}}', 'open x.inline', 'close x.inline'],
    [
      '{{< a 1 -2 +3 1.5 .5x true false 007 1a a-b a.b >}}',
      'broken open a 1:int -2:int 3:int 1.5:float 5x:string true:bool false:bool 007:int 1a:string a-b:string a.b:string',
    ],
    [
      '{{< a 1 -2 1.5 true "1" `raw` 12345678901234567890 >}}',
      'open a 1:int -2:int 1.5:float true:bool "1" `raw` 12345678901234567890:string',
    ],
    [
      '{{< a b=1 c=-2 d=1.5 e=true f="true" g=x/y?z=1&w h=http://a.b/c i=+5 j=.5 >}}',
      'open a b=1:int c=-2:int d=1.5:float e=true:bool f="true" g=x/y?z=1&w:string h=http://a.b/c:string i=+5:int j=.5:float',
    ],
    ['{{< a data-x="1" a.b=2 >}}', 'open a data-x="1" a.b=2:int'],
    ['{{< a b = "c" >}}', 'open a b="c"'],
    ['{{< a "b" = "c" >}}', 'open a b="c"'],
    ['{{< a b=\n"c" >}}', 'open a b="c"'],
    ['{{< a b= c=1 >}}', 'open a b=c=1:string'],
    ["{{< a b='c' >}}", "open a b='c':string"],
    ['{{< a "b""c" >}}', 'open a "b" "c"'],
    ['{{< a "say \\"hi\\" to\\n" >}}', 'open a "say "hi" ton"'],
    ['{{< a "C:\\temp" >}}', 'open a "C:\\temp"'],
    ['{{< a \\"b\\" c=\\"d\\" >}}', 'broken open a \\"b\\" c=\\"d\\"'],
    ['{{< a \\"b\\" \\"c\\" >}}', 'open a \\"b\\" \\"c\\"'],
    ['{{< a b=\\"c d\\" >}}', 'open a b=\\"c d\\"'],
    ['{{< a `b\n{{< c >}}` >}}', 'open a `b\n{{< c >}}`'],
    ['{{< a "b >}} c" >}}', 'open a "b >}} c"'],
    ['{{< a\r\n  b="1"\r\n  c="2"\r\n>}}', 'open a b="1" c="2"'],
    ['{{</* figure\n {{< x >}} */>}}', 'comment'],
    ['{{%/* a */>}} */%}}', 'comment'],
    ['{{{< a >}}', 'open a'],
    ['```\n{{< a >}}\n```\n<!-- {{< b >}} -->', 'open a', 'open b'],
  ])('%j', (text, ...tags) => {
    expect(scan(text).tags.map(show)).toEqual(tags);
  });

  test('ranges', () => {
    const text = '{{< figure src="a.png" width=50 />}}';
    const [tag] = scan(text).tags;
    const texts = (argument: Argument) =>
      [argument.range, argument.nameRange, argument.valueRange, argument.contentRange].map(
        (where) => where && textOf(text, where),
      );
    expect(tag?.args.map(texts)).toEqual([
      ['src="a.png"', 'src', '"a.png"', 'a.png'],
      ['width=50', 'width', '50', '50'],
    ]);
    expect(
      [tag?.range, tag?.nameRange, tag?.slash, tag?.right].map((where) => where && textOf(text, where)),
    ).toEqual([text, 'figure', '/', '>}}']);
  });

  test('text before the start is not looked at', () => {
    expect(scanShortcodes('{{< a >}}{{< b >}}', 9, unknownHugo).tags.map(show)).toEqual(['open b']);
  });
});

describe('what a writer is told', () => {
  test.each<[text: string, place: string, says: string]>([
    [
      '{{< a b=c>}}',
      'c>}}',
      'The value of "b" has no quotes, so it takes up ">}}" too. Put it in quotes or leave a blank before ">}}".',
    ],
    ['{{< a b= >}}', 'b=', 'The value of "b" is missing after "=".'],
    [
      '{{< a b="c >}} text',
      '"c',
      'This quoted text does not end on its line. Close it with a quotation mark.',
    ],
    [
      '{{< a b="c >}} and "more" text',
      '"c',
      'This quoted text does not end on its line. Close it with a quotation mark.',
    ],
    ['{{< a `b >}}', '`b', 'This text in backticks does not end. Close it with a backtick.'],
    [
      "{{< a 'b' >}}",
      "'b'",
      'Single quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    ],
    [
      "{{< a b='c d' >}}",
      "'c d'",
      'Single quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    ],
    [
      '{{< a b=”c d” >}}',
      '”c d”',
      'Curly quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    ],
    [
      "{{< a 'b c >}} it's",
      "'b",
      'Single quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    ],
    [
      "{{< a 'b >}}",
      "'b",
      'Single quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    ],
    [
      "{{< a it's >}}",
      "'s",
      'Single quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    ],
    [
      '{{< a “b c„ d >}}',
      '“b c„',
      'Curly quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    ],
    [
      '{{< a “b’ c >}}',
      '“b’',
      'Curly quotes do not count as quotes in a shortcode. Use straight double quotes: "text".',
    ],
    ['{{< a b=1 c >}}', 'c', 'Give all arguments by name or none. This one has no name, the first has one.'],
    ['{{< a c b=1 >}}', 'b', 'Give all arguments by name or none. This one has a name, the first has none.'],
    [
      '{{< a b = "c" d >}}',
      'd',
      'Give all arguments by name or none. This one has no name, the first has one.',
    ],
    [
      '{{< a b = "c" d="e" >}}',
      'b',
      'Leave no blank before "=": Hugo takes "b" for an argument without a name.',
    ],
    [
      '{{< a ""="c" d="e" >}}',
      'd',
      'Give all arguments by name or none. This one has a name, the first has none.',
    ],
    ['{{< a "b", "c" >}}', ',', 'Separate arguments by blanks, without commas.'],
    ['{{< a b:1 >}}', ':', 'A value with ":" needs quotes, and a name is followed by "=": name="value".'],
    [
      '{{< a\u00a0b >}}',
      '\u00a0',
      'Here stands a special blank (such as a no-break space) that Hugo does not accept. Type a normal one.',
    ],
    ['{{< a @b >}}', '@', 'A value with "@" needs quotes: "text".'],
    ['{{< a >}', '>}', 'A tag that begins with "{{<" ends with ">}}".'],
    ['{{% a > }}', '> }}', 'A tag that begins with "{{%" ends with "%}}".'],
    ['{{< a "b\\`" >}}', '\\`', 'A backtick cannot be escaped. Leave out the backslash.'],
    ['{{< >}}', '{{< >}}', 'The name of the shortcode is missing.'],
    ['{{< a ="x" >}}', '="x"', 'This value has no name before "=", so Hugo drops it.'],
    ['{{< "a" >}}', '"a"', 'The name of a shortcode stands without quotes.'],
    [
      '{{< a.b >}}',
      'a.b',
      'A shortcode name cannot have a dot: "a.b". Only the names of inline shortcodes end in ".inline".',
    ],
    ['{{< x.inline>}}', 'x.inline', 'Leave a blank after "x.inline".'],
    ['{{< a >}}{{< /a b >}}', 'b', 'A closing tag has only a name. Arguments belong in the opening tag.'],
    ['{{< a %}} text', '%}}', 'A tag that begins with "{{<" ends with ">}}".'],
    ['{{< a }} text', '}}', 'A tag that begins with "{{<" ends with ">}}".'],
    ['{{% a >}}', '>}}', 'A tag that begins with "{{%" ends with "%}}".'],
    ['{{< a b="c"', '{{< a b="c"', 'This tag does not end. Close it with ">}}".'],
    ['{{< a b\n\nA text, and more.', '{{< a b', 'This tag does not end. Close it with ">}}".'],
    ['{{</* a */%}}', '{{</* a */%}}', 'This comment does not end. Close it with "*/>}}".'],
    ['{{< /* a */ >}}', '/*', 'In a comment "/*" follows "{{<" without a blank.'],
    [
      '{{< x.inline >}}{{< a >}}',
      '{{<',
      'No shortcode can stand inside "x.inline". Close it first, with "{{< /x.inline >}}".',
    ],
  ])('%j', (text, place, says) => {
    const [problem, ...more] = scan(text).problems;
    expect(more).toEqual([]);
    expect([problem && textOf(text, problem.range), problem && formatMessage(problem.message)]).toEqual([
      place,
      says,
    ]);
  });
});

describe('releases', () => {
  const from = (min: string, max: string): HugoRange => ({ min, max, source: 'setting', file: undefined });
  test.each<[text: string, hugo: HugoRange, fatal: string[]]>([
    ['{{< a b/c.png >}}', from('0.143.0', '0.147.6'), ['always']],
    ['{{< a b/c.png >}}', from('0.142.0', '0.143.0'), ['sometimes']],
    ['{{< a b/c.png >}}', unknownHugo, ['sometimes']],
    ['{{< a b/c.png >}}', from('0.111.3', '0.142.0'), []],
    ['{{< a >}}{{< /a\n>}}', from('0.111.3', '0.147.6'), ['always']],
    ['{{< a >}}{{< /a\n>}}', unknownHugo, ['sometimes']],
    ['{{< a >}}{{< /a\n>}}', from('0.163.3', '0.165.0'), []],
    ['{{< a ="x" >}}', unknownHugo, ['never']],
  ])('%j in %j', (text, hugo, fatal) => {
    expect(scan(text, hugo).problems.map((problem) => problem.fatal)).toEqual(fatal);
  });
});

describe('a half-typed tag', () => {
  test.each<[text: string, ...tags: string[]]>([
    ['{{<\n{{< a >}}', 'broken open', 'open a'],
    ['{{< fi\nText, {{< a >}} and {{< b >}}', 'broken open fi', 'open a', 'open b'],
    ['{{< a src="\n{{< b >}}', 'broken open a src=""', 'open b'],
    ['{{< a src= {{< b c="d" >}}', 'broken open a src=:string', 'open b c="d"'],
    ['{{< a src=\n{{< b >}}x{{< /b >}}', 'broken open a src=:string', 'open b', 'close b'],
    ['{{< a `x\n{{< b >}}', 'broken open a `x`', 'open b'],
    ['{{< a b="c" @ d="e" >}}{{< f >}}', 'broken open a b="c" d="e"', 'open f'],
    ['{{< a\n  b="c\n  d="e"\n>}}{{< f >}}', 'broken open a b="c" d="e"', 'open f'],
    ['{{</* a\n{{< b >}}', 'broken comment', 'open b'],
    ['{{</ text', 'broken close text'],
    ['{{<}}{{< a >}}', 'broken open', 'open a'],
  ])('%j loses no other tag', (text, ...tags) => {
    expect(scan(text).tags.map(show)).toEqual(tags);
  });

  test.each<[text: string, tag: string]>([
    ['{{< a b="c and prose\r\nmore', '{{< a b="c and prose'],
    ['{{< a }} text', '{{< a }}'],
    ['{{< a b=c>}} text', '{{< a b=c>}}'],
    ['{{< a {{< b >}}', '{{< a '],
  ])('%j ends as a writer sees it', (text, tag) => {
    const [first] = scan(text).tags;
    expect(first && textOf(text, first.range)).toBe(tag);
  });
});

test('a class of letters has no limit', () => {
  const name = '𝒜'.repeat(4_000_000);
  expect(scan(`{{< ${name} >}}`).tags[0]?.name).toHaveLength(name.length);
});
