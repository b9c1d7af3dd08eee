// Small sites of every form, each with one page that is typed in.
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
export const plain = `
-- hugo.toml --
baseURL = "https://example.org/"
${layouts}${pages}`;

export const one = 'content/posts/one.md';
export const post = (body: string, more = 'date: 2024-01-01'): string =>
  `---\ntitle: One\n${more}\n---\n${body}\n`;

/** Every form a site can have: what it looks like, the page that is typed in, and what its page says then. */
export const sites: readonly {
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
[[module.mounts]]
source = "single/file.md"
target = "content/file.md"
${layouts}${pages}
-- more/extra.md --
---
title: Extra
---
-- single/file.md --
---
title: File
---
-- layouts/posts/single.html --
{{ .Params.tone }} {{ .Content }} {{ range where site.RegularPages "Section" "ne" "none" }}{{ .Title }},{{ end }}
`,
    path: one,
    text: post('mounted'),
    url: '/posts/one/',
    html: 'loud <p>mounted</p>\n One,Extra,File,',
  },
];
