// Files of a page's own bundle.
import { expect, test } from 'vitest';
import { suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/_default/single.html --
{{ with .Resources.GetMatch .Params.cover }}{{ .RelPermalink }}{{ end }}
-- content/news/one/index.md --
---
title: One
---
-- content/news/one/sky.jpg --
-- content/news/one/maps/north.png --
-- content/news/_index.md --
---
title: News
---
-- content/news/flag.svg --
-- content/news/two.md --
---
title: Two
---
-- content/news/one/notes.txt --
-- content/news/one/papers/plan.pdf --
-- static/img/logo.svg --
-- static/img/new/sea.png --
-- static/favicon.ico --
-- static/robots.txt --
-- static/fonts/plain.woff2 --
`);

const leaf = 'content/news/one/index.md';
const branch = 'content/news/_index.md';

test.each([
  ['a key', leaf, '---\ncover: █\n---\n', ['maps/', 'papers/', 'notes.txt', 'sky.jpg']],
  ['a folder of the bundle', leaf, '---\ncover: maps/█\n---\n', ['maps/north.png']],
  [
    'a branch bundle, without its folders',
    branch,
    '{{< figure src="█" >}}',
    ['flag.svg', '/favicon.ico', '/img/'],
  ],
  ['an argument', leaf, '{{< figure src="█" >}}', ['sky.jpg', 'maps/', '/favicon.ico', '/img/']],
  ['a page without a bundle', 'content/news/two.md', '{{< figure src="█" >}}', ['/favicon.ico', '/img/']],
  ['a folder of pictures', leaf, '{{< figure src="/img/█" >}}', ['/img/logo.svg', '/img/new/']],
])('%s', (_, path, marked, labels) => {
  expect(suggestions(marked, { site, path }).filter((label) => label !== '""')).toEqual(labels);
});
