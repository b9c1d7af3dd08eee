// Arguments whose template says where their value leads: a file, an entry of the data, a page.
import { expect, test } from 'vitest';
import { checkCompletion, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/card.html --
<img src="/img/{{ .Get "image" }}">{{ with index site.Data.people (.Get "person") }}{{ .name }}{{ end }}
-- layouts/shortcodes/read.html --
{{ with site.GetPage (.Get "page") }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
-- data/people/asa.yaml --
name: Åsa
-- data/people/bo.yaml --
name: Bo
-- static/img/sky.jpg --
-- static/img/logos/mill.svg --
-- content/blogg/ett.md --
---
title: Ett
---
-- content/om/oss.md --
---
title: Om oss
---
`);

test.each([
  ['files of the folder that the template puts before it', '{{< card image="█" >}}', ['logos/', 'sky.jpg']],
  ['files of a folder below', '{{< card image="logos/█" >}}', ['logos/mill.svg']],
  ['entries of the data', '{{< card person="█" >}}', ['asa', 'bo']],
  ['pages, those of the section first', '{{< read page="█" >}}', ['/blogg/ett', '/om/oss']],
  ['pages by the beginning of their path', '{{< read page="/om█" >}}', ['/om/oss']],
])('%s', (_, marked, labels) => {
  expect(suggestions(marked, { site })).toEqual(labels);
});

test('a folder leaves its quote open to go on', () => {
  checkCompletion('{{< card image="█" >}}', 'logos/', '{{< card image="logos/${0}" >}}', { site });
  checkCompletion('{{< card image=█ >}}', 'logos/', '{{< card image="logos/${0}" >}}', { site });
});

test('a path leads to pages of the same language alone', () => {
  const translated = siteOf(`
-- hugo.toml --
defaultContentLanguage = "sv"
[languages.sv]
[languages.nb]
-- content/om/oss.md --
---
title: Om oss
---
-- content/om/oss.nb.md --
---
title: Om oss
---
-- content/om/bare.nb.md --
---
title: Bare
---
`);
  expect(suggestions('{{< ref "█" >}}', { site: translated, path: 'content/a.md' })).toEqual(['Om oss']);
  expect(suggestions('{{< ref "█" >}}', { site: translated, path: 'content/a.nb.md' })).toEqual([
    'Om oss',
    'Bare',
  ]);
});
