// What a writer finds changed in a site after files were moved in the explorer: the lines that differ, by file.
import { describe, expect, test } from 'vitest';
import { moveFiles } from '../../../server/src/core/features/move/moveFiles.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { now } from '../../support/checks.ts';
import { siteOf, type SiteOptions } from '../../support/site.ts';
import { parseTxtar } from '../../support/txtar.ts';

const root = 'file:///site';
const config = '-- hugo.toml --\nbaseURL = "https://example.org/"\n';

/** `from -> to`, below the site's folder. */
function toMoves(moves: readonly string[]): { from: string; to: string }[] {
  return moves.map((move) => {
    const [from = '', to = ''] = move.split(' -> ');
    return { from: `${root}/${encodeURI(from)}`, to: `${root}/${encodeURI(to)}` };
  });
}

function planOf(
  txtar: string,
  moves: readonly string[],
  options?: SiteOptions,
): ReturnType<typeof moveFiles> {
  return moveFiles(siteOf(txtar, options), toMoves(moves), now);
}

/** New lines, with the path of their file as it was; what moves besides stands at the end. */
function changed(txtar: string, moves: readonly string[]): readonly string[] {
  const plan = planOf(txtar, moves);
  if ('refusal' in plan) {
    return [`refused: ${formatMessage(plan.refusal)}`];
  }
  const lines = [...parseTxtar(txtar)].flatMap(([path, text]) => {
    const uri = `${root}/${encodeURI(path)}`;
    if (!plan.files.includes(uri)) {
      return [];
    }
    const before = new Set(text.split('\n'));
    const after = applyEdits(text, plan.editsIn({ uri, text })).split('\n');
    return after.filter((line) => !before.has(line)).map((line) => `${path}: ${line}`);
  });
  const shown = (uri: string): string => decodeURI(uri.slice(root.length + 1));
  return [...lines, ...plan.moves.map(({ from, to }) => `${shown(from)} -> ${shown(to)}`)];
}

interface Case {
  readonly name: string;
  readonly site: string;
  readonly moves: readonly string[];
  readonly expected: readonly string[];
}

const post = '-- content/blogg/2023/post.md --\n---\ntitle: Post\n---\nText.\n';
const toYear = ['content/blogg/2023/post.md -> content/blogg/2024/post.md'];
const kept = 'content/blogg/2023/post.md: aliases: [/blogg/2023/post/]';

const cases: readonly Case[] = [
  {
    name: 'a link from the root',
    site: `${post}-- content/a.md --\n[x](/blogg/2023/post/#two) [y](/blogg/2023/post)\n`,
    moves: toYear,
    expected: [kept, 'content/a.md: [x](/blogg/2024/post/#two) [y](/blogg/2024/post)'],
  },
  {
    name: 'a link with the own host, in HTML, in a definition and an image',
    site: `${post}-- content/a.md --\n<a href="https://example.org/blogg/2023/post/?a=1">x</a>\n\n[x][d]\n\n[d]: /blogg/2023/post/ "T"\n`,
    moves: toYear,
    expected: [
      kept,
      'content/a.md: <a href="https://example.org/blogg/2024/post/?a=1">x</a>',
      'content/a.md: [d]: /blogg/2024/post/ "T"',
    ],
  },
  {
    name: 'links relative to pages, from and to what moves',
    site: `-- content/blogg/2023/post.md --\n---\ntitle: Post\n---\n[next](../next/) [far](../../../about/) [root](/about/)\n-- content/blogg/2023/next.md --\n[back](../post/)\n-- content/about.md --\nAbout.\n`,
    moves: ['content/blogg/2023/post.md -> content/post.md'],
    expected: [
      'content/blogg/2023/post.md: aliases: [/blogg/2023/post/]',
      'content/blogg/2023/post.md: [next](../blogg/2023/next/) [far](../about/) [root](/about/)',
      'content/blogg/2023/next.md: [back](../../../post/)',
    ],
  },
  {
    name: 'references by path and relative ones; those by name alone go on to work',
    site: `${post}-- content/a.md --\n{{< ref "/blogg/2023/post.md#b" >}} {{< relref path="blogg/2023/post" >}}\n{{< ref "post" >}} {{< ref "post.md" >}}\n-- content/blogg/2023/b.md --\n[x]({{< ref "./post.md" >}})\n`,
    moves: toYear,
    expected: [
      kept,
      'content/a.md: {{< ref "/blogg/2024/post.md#b" >}} {{< relref path="blogg/2024/post" >}}',
      'content/blogg/2023/b.md: [x]({{< ref "../2024/post.md" >}})',
    ],
  },
  {
    name: 'a reference by a name that is not the only one any more',
    site: '-- content/a/one.md --\nOne.\n-- content/b/two.md --\n---\ntitle: Two\n---\n-- content/c.md --\n{{< ref "one" >}} {{< ref "two" >}}\n',
    moves: ['content/b/two.md -> content/b/one.md'],
    expected: [
      'content/b/two.md: aliases: [/b/two/]',
      'content/c.md: {{< ref "a/one" >}} {{< ref "b/one" >}}',
    ],
  },
  {
    name: 'values of front matter and menus of the configuration',
    site: `${post}-- content/a.md --\n---\nrelated: /blogg/2023/post/\nmenu: {main: {pageRef: /blogg/2023/post}}\n---\n-- config/_default/menus.toml --\n[[main]]\nurl = "/blogg/2023/post/"\n`,
    moves: toYear,
    expected: [
      kept,
      'content/a.md: related: /blogg/2024/post/',
      'content/a.md: menu: {main: {pageRef: /blogg/2024/post}}',
      'config/_default/menus.toml: url = "/blogg/2024/post/"',
    ],
  },
  {
    name: 'a page whose address does not follow from its place',
    site: '-- content/a/post.md --\n---\nurl: /post/\n---\n-- content/b.md --\n[x](/post/) {{< ref "a/post" >}}\n',
    moves: ['content/a/post.md -> content/c/post.md'],
    expected: ['content/b.md: [x](/post/) {{< ref "c/post" >}}'],
  },
  {
    name: 'an address that permalinks make',
    site: '-- content/b.md --\n[x](/2023/post/)\n-- content/news/post.md --\n---\ntitle: Post\ndate: 2023-04-05\n---\n',
    moves: ['content/news/post.md -> content/news/old/post.md'],
    expected: [],
  },
  {
    name: 'arguments of which templates do not say what they make',
    site: `${post}-- layouts/shortcodes/also.html --\n{{ range .Params }}{{ with site.GetPage . }}{{ .Title }}{{ end }}{{ end }}\n-- content/a.md --\n{{< also page="/blogg/2023/post" >}} {{< also "/blogg/2023/posts" >}}\n`,
    moves: toYear,
    expected: [kept, 'content/a.md: {{< also page="/blogg/2024/post" >}} {{< also "/blogg/2023/posts" >}}'],
  },
  {
    name: 'a draft has no address to keep',
    site: '-- content/a.md --\n---\ndraft: true\n---\n-- content/b.md --\n[x](/a/)\n',
    moves: ['content/a.md -> content/c.md'],
    expected: ['content/b.md: [x](/c/)'],
  },
  {
    name: 'a link to an alias still leads to the page',
    site: '-- content/a.md --\n---\naliases: [/old/]\n---\n-- content/b.md --\n[x](/old/)\n',
    moves: ['content/a.md -> content/c.md'],
    expected: ['content/a.md: aliases: [/old/, /a/]'],
  },
  {
    name: 'an alias that stands beside the page stays where it is',
    site: '-- content/a/b.md --\n---\naliases:\n  - old\n  - "/older/"\n---\n',
    moves: ['content/a/b.md -> content/c/b.md'],
    expected: ['content/a/b.md:   - /a/old', 'content/a/b.md:   - "/a/b/"'],
  },
  {
    name: 'a folder with all that is in it',
    site: '-- content/blogg/_index.md --\n---\ntitle: B\n---\n-- content/blogg/one.md --\n---\ntitle: One\n---\n[two](../two/) ![](/img/a.png) {{< ref "two.md" >}}\n-- content/blogg/two.md --\n---\ntitle: Two\n---\n[out](../../about/)\n-- content/about.md --\n[list](/blogg/) [one](/blogg/one/)\n-- static/img/a.png --\n-- layouts/index.html --\n<a href="/blogg/">B</a> <a href="/bloggare/">\n',
    moves: ['content/blogg -> content/news'],
    expected: [
      'content/blogg/_index.md: aliases: [/blogg/]',
      'content/blogg/one.md: aliases: [/blogg/one/]',
      'content/blogg/two.md: aliases: [/blogg/two/]',
      'content/about.md: [list](/news/) [one](/news/one/)',
      'layouts/index.html: <a href="/news/">B</a> <a href="/bloggare/">',
    ],
  },
  {
    name: 'the list of a folder without a page of its own',
    site: '-- content/blogg/one.md --\n---\ndraft: true\n---\n-- content/about.md --\n[list](/blogg/)\n',
    moves: ['content/blogg -> content/news'],
    expected: ['content/about.md: [list](/news/)'],
  },
  {
    name: 'a picture that pages, values, data, templates and styles show',
    site: '-- static/img/a.png --\n-- content/b.md --\n---\nimage: /img/a.png\nother: img/a.png\n---\n![](/img/a.png "T") <img src="../img/a.png">\n-- data/people.yaml --\n- photo: "/img/a.png"\n- photo: "/img/a.png.bak"\n-- layouts/index.html --\n<img src="/img/a.png">\n-- static/css/a.css --\nbody { background: url(/img/a.png) }\n',
    moves: ['static/img/a.png -> static/pictures/blå a.png'],
    expected: [
      'content/b.md: image: /pictures/blå a.png',
      'content/b.md: other: pictures/blå a.png',
      'content/b.md: ![](/pictures/blå%20a.png "T") <img src="../pictures/blå%20a.png">',
      'data/people.yaml: - photo: "/pictures/blå%20a.png"',
      'layouts/index.html: <img src="/pictures/blå%20a.png">',
      'static/css/a.css: body { background: url(/pictures/blå%20a.png) }',
    ],
  },
  {
    name: 'a page bundle of which index.md alone is moved',
    site: '-- content/a/post/index.md --\n---\ntitle: P\n---\n![](sky.jpg)\n-- content/a/post/sky.jpg --\n-- content/a/post/img/sea.jpg --\n-- content/b.md --\n![](/a/post/sky.jpg)\n',
    moves: ['content/a/post/index.md -> content/c/post/index.md'],
    expected: [
      'content/a/post/index.md: aliases: [/a/post/]',
      'content/b.md: ![](/c/post/sky.jpg)',
      'content/a/post/img -> content/c/post/img',
      'content/a/post/sky.jpg -> content/c/post/sky.jpg',
    ],
  },
  {
    name: 'a page that becomes a page bundle keeps its address, and references to it',
    site: '-- content/a/post.md --\n[x](../other/) {{< ref "other.md" >}}\n-- content/a/other.md --\n[y](../post/) {{< ref "post.md" >}}\n',
    moves: ['content/a/post.md -> content/a/post/index.md'],
    expected: [],
  },
  {
    name: 'files beside a page whose folder becomes its page bundle, and another address',
    site: '-- content/a/post.md --\n---\nslug: other\n---\n![](/a/post/sky.png)\n-- content/a/post/sky.png --\n',
    moves: ['content/a/post.md -> content/a/post/index.md'],
    expected: ['content/a/post.md: ![](/a/other/sky.png)'],
  },
  {
    name: 'values before which templates put a folder',
    site: '-- static/img/card/a.svg --\n-- assets/img/card/b.svg --\n-- layouts/_default/single.html --\n<img src="/img/card/{{ .Params.card }}">{{ with resources.Get (printf "img/card/%s" .Params.photo) }}{{ .Permalink }}{{ end }}\n-- content/b.md --\n---\ncard: a.svg\nphoto: "b.svg"\n---\n',
    moves: [
      'static/img/card/a.svg -> static/img/old/a.svg',
      'assets/img/card/b.svg -> assets/img/card/new/b.svg',
    ],
    expected: ['content/b.md: card: ../old/a.svg', 'content/b.md: photo: "new/b.svg"'],
  },
  {
    name: 'references to and on drafts and scheduled pages',
    site: '-- content/a/one.md --\n---\ndraft: true\n---\n{{< ref "./two.md" >}}\n-- content/a/two.md --\n---\ndate: 2999-01-01\n---\n-- content/b.md --\n---\ndraft: true\n---\n{{< ref "a/one.md" >}} {{< ref "/a/two.md" >}}\n',
    moves: ['content/a/one.md -> content/c/one.md', 'content/a/two.md -> content/d/two.md'],
    expected: [
      'content/a/one.md: {{< ref "../d/two.md" >}}',
      'content/b.md: {{< ref "c/one.md" >}} {{< ref "/d/two.md" >}}',
    ],
  },
  {
    name: 'an ugly address, which is that of a file',
    site: '-- content/ugly/a.md --\n---\ntitle: A\n---\n-- content/b.md --\n[x](/ugly/a.html)\n',
    moves: ['content/ugly/a.md -> content/ugly/c.md'],
    expected: ['content/ugly/a.md: aliases: [/ugly/a.html]', 'content/b.md: [x](/ugly/c.html)'],
  },
  {
    name: 'addresses of a folder in data, configuration and templates, but not those that lead nowhere',
    site: `-- content/blogg/2023/post.md --
---
title: Post
draft: true
---
-- content/blogg/2023/stays.md --
---
url: /blogg/2023/stays/
---
-- static/img/2023/sky.png --
-- data/d.yaml --
a: /blogg/2023/post/
b: /blogg/2023/gone/ /blogg/2023/stays/
c: /img/2023/sky.png
d: /img/2023/gone.png
-- layouts/index.html --
<a href="/blogg/2023/gone/"></a> <a href="/blogg/"></a>
<img src="/img/2023/gone.png"> <img src="/img/2023/{{ .Params.a }}.png"> {{ print "/img/2023/sk" "y.png" }}
`,
    moves: ['static/img/2023 -> static/img/2024', 'content/blogg -> content/news'],
    expected: [
      'data/d.yaml: a: /news/2023/post/',
      'data/d.yaml: c: /img/2024/sky.png',
      'layouts/index.html: <a href="/blogg/2023/gone/"></a> <a href="/news/"></a>',
      'layouts/index.html: <img src="/img/2023/gone.png"> <img src="/img/2024/{{ .Params.a }}.png"> {{ print "/img/2024/sk" "y.png" }}',
    ],
  },
  {
    name: 'what is nothing to Hugo',
    site: '-- README.md --\n[x](/a/)\n-- content/a.md --\nA.\n',
    moves: ['README.md -> LIESMICH.md'],
    expected: [],
  },
  {
    name: 'a file of whose name values say a part alone',
    site: `-- layouts/_default/single.html --
{{ with .Params.icon }}<img src="/icons/icon-{{ . }}.svg">{{ end }}{{ with .Params.logo }}{{ with resources.Get (printf "icon-%s.svg" .) }}{{ .RelPermalink }}{{ end }}{{ end }}
-- layouts/shortcodes/icon.html --
<img src="/icons/icon-{{ .Get 0 }}.svg">
-- content/a.md --
---
icon: arrow
logo: star
---
{{< icon arrow >}} {{< icon bow >}}
-- archetypes/a.md --
![](/icons/icon-arrow.svg)
-- static/icons/icon-arrow.svg --
-- assets/icon-star.svg --
`,
    moves: [
      'static/icons/icon-arrow.svg -> static/icons/icon-up.svg',
      'assets/icon-star.svg -> assets/icon-sun.svg',
    ],
    expected: [
      'content/a.md: icon: up',
      'content/a.md: logo: sun',
      'content/a.md: {{< icon up >}} {{< icon bow >}}',
      'archetypes/a.md: ![](/icons/icon-up.svg)',
    ],
  },
  {
    name: 'two pages at one address',
    site: '-- content/a.md --\nA.\n-- content/b/c.md --\n---\nurl: /c/\n---\n',
    moves: ['content/a.md -> content/c.md'],
    expected: ['refused: "c.md" would get the address /c/, which "b/c.md" has. Links stay as they are.'],
  },
  {
    name: 'a page that leaves the content',
    site: '-- content/a.md --\nA.\n-- content/b.md --\n[x](/a/)\n',
    moves: ['content/a.md -> drafts/a.md'],
    expected: ['refused: "a.md" is no page of the site where it goes. Links to it stay as they are.'],
  },
  {
    name: 'a folder that the configuration names',
    site: '-- content/a.md --\nA.\n',
    moves: ['content -> inhalt'],
    expected: [
      'refused: The configuration says that Hugo reads "content". Change it there, too; links stay as they are.',
    ],
  },
];

describe('moved files', () => {
  test.each(cases)('$name', ({ site, moves, expected }) => {
    const permalinks = site.includes('content/news/') ? '[permalinks]\nnews = "/:year/:slug/"\n' : '';
    const ugly = site.includes('content/ugly/') ? '[uglyURLs]\nugly = true\n' : '';
    expect(changed(`${config}${permalinks}${ugly}${site}`, moves)).toEqual(expected);
  });

  test('tell of values that cannot follow', () => {
    const txtar = `${config}-- static/img/card-a.svg --\n-- layouts/_default/single.html --\n<img src="/img/card-{{ .Params.card }}.svg">\n-- content/b.md --\n---\ncard: a\n---\n`;
    const plan = planOf(txtar, ['static/img/card-a.svg -> static/img/other.svg']);
    const file = { uri: `${root}/content/b.md`, text: '---\ncard: a\n---\n' };
    expect('files' in plan && plan.files.includes(file.uri)).toBe(true);
    expect('files' in plan && plan.leftIn?.(file)).toEqual([{ start: 10, end: 11 }]);
  });

  const layouts = '-- layouts/_default/single.html --\nA\n-- layouts/blogg/single.html --\nB\n';
  test.each([
    {
      name: 'the layout of the new section',
      site: `${layouts}-- content/a/p.md --\nText.\n`,
      move: 'content/a/p.md -> content/blogg/p.md',
      remarks: ['"blogg/p.md" is shown by layouts/blogg/single.html now.'],
    },
    {
      name: 'nothing where the layout is the same',
      site: `${layouts}-- content/a/p.md --\nText.\n`,
      move: 'content/a/p.md -> content/c/p.md',
      remarks: [],
    },
    {
      name: 'an address that nobody can tell',
      site: '-- content/news/p.md --\n---\ntitle: P\n---\n',
      move: 'content/news/p.md -> content/c/p.md',
      remarks: [
        'Nobody can tell here what address Hugo gives "news/p.md", so no alias keeps it. If readers know the page, add its old address to "aliases".',
      ],
    },
  ])('say $name', ({ site, move, remarks }) => {
    const plan = planOf(`${config}[permalinks]\nnews = "/:year/:slug/"\n${site}`, [move]);
    expect('remarks' in plan && plan.remarks.map((remark) => formatMessage(remark))).toEqual(remarks);
  });

  test('wait until the site has been read', () => {
    const plan = planOf(`${config}${post}`, toYear, { isReading: true });
    expect('refusal' in plan && formatMessage(plan.refusal)).toMatch(/still being read/);
  });

  test('leave pages alone that lead nowhere near them', () => {
    const plan = planOf(
      `${config}${post}-- content/a.md --\n[x](/b/)\n-- content/b.md --\n[x](/a/)\n`,
      toYear,
    );
    expect('files' in plan && plan.files.filter((uri) => /\/content\/[ab]\.md$/.test(uri))).toEqual([]);
  });
});
