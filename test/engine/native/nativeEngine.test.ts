import { expect, test } from 'vitest';
import { installed, openSite, withHugo } from './support.ts';

const plain = `
-- hugo.toml --
baseURL = "https://example.org/"
-- layouts/_default/single.html --
<main>{{ .Content }}</main>{{ with .NextInSection }}next {{ .Title }}{{ end }}
-- layouts/_default/list.html --
<h1>{{ .Title }}</h1>{{ range .Pages }}<li>{{ .Title }}{{ end }}
-- layouts/shortcodes/box.html --
<b>{{ .Inner }}</b>
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

test.skipIf(installed === undefined)(`shows text that was never saved, and touches no file (${withHugo})`, async () => {
  const site = openSite(plain);
  const before = site.files();
  const page = await site.show('content/posts/one.md', '---\ntitle: One\ndate: 2024-01-01\n---\nnot saved\n');
  console.log(page);
  expect(page.html).toContain('<p>not saved</p>');
  expect(site.files()).toEqual(before);
});
