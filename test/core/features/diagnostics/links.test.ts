import { describe, expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { linkRules } from '../../../../server/src/core/features/diagnostics/links/index.ts';
import type { SiteSnapshot } from '../../../../server/src/core/site/snapshot.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';
import { textOf } from '../../../../server/src/core/text/range.ts';
import { checkDiagnostics, now } from '../../../support/checks.ts';
import { hugo, pageOf, siteOf, type SiteOptions } from '../../../support/site.ts';

const files = `
-- hugo.toml --
baseURL = 'https://example.org/'
[permalinks]
news = '/news/:year/:slug/'
[markup.goldmark.renderer]
unsafe = true
-- layouts/shortcodes/picture.html --
<img src="/img/{{ .Get "src" }}">
-- layouts/shortcodes/button.html --
<a href="{{ .Get "link" }}">{{ .Get "text" }}</a>
-- layouts/shortcodes/note.html --
<p title="{{ .Get "title" }}">{{ .Get "text" | markdownify }}</p>
-- layouts/shortcodes/box.html --
<div>{{ .Inner | markdownify }}</div>
-- layouts/shortcodes/raw.html --
<pre>{{ .Inner }}</pre>
-- layouts/shortcodes/readfile.html --
{{ readFile (.Get 0) }}
-- content/_index.md --
-- content/about.md --
---
title: About
aliases: [/om/, who]
---
-- content/blog/_index.md --
-- content/blog/ink.md --
---
title: Ink
tags: [Iron Gall]
---
-- content/blog/paper/index.md --
---
title: Paper
---
-- content/blog/paper/sheet.png --
-- content/blog/quill.md --
---
slug: feather
---
-- content/draft.md --
---
draft: true
---
-- content/news/one.md --
---
title: One & only
date: 2024-05-01
---
-- content/own.md --
---
url: /my/own.html
---
-- content/p.md --
-- static/img/sky.png --
-- static/doc/list.pdf --
-- static/app/index.html --
`;

const site = siteOf(files);

function withFiles(more: string, options?: SiteOptions): SiteSnapshot {
  return siteOf(files + more, options);
}

const ours = new Set(linkRules.map(({ code }) => code));

/** The findings of these rules as their code and what they mark. */
function findings(text: string, { site: on = site, path = 'content/blog/ink.md' } = {}): string[] {
  return check(on, pageOf(on, path, text), now)
    .filter(({ code }) => ours.has(code))
    .map(({ code, range }) => `${code} ${textOf(text, range)}`);
}

/** The text after the first fix that these rules offer. */
function mended(text: string, { site: on = site, path = 'content/p.md' } = {}): string {
  const [fix] = check(on, pageOf(on, path, text), now).flatMap(({ code, fixes }) =>
    ours.has(code) ? fixes : [],
  );
  return applyEdits(text, fix?.edits ?? []);
}

describe('what is there', () => {
  test.each([
    ['a page', '[a](/blog/ink/) [a](/blog/ink) [a](/blog/ink/index.html)'],
    ['a page beside this one', '[a](../feather/) [a](../paper/)'],
    ['its own folder', '[a](.) [a](./)'],
    ['a query and a fragment', '[a](/blog/ink/?b=c#d) [a](#b) [a](?c) [a]()\n\n## B\n\n## D'],
    ['a slug, a url, a permalink', '[a](/blog/feather/) [a](/my/own.html) [a](/news/2024/one-only/)'],
    ['home, a section, terms', '[a](/) [a](/blog/) [a](/tags/) [a](/tags/iron-gall/) [a](/categories/)'],
    ['a further page of a list', '[a](/blog/page/2/) [a](/page/3/)'],
    ['feeds and maps', '[a](/index.xml) [a](/blog/index.xml) [a](/sitemap.xml)'],
    ['files', '![a](/img/sky.png) [a](/doc/list.pdf) [a](/app/)'],
    ['the resource of a bundle', '![a](/blog/paper/sheet.png) ![a](../paper/sheet.png)'],
    [
      'another host',
      '[a](https://example.com/nowhere/) [a](//example.com/x.png) [a](mailto:a@example.com) <b@c.se>',
    ],
    ['letters that are not ASCII', '[a](/blog/%69nk/)'],
    ['a shortcode as address', '[a]({{< ref "nowhere" >}}) [a](/x/{{< y >}}/)'],
    ['code', '`[a](/nowhere/)`\n\n    [a](/nowhere/)\n\n```\n[a](/nowhere/)\n```\n<!-- [a](/nowhere/) -->'],
    ['text that no template takes for Markdown', '{{< raw >}}[a](/nowhere/){{< /raw >}}'],
    ['a file that a shortcode reads', '{{< readfile "/content/nowhere.md" >}}'],
    [
      'arguments',
      '{{< picture src="sky.png" >}} {{< button link="/about/" >}} {{< button link="about" >}} {{< button link="https://x.se" >}}',
    ],
    ['arguments that are no Markdown', '{{< note title="[a](/nowhere/)" text="[a](/about/)" >}}'],
    ['an address by itself', 'www.example.com https://example.com/x/'],
    [
      'a local address of another program',
      '[a](http://localhost:8080/setup/) http://localhost:1313/about/ [a](http://localhost:1313/)',
    ],
  ])('%s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('what is not there', () => {
  test.each([
    ['[a](/blog/inc/)', 'broken-link /blog/inc/'],
    ['[a](feather/)', 'broken-link feather/'],
    ['[a](/news/one/)', 'broken-link /news/one/'],
    ['[a](/blog/quill/)', 'broken-link /blog/quill/'],
    ['[a](/blog/quill.md)', 'broken-link /blog/quill.md'],
    ['[a](/tags/iron/)', 'broken-link /tags/iron/'],
    ['[a](https://example.org/nowhere/)', 'broken-link https://example.org/nowhere/'],
    ['[a][b] [c][b]\n\n[b]: /nowhere/', 'broken-link /nowhere/'],
    ['<a href="/nowhere/#b">c</a>', 'broken-link /nowhere/#b'],
    ['{{< box >}}[a](/nowhere/){{< /box >}}', 'broken-link /nowhere/'],
    ['{{< button link="/nowhere/" text="a" >}}', 'broken-link /nowhere/'],
    ['{{< note text="Ink: [a](/nowhere/)" >}}', 'broken-link /nowhere/'],
    ['![a](/img/nowhere.png)', 'broken-file-link /img/nowhere.png'],
    ['![a](sheet.png)', 'broken-file-link sheet.png'],
    ['[a](/doc/nowhere.pdf)', 'broken-file-link /doc/nowhere.pdf'],
    ['<img src=/img/nowhere.png>', 'broken-file-link /img/nowhere.png'],
    ['<p style="background: url(/img/nowhere.png)">a</p>', 'broken-file-link /img/nowhere.png'],
    ['{{% nobody-knows %}}[a](/nowhere/){{% /nobody-knows %}}', 'broken-link /nowhere/'],
    ['{{< picture src="nowhere.png" >}}', 'broken-file-link nowhere.png'],
    ['![a](/img//sky.png)', 'broken-file-link /img//sky.png'],
    ['<img src="/img/sky.png/">', 'broken-file-link /img/sky.png/'],
    ['![a](/blog/paper/Sheet.png)', 'file-name-case /blog/paper/Sheet.png'],
    ['![a](/img/Sky.png)', 'file-name-case /img/Sky.png'],
    ['{{< picture src="SKY.png" >}}', 'file-name-case SKY.png'],
    ['[a](www.example.com/b)', 'link-scheme www.example.com/b'],
    ['[a](http//example.com)', 'link-scheme http//example.com'],
    ['[a](https:/example.com)', 'link-scheme https:/example.com'],
    ['[a](htps://example.com)', 'link-scheme htps://example.com'],
    ['[a](http://https://example.com)', 'link-scheme http://https://example.com'],
    ['[a](blog.example.com)', 'link-scheme blog.example.com'],
    ['[a](b@example.com)', 'link-scheme b@example.com'],
    ['[a](http://localhost:1313/about/)', 'temporary-link http://localhost:1313/about/'],
    ['[a](http://localhost:1313/blog/nowhere/)', 'temporary-link http://localhost:1313/blog/nowhere/'],
    [
      'https://deploy-preview-7--ink.netlify.app/x/',
      'temporary-link https://deploy-preview-7--ink.netlify.app/x/',
    ],
  ])('%s', (text, expected) => {
    expect(findings(text)).toEqual([expected]);
  });
});

describe('fixes', () => {
  test.each([
    ['a page of nearly that name', '[a](/blog/inc/#b)', '[a](/blog/ink/#b)'],
    ['the address of a file', '[a](../quill.md)', '[a](/blog/feather/)'],
    ['another extension', '![a](/img/sky.jpg)', '![a](/img/sky.png)'],
    ['what the template adds stays out', '{{< picture src="skye.png" >}}', '{{< picture src="sky.png" >}}'],
    ['a slash too many', '![a](/img//sky.png)', '![a](/img/sky.png)'],
    ['a slash behind a file', '![a](/img/sky.png/)', '![a](/img/sky.png)'],
    ['the case of letters', '![a](/img/Sky.png)', '![a](/img/sky.png)'],
    ['a scheme', '[a](www.example.com)', '[a](https://www.example.com)'],
    ['a mistyped scheme', '[a](htpps://example.com)', '[a](https://example.com)'],
    ['mail', '[a](b@example.com)', '[a](mailto:b@example.com)'],
    ['a preview', '[a](http://localhost:1313/about/#b)', '[a](/about/#b)'],
  ])('%s', (_, text, expected) => {
    expect(mended(text, { path: 'content/blog/paper/index.md' })).toBe(expected);
  });
});

test('of pages that are spelt alike, the one as deep as the address comes first', () => {
  const prices = siteOf(
    '-- content/en/price.md --\n---\ntitle: Price\n---\n-- content/pris.md --\n---\ntitle: Pris\n---\n',
  );
  checkDiagnostics(
    `See [pris](/priser/).
           ^^^^^^^^ warning broken-link: No page of this site has the address "/priser": readers get "not found". Did you mean "/pris/"?
`,
    { site: prices, path: 'content/p.md' },
  );
});

test('what a writer reads', () => {
  checkDiagnostics(
    `See [ink](/blog/inc/).
          ^^^^^^^^^^ warning broken-link: No page of this site has the address "/blog/inc": readers get "not found". Did you mean "/blog/ink/"?
`,
    { site, path: 'content/p.md' },
  );
});

describe('nothing is said of what nobody can know', () => {
  const text = '[a](/nowhere/) ![b](/nowhere.png)';

  test.each<[string, SiteSnapshot]>([
    ['while the site is read', withFiles('', { isReading: true })],
    ['where a theme is not on disk', withFiles('', { missingModules: ['ink'] })],
    [
      'where lists have patterns of their own',
      siteOf(files.replace('[permalinks]', "[permalinks.section]\nblog = '/b/'\n[permalinks]")),
    ],
    ['where a content adapter makes pages', withFiles('-- content/_content.gotmpl --\n')],
    [
      'where languages have hosts of their own',
      siteOf(
        files.replace('[permalinks]', "[languages.en]\nbaseURL = 'https://en.example.org'\n[permalinks]"),
      ),
    ],
  ])('%s', (_, on) => {
    expect(findings(text, { site: on })).toEqual([]);
  });

  test('pages of a folder that has only its list, as before a program fills it', () => {
    const on = withFiles('-- content/api/_index.md --\n');
    expect(findings('[a](/api/b/) [a](/api/b/c/)', { site: on })).toEqual(['broken-link /api/b/c/']);
  });

  test.each([
    [
      '_redirects',
      '-- static/_redirects --\n/nowhere/ /about/ 301\n/old/* /about/:splat\n/* /404.html 404\n',
    ],
    [
      'netlify.toml',
      '-- netlify.toml --\n[[redirects]]\nfrom = "/nowhere"\nto = "/about/"\n[[redirects]]\nfrom = "/old/:name"\nto = "/about/"\n',
    ],
    [
      'vercel.json',
      '-- vercel.json --\n{ "redirects": [{ "source": "/nowhere" }, { "source": "/old/:path*" }] }\n',
    ],
  ])('an address that %s leads elsewhere', (_, more) => {
    const on = withFiles(more);
    expect(findings('[a](/nowhere/) [a](/old/x/y/) [a](/other/)', { site: on })).toEqual([
      'broken-link /other/',
    ]);
  });

  test('raw HTML that the site leaves out', () => {
    const text = '<a href="/nowhere/">b</a>';
    const strict = files.replace('unsafe = true', '');
    expect(findings(text, { site: siteOf(strict, { hugo: hugo('0.111.0') }) })).toEqual([]);
    expect(findings(text, { site: siteOf(strict) })).toEqual(['broken-link /nowhere/']);
  });

  test('the file of a page where a render hook may lead to it', () => {
    const on = withFiles('-- layouts/_default/_markup/render-link.html --\n{{ .Destination }}\n');
    expect(findings('[a](quill.md) [a](/blog/quill) [a](quill)', { site: on })).toEqual([]);
    expect(findings('[a](/nowhere.md)', { site: on })).toEqual(['broken-link /nowhere.md']);
  });
});

describe('where a theme is not on disk', () => {
  const pages = ['a', 'b', 'c'].map((name) => `-- content/docs/guides/${name}.md --\n`).join('');
  const on = siteOf(
    `-- content/docs/_index.md --
-- content/docs/guides/_index.md --
${pages}-- content/docs/made/_index.md --
-- content/docs/made/options.md --
-- content/docs/bundle/index.md --
-- content/docs/bundle/img/sky.png --
-- content/docs/setup/quill.md --
`,
    { missingModules: ['ink'] },
  );

  test.each([
    ['a folder that people fill', '[a](/docs/guides/d/)', ['/docs/guides/d/']],
    [
      'the file of a page there',
      '[a](guides/d.md) [a](/docs/guides/d.md)',
      ['guides/d.md', '/docs/guides/d.md'],
    ],
    ['a section that has moved', '[a](/guides/quill/)', ['/guides/quill/']],
    ['a folder that has files', '![a](/docs/bundle/img/sun.png)', ['/docs/bundle/img/sun.png']],
    ['a file from the page upwards', '![a](../sun.png)', ['../sun.png']],
    ['a folder that a program may fill', '[a](/docs/made/d/) [a](made/d.md)', []],
    ['what a theme may have', '[a](/search/) [a](/x/y/) ![a](/img/logo.png) ![a](sun.png)', []],
  ])('%s', (_, text, expected) => {
    expect(
      findings(text, { site: on, path: 'content/docs/guide.md' }).map((each) => each.replace(/^\S+ /, '')),
    ).toEqual(expected);
  });
});

test('a picture where a render hook shows it', () => {
  const on = withFiles(
    '-- layouts/_default/_markup/render-image.html --\n{{ resources.Get .Destination }}\n-- assets/media/sky.png --\n',
  );
  expect(findings('![a](/media/sky.png) ![a](sky.png) ![a](/cdn/sky.png)', { site: on })).toEqual([]);
  expect(findings('![a](/media/sun.png) ![a](../sun.png)', { site: on })).toEqual([
    'broken-file-link /media/sun.png',
    'broken-file-link ../sun.png',
  ]);
});

test('a site below a folder of its host', () => {
  const on = siteOf(files.replace('example.org/', 'example.org/docs/'));
  expect(findings('[a](/docs/about/) [a](/elsewhere/)', { site: on })).toEqual([]);
  expect(findings('[a](/docs/abuot/)', { site: on })).toEqual(['broken-link /docs/abuot/']);
  expect(mended('[a](/docs/abuot/)', { site: on })).toBe('[a](/docs/about/)');
});

describe('languages', () => {
  const configured = siteOf(`
-- hugo.toml --
defaultContentLanguage = 'en'
[languages.en]
[languages.sv]
-- content/ink.md --
-- content/ink.sv.md --
-- content/paper.md --
-- content/p.md --
-- content/p.sv.md --
`);

  test.each([
    ['content/p.sv.md', '[a](/ink/)', ['link-out-of-language /ink/']],
    ['content/p.md', '[a](/sv/ink/)', ['link-out-of-language /sv/ink/']],
    ['content/p.sv.md', '[a](/sv/ink/)', []],
    ['content/p.sv.md', '[there is no other](/paper/)', []],
    ['content/p.sv.md', '[in English](/p/)', []],
  ])('%s: %s', (path, text, expected) => {
    expect(findings(text, { site: configured, path })).toEqual(expected);
  });

  test('kept in folders', () => {
    const pages = ['price', 'a', 'b', 'c', 'd'].flatMap((name) => [
      `-- content/${name}.md --`,
      `-- content/no/${name}.md --`,
    ]);
    const on = siteOf(`${pages.join('\n')}\n-- content/only.md --\n`);
    expect(
      findings('[a](/price/) [a](/no/price/) [a](/only/)', { site: on, path: 'content/no/a.md' }),
    ).toEqual(['link-out-of-language /price/']);
  });
});

describe('two pages with one address', () => {
  const more = '-- content/blog/feather.md --\n---\ntitle: Feather\n---\n';

  test('each of them says so', () => {
    const on = withFiles(more);
    expect(findings('---\nslug: feather\n---\n', { site: on, path: 'content/blog/quill.md' })).toEqual([
      'shared-address feather',
    ]);
    expect(findings('---\ntitle: Feather\n---\n', { site: on, path: 'content/blog/feather.md' })).toEqual([
      'shared-address Feather',
    ]);
  });

  test('not with a draft', () => {
    const on = withFiles(more.replace('title', 'draft: true\ntitle'));
    expect(findings('---\nslug: feather\n---\n', { site: on, path: 'content/blog/quill.md' })).toEqual([]);
  });
});
