import { expect, test } from 'vitest';
import { everyLink, type SiteLink } from '../../../server/src/core/references/everyLink.ts';
import { ownTarget } from '../../../server/src/core/references/ownTarget.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';

const base = `-- hugo.toml --
baseURL = "https://sea.example/"
-- content/boats/_index.md --
-- content/boats/oars.md --
---
tags: [wood]
---
-- content/boats/sail/index.md --
-- content/boats/sail/mast.jpg --
-- content/harbor/pier.md --
---
draft: true
---
-- static/img/sky.jpg --
-- static/cards/oak.svg --
-- assets/logo.png --
-- layouts/_default/single.html --
{{ with .Params.card }}<img src="/cards/{{ . }}.svg">{{ end }}{{ with .Params.related }}{{ with site.GetPage . }}{{ .Title }}{{ end }}{{ end }}{{ with .Params.logo }}{{ with resources.Get . }}{{ .RelPermalink }}{{ end }}{{ end }}
`;

function shown(text: string, path = 'content/boats/p.md'): readonly string[] {
  const site = siteOf(`${base}-- ${path} --\n${text}`, { hugo: hugo('0.152.2') });
  const goal = (link: SiteLink): string => {
    const target = ownTarget(site, link.target);
    return target.kind === 'page'
      ? target.page.path
      : target.kind === 'file'
        ? target.uri.replace('file:///site/', '')
        : target.kind;
  };
  return everyLink(site, pageOf(site, path, text)).map((link) => {
    const { origin, path: where, fragment } = link;
    const anchor = fragment === undefined ? '' : `#${fragment.value}`;
    return `${origin} ${text.slice(where.start, where.end)}${anchor} -> ${goal(link)}`;
  });
}

test.each([
  ['a link with a fragment', '[a](oars/?b=1#c%20d)', ['inline oars/#c d -> missing']],
  ['a link', '[a](../oars/#c)', ['inline ../oars/#c -> boats/oars.md']],
  [
    'a definition that is used, once',
    '[a][b] [c][b]\n\n[b]: /boats/oars/',
    ['reference /boats/oars/ -> boats/oars.md'],
  ],
  ['a definition that is not used', '[b]: /boats/oars/#c', ['definition /boats/oars/#c -> boats/oars.md']],
  ['a reference', '{{< ref "oars.md#c" >}}', ['ref oars.md#c -> boats/oars.md']],
  ['a reference in a link', '[a]({{% relref "sail" %}})', ['ref sail -> boats/sail/index.md']],
  ['a reference to a draft', '{{< ref "/harbor/pier" >}}', ['ref /harbor/pier -> harbor/pier.md']],
  ['a reference to an anchor of the page', '{{< ref "#c" >}}', ['ref #c -> samePage']],
  ['a reference to nothing', '{{< ref "none" >}}', ['ref none -> unknown']],
  ['the list of a term', '[a](/tags/wood/)', ['inline /tags/wood/ -> generated']],
  ['aliases', '---\naliases: [/old/, older]\n---\n', ['alias /old/ -> samePage', 'alias older -> samePage']],
  [
    'an address in front matter',
    '---\nlink: "/boats/oars/#c"\n---\n',
    ['frontMatter /boats/oars/#c -> boats/oars.md'],
  ],
  [
    'a picture in front matter',
    '---\nimage: img/sky.jpg\n---\n',
    ['frontMatter img/sky.jpg -> static/img/sky.jpg'],
  ],
  [
    'a name that a template makes an address of',
    '---\ncard: oak\n---\n',
    ['frontMatter oak -> static/cards/oak.svg'],
  ],
  ['a page that a template looks up', '---\nrelated: oars\n---\n', ['frontMatter oars -> boats/oars.md']],
  ['an asset', '---\nlogo: logo.png\n---\n', ['frontMatter logo.png -> assets/logo.png']],
  [
    'an entry of a menu',
    '---\nmenu:\n  main:\n    pageRef: /boats/oars\n---\n',
    ['frontMatter /boats/oars -> boats/oars.md'],
  ],
  ['where the page itself stands', '---\nurl: /boats/oars/\ntitle: /boats/oars/\n---\n', []],
  ['words', '---\nauthor: oak\ndescription: See /boats/oars/\ncount: 1.5\n---\nText.', []],
])('%s', (_, text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test('resources of a bundle', () => {
  const text = '---\nresources:\n  - src: mast.jpg\n    name: mast\n---\n![](mast.jpg)';
  expect(shown(text, 'content/boats/sail/index.md')).toEqual([
    'frontMatter mast.jpg -> content/boats/sail/mast.jpg',
    'inline mast.jpg -> content/boats/sail/mast.jpg',
  ]);
});
