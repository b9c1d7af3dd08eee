import { chmodSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { installed, openSite, processesIn, withHugo } from './support.ts';

const layouts = `
-- layouts/_default/single.html --
<main>{{ .Content }}</main>{{ with .NextInSection }}next {{ .Title }}{{ end }}
-- layouts/_default/list.html --
<h1>{{ .Title }}</h1>{{ range .Pages }}<li>{{ .Title }}{{ end }}
-- layouts/shortcodes/box.html --
<b>{{ .Inner }}</b>
`;
const pages = `
-- content/_index.md --
---
title: Home
---
-- content/posts/one.md --
---
title: One
date: 2024-01-01
---
saved
-- content/posts/two.md --
---
title: Two
date: 2024-01-02
---
second
`;
const plain = `
-- hugo.toml --
baseURL = "https://example.org/"
${layouts}${pages}`;

const one = 'content/posts/one.md';
const post = (body: string, more = 'date: 2024-01-01'): string => `---\ntitle: One\n${more}\n---\n${body}\n`;

/** Every form a site can have: what it looks like, the page that is typed in, and what its page says then. */
const sites: readonly {
  readonly name: string;
  readonly files: string;
  readonly path: string;
  readonly text: string;
  readonly url: string;
  readonly html: string;
}[] = [
  {
    name: 'a page without front matter',
    files: plain,
    path: one,
    text: 'bare words\n',
    url: '/posts/one/',
    html: '<p>bare words</p>',
  },
  {
    name: 'a new page in a new folder, which was never saved',
    files: plain,
    path: 'content/notes/new.md',
    text: post('brand new'),
    url: '/notes/new/',
    html: '<p>brand new</p>',
  },
  {
    name: 'the list of a section, with every page of it',
    files: plain,
    path: 'content/posts/_index.md',
    text: '---\ntitle: Posts\n---\n',
    url: '/posts/',
    html: '<h1>Posts</h1><li>Two<li>One',
  },
  {
    name: 'the home page',
    files: plain,
    path: 'content/_index.md',
    text: '---\ntitle: Welcome\n---\n',
    url: '/',
    html: '<h1>Welcome</h1>',
  },
  {
    name: 'a draft',
    files: plain,
    path: one,
    text: post('draft words', 'draft: true'),
    url: '/posts/one/',
    html: '<p>draft words</p>',
  },
  {
    name: 'a page of the future',
    files: plain,
    path: one,
    text: post('later words', 'date: 2099-01-01'),
    url: '/posts/one/',
    html: '<p>later words</p>',
  },
  {
    name: 'an expired page that asks not to be rendered',
    files: plain,
    path: one,
    text: post('old words', 'expiryDate: 2001-01-01\nbuild: {render: never}'),
    url: '/posts/one/',
    html: '<p>old words</p>',
  },
  {
    name: 'a slug',
    files: plain,
    path: one,
    text: post('moved', 'slug: Other Name'),
    url: '/posts/other-name/',
    html: '<p>moved</p>',
  },
  {
    name: 'permalinks and a base URL with a path',
    files: `
-- config.yaml --
baseURL: https://example.org/docs/
permalinks:
  posts: /:year/:title/
${layouts}${pages}`,
    path: one,
    text: post('by year'),
    url: '/docs/2024/one/',
    html: '<p>by year</p>',
  },
  {
    name: 'letters beyond ASCII in a path',
    files: plain,
    path: 'content/blogg/små ord.md',
    text: post('å ä ö'),
    url: '/blogg/sm%C3%A5-ord/',
    html: '<p>å ä ö</p>',
  },
  {
    name: 'ugly URLs',
    files: `
-- hugo.json --
{ "baseURL": "https://example.org/", "uglyURLs": true }
${layouts}${pages}`,
    path: one,
    text: post('ugly'),
    url: '/posts/one.html',
    html: '<p>ugly</p>',
  },
  {
    name: 'a language by file name',
    files: `
-- hugo.toml --
baseURL = "https://example.org/"
defaultContentLanguage = "en"
[languages.en]
[languages.sv]
${layouts}${pages}`,
    path: 'content/posts/one.sv.md',
    text: post('på svenska'),
    url: '/sv/posts/one/',
    html: '<p>på svenska</p>',
  },
  {
    name: 'a language by content directory',
    files: `
-- hugo.toml --
baseURL = "https://example.org/"
defaultContentLanguage = "en"
[languages.en]
contentDir = "content/english"
[languages.sv]
contentDir = "content/svenska"
${layouts}
-- content/english/posts/one.md --
---
title: One
---
-- content/svenska/posts/one.md --
---
title: Ett
---
-- content/svenska/posts/two.md --
---
title: Två
---
`,
    path: 'content/svenska/posts/_index.md',
    text: '---\ntitle: Inlägg\n---\n',
    url: '/sv/posts/',
    html: '<h1>Inlägg</h1><li>Ett<li>Två',
  },
  {
    name: 'languages of several hosts',
    files: `
-- hugo.toml --
defaultContentLanguage = "en"
[languages.en]
baseURL = "https://example.org/"
[languages.sv]
baseURL = "https://example.se/"
${layouts}${pages}`,
    path: 'content/posts/one.sv.md',
    text: post('egen värd'),
    url: '/posts/one/',
    html: '<p>egen värd</p>',
  },
  {
    name: 'a configuration folder',
    files: `
-- config/_default/hugo.yaml --
baseURL: https://example.org/
-- config/_default/params.toml --
word = "default"
other = "kept"
-- config/_default/module.toml --
[[mounts]]
source = "pages"
target = "content"
-- config/production/params.toml --
word = "production"
-- layouts/_default/single.html --
{{ site.Params.word }} {{ site.Params.other }} {{ .Content }}
-- pages/posts/one.md --
---
title: One
---
`,
    path: 'pages/posts/one.md',
    text: post('configured'),
    url: '/posts/one/',
    html: 'production kept <p>configured</p>',
  },
  {
    name: 'a theme with templates, parameters and content of its own',
    files: `
-- hugo.toml --
baseURL = "https://example.org/"
theme = "plain"
-- themes/plain/hugo.toml --
[params]
tone = "calm"
-- themes/plain/layouts/_default/single.html --
{{ site.Params.tone }} {{ .Content }} {{ with site.GetPage "/about" }}{{ .Title }}{{ end }}
-- themes/plain/layouts/_default/list.html --
-- themes/plain/content/about.md --
---
title: About the theme
---
${pages}`,
    path: one,
    text: post('themed'),
    url: '/posts/one/',
    html: 'calm <p>themed</p>\n About the theme',
  },
  {
    name: 'mounts that leave files out, and rules of a cascade',
    files: `
-- hugo.toml --
baseURL = "https://example.org/"
[[cascade]]
tone = "loud"
[cascade._target]
path = "/posts/**"
[module]
[[module.mounts]]
source = "content"
target = "content"
excludeFiles = ["posts/two.md"]
[[module.mounts]]
source = "more"
target = "content/more"
${layouts}${pages}
-- more/extra.md --
---
title: Extra
---
-- layouts/posts/single.html --
{{ .Params.tone }} {{ .Content }} {{ range where site.RegularPages "Section" "ne" "none" }}{{ .Title }},{{ end }}
`,
    path: one,
    text: post('mounted'),
    url: '/posts/one/',
    html: 'loud <p>mounted</p>\n One,Extra,',
  },
];

describe.skipIf(installed === undefined)(`the installed Hugo (${withHugo})`, () => {
  test.each(sites)('shows $name', async ({ files, path, text, url, html }) => {
    const site = openSite(files);
    const before = site.files();
    const page = await site.show(path, text);
    expect(page.problems).toEqual([]);
    expect(page.html).toContain(html);
    expect(page.url).toBe(url);
    expect(site.files()).toEqual(before);
  });

  test('shows each text as it is typed, and the file where a page is not open any more', async () => {
    const site = openSite(plain);
    const before = site.files();
    for (const word of ['first', 'second', 'third']) {
      expect((await site.show(one, post(word))).html).toContain(`<p>${word}</p>`);
    }
    const section = await site.show('content/posts/_index.md', '---\ntitle: Posts\n---\n');
    expect(section.html).toContain('<li>Two<li>One');
    expect((await site.show(one)).html).toContain('<p>saved</p>');
    expect(site.files()).toEqual(before);
  });

  test('answers only the newest of the texts that wait', async () => {
    const site = openSite(plain);
    const answers = await Promise.all(['a', 'b', 'c'].map((word) => site.show(one, post(word))));
    expect(answers.map(({ html }) => html?.includes('<p>c</p>'))).toEqual([undefined, undefined, true]);
  });

  test.each([
    { fault: '{{< nosuch >}}', problem: 'nosuch', line: 5 },
    { fault: '{{< box >}}', problem: 'closed', line: 5 },
    { fault: '{{< relref "gone" >}}', problem: 'gone', line: 5 },
  ])('puts $fault where it is typed, and recovers', async ({ fault, problem, line }) => {
    const site = openSite(plain);
    await site.show(one);
    const broken = await site.show(one, post(`before\n${fault}`));
    expect(broken.problems).toMatchObject([
      { severity: 'error', path: one, line, message: expect.stringContaining(problem) as string },
    ]);
    const mended = await site.show(one, post('mended'));
    expect(mended.problems).toEqual([]);
    expect(mended.html).toContain('<p>mended</p>');
  });

  test('blames front matter that Hugo cannot read', async () => {
    const site = openSite(plain);
    const page = await site.show(one, '---\ntitle: [One\n---\nwords\n');
    expect(page.html).toBeUndefined();
    expect(page.problems).toMatchObject([{ severity: 'error', path: one }]);
  });

  test('names a template at fault', async () => {
    const site = openSite(`${plain}
-- layouts/shortcodes/fails.html --
{{ index 1 2 3 }}
`);
    const page = await site.show(one, post('{{< fails >}}'));
    expect(page.html).toBeUndefined();
    expect(page.problems.map(({ path }) => path)).toEqual([one, 'layouts/shortcodes/fails.html']);
  });

  test('leaves out another page that Hugo cannot build, and says so', async () => {
    const site = openSite(`${plain}
-- content/posts/broken.md --
---
title: Broken
---
{{< nosuch >}}
`);
    const page = await site.show(one, post('whole'));
    expect(page.html).toContain('<p>whole</p>');
    expect(page.notes.map(({ args }) => args[0])).toEqual(['content/posts/broken.md']);
  });

  test('shows other unsaved texts, until they are saved or closed', async () => {
    const site = openSite(plain);
    const section = (): Promise<string | undefined> =>
      site.show('content/posts/_index.md', '---\ntitle: Posts\n---\n').then(({ html }) => html);
    site.engine.update(new Map([[one, post('x').replace('One', 'Unsaved')]]));
    expect(await section()).toContain('<li>Unsaved');
    site.engine.update(new Map([[one, undefined]]));
    expect(await section()).toContain('<li>One');
  });

  test('does not let a half-typed text of another page stop this one', async () => {
    const site = openSite(plain);
    await site.show(one);
    site.engine.update(new Map([['content/posts/two.md', '---\ntitle: Two\n---\n{{< bo']]));
    expect((await site.show(one, post('unharmed'))).html).toContain('<p>unharmed</p>');
  });

  test('keeps showing the text in the editor after the file was saved', async () => {
    const site = openSite(plain);
    await site.show(one, post('typed'));
    site.write(one, post('saved now'));
    expect((await site.show(one, post('saved now'))).html).toContain('<p>saved now</p>');
    expect((await site.show(one, post('typed on'))).html).toContain('<p>typed on</p>');
  });

  test('reads the configuration anew after a reset', async () => {
    const site = openSite(`${plain}
-- layouts/posts/single.html --
{{ site.Title }}
`);
    await site.show(one);
    site.write('hugo.toml', 'baseURL = "https://example.org/"\ntitle = "Renamed"\n');
    site.engine.reset();
    expect((await site.show(one)).html).toContain('Renamed');
  });

  test('says what is wrong with a configuration that Hugo refuses', async () => {
    const site = openSite(plain);
    site.write('hugo.toml', 'baseURL = \n');
    await expect(site.engine.open(one)).rejects.toThrow('Hugo cannot build this site');
    const page = await site.show(one);
    expect(page.problems[0]?.severity).toBe('error');
    site.write('hugo.toml', 'baseURL = "https://example.org/"\n');
    expect((await site.show(one)).html).toContain('<p>saved</p>');
  });

  test('serves the files of a bundle, and nothing else', async () => {
    const bundle = 'content/posts/trip/index.md';
    const site = openSite(`${plain}
-- ${bundle} --
---
title: Trip
---
-- content/posts/trip/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- assets/main.css --
b { color: red }
-- layouts/posts/single.html --
{{ with .Resources.Get "photo.svg" }}<img src="{{ .RelPermalink }}">{{ end }}
<link href="{{ (resources.Get "main.css").RelPermalink }}">
`);
    const page = await site.show(bundle, post('![](photo.svg)'));
    expect(page.html).toContain('<img src="/posts/trip/photo.svg">');
    const urls = [
      '/posts/trip/photo.svg',
      '/main.css?v=1',
      '/no.css',
      '/../config/production',
      '/%2e%2e/layouts',
    ];
    const [photo, css, ...others] = await site.engine.readPublished(urls);
    expect(Buffer.from(photo ?? '').toString()).toContain('<svg');
    expect(Buffer.from(css ?? '').toString()).toContain('color: red');
    expect(others).toEqual([undefined, undefined, undefined]);
  });

  test('publishes nothing through a link that leads out', async () => {
    const site = openSite(plain);
    await site.show(one);
    const [folder = ''] = readdirSync(site.temp);
    symlinkSync(join(site.folder, 'hugo.toml'), join(site.temp, folder, 'public', 'link.css'));
    expect(await site.engine.readPublished(['/link.css'])).toEqual([undefined]);
  });

  test('leaves no process and no folder behind', async () => {
    const site = openSite(plain);
    await site.show(one);
    expect(processesIn(site.temp)).toHaveLength(1);
    await site.engine.dispose();
    expect(processesIn(site.temp)).toEqual([]);
    expect(readdirSync(site.temp)).toEqual([]);
  });

  test('goes on when Hugo was ended by somebody else', async () => {
    const site = openSite(plain);
    await site.show(one);
    const [line = ''] = processesIn(site.temp);
    process.kill(Number.parseInt(line, 10));
    expect((await site.show(one, post('again'))).html).toContain('<p>again</p>');
  });
});

test('runs nothing without trust', async () => {
  const site = openSite(plain, { program: process.execPath, isTrusted: () => false });
  await expect(site.engine.open(one)).rejects.toThrow('trusted');
});

test('runs no program that stands in the site, nor one that a link there leads to', async () => {
  const files = `${plain}
-- bin/hugo --
#!/bin/sh
touch "$(dirname "$0")/ran"
`;
  const site = openSite(files);
  chmodSync(join(site.folder, 'bin/hugo'), 0o755);
  const link = join(site.temp, 'hugo');
  symlinkSync(join(site.folder, 'bin/hugo'), link);
  for (const program of [join(site.folder, 'bin/hugo'), link]) {
    const engine = site.engineOf({ program });
    await expect(engine.open(one)).rejects.toThrow('stands in the site');
    await engine.dispose();
  }
  expect(existsSync(join(site.folder, 'bin/ran'))).toBe(false);
});
