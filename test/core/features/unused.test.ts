import { expect, test } from 'vitest';
import { Mentions } from '../../../server/src/core/features/unused/mentions.ts';
import { doubtsAbout, unusedIn, unusedKinds } from '../../../server/src/core/features/unused/unused.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { siteOf } from '../../support/site.ts';
import { parseTxtar } from '../../support/txtar.ts';

const now = '2026-01-01T00:00:00Z';

const base = `
-- hugo.toml --
baseURL = "https://mill.example/"
-- layouts/_default/single.html --
{{ .Title }}{{ .Content }}<img src="/img/{{ .Params.card }}"><img src="/img/logo.png">
-- layouts/shortcodes/box.html --
{{ .Get "title" }}
-- content/blogg/_index.md --
---
title: Blog
---
-- content/blogg/ink.md --
---
title: Ink
---
[Quill](/blogg/quill/)
-- content/blogg/quill.md --
---
title: Quill
---
[Ink](/blogg/ink/)
`;

const cases: readonly (readonly [name: string, files: string, unused: readonly string[]])[] = [
  ['a shortcode without a call', '', ['shortcode box']],
  ['a shortcode that a page calls', '-- content/blogg/_index.md --\n{{< box >}}\n', []],
  ['a shortcode that an archetype calls', '-- archetypes/default.md --\n{{< box title="" >}}\n', []],
  [
    'a shortcode that a template renders',
    '-- layouts/partials/x.html --\n{{ .RenderString "{{% box %}}" }}\n',
    [],
  ],
  [
    'a key',
    '-- content/blogg/new.md --\n---\ntitle: New\nblinking: 1\n---\n[I](ink)\n',
    ['key blinking', 'page New', 'shortcode box'],
  ],
  [
    'a key that a template reads',
    '-- content/blogg/_index.md --\n---\ntitle: New\ncard: a.png\n---\n',
    ['shortcode box'],
  ],
  ['a picture', '-- static/img/sky.png --\nx\n', ['file img/sky.png', 'shortcode box']],
  ['a picture that a template shows', '-- static/img/logo.png --\nx\n', ['shortcode box']],
  ['what hosts ask for', '-- static/favicon.png --\nx\n-- static/robots.txt --\nx\n', ['shortcode box']],
  [
    'a picture that a page shows, escaped and in other letters',
    '-- static/img/Stor bild.png --\nx\n-- content/blogg/_index.md --\n![](/img/stor%20bild.png)\n',
    ['shortcode box'],
  ],
  [
    'a picture by a value that a template puts a name around',
    '-- static/img/icon-sun.svg --\nx\n-- layouts/shortcodes/icon.html --\n<img src="/img/icon-{{ .Get 0 }}.svg">\n-- content/blogg/_index.md --\n{{< icon sun >}}{{< box >}}\n',
    [],
  ],
  [
    'a picture of a style sheet',
    '-- static/img/sky.png --\nx\n-- static/main.css --\nbody { background: url(img/sky.png) }\n',
    ['shortcode box'],
  ],
  [
    'a page without a link',
    '-- content/blogg/reed.md --\n---\ntitle: Reed\n---\n',
    ['page Reed', 'shortcode box'],
  ],
  [
    'a draft without a link',
    '-- content/blogg/reed.md --\n---\ntitle: Reed\ndraft: true\n---\n',
    ['shortcode box'],
  ],
  [
    'a page that a reference leads to',
    '-- content/blogg/reed.md --\n---\ntitle: Reed\n---\n-- content/blogg/_index.md --\n[R]({{< ref "reed" >}})\n',
    ['shortcode box'],
  ],
  [
    'a page in a menu',
    '-- content/blogg/reed.md --\n---\ntitle: Reed\n---\n-- hugo.yaml --\nmenus:\n  main:\n    - pageRef: "/blogg/reed"\n',
    ['shortcode box'],
  ],
  [
    'a page that a file of a bundle is',
    '-- content/blogg/reed/index.md --\n---\ntitle: Reed\n---\n-- content/blogg/reed/part.md --\n---\ntitle: Part\n---\n',
    ['page Reed', 'shortcode box'],
  ],
];

test.each(cases)('%s', (_, files, unused) => {
  const { items } = find(base + files);
  expect(items.sort()).toEqual(unused.toSorted());
});

test('nothing is told before the site has been read', () => {
  expect(find(base, true).items).toEqual([]);
});

test('what may use it all the same is said', () => {
  const { doubts } = find(
    `${base}-- layouts/partials/all.html --\n{{ range .Resources.Match "*.png" }}{{ end }}{{ range $k, $v := .Params }}{{ end }}{{ resources.Get . }}{{ resources.Match . }}\n`,
  );
  expect(doubts).toEqual([
    'Some templates read any key at all, so one listed here may be read.',
    'Files of page bundles are not listed: templates take them all.',
    'Assets are not listed: templates make up the names they look for.',
  ]);
});

function find(txtar: string, isReading = false): { items: string[]; doubts: string[] } {
  const site = siteOf(txtar, { isReading });
  const mentions = new Mentions(site);
  for (const page of site.pages()) {
    mentions.addPage(page);
  }
  for (const [path, text] of parseTxtar(txtar)) {
    if (!path.startsWith('content/')) {
      mentions.addText({ uri: `file:///site/${path}`, text });
    }
  }
  const kinds = new Set(unusedKinds);
  return {
    items: unusedIn(site, mentions, kinds, now).map(({ kind, name }) => `${kind} ${name}`),
    doubts: doubtsAbout(site, mentions, kinds).map((doubt) => formatMessage(doubt)),
  };
}
