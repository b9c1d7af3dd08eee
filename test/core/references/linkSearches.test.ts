import { describe, expect, test } from 'vitest';
import { searchFile, searchHeading, searchPage } from '../../../server/src/core/references/linkSearches.ts';
import type { SiteSearch } from '../../../server/src/core/references/types.ts';
import { hugo, siteOf } from '../../support/site.ts';
import { parseTxtar } from '../../support/txtar.ts';

const harbor = `-- hugo.toml --
baseURL = "https://harbor.example/docs/"
defaultContentLanguage = "en"
[languages.en]
[languages.sv]
contentDir = "content-sv"
[[menus.main]]
name = "Boats"
pageRef = "/boats"
[[menus.main]]
name = "Sail"
url = "/docs/boats/sail/#rig"
[markup.goldmark.renderer]
unsafe = true
-- content/_index.md --
[Boats](boats/) and [sail](/docs/boats/sail/) and <a href="https://harbor.example/docs/boats/sail">again</a>.
-- content/boats/_index.md --
---
title: Boats
---
[Sail](sail/#rig "Rig") and [oars](./oars) {{< ref "sail.md#rig" >}} ![](/docs/img/Sky%20blue.jpg?w=2)
-- content/boats/sail/index.md --
---
title: Sail
aliases: [/wind/]
images: [/img/Sky blue.jpg, mast.jpg]
---
## Rig

See [rig](#rig), [all boats](../), [top](#), ![](mast.jpg)
-- content/boats/sail/mast.jpg --
-- content/boats/oars.md --
---
title: Oars
menu:
  main:
    url: /boats/sail/
related: /boats/sail/
---
[Sail][s] {{% relref path="/boats/sail" %}} <img src="/docs/img/sky.jpg" srcset="/docs/boats/sail/mast.jpg 2x">

[s]: ../sail/?a=1#rig
[unused]: ../../wind/
-- content/boats/storm.md --
---
title: Sail
---
[boats](_index.md) [sail](https://elsewhere.example/boats/sail/) sail boats [x](../sails/) \`[sail](../sail/)\`
-- static/img/Sky blue.jpg --
-- static/img/sky.jpg --
`;

const site = siteOf(harbor.replaceAll('\\`', '`'), { hugo: hugo('0.152.2') });
const texts = parseTxtar(harbor.replaceAll('\\`', '`'));

/** What is found, file by file, each with what stands before it. */
function shown({ files, find }: SiteSearch, among = texts): readonly string[] {
  return files.flatMap((uri) => {
    const path = decodeURIComponent(uri.replace('file:///site/', ''));
    const text = among.get(path);
    return text === undefined
      ? []
      : find({ uri, text }).map(
          ({ range: { start, end }, role }) =>
            `${path} ${text.slice(Math.max(0, start - 5), start).replace(/^.*\n/s, '')}<${text.slice(start, end)}>${role === 'declaration' ? ' itself' : ''}`,
        );
  });
}

const at = (path: string): string => `file:///site/${path}`;

describe('everything that leads to', () => {
  test('a page, by its address, its file, an alias, from its own folder and from menus', () => {
    expect(shown(searchPage(site, at('content/boats/sail/index.md')))).toEqual([
      'content/boats/sail/index.md <> itself',
      'content/_index.md ail](</docs/boats/sail/>',
      'content/_index.md ref="<https://harbor.example/docs/boats/sail>',
      'content/boats/_index.md ail](<sail/>',
      'content/boats/_index.md ref "<sail.md>',
      'content/boats/oars.md url: </boats/sail/>',
      'content/boats/oars.md ted: </boats/sail/>',
      'content/boats/oars.md ath="</boats/sail>',
      'content/boats/oars.md [s]: <../sail/>',
      'content/boats/oars.md ed]: <../../wind/>',
      'hugo.toml l = "</docs/boats/sail/>',
    ]);
  });

  test('a list', () => {
    expect(shown(searchPage(site, at('content/boats/_index.md')))).toEqual([
      'content/boats/_index.md <> itself',
      'content/_index.md ats](<boats/>',
      'content/boats/sail/index.md ats](<../>',
      'content/boats/storm.md ats](<_index.md>',
      'hugo.toml f = "</boats>',
    ]);
  });

  test('a heading', () => {
    expect(shown(searchHeading(site, at('content/boats/sail/index.md'), 'rig'))).toEqual([
      'content/boats/sail/index.md ## <Rig> itself',
      'content/boats/sail/index.md ig](#<rig>',
      'content/boats/_index.md ail/#<rig>',
      'content/boats/_index.md l.md#<rig>',
      'content/boats/oars.md ?a=1#<rig>',
      'hugo.toml ail/#<rig>',
    ]);
  });

  test('a published file', () => {
    expect(shown(searchFile(site, at('static/img/Sky blue.jpg')))).toEqual([
      'static/img/Sky blue.jpg <> itself',
      'content/boats/_index.md  ![](</docs/img/Sky%20blue.jpg>',
      'content/boats/sail/index.md es: [</img/Sky blue.jpg>',
    ]);
  });

  test('a file of a page bundle', () => {
    expect(shown(searchFile(site, at('content/boats/sail/mast.jpg')))).toEqual([
      'content/boats/sail/mast.jpg <> itself',
      'content/boats/oars.md set="</docs/boats/sail/mast.jpg>',
      'content/boats/sail/index.md jpg, <mast.jpg>',
      'content/boats/sail/index.md  ![](<mast.jpg>',
    ]);
  });
});

test.each([
  ['a page', searchPage],
  ['a file', searchFile],
])('%s that the site does not have is led to by nothing', (_, search) => {
  expect(shown(search(site, at('content/none.md')))).toEqual([]);
});

test('a file of whose name a value says a part alone', () => {
  const files = `-- layouts/_default/single.html --
{{ with .Params.icon }}<img src="/icons/icon-{{ . }}.svg">{{ end }}
-- layouts/shortcodes/icon.html --
<img src="/icons/icon-{{ .Get 0 }}.svg">
-- content/boats/oars.md --
---
icon: arrow
---
-- content/boats/sail.md --
{{< icon arrow >}} {{< icon bow >}}
-- static/icons/icon-arrow.svg --
`;
  const found = searchFile(siteOf(files), at('static/icons/icon-arrow.svg'));
  expect(shown(found, parseTxtar(files))).toEqual([
    'static/icons/icon-arrow.svg <> itself',
    'content/boats/oars.md con: <arrow>',
    'content/boats/sail.md icon <arrow>',
  ]);
});

describe('an archetype leads', () => {
  const files = `-- archetypes/boats.md --
---
title: {{ .Name }}
image: /img/sky.jpg
---
[Oars](/boats/oars/#rig) [oars](../oars/) {{< ref "oars.md" >}} {{ .Date }}
-- content/boats/oars.md --
## Rig
-- static/img/sky.jpg --
`;
  test.each([
    [
      'to a page',
      searchPage(siteOf(files), at('content/boats/oars.md')),
      ['/boats/oars/', '../oars/', 'oars.md'],
    ],
    ['to a heading', searchHeading(siteOf(files), at('content/boats/oars.md'), 'rig'), ['rig']],
    ['to a file', searchFile(siteOf(files), at('static/img/sky.jpg')), ['/img/sky.jpg']],
  ])('%s', (_, search, expected) => {
    const uri = at('archetypes/boats.md');
    const text = parseTxtar(files).get('archetypes/boats.md') ?? '';
    expect(search.files).toContain(uri);
    expect(search.find({ uri, text }).map(({ range: { start, end } }) => text.slice(start, end))).toEqual(
      expected,
    );
  });
});

test('pages that cannot lead there are not read', () => {
  const { files } = searchPage(site, at('content/boats/oars.md'));
  expect(
    files.map((uri) => uri.replace('file:///site/', '')).filter((path) => path.startsWith('content/')),
  ).toEqual(['content/boats/oars.md', 'content/boats/_index.md']);
});
