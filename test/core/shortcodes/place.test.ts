import { describe, expect, test } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import {
  findShortcodePlace,
  findTagAt,
  type ShortcodePlace,
} from '../../../server/src/core/shortcodes/place.ts';
import { scanShortcodes } from '../../../server/src/core/shortcodes/scan.ts';
import { textOf } from '../../../server/src/core/text/range.ts';
import { takeCursor } from '../../support/marks.ts';

function placeIn(marked: string): { text: string; place: ShortcodePlace } {
  const { text, offset } = takeCursor(marked);
  return { text, place: findShortcodePlace(text, scanShortcodes(text, 0, unknownHugo), offset) };
}

/** The place as one line; `[…]` is what a completion replaces, `+…` the tail that it consumes. */
function show(marked: string): string {
  const { text, place } = placeIn(marked);
  if (place.kind === 'name') {
    const { closing, hasBlankBefore, right, range, tail, delimiter } = place;
    const words = [
      closing ? 'close' : 'open',
      delimiter,
      hasBlankBefore && 'blank',
      right !== undefined && 'right',
    ];
    return `${words.filter(Boolean).join(' ')} [${textOf(text, range)}]+${textOf(text, tail)}`;
  }
  if (place.kind === 'argument') {
    return `argument ${place.positionalIndex} [${textOf(text, place.range)}] typed ${place.typed}`;
  }
  if (place.kind === 'value') {
    const { argument, quote, closed, range, typed } = place;
    return `value of ${argument.name ?? place.positionalIndex} ${quote}[${textOf(text, range)}]${closed ? '' : ' open'} typed ${typed}`;
  }
  return place.kind;
}

describe('names', () => {
  test.each<[marked: string, place: string]>([
    ['{{<█', 'open < []+'],
    ['{{< █', 'open < blank []+'],
    ['{{<█>}}', 'open < right []+>}}'],
    ['{{<█}}', 'open < []+}}'],
    ['{{<█}', 'open < []+}'],
    ['{{<█>', 'open < []+>'],
    ['{{<█>}', 'open < []+>}'],
    ['{{<█ >}}', 'open < right []+ >}}'],
    ['{{< █ >}}', 'open < blank right []+ >}}'],
    ['{{< █>}}', 'open < blank right []+>}}'],
    ['{{%█', 'open % []+'],
    ['{{%█}}', 'open % []+}}'],
    ['{{%█%}}', 'open % right []+%}}'],
    ['{{% fi█ %}}', 'open % blank right [fi]+ %}}'],
    ['{{<fi█', 'open < [fi]+'],
    ['{{< fi█', 'open < blank [fi]+'],
    ['{{< fi█>}}', 'open < blank right [fi]+>}}'],
    ['{{< fi█}}', 'open < blank [fi]+}}'],
    ['{{< fi█ >}}', 'open < blank right [fi]+ >}}'],
    ['{{< fi█gure >}}', 'open < blank right [figure]+ >}}'],
    ['{{< █figure >}}', 'open < blank right [figure]+ >}}'],
    ['{{< figure█ src="a" >}}', 'open < blank [figure]+'],
    ['{{< figure█ />}}', 'open < blank [figure]+'],
    ['{{< bild-å█ >}}', 'open < blank right [bild-å]+ >}}'],
    ['{{</█', 'close < []+'],
    ['{{</█>}}', 'close < right []+>}}'],
    ['{{</█}}', 'close < []+}}'],
    ['{{< /█ >}}', 'close < right []+ >}}'],
    ['{{< / █ >}}', 'close < blank right []+ >}}'],
    ['{{< /bo█ >}}', 'close < right [bo]+ >}}'],
    ['{{%/█}}', 'close % []+}}'],
    ['{{<█ text that goes on', 'open < []+'],
    ['{{<█text that goes on', 'open < []+'],
    ['{{< fi█ text that goes on', 'open < blank [fi]+'],
    ['{{<█ text, {{< figure >}}', 'open < []+'],
    ['{{<█{{< figure >}}', 'open < []+'],
    ['{{<█\n{{< figure >}}', 'open < []+'],
    ['{{< box >}}x{{</█', 'close < []+'],
    ['{{< box >}}x{{</█ and more text', 'close < []+'],
  ])('%s', (marked, place) => {
    expect(show(marked)).toBe(place);
  });
});

describe('arguments and values', () => {
  test.each<[marked: string, place: string]>([
    ['{{< figure █>}}', 'argument 0 [] typed '],
    ['{{< figure █', 'argument 0 [] typed '],
    ['{{< figure sr█ >}}', 'argument 0 [sr] typed sr'],
    ['{{< figure sr█', 'argument 0 [sr] typed sr'],
    ['{{< figure s█rc="a" >}}', 'argument 0 [src] typed s'],
    ['{{< figure src="a" █ >}}', 'argument 0 [] typed '],
    ['{{< figure src="a" al█ >}}', 'argument 0 [al] typed al'],
    ['{{< img "a" █ >}}', 'argument 1 [] typed '],
    ['{{< img "a" b█ >}}', 'argument 1 [b] typed b'],
    ['{{< img "a█b" >}}', 'value of 0 "[ab] typed a'],
    ['{{< img "a" "█" >}}', 'value of 1 "[] typed '],
    ['{{< img `a█` >}}', 'value of 0 `[a] typed a'],
    ['{{< figure src=█ >}}', 'value of src [] typed '],
    ['{{< figure src=█', 'value of src [] typed '],
    ['{{< figure src=█\n\nText', 'value of src [] typed '],
    ['{{< figure src=█ alt="b" >}}', 'value of src [] typed '],
    ['{{< figure src="█" >}}', 'value of src "[] typed '],
    ['{{< figure src="a█.png" >}}', 'value of src "[a.png] typed a'],
    ['{{< figure src="█', 'value of src "[] open typed '],
    ['{{< figure src="a█', 'value of src "[a] open typed a'],
    ['{{< figure src="a█ >}}', 'value of src "[a] open typed a'],
    ['{{< figure src="a█\nText', 'value of src "[a] open typed a'],
    ['{{< figure width=5█0 >}}', 'value of width [50] typed 5'],
    ['{{< figure\n  src="a"\n  █\n>}}', 'argument 0 [] typed '],
    ['{{< figure src="a"█ >}}', 'none'],
  ])('%s', (marked, place) => {
    expect(show(marked)).toBe(place);
  });
});

/** What a writer has once `X` stands for an accepted completion, which brings the end of the tag where it is missing. */
function accepted(marked: string): string {
  const { text, place } = placeIn(marked);
  if (place.kind !== 'argument' && place.kind !== 'value') {
    return place.kind;
  }
  const { range, ending, others } = place;
  const given = others.map(({ name, value }) => `${name ?? ''}=${value}`).join(' ');
  return `${text.slice(0, range.start)}X${ending.newText}${text.slice(ending.range.end)} | ${given}`;
}

describe('tags that nothing closes: what stands behind the cursor is text of the page', () => {
  test.each<[marked: string, text: string]>([
    ['{{< x a="1" █and, so "on" {{< y >}}', '{{< x a="1" X >}}and, so "on" {{< y >}} | a=1'],
    ['{{< x a="1" █ and so on', '{{< x a="1" X >}} and so on | a=1'],
    ['{{< x a="1" b█ and so on', '{{< x a="1" X >}} and so on | a=1'],
    ['{{< x █and=so on', '{{< x X >}}and=so on | '],
    ['{{% x █ and so on', '{{% x X %}} and so on | '],
    ['{{< x a=█ and so on', '{{< x a=X >}} and so on | '],
    ['{{< x a="█ and so on', '{{< x a="X" >}} and so on | '],
    ['{{< x a="b█ and "so" on', '{{< x a="X" >}} and "so" on | '],
    ['{{< x a="█" and so on', '{{< x a="X" >}} and so on | '],
    ['{{< x a="b█c" and so on', '{{< x a="X" >}} and so on | '],
    ['{{< x a=`█ and so on', '{{< x a=`X` >}} and so on | '],
    ['{{< x a=`█` and so on', '{{< x a=`X` >}} and so on | '],
    ['{{< x a="1" █}}', '{{< x a="1" X >}} | a=1'],
    ['{{< x a="1" █}} and so on', '{{< x a="1" X >}} and so on | a=1'],
    ['{{< x a="1" █>} and so on', '{{< x a="1" X >}} and so on | a=1'],
    ['{{< x a="█"}} and so on', '{{< x a="X" >}} and so on | '],
    ['{{< x a="1" █\r\n\r\nand so on', '{{< x a="1" X >}}\r\n\r\nand so on | a=1'],
  ])('%s', (marked, text) => {
    expect(accepted(marked)).toBe(text);
  });

  test.each<[marked: string, text: string]>([
    ['{{< x a="1" █b="2" >}}', '{{< x a="1" X="2" >}} | a=1'],
    ['{{< x a="1" █ b="2" >}}', '{{< x a="1" X b="2" >}} | a=1 b=2'],
    ['{{< x a="█ >}}', '{{< x a="X" >}} | '],
    ['{{< x\n  a="█\n  b="2"\n>}}', '{{< x\n  a="X"\n  b="2"\n>}} | b=2'],
    ['{{< x a=`█` />}}', '{{< x a=`X` />}} | '],
    ['{{< x a="1" █/>}}', '{{< x a="1" X/>}} | a=1'],
  ])('closed: %s', (marked, text) => {
    expect(accepted(marked)).toBe(text);
  });
});

describe('elsewhere', () => {
  test.each<[marked: string, place: string]>([
    ['Text█', 'none'],
    ['{{█', 'none'],
    ['█{{< figure >}}', 'none'],
    ['{{█< figure >}}', 'none'],
    ['{{< figure >█}}', 'none'],
    ['{{< figure >}}█', 'none'],
    ['{{<█ figure >}}', 'none'],
    ['{{< box /█>}}', 'none'],
    ['{{< /box █>}}', 'none'],
    ['{{< fi }} text█', 'none'],
    ['{{</*█', 'comment'],
    ['{{</* fi█ */>}}', 'comment'],
    ['{{</* fi */>}}█', 'none'],
  ])('%s', (marked, place) => {
    expect(show(marked)).toBe(place);
  });
});

test.each<[marked: string, tag: string | undefined]>([
  ['█{{< a >}}', '{{< a >}}'],
  ['{{< a >}█}', '{{< a >}}'],
  ['{{< a >}}█{{< b >}}', '{{< b >}}'],
  ['{{< a >}} █', undefined],
])('the tag at %s', (marked, tag) => {
  const { text, offset } = takeCursor(marked);
  const found = findTagAt(scanShortcodes(text, 0, unknownHugo), offset);
  expect(found && textOf(text, found.range)).toBe(tag);
});
