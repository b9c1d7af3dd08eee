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
-- static/img/logo.svg --
`);

const leaf = 'content/news/one/index.md';
const branch = 'content/news/_index.md';

test.each([
  ['a key', leaf, '---\ncover: █\n---\n', ['maps/', 'sky.jpg']],
  ['a folder of the bundle', leaf, '---\ncover: maps/█\n---\n', ['maps/north.png']],
  ['a branch bundle, without its folders', branch, '{{< figure src="█" >}}', ['flag.svg', '/img/']],
  ['an argument', leaf, '{{< figure src="█" >}}', ['maps/', 'sky.jpg', '/img/']],
  ['a page without a bundle', 'content/news/two.md', '{{< figure src="█" >}}', ['/img/']],
])('%s', (_, path, marked, labels) => {
  expect(suggestions(marked, { site, path }).filter((label) => label !== '""')).toEqual(labels);
});
