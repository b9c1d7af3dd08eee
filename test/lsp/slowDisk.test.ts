// While a site is being read, a finding may come, but none may go: what is shown once is true.
import { expect, test } from 'vitest';
import { startInProcess } from '../support/lspClient.ts';
import { SlowFileSystem, uriOf } from '../support/memoryFileSystem.ts';

const site = `
-- site/hugo.toml --
title = "Mill"
theme = "stone"
[module.hugoVersion]
min = "0.111.0"
-- site/.tool-versions --
hugo 0.147.6
-- site/layouts/shortcodes/box.html --
{{ .Inner }}
-- site/themes/stone/layouts/shortcodes/figur.html --
<img>
-- site/content/a.md --
---
title: A
---
-- site/content/b.md --
---
title: B
---
`;

const text = `---
title: A
tags: [one
---
{{< figur >}}
{{< Box >}}inner{{< /Box >}}
{{< box >}}
{{< nosuch >}}
{{< qr text="x" />}}
`;

test('on a slow disk, no finding is shown and then taken back', async () => {
  const fileSystem = new SlowFileSystem(site);
  const client = await startInProcess({ fileSystem });
  const uri = uriOf('site/content/a.md');
  await client.open(uri, text);
  while (client.status?.sites[0]?.state !== 'ready') {
    await fileSystem.answerOne();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const last = await client.until(() => {
    const shown = client.diagnostics(uri) ?? [];
    return shown.some(({ code }) => code === 'unknown-shortcode') && shown;
  });
  const final = new Set(last.map((one) => JSON.stringify(one)));
  const withdrawn = client.published
    .flatMap(({ diagnostics }) => diagnostics)
    .filter((one) => !final.has(JSON.stringify(one)));
  expect(withdrawn).toEqual([]);
  expect(last.map(({ code, range }) => `${String(range.start.line)} ${String(code)}`)).toEqual([
    '2 front-matter-syntax',
    '6 unclosed-shortcode',
    '7 unknown-shortcode',
  ]);
  await client.stop();
});
