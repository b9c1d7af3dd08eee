// What is expected here is what the releases themselves make of these headings.
import { describe, expect, test } from 'vitest';
import { anchorsOf } from '../../../server/src/core/references/anchors.ts';
import { hugo, pageOf, siteOf, type SiteOptions } from '../../support/site.ts';

const former = hugo('0.111.3');
const newest = hugo('0.152.2');

function anchors(
  body: string,
  options: SiteOptions = { hugo: newest },
  more = '',
): ReturnType<typeof anchorsOf> {
  const text = `---\ntitle: A\n---\n${body}`;
  const site = siteOf(
    `${more.startsWith('-- hugo.toml --') ? '' : '-- hugo.toml --\n'}${more}\n-- content/a.md --\n${text}\n`,
    options,
  );
  return anchorsOf(site, pageOf(site, 'content/a.md', text));
}

function ids(body: string, options?: SiteOptions, more?: string): readonly string[] {
  return anchors(body, options, more).anchors.map(({ id }) => id);
}

describe('ids of headings', () => {
  test.each([
    ['letters, blanks and marks', '## Åäö & Çé: the *end*!', 'åäö--çé-the-end'],
    ['numbers of all kinds', '## 1. ½ ² Ⅷ ٣ ǅ', '1----٣-ǆ'],
    ['letters of which lower case makes two', '## İstanbul ẞ', 'istanbul-ß'],
    ['other scripts', '## CJK 你好 世界', 'cjk-你好-世界'],
    ['quotes', "## Apostrophe's “quotes” it's", 'apostrophes-quotes-its'],
    ['underscores in words', '## a_b under_score', 'a_b-under_score'],
    ['hashes at the end', '## Trailing hashes ##', 'trailing-hashes'],
    ['code', '## Code `a.b(c)` here', 'code-abc-here'],
    ['escaped marks', '## Escaped \\* star \\# hash', 'escaped--star--hash'],
    ['a text without letters', '## !!!', 'heading'],
    ['a blank that does not break', '## a\u00a0b', 'ab'],
    ['a line of dashes below it', 'Setext one\n---', 'setext-one'],
    ['several lines', 'Setext one\nsecond line\n===', 'second-line'],
    ['a quotation', '> ## In quote', 'in-quote'],
    ['an item of a list', '- item\n\n  ### In item', 'in-item'],
    ['an id of its own', '## Explicit {#my-id}', 'my-id'],
    ['an id among other attributes', '## Explicit {.red #Other_Id key="v"}', 'Other_Id'],
    ['an id as attribute', '## Explicit {id=quoted}', 'quoted'],
    ['other attributes', '## Class only {.red}', 'class-only'],
    ['braces that are text', '## Foo {a}', 'foo-a'],
  ])('%s', (_, body, id) => {
    expect([ids(body, { hugo: former }), ids(body)]).toEqual([[id], [id]]);
  });

  test.each([
    ['emphasis', '## The _end_ of __it__', 'the-_end_-of-__it__', 'the-end-of-it'],
    ['a link', '## A [link](/to/there/?x=1#y "T") here', 'a-linktotherex1y-t-here', 'a-link-here'],
    ['a reference', '## [link][def]\n\n[def]: /x', 'linkdef', 'link'],
    ['brackets without a link', '## Not [link][undefd] [x]', 'not-linkundefd-x', 'not-linkundefd-x'],
    ['a picture', '## Image ![alt *x*](src.png)', 'image-alt-xsrcpng', 'image-alt'],
    ['an address by itself', '## See https://a.b/c or www.a.b', 'see-httpsabc-or-wwwab', 'see--or'],
    ['an address in brackets', '## tel:12 <mailto:me@x.org>', 'tel12-mailtomexorg', 'tel12'],
    ['a mail address', '## to me@x.org now', 'to-mexorg-now', 'to--now'],
    ['entities', '## Entity &amp; &ouml; &#65;', 'entity-amp-ouml-65', 'entity--ö-65'],
    ['dashes', '## a--b ---- c `--`', 'a--b------c---', 'ab---c---'],
    ['HTML', '## Html <em>in</em> it', 'html-eminem-it', 'html-in-it'],
    ['a footnote', '## x[^1]\n\n[^1]: A note', 'x1', 'x'],
    ['quotes in a link', "## 1 [it's here](/x)", '1-its-herex', '1-it'],
    ['emphasis in emphasis', '## 3 *foo **bar** baz*', '3-foo-bar-baz', '3-foo'],
    ['an underscore in a link', '## 5 [foo_bar baz](x)', '5-foo_bar-bazx', '5-foo_'],
    ['brackets in emphasis', '## 22 **(a) [b] c**', '22-a-b-c', '22-a-'],
    ['emphasis that breaks off', '## 18 *a*b_c_d*e*', '18-ab_c_de', '18-ab_c_de'],
  ])('%s, before and since 0.144', (_, body, before, since) => {
    expect([ids(body, { hugo: former })[0], ids(body)[0]]).toEqual([before, since]);
  });

  test('names of emoji are none in 0.119 and before', () => {
    const config = '-- hugo.toml --\nenableEmoji = true';
    expect(
      ['0.119.0', '0.120.0', '0.152.2'].map((each) =>
        ids('## :smile: A :smile: b', { hugo: hugo(each) }, config),
      ),
    ).toEqual([['-a--b'], ['smile-a-smile-b'], ['smile-a-smile-b']]);
  });

  test('nothing at all gives an id before 0.144 alone', () => {
    expect([ids('##', { hugo: former }), ids('##')]).toEqual([['heading'], []]);
  });

  test('what is there twice gets a number, and what the writer gave counts', () => {
    expect(ids('## X {#x-1}\n## X\n## X\n## Hello-World\n## Hello World\n## x')).toEqual([
      'x-1',
      'x',
      'x-2',
      'hello-world',
      'hello-world-1',
      'x-3',
    ]);
  });

  test('a range of releases knows those of all of them', () => {
    const { anchors: found, otherIds } = anchors('## The _end_\n## Else', {
      hugo: hugo('0.111.3', '0.152.2'),
    });
    expect(found.map(({ id }) => id)).toEqual(['the-end', 'else']);
    expect([...otherIds]).toEqual(['the-_end_']);
  });

  test.each([
    ['off', 'autoHeadingID = false', []],
    ['ASCII alone', 'autoHeadingIDType = "github-ascii"', ['aaou--ce-x_y', 'x2-h2o']],
    ['ASCII alone, by its new name', 'autoIDType = "github-ascii"', ['aaou--ce-x_y', 'x2-h2o']],
    ['as Blackfriday did', 'autoIDType = "blackfriday"', ['åäöü-çé-x-y', 'x-2-h2o']],
  ])('settings: %s', (_, setting, expected) => {
    const config = `-- hugo.toml --\n[markup.goldmark.parser]\n${setting}`;
    expect(ids('## Åäöü & Çé x_y\n## $x^2$ H~2~O', undefined, config)).toEqual(expected);
  });
});

describe('other anchors', () => {
  const unsafe = '-- hugo.toml --\n[markup.goldmark.renderer]\nunsafe = true';

  test('those of HTML, where the site lets it through', () => {
    const html =
      '<a id="one"></a> text <a name=two></a>\n\n<div id="three">\n\n`<a id="four">`\n\n<!-- <a id="five"> -->';
    expect([ids(html), ids(html, undefined, unsafe)]).toEqual([[], ['one', 'two', 'three']]);
  });

  test('footnotes', () => {
    expect(ids('Foot[^b] and[^two], not[^none].\n\n[^two]: Two\n\n[^b]: One')).toEqual([
      'fn:1',
      'fnref:1',
      'fn:2',
      'fnref:2',
    ]);
  });
});

describe('calls', () => {
  const layouts = `-- layouts/shortcodes/note.html --
<div>{{ .Inner | markdownify }}</div>
-- layouts/shortcodes/raw.html --
<pre>{{ .Inner }}</pre>
-- layouts/shortcodes/version.html --
1.2`;
  test('inner content that is rendered by itself begins anew, and what is no Markdown has none', () => {
    const body = '## A\n{{< note >}}\n## A\n{{< /note >}}\n{{< raw >}}\n## A\n{{< /raw >}}\n## A';
    expect(ids(body, undefined, layouts)).toEqual(['a', 'a', 'a-1']);
  });

  test('what a call renders by itself begins anew, however it is written', () => {
    expect(
      ids('## A\n{{% note %}}\n## A\n{{% /note %}}\n{{% raw %}}\n## A\n{{% /raw %}}', undefined, layouts),
    ).toEqual(['a', 'a', 'a-1']);
  });

  test('a call within a heading makes an id that nobody writes', () => {
    expect(anchors('## A {{< version >}}\n## B', undefined, layouts)).toMatchObject({
      anchors: [{ id: 'b' }],
      isOpen: false,
    });
  });

  test.each([
    ['one whose output is Markdown', '{{% version %}}'],
    ['one whose template is not known', '{{< unknown >}}'],
  ])('%s may make headings', (_, call) => {
    expect(anchors(`## A\n${call}`, undefined, layouts)).toMatchObject({
      anchors: [{ id: 'a' }],
      isOpen: true,
    });
  });
});

test('a title is what a reader sees', () => {
  expect(anchors('## The _end_ of [**all** things](/x) `a_b` -- now {#end}').anchors).toMatchObject([
    { id: 'end', level: 2, title: 'The end of all things a_b -- now', kind: 'explicit' },
  ]);
});

test.each([
  ['underscores', '_'.repeat(9000)],
  ['brackets', '['.repeat(9000)],
  ['marks', '*a _b '.repeat(2000)],
  ['the same heading', '# a\n# '.repeat(5000)],
  ['beginnings of tags', '<a id="'.repeat(5000)],
  ['footnotes', '[^1]'.repeat(5000)],
])('many %s are read in time', (_, body) => {
  expect(ids(`# ${body}\n\n## The end`)).toContain('the-end');
});
