// What Hugo 0.111 counted of the same texts, with the same shortcodes.
import { expect, test } from 'vitest';
import type { PageDocument } from '../../../server/src/core/site/pageDocument.ts';
import { readingOf } from '../../../server/src/core/site/wordCount.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';

const shortcodes = `-- layouts/shortcodes/box.html --
<div><img src="/img/{{ .Get "image" }}"><h2>{{ .Get "title" }}</h2>{{ .Inner }}</div>
`;

test.each<readonly [says: string, body: string, words: number]>([
  ['words', 'One two three.', 3],
  ['a dash by itself', 'One – two', 3],
  ['headings, lists and quotations without their marks', '# One\n\n- two\n- three\n\n1. four\n\n> five', 5],
  ['the text of a link, nothing of a picture', '[one two](/a/b "title") ![three](/x.png)', 2],
  ['a reference', '[one][a]\n\n[a]: /some/where', 1],
  ['code', 'a\n\n```sh\nls <dir> -l\n```\n\n`b <c>`', 6],
  ['tags of HTML vanish', 'one <b class="x y">two</b><br>three', 3],
  ['styles and scripts vanish', '<style>\na b c\n</style>\n\none', 1],
  ['a comment', 'one\n\n<!-- two three -->\n', 1],
  ['a table', '| a | b |\n|---|---|\n| c | d e |', 5],
  [
    'the arguments of a shortcode that are text, and what is in it',
    '{{< box image="a.png" title="one two" >}}\nthree\n{{< /box >}}',
    3,
  ],
])('%s', (_, body, words) => {
  const site = siteOf(`${shortcodes}-- content/p.md --\n`);
  expect(
    readingOf(site, pageOf(site, 'content/p.md', `---\ntitle: T\n---\n${body}\n`), undefined).words,
  ).toBe(words);
});

test.each<readonly [says: string, then: string, hugo: number, now: string, words: number]>([
  ['as Hugo does', '{{< box >}} one', 7, '{{< box >}} one', 7],
  ['as Hugo did, with what is new', '{{< box >}} one', 7, '{{< box >}} one two three', 9],
  ['as Hugo did, without what is gone', '{{< box >}} one two', 8, '{{< box >}}', 6],
  [
    'without Hugo once shortcodes are called otherwise',
    '{{< box >}} one',
    7,
    '{{< box >}} {{< box >}} one',
    1,
  ],
])('%s', (_, then, counted, now, words) => {
  const site = siteOf(`${shortcodes}-- content/p.md --\n`);
  const [before, page] = [then, now].map((body) => pageOf(site, 'content/p.md', body)) as [
    PageDocument,
    PageDocument,
  ];
  expect(readingOf(site, page, undefined, { page: before, words: counted }).words).toBe(words);
});

test.each([
  ['0.152.2', 213, undefined, 1],
  ['0.152.2', 501, true, 1],
  ['0.168.0', 212, undefined, 1],
  ['0.168.0', 213, undefined, 2],
  ['0.168.0', 500, true, 1],
  ['0.168.0', 501, true, 2],
])('Hugo %s takes as long for %i words (or signs: %s)', (release, words, isCjk, minutes) => {
  const site = siteOf('-- content/p.md --\n', { hugo: hugo(release) });
  const text = (isCjk === true ? '字' : 'word ').repeat(words);
  expect(readingOf(site, pageOf(site, 'content/p.md', text), isCjk).minutes).toBe(minutes);
});

test.each<
  readonly [text: string, isCjk: boolean | undefined, config: string, words: number, minutes: number]
>([
  ['word '.repeat(213), undefined, '', 213, 1],
  ['word '.repeat(214), undefined, '', 214, 2],
  ['', undefined, '', 0, 0],
  ['你好 world', undefined, '', 2, 1],
  ['你好 world', true, '', 3, 1],
  ['你好 world', undefined, 'hasCJKLanguage = true', 3, 1],
  ['你好 world', false, 'hasCJKLanguage = true', 2, 1],
  ['好'.repeat(502), true, '', 502, 2],
])('words and minutes of %s', (text, isCjk, config, words, minutes) => {
  const site = siteOf(`-- hugo.toml --\n${config}\n-- content/p.md --\n`);
  expect(readingOf(site, pageOf(site, 'content/p.md', text), isCjk)).toEqual({ words, minutes });
});
