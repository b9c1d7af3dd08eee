// Sites that keep their languages in folders and tell Hugo nothing of it: a writer of one language is offered its pages first.
import { expect, test } from 'vitest';
import { checkCompletion, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const pagesIn = (folder: string, titles: Readonly<Record<string, string>>): string =>
  Object.entries(titles)
    .map(([name, title]) => `-- content/${folder}${name}.md --\n---\ntitle: ${title}\n---\n`)
    .join('');

const site = siteOf(`
-- layouts/_default/single.html --
<a href="{{ .Params.linkurl }}">{{ .Params.linkname }}</a>{{ .Content }}
-- layouts/shortcodes/button.html --
<a href="{{ .Get "url" }}">{{ .Inner }}</a>
-- content/blogg/ett.md --
---
title: Ett
linkurl: /kontakt
---
{{< button url="/kontakt" >}}{{< button url="/pris/" >}}
-- content/blogg/tva.md --
---
title: Två
linkurl: /kontakt/
---
{{< button url="/kontakt/" >}}
-- content/blogg/tre.md --
---
title: Tre
linkurl: /kontakt/
---
{{< button url="/kontakt/" >}}
-- content/no/en.md --
---
title: En
linkurl: /no/kontakt/
---
{{< button url="/no/kontakt/" >}}
${pagesIn('', { kontakt: 'Kontakta oss', pris: 'Priser', moln: 'Moln' })}
${pagesIn('no/', { kontakt: 'Kontakt oss', pris: 'Pris', sky: 'Sky', om: 'Om oss' })}
`);

const norwegian = { site, path: 'content/no/to.md' };
const swedish = { site, path: 'content/blogg/fyra.md' };

test.each([
  ['an address typed from the root', norwegian, '[x](/kon█)', ['Kontakt oss', 'Kontakta oss']],
  ['the same on a page at the root', swedish, '[x](/kon█)', ['Kontakta oss']],
  ['words of a title', norwegian, '[x](pri█)', ['Pris', 'Priser']],
  ['the same on a page at the root', swedish, '[x](pri█)', ['Priser', 'Pris']],
])('%s, its own language first', (_, page, marked, labels) => {
  expect(suggestions(marked, page)).toEqual(labels);
});

test.each([
  ['of front matter', norwegian, '---\nlinkurl: /█\n---\n'],
  ['of an argument', norwegian, '{{< button url="/█" >}}'],
])('a value %s leads to a page of its own language first', (_, page, marked) => {
  expect(suggestions(marked, page)[0]).toBe('/no/kontakt/');
});

test.each([
  ['of front matter', '---\nlinkurl: /kon█\n---\n'],
  ['of an argument', '{{< button url="/kon█" >}}'],
])('a value %s names each page once, as most values do', (_, marked) => {
  const labels = suggestions(marked, swedish).filter((label) => /kontakt\/?$/.test(label));
  expect(labels).toEqual(['/kontakt/', '/no/kontakt/']);
});

test('who writes addresses without a slash at the end is offered them so', () => {
  const bare = siteOf(`
-- layouts/_default/single.html --
<a href="{{ .Params.linkurl }}">{{ .Content }}</a>
-- content/a.md --
---
linkurl: /om
---
-- content/b.md --
---
linkurl: /pris
---
-- content/om.md --
-- content/pris.md --
-- content/karta.md --
-- static/om/karta.pdf --
`);
  const page = { site: bare, path: 'content/c.md' };
  expect(suggestions('---\nlinkurl: /█\n---\n', page).filter((label) => label.endsWith('/'))).toEqual([]);
  checkCompletion('---\nlinkurl: /ka█\n---\n', '/karta', '---\nlinkurl: /karta\n---\n', page);
});
