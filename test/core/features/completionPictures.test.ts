// Which pictures a writer is offered where every page has one of its own.
import { expect, test } from 'vitest';
import { completionList, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const pictures = ['2023/06/mill', '2024/03/sea', '2024/09/card_9', '2024/09/card_10', '2024/10/sack'];

const site = siteOf(`
-- hugo.toml --
defaultContentLanguage = "sv"
[languages.sv]
[languages.nb]
-- layouts/_default/single.html --
<img src="{{ .Params.image }}">{{ with .Resources.GetMatch .Params.image }}{{ .RelPermalink }}{{ end }}
${pictures.map((name, at) => `-- content/news/p${String(at)}.md --\n---\ntitle: P\nimage: /media/${name}.jpg\n---\n-- static/media/${name}.jpg --`).join('\n')}
-- content/news/translated.md --
---
title: Sea
image: /about/us.png
---
-- static/about/us.png --
-- static/media/2024/10/left.jpg --
-- static/media/2024/10/notes.txt --
-- static/media/2025/01/new_2.jpg --
-- static/media/2025/01/new_11.jpg --
-- static/media/2025/drafts/other.jpg --
-- content/news/own/index.md --
---
title: Own
---
-- content/news/own/beside.jpg --
-- content/news/own/notes.txt --
`);

const newest = ['/media/2025/01/new_11.jpg', '/media/2025/01/new_2.jpg', '/media/2024/10/left.jpg'];
const used = [
  '/media/2024/10/sack.jpg',
  '/media/2024/09/card_10.jpg',
  '/media/2024/09/card_9.jpg',
  '/media/2024/03/sea.jpg',
  '/media/2023/06/mill.jpg',
];

test.each([
  [
    'those that no page has yet, then those of other pages, the newest first',
    'content/news/ny.md',
    [...newest, ...used],
  ],
  ['those of the own bundle before them', 'content/news/own/index.md', ['beside.jpg', ...newest]],
  ['that of the translation before them', 'content/news/translated.nb.md', ['/about/us.png', ...newest]],
])('%s', (_, path, expected) => {
  const labels = suggestions('---\ntitle: Ny\nimage: █\n---\n', { site, path });
  expect(labels.slice(0, expected.length)).toEqual(expected);
});

test('one that no page has is told to be so', () => {
  const path = 'content/news/ny.md';
  const [first] = completionList('---\nimage: █\n---\n', { site, path }).items;
  expect(first?.detail).toBe('not used yet');
});
