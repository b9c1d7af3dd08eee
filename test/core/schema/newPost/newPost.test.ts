// Which file a new post becomes, and what stands in it.
import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../../../server/src/core/schema/newPost/fileName.ts';
import { newPostText } from '../../../../server/src/core/schema/newPost/newPostText.ts';
import { placeAt, postPlaces } from '../../../../server/src/core/schema/newPost/places.ts';
import { planNewPost, type PostRequest } from '../../../../server/src/core/schema/newPost/planNewPost.ts';
import { newPostSnippet } from '../../../../server/src/core/schema/newPost/snippet.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { siteOf } from '../../../support/site.ts';

const when = { today: '2026-11-22', now: '2026-11-22T09:30:00+01:00' };

describe('the name of a file', () => {
  test.each([
    ['Hello World', 'hello-world'],
    ['Förbättringar i välfärdens informationssäkerhet', 'forbattringar-i-valfardens-informationssakerhet'],
    ['Ærlig talt: øl på Åland', 'aerlig-talt-ol-pa-aland'],
    ['What? Yes! 50 % & more', 'what-yes-50-more'],
    ["The mill's wheel, Maud’s", 'the-mills-wheel-mauds'],
    ['Hugo 0.150 is out', 'hugo-0-150-is-out'],
    ['a / b \\ c: "d" <e> | f * g', 'a-b-c-d-e-f-g'],
    ['  -- spaced --  ', 'spaced'],
    ['con', 'con-page'],
    ['COM1', 'com1-page'],
    ['Index', 'index-page'],
    ['.hidden', 'hidden'],
    ['???', ''],
    ['日本語の記事', '日本語の記事'],
    [
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
      'one-two-three-four-five-six-seven-eight-nine-ten-eleven-twelve-thirteen-fourteen',
    ],
    ['x'.repeat(300), 'x'.repeat(80)],
  ])('of "%s" is %s', (title, name) => {
    expect(fileNameOf(title, false)).toBe(name);
  });

  test('keeps letters with marks where the site does', () => {
    expect(fileNameOf('Åse & Björn', true)).toBe('åse-björn');
  });
});

const page = (title: string, date = ''): string =>
  `---\ntitle: ${title}\n${date === '' ? '' : `date: ${date}\n`}---\n`;
const mill = `
-- hugo.toml --
title = "Mill"
-- archetypes/blogg.md --
---
title: "{{ replace .Name "-" " " | title }}"
date: "{{ .Date }}"
intro: ""
tags: []
section: "blogg"
---
-- archetypes/default.md --
---
title: "{{ .Name }}"
made: {{ partial "x" . }}
---
-- archetypes/event.md --
---
title: "{{ .Nope }}"
---
-- archetypes/gallery/index.md --
---
title: "{{ .Name }}"
images: [""]
---
Text of {{ .Type }}.
-- content/blogg/2024/2024-02-wheel.md --
${page('Hjulet går', '2024-02-01')}
-- content/blogg/2025/2025-03-stone.md --
${page('Sten på sten', '2025-03-01')}
-- content/blogg/2016/old.md --
${page('Old', '2016-03-01')}
-- content/blogg/_index.md --
${page('Blogg')}
-- content/no/blogg/2025/2025-01-hjul.md --
${page('Hjul', '2025-01-01')}
-- content/guides/press/index.md --
${page('Press')}
-- content/guides/paper/index.md --
${page('Paper')}
-- content/about.md --
${page('About')}
`;

const site = siteOf(mill);

function planned(request: Partial<PostRequest>, files = site): string {
  const plan = planNewPost(files, { folder: 'blogg', language: 'en', title: 'Ny ängel', ...request }, when);
  return plan.problem === undefined ? plan.shown : `${plan.shown}: ${formatMessage(plan.problem)}`;
}

describe('a new post stands', () => {
  test.each<[string, Partial<PostRequest>, string]>([
    ['in the year, with the date, as the newest do', {}, 'content/blogg/2026/2026-11-ny-angel.md'],
    ['in the language that is a folder', { folder: 'no/blogg' }, 'content/no/blogg/2026/2026-11-ny-angel.md'],
    ['in a folder of its own, as its neighbors do', { folder: 'guides' }, 'content/guides/ny-angel/index.md'],
    [
      'in a single file where that is wanted',
      { folder: 'guides', isBundle: false },
      'content/guides/ny-angel.md',
    ],
    ['at the top', { folder: '' }, 'content/ny-angel.md'],
    ['in the very folder', { here: 'blogg/2024' }, 'content/blogg/2024/2026-11-ny-angel.md'],
    ['in a bundle where its archetype is one', { folder: 'gallery' }, 'content/gallery/ny-angel/index.md'],
    ['at its own path', { path: 'blogg/x.md' }, 'content/blogg/x.md'],
    ['with signs that an address escapes', { path: 'blogg/100% (a).md' }, 'content/blogg/100% (a).md'],
    ['with half of a sign', { path: 'blogg/\uD800.md' }, 'content/blogg/\uFFFD.md'],
  ])('%s', (_, request, shown) => {
    expect(planned(request)).toBe(shown);
  });

  test.each<[string, Partial<PostRequest>, RegExp]>([
    ['a page is there', { folder: '', title: 'About' }, /already/],
    [
      'the other kind of page is there',
      { folder: 'guides', title: 'Press', isBundle: false },
      /guides\/press\/index\.md already/,
    ],
    ['the title has no letter', { title: '?!' }, /needs a letter/],
    ['Hugo takes no such file', { path: 'blogg/x.txt' }, /\.md/],
    ['a name is none', { path: 'blogg//x.md' }, /no path/],
    ['a name leads out', { path: '../x.md' }, /no path/],
    ['Windows takes no such name', { path: 'blogg/aux.md' }, /Not every disk/],
    ['a sign is reserved', { path: 'blogg/a:b.md' }, /Not every disk/],
  ])('nowhere where %s', (_, request, problem) => {
    expect(planned(request)).toMatch(problem);
  });

  test('in its language, by the name of the file or by the folder of the language', () => {
    const languages = '[languages.en]\nweight = 1\n[languages.no]\nweight = 2\n';
    const byName = siteOf(
      `-- hugo.toml --\n${languages}-- content/posts/a.md --\n${page('A')}-- content/posts/a.no.md --\n${page('A')}`,
    );
    const byFolder = siteOf(
      `-- hugo.toml --\n[languages.en]\ncontentDir = "content/en"\n[languages.no]\ncontentDir = "content/no"\n-- content/en/posts/a.md --\n${page('A')}`,
    );
    expect(planned({ folder: 'posts', language: 'no' }, byName)).toBe('content/posts/ny-ängel.no.md');
    expect(planned({ folder: 'posts', language: 'en' }, byName)).toBe('content/posts/ny-ängel.md');
    expect(planned({ folder: 'posts', language: 'no' }, byFolder)).toBe('content/no/posts/ny-ängel.md');
  });
});

describe('the place', () => {
  test('is offered, the lists with dates first', () => {
    expect(postPlaces(site).map(({ folder, pages }) => `${folder} ${pages}`)).toEqual([
      'blogg 3',
      'no/blogg 1',
      'guides 2',
      ' 1',
      'event 0',
      'gallery 0',
    ]);
  });

  test.each([
    ['content/blogg/2024/2024-02-wheel.md', false, { folder: 'blogg', language: 'en' }],
    ['content/blogg/_index.md', false, { folder: 'blogg', language: 'en' }],
    ['content/guides/press/index.md', false, { folder: 'guides', language: 'en' }],
    ['content/no/blogg/2025', true, { folder: 'no/blogg', language: 'en', here: 'no/blogg/2025' }],
    ['layouts', true, undefined],
    ['layouts/index.html', false, undefined],
  ])('follows from %s', (path, isFolder, place) => {
    expect(placeAt(site, `${site.root}/${path}`, isFolder)).toEqual(place);
  });
});

function textOf(path: string, title?: string, files = site): string {
  const made = newPostText(
    files,
    { uri: `${files.root}/content/${path}`, path, language: 'en' },
    when,
    title,
  );
  return made.failure === undefined ? made.text : `${made.text}${formatMessage(made.failure.note)}`;
}

describe('a new post says', () => {
  test('what its archetype says, with the title as it was typed', () => {
    expect(textOf('blogg/2026/x.md', 'On "wheels": part 1')).toBe(
      '---\ntitle: "On \\"wheels\\": part 1"\ndate: "2026-11-22T09:30:00+01:00"\nintro: ""\ntags: []\nsection: "blogg"\n---\n\n',
    );
  });

  test('the text of a bundle of the archetype', () => {
    expect(textOf('gallery/a/index.md', 'A')).toBe('---\ntitle: "A"\nimages: [""]\n---\nText of gallery.\n');
  });

  test('what other pages have where only Hugo can run the archetype, and says so', () => {
    expect(textOf('about/x.md', 'X')).toMatch(
      /^---\n.*title: "X".*Only Hugo itself can run "\{\{ partial "x" \. \}\}" of the archetype archetypes\/default\.md/s,
    );
  });

  test('what other pages have where Hugo refuses the archetype, and says so', () => {
    expect(textOf('event/x.md', 'X')).toMatch(/has a mistake at "\{\{ \.Nope \}\}"/);
  });

  test('what Hugo says where nothing is there yet', () => {
    expect(textOf('posts/my-post.md', undefined, siteOf('-- hugo.toml --\ntitle = "New"\n'))).toBe(
      '---\ntitle: "My Post"\ndate: 2026-11-22T09:30:00+01:00\ndraft: true\n---\n\n',
    );
  });
});

describe('the writer is led through', () => {
  test.each([
    [
      'empty values of YAML',
      '---\ntitle: "A"\nintro: ""\ntags: []\nlink:\nimages: [""]\n---\n\n',
      '---\ntitle: "A"\nintro: "${1}"\ntags: [${2}]\nlink: ${3}\nimages: ["${4}"]\n---\n\n$0',
    ],
    [
      'empty values of TOML',
      "+++\ntitle = 'A'\nintro = ''\n+++\n",
      "+++\ntitle = 'A'\nintro = '${1}'\n+++\n$0",
    ],
    [
      'values below others',
      '---\ncover:\n  image: ""\n---\nText\n',
      '---\ncover:\n  image: "${1}"\n---\n$0Text\n',
    ],
    ['a text with the signs of snippets', '---\nprice: $5 {a}\n---\n', '---\nprice: \\$5 {a\\}\n---\n$0'],
  ])('%s', (_, text, snippet) => {
    expect(newPostSnippet(site, text)).toBe(snippet);
  });
});
