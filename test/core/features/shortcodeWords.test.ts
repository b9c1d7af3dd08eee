// What the words around a call say of its values.
import { expect, test } from 'vitest';
import { suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/out.html --
<a href="{{ .Get "href" }}">{{ .Get "title" }}</a>
-- layouts/shortcodes/icon.html --
<i class="{{ .Get "icon" }}"></i>{{ .Get "text" }}
-- content/grain/rye.md --
---
title: Rye
---
{{< out href="https://example.org/wheels" title="Wheels" >}}
{{< out href="https://example.org/stones" title="Stones" >}}
{{< icon icon="fa-lock" text="Safe storage" >}}
{{< icon icon="fa-leaf" text="Green power" >}}
-- content/grain/oat.md --
---
title: Growing oats
---
{{< out href="https://example.org/stones" title="Old stones" >}}
{{< out href="https://example.org/wheels" title="A wheel" >}}
{{< ref "/grain/rye" >}}
-- content/water/weir.md --
---
title: Keeping the weir
---
`);

test.each([
  [
    'an address with the words of the title',
    '{{< out href="█" title="The stone" >}}',
    'https://example.org/stones',
  ],
  ['the other one', '{{< out href="█" title="Our wheels" >}}', 'https://example.org/wheels'],
  ['a value of calls with the same words', '{{< icon icon="█" text="Your storage" >}}', 'fa-lock'],
  ['the other one of these', '{{< icon icon="█" text="More power" >}}', 'fa-leaf'],
  ['the page whose title is the text of the link', '[The weir]({{< ref "█" >}})', 'Keeping the weir'],
  ['without such a text, pages that others link to', '{{< ref "█" >}}', 'Rye'],
  ['pages for the old kind of links', '{{< relref "/wat█" >}}', 'Keeping the weir'],
])('%s', (_, marked, first) => {
  expect(suggestions(marked, { site })[0]).toBe(first);
});
