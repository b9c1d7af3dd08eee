import { describe, expect, test } from 'vitest';
import { cardOf, render } from './render.ts';

describe('front matter is a card on top of the page', () => {
  const shown = `<h1 class="front-matter-title">A mill</h1>
<p class="front-matter-details"><time class="front-matter-date">2024-05-01</time> <span class="front-matter-author">Maud</span> <strong class="front-matter-draft">Draft</strong></p>
<p class="front-matter-description">Wind &amp; water</p>
<ul class="front-matter-tags" aria-label="tags"><li>wind</li><li>work</li></ul>
<details class="front-matter-more"><summary>More front matter</summary><dl><dt>weight</dt><dd>3</dd></dl></details>`;

  test.each([
    [
      'YAML',
      '---\ntitle: A mill\ndate: 2024-05-01\nauthor: Maud\ndescription: "Wind & water"\ndraft: true\ntags: [wind, work]\nweight: 3\n---\n',
    ],
    [
      'TOML',
      '+++\ntitle = "A mill"\ndate = 2024-05-01\nauthor = "Maud"\ndescription = "Wind & water"\ndraft = true\ntags = ["wind", "work"]\nweight = 3\n+++\n',
    ],
    [
      'JSON',
      '{\n"title": "A mill",\n"date": "2024-05-01",\n"author": "Maud",\n"description": "Wind & water",\n"draft": true,\n"tags": ["wind", "work"],\n"weight": 3\n}\n',
    ],
  ])('in %s', async (_, text) => {
    expect(await cardOf(text)).toBe(shown);
  });

  test.each([
    ['no front matter', '# Text\n', ''],
    ['empty front matter', '---\n---\n', ''],
    ['no draft', '---\ntitle: a\ndraft: false\n---\n', '<h1 class="front-matter-title">a</h1>'],
    ['keys in another case', '---\nTitle: a\n---\n', '<h1 class="front-matter-title">a</h1>'],
    [
      'the same key twice, of which Hugo takes the last',
      '---\ntitle: a\ntitle: b\n---\n',
      '<h1 class="front-matter-title">b</h1>',
    ],
    ['half typed', '---\ntitle: a\ndescr\n---\n', '<h1 class="front-matter-title">a</h1>'],
    [
      'a table as it is written',
      '---\nmenu:\n  main:\n    weight: 1\n---\n',
      '<details class="front-matter-more"><summary>More front matter</summary><dl><dt>menu</dt><dd>main:\n    weight: 1</dd></dl></details>',
    ],
    [
      'several authors',
      '---\nauthors: [Maud, Ylva]\n---\n',
      '<p class="front-matter-details"><span class="front-matter-authors">Maud, Ylva</span></p>',
    ],
    [
      'hostile keys and values',
      '---\ntitle: "<script>alert(1)</script>"\n"<b>": "</dd><img>"\n---\n',
      '<h1 class="front-matter-title">&lt;script&gt;alert(1)&lt;/script&gt;</h1>\n' +
        '<details class="front-matter-more"><summary>More front matter</summary><dl><dt>&lt;b&gt;</dt><dd>&lt;/dd&gt;&lt;img&gt;</dd></dl></details>',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await cardOf(text)).toBe(expected);
  });

  test('with the lines of its keys', async () => {
    expect(await cardOf('---\n# why\ntitle: a\n---\n', { marked: true })).toBe(
      '<h1 class="front-matter-title" data-line="2">a</h1>',
    );
  });

  test('and the title is that of the document', async () => {
    const { html } = await render('---\ntitle: "</title><script>"\n---\n');
    expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
  });
});
