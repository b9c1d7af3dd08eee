// What can be done with a call at the cursor `█`, or around the text between `«` and `»`: the page before, the action, and the page after.
import { describe, expect, test } from 'vitest';
import { shortcodeActions } from '../../../server/src/core/features/shortcodeActions.ts';
import { surround } from '../../../server/src/core/features/shortcodeActions/surround.ts';
import type { SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { range, type TextRange } from '../../../server/src/core/text/range.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';

const files = `
-- hugo.toml --
title = "Kvarnen"
-- layouts/shortcodes/box.html --
<div class="{{ .Get "color" }}">{{ .Inner | markdownify }}</div>
-- layouts/shortcodes/raw.html --
<div>
{{ .Inner }}
</div>
-- layouts/shortcodes/tabs.html --
<div>{{ .Inner }}</div>
-- layouts/shortcodes/tab.html --
{{ if not .Parent }}{{ errorf "tab" }}{{ end }}<div>{{ .Parent.Get "active" }}{{ .Inner }}</div>
-- layouts/shortcodes/card.html --
{{ $src := .Get "src" | default (.Get 0) }}{{ $alt := .Get "alt" | default (.Get 1) }}<img src="{{ $src }}" alt="{{ $alt }}">
-- layouts/shortcodes/pin.html --
{{ .Get "src" | default (.Get 0) }} {{ .Get "src" }}
-- layouts/shortcodes/open.html --
{{ range .Params }}{{ . }}{{ end }}{{ .Get "a" | default (.Get 0) }}
-- layouts/shortcodes/note.md --
**{{ .Get 0 }}**
-- content/a.md --
{{< box color="red" >}}
A
{{< /box >}}
-- content/b.md --
{{< box color="red" >}}
B
{{< /box >}}
-- content/c.md --
{{< box color="blue" >}}
C
{{< /box >}}
-- content/d.md --
{{< box color="blue" >}}
D
{{< /box >}}
`;

const site = siteOf(files);
const exact = siteOf(files, { hugo: hugo('0.111.3') });
const unsafe = siteOf(
  files.replace('title = "Kvarnen"', 'title = "Kvarnen"\nmarkup.goldmark.renderer.unsafe = true'),
);

/** The text without its marks, and what they enclose. */
function selected(marked: string): { readonly text: string; readonly where: TextRange } {
  const cursor = marked.indexOf('█');
  const start = cursor < 0 ? marked.indexOf('«') : cursor;
  const end = cursor < 0 ? marked.indexOf('»') - 1 : cursor;
  return { text: marked.replace(/[█«»]/g, ''), where: range(start, end) };
}

/** Each action with the page after it; places to fill in stand as `${1}`. */
function after(marked: string, of: SiteSnapshot = site): ReadonlyMap<string, string> {
  const { text, where } = selected(marked);
  const actions = shortcodeActions(of, pageOf(of, 'content/p.md', text), where);
  return new Map(actions.map(({ title, edits }) => [formatMessage(title), applied(text, edits)]));
}

function applied(
  text: string,
  edits: readonly { readonly range: TextRange; readonly newText: string; readonly snippet?: string }[],
): string {
  return applyEdits(
    text,
    edits.map(({ range, newText, snippet = newText }) => ({
      range,
      newText: snippet.replace(/\\([\\$}])/g, '$1'),
    })),
  );
}

describe('surround', () => {
  const box = '{{< box color="${1|blue,red|}" >}}';
  test.each([
    ['words', 'Some «good» words\n', `Some ${box}good{{< /box >}}$0 words\n`],
    ['words, with the blank around them', 'Some« good »words\n', `Some ${box}good{{< /box >}}$0 words\n`],
    ['a whole line', '«A *line*»\n\nB\n', `${box}\nA *line*\n{{< /box >}}$0\n\nB\n`],
    ['lines', 'A\n\nB«B\n\nC»C\n\nD\n', `A\n\n${box}\nBB\n\nCC\n{{< /box >}}$0\n\nD\n`],
    ['lines with their line end', '«A\nB\n»C\n', `${box}\nA\nB\n{{< /box >}}$0\nC\n`],
    ['the last line', 'A\n«B\nC»', `A\n${box}\nB\nC\n{{< /box >}}$0`],
    ['lines with CRLF', '«A\r\nB»\r\nC\r\n', `${box}\r\nA\r\nB\r\n{{< /box >}}$0\r\nC\r\n`],
    ['indented lines', '- x\n\n  «A\n\t B»\n', `- x\n\n  ${box}\n  A\n\t B\n  {{< /box >}}$0\n`],
    ['what looks like a snippet', '«a $1 \\} b»\n', `${box}\na $1 \\} b\n{{< /box >}}$0\n`],
    [
      'half of a call',
      'A {{< box «>}}x{{< /box >}} B» C\n',
      `A ${box}{{< box >}}x{{< /box >}} B{{< /box >}}$0 C\n`,
    ],
    [
      'what is in a call',
      '{{< raw >}}a «b» c{{< /raw >}}\n',
      `{{< raw >}}a ${box}b{{< /box >}}$0 c{{< /raw >}}\n`,
    ],
    [
      'one tag of a pair',
      'A «B {{< raw >}}»C{{< /raw >}} D\n',
      `A ${box}B {{< raw >}}C{{< /raw >}}{{< /box >}}$0 D\n`,
    ],
    ['a part of a call in a comment', 'A {{</* «fig» */>}} B\n', undefined],
    ['the name of a call', 'A {{< «fig» >}} B\n', undefined],
    ['a whole call', 'A «{{< fig >}}» B\n', `A ${box}{{< fig >}}{{< /box >}}$0 B\n`],
    ['what begins in front matter', '---\nti«tle: x\n---\nA»\n', undefined],
  ])('%s', (_, marked, expected) => {
    expect(after(marked).get('Surround with "box"')).toBe(expected);
  });

  test('what ends an indented text comes without places to fill in: an editor would indent it twice', () => {
    expect(after('- x\n\n  «A\n  B»').get('Surround with "box"')).toBe(
      '- x\n\n  {{< box color="" >}}\n  A\n  B\n  {{< /box >}}',
    );
  });

  test('only what pages call is offered by itself; any other that encloses something can be asked for', () => {
    const titles = [...after('A «b» c\n').keys()];
    expect(titles).toEqual(['Surround with "box"']);
    const page = pageOf(site, 'content/p.md', 'A b c\n');
    const around = (name: string): string | undefined => {
      const edits = surround(site, page, range(2, 3), name);
      return edits && applied(page.text, edits);
    };
    expect(around('raw')).toBe('A {{% raw %}}b{{% /raw %}}$0 c\n');
    expect(around('card')).toBeUndefined();
    expect(around('nothing')).toBeUndefined();
  });

  test.each(['A █b\n', '« \n »', '{{< x.inline >}}{{ «.Page» }}{{< /x.inline >}}\n'])(
    'nothing to surround: %j',
    (marked) => {
      expect([...after(marked).keys()].filter((title) => title.startsWith('Surround'))).toEqual([]);
    },
  );

  test('the text of a QR code that has inner content is left out', () => {
    const known = siteOf(files, { hugo: hugo('0.147.6') });
    const edits = surround(known, pageOf(known, 'content/p.md', 'A b c\n'), range(2, 3), 'qr') ?? [];
    expect(applied('A b c\n', edits)).toBe('A {{< qr >}}b{{< /qr >}}$0 c\n');
  });
});

test('text gets the delimiter that makes Markdown of it, where other sections write it so', () => {
  const some = (path: string, call: string): string => `-- content/${path}.md --\n${call}\n`;
  const sections = siteOf(
    files +
      ['a', 'b', 'c'].map((name) => some(`news/${name}`, '{{< raw >}}x{{< /raw >}}')).join('') +
      some('blog/a', '{{% raw %}}*x*{{% /raw %}}'),
  );
  const page = pageOf(sections, 'content/news/new.md', 'A *line*\n');
  expect(applied(page.text, surround(sections, page, range(0, 8), 'raw') ?? [])).toBe(
    '{{% raw %}}\nA *line*\n{{% /raw %}}$0\n',
  );
});

describe('unwrap', () => {
  const unwrapped = (marked: string): string | undefined =>
    [...after(marked)].find(([title]) => title.startsWith('Remove'))?.[1];

  test.each([
    ['within a line', 'A {{< b█ox >}} *x*  {{< /box >}} B\n', 'A  *x*   B\n'],
    ['on a line of its own', '{{< box >}}A{{< /bo█x >}}\n', 'A\n'],
    ['from its inner content', '{{< box >}}\nA█\n{{< /box >}}\n', 'A\n'],
    ['between blank lines', 'A\n\n{{< box >}}\n█B\n{{< /box >}}\n\nC\n', 'A\n\nB\n\nC\n'],
    ['with blank lines inside', 'A\n\n{{< box >}}\n\n█B\n\n{{< /box >}}\n\nC\n', 'A\n\nB\n\nC\n'],
    ['without any, where text would run together', 'A\n{{< box >}}\n█B\n{{< /box >}}\nC\n', 'A\n\nB\n\nC\n'],
    ['with blank lines inside only', 'A\n{{< box >}}\n\n█B\n\n{{< /box >}}\nC\n', 'A\n\nB\n\nC\n'],
    ['with CRLF', 'A\r\n\r\n{{< box >}}\r\n█B\r\n{{< /box >}}\r\n\r\nC\r\n', 'A\r\n\r\nB\r\n\r\nC\r\n'],
    ['an opening tag of several lines', '{{< box\n  color="red"\n>}}\n█B\n{{< /box >}}\n', 'B\n'],
    [
      'the inner one of two',
      '{{< raw >}}\n{{< box >}}\nB█\n{{< /box >}}\n{{< /raw >}}\n',
      '{{< raw >}}\nB\n{{< /raw >}}\n',
    ],
    [
      'the outer one of two',
      '{{< r█aw >}}\n{{< box >}}\nB\n{{< /box >}}\n{{< /raw >}}\n',
      '{{< box >}}\nB\n{{< /box >}}\n',
    ],
    [
      'around a call without inner content',
      '{{< box >}}A {{< card "█x" >}}{{< /box >}}\n',
      'A {{< card "x" >}}\n',
    ],
    ['below front matter', '---\ntitle: x\n---\n{{< box >}}\n█B\n{{< /box >}}\n', '---\ntitle: x\n---\nB\n'],
    ['a closing tag without a name', '{{< box >}}A█{{< / >}}\n', 'A\n'],
    ['an indented text', '- x\n  {{< box >}}\n\t  B█\n  {{< /box >}}\n', '- x\n\n\t  B\n'],
    ['mixed delimiters', '{{% box %}}A█{{< /box >}}\n', 'A\n'],
    ['at the end of the text', 'A\n\n{{< box >}}\nB█\n{{< /box >}}', 'A\n\nB\n'],
  ])('%s', (_, marked, expected) => {
    expect(unwrapped(marked)).toBe(expected);
  });

  test.each([
    ['nothing around', 'A █B\n'],
    ['a call that nothing closes', '{{< box >}}A█\n'],
    ['one that closes itself', '{{< b█ox />}}\n'],
    ['one that encloses nothing', '{{< c█ard "x" >}}\n'],
    ['one without a text', '{{< box >}} █ {{< /box >}}\n'],
    ['tags that overlap', '{{< box >}}{{< raw >}}A█{{< /box >}}{{< /raw >}}\n'],
    ['the code of an inline shortcode', '{{< x.inline >}}█A{{< /x.inline >}}\n'],
    ['a comment', '{{</* box */>}}A█{{</* /box */>}}\n'],
    ['what is inside needs it', '{{< tabs█ >}}{{< tab >}}A{{< /tab >}}{{< /tabs >}}\n'],
    ['front matter', '---\ntitle: "{{< box >}}█x{{< /box >}}"\n---\n'],
    ['half a tag', '{{< box >}}A█{{< /box\n'],
  ])('nothing: %s', (_, marked) => {
    expect(unwrapped(marked)).toBeUndefined();
  });
});

describe('the other delimiter', () => {
  const written = (marked: string, of: SiteSnapshot): string | undefined =>
    [...after(marked, of)].find(([title]) => title.startsWith('Write'))?.[1];

  test.each([
    [
      'a template that leaves Markdown to the page',
      '{{< r█aw >}}\n*A*\n{{< /raw >}}\n',
      '{{% raw %}}\n*A*\n{{% /raw %}}\n',
    ],
    ['back, where the template renders it', '{{% b█ox %}}*A*{{% /box %}}\n', '{{< box >}}*A*{{< /box >}}\n'],
    [
      'back, as pages write it',
      '{{% b█ox color="50%" %}}A{{% /box %}}\n',
      '{{< box color="50%" >}}A{{< /box >}}\n',
    ],
    ['both tags of mixed ones', '{{< r█aw >}}A{{% /raw %}}\n', '{{% raw %}}A{{% /raw %}}\n'],
    ['one that closes itself', '{{% b█ox /%}}\n', '{{< box />}}\n'],
    ['what makes plain text', 'A {{< r█ef "/" >}}\n', 'A {{% ref "/" %}}\n'],
    ['a picture of Hugo', '{{% fi█gure src="a.png" %}}\n', '{{< figure src="a.png" >}}\n'],
    ['a template of plain text', '{{< no█te "x" >}}\n', '{{% note "x" %}}\n'],
  ])('%s', (_, marked, expected) => {
    expect(written(marked, unsafe)).toBe(expected);
  });

  test.each([
    ['HTML that Hugo would leave out', '{{< r█aw >}}A{{< /raw >}}\n', exact],
    ['Markdown that nothing would render', '{{% r█aw %}}*A*{{% /raw %}}\n', unsafe],
    ['paragraphs that nothing would make', '{{% r█aw %}}\nA\n{{% /raw %}}\n', unsafe],
    ['a picture of Hugo, which is HTML', '{{< fi█gure src="a.png" >}}\n', unsafe],
    ['a template that renders its content itself', '{{< b█ox >}}A{{< /box >}}\n', unsafe],
    ['a template of plain text, back', '{{% no█te "x" %}}\n', unsafe],
    ['an unknown shortcode', '{{< un█known >}}\n', unsafe],
    ['an inline shortcode', '{{< x.in█line >}}A{{< /x.inline >}}\n', unsafe],
    ['half a tag', '{{< r█aw >}A{{< /raw >}}\n', unsafe],
    ['a comment', '{{</* r█aw */>}}\n', unsafe],
  ])('nothing: %s', (_, marked, of) => {
    expect(written(marked, of)).toBeUndefined();
  });
});

describe('by name and by position', () => {
  const given = (marked: string): string | undefined =>
    [...after(marked)].find(([title]) => title.startsWith('Give'))?.[1];

  test.each([
    ['{{< c█ard "a.png" "A b" >}}', '{{< card src="a.png" alt="A b" >}}'],
    ['{{< c█ard a.png>}}', '{{< card src=a.png >}}'],
    ['{{< c█ard "a.png""b">}}', '{{< card src="a.png" alt="b">}}'],
    ['{{< c█ard `a\nb` 7 >}}', '{{< card src=`a\nb` alt=7 >}}'],
    ['{{< c█ard "say \\"x\\"" >}}', '{{< card src="say \\"x\\"" >}}'],
    ['{{< y█outube abc-1 >}}', '{{< youtube id=abc-1 >}}'],
    ['{{< card src="a.png" alt="A█ b" >}}', '{{< card "a.png" "A b" >}}'],
    ['{{< c█ard alt="A b" src="a.png" >}}', '{{< card "a.png" "A b" >}}'],
    ['{{< c█ard src=a.png >}}', '{{< card a.png >}}'],
    ['{{< c█ard src=/img/a.png >}}', '{{< card "/img/a.png" >}}'],
    ['{{< c█ard src= "a" >}}', '{{< card "a" >}}'],
    ['{{< c█ard src=-7 >}}', '{{< card -7 >}}'],
    ['{{< re█f path="/" >}}', '{{< ref "/" >}}'],
  ])('%s', (marked, expected) => {
    expect(given(marked)).toBe(expected);
  });

  test.each([
    ['a gap', '{{< c█ard alt="A" >}}'],
    ['a name that has no position', '{{< c█ard src="a" other="b" >}}'],
    ['more than there are names for', '{{< c█ard "a" "b" "c" >}}'],
    ['the same name twice', '{{< c█ard src="a" src="b" >}}'],
    ['a number that may not stand so', '{{< c█ard src=+7 >}}'],
    ['no arguments', '{{< c█ard >}}'],
    ['a name that is read by itself, too', '{{< p█in src="a" >}}'],
    ['a template that reads all', '{{< o█pen a="a" >}}'],
    ['names only', '{{< fi█gure src="a.png" >}}'],
    ['positions only', '{{< n█ote "x" >}}'],
    ['a mix', '{{< c█ard "a" alt="b" >}}'],
    ['escaped quotes', '{{< c█ard \\"a\\" >}}'],
    ['an unknown shortcode', '{{< un█known "a" >}}'],
    ['an unclosed call', '{{< c█ard "a" '],
  ])('nothing: %s', (_, marked) => {
    expect(given(marked)).toBeUndefined();
  });
});

test('nothing while templates are being read', () => {
  expect([...after('{{< box >}}«A»{{< /box >}}\n', siteOf(files, { isReading: true })).keys()]).toEqual([]);
});

test.each(['{{< box >}}', '{{< /box >}}', '{{< box a=`', '{{</*', '{{< x.inline >}}', '- {{% raw %}}\n'])(
  'hostile text ends: %j many times over',
  (piece) => {
    const text = piece.repeat(3000);
    const page = pageOf(site, 'content/p.md', text);
    expect(() => shortcodeActions(site, page, range(10, text.length - 10))).not.toThrow();
  },
);
