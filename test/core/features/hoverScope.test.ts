import { describe, expect, test } from 'vitest';
import { checkHover, hoverText } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

describe('while the site is still being read, nothing is counted', () => {
  const reading = siteOf(
    `
-- layouts/shortcodes/berth.html --
{{ .Get "side" | default "Note:" }}
-- layouts/boats/single.html --
{{ .Params.deep }}
-- content/a.md --
---
skipper: Siv
tags: [sail]
---
{{< berth side="port" >}}
-- content/b.md --
---
skipper: Siv
tags: [sail]
---
{{< berth side="port" >}}
`,
    { isReading: true },
  );
  const berth = '[layouts/shortcodes/berth.html](file:///site/layouts/shortcodes/berth.html)';
  const still = 'the site is still being read';
  test.each([
    [
      'a key',
      '---\nskip█per: Siv\n---\n',
      `skipper: **\`skipper\`** · string · ${still}

For example \`Siv\` in [a.md](file:///site/content/a.md).`,
    ],
    [
      'a key that a template of another section reads',
      '---\nde█ep: x\n---\n',
      'deep: **`deep`** · the site is still being read\n\nRead by [layouts/boats/single.html:1](file:///site/layouts/boats/single.html#L1).',
    ],
    ['a value', '---\nskipper: Si█v\n---\n', `Siv: \`Siv\` · \`skipper\` · ${still}`],
    ['a term', '---\ntags: [sa█il]\n---\n', `sail: \`sail\` · term of \`tags\` · ${still}`],
    [
      'a shortcode',
      '{{< ber█th >}}',
      `berth: **\`berth\`** · ${berth} · ${still}

- \`side\` · default \`Note:\`

Takes no inner content: it must not be closed.`,
    ],
    [
      'an argument',
      '{{< berth si█de="x" >}}',
      `side: **\`side\`** · \`berth\` · ${still}

Without it, \`Note:\` is used.

Read by [layouts/shortcodes/berth.html:1](file:///site/layouts/shortcodes/berth.html#L1).`,
    ],
    ['the value of an argument', '{{< berth side="po█rt" >}}', `"port": \`port\` · \`side\` · ${still}`],
  ])('of %s', (_, marked, expected) => {
    checkHover(marked, expected, { site: reading, path: 'content/c.md' });
  });
});

describe('templates that render this page come before others', () => {
  const fleet = siteOf(`
-- layouts/_default/list.html --
{{ range .Pages }}{{ .Render "li" }}{{ end }}
-- layouts/_default/li.html --
{{ .Params.card | default "plain.jpg" }}
-- layouts/boats/li.html --
{{ .Params.card | default "boat.jpg" }}
-- layouts/events/li.html --
{{ partial "picture" . }}
-- layouts/partials/picture.html --
{{ .Params.card | default "event.jpg" }}
-- layouts/boats/single.html --
{{ .Params.card | default "own.jpg" }}{{ .Params.extra }}
-- content/boats/tern.md --
---
card: tern.jpg
---
-- content/about.md --
---
card: tern.jpg
---
-- content/events/regatta.md --
---
card: x
---
`);
  const file = (path: string): string =>
    `[${path.replace('_', '\\_')}](file:///site/${path.replace(/:(\d+)$/, '#L$1')})`;
  test.each([
    [
      'content/boats/tern.md',
      `Without it, \`own.jpg\` is used.

Read by ${file('layouts/boats/single.html:1')}.

Read in lists, by ${file('layouts/boats/li.html:1')}.`,
    ],
    [
      'content/about.md',
      `Without it, \`plain.jpg\` is used by ${file('layouts/_default/li.html:1')}.

Read in lists, by ${file('layouts/_default/li.html:1')}.`,
    ],
    [
      'content/events/regatta.md',
      `Without it, \`event.jpg\` is used by ${file('layouts/partials/picture.html:1')}.

Read in lists, by ${file('layouts/partials/picture.html:1')}.`,
    ],
  ])('%s', (path, expected) => {
    const text = hoverText('---\nca█rd: x\n---\n', { site: fleet, path });
    expect(text?.slice(text.indexOf('Without it'))).toBe(expected);
  });
});

describe('what reads well', () => {
  const shop = siteOf(`
-- layouts/_default/single.html --
{{ .Params.picture }}
-- layouts/shortcodes/film.html --
<img src="https://img.example/vi/{{ .Get "still" }}"><img src="/{{ .Get "cover" }}">
{{ if eq (.Get "loud") "true" }}x{{ end }}{{ .Get "color" | default "blue" }}{{ if eq (.Get "color") "blue" }}y{{ end }}
{{ .Get 3 }}{{ .Get 2 }}
-- content/films/_index.md --
---
cascade:
  picture: a.png
---
-- content/films/one.md --
---
picture: a.png
rooms:
  - name: Salon
---
-- content/films/two.md --
---
rooms:
  - name: Salon
story: A sentence of one page alone which goes on for so long that it cannot be the name of anything.
---
`);
  const single = '[layouts/\\_default/single.html:1](file:///site/layouts/_default/single.html#L1)';
  test.each([
    [
      'arguments in order, without what goes without saying',
      'films/one.md',
      '{{< fi█lm >}}',
      `- \`still\` · part of the address https://img.example/vi/…
- \`cover\` · a file
- \`loud\` · bool
- \`color\` · default \`blue\`
- position 3
- position 4`,
    ],
    [
      'a key below cascade as one of the pages below',
      'films/_index.md',
      '---\ncascade:\n  pic█ture: a.png\n---\n',
      `**\`picture\`** · string · used in 1 of 3 pages\n\nRead on other pages, by ${single}.`,
    ],
    [
      'a list of maps',
      'films/one.md',
      '---\nroo█ms:\n  - name: Salon\n---\n',
      '**`rooms`** · list of maps · used in 2 of 3 pages',
    ],
    [
      'a value in a list of maps',
      'films/one.md',
      '---\nrooms:\n  - name: Sal█on\n---\n',
      '`Salon` · `rooms.name` · on 2 pages',
    ],
    [
      'no sentence of one page alone',
      'films/two.md',
      '---\nstory: A sent█ence of one page alone which goes on for so long that it cannot be the name of anything.\n---\n',
      undefined,
    ],
  ])('%s', (_, path, marked, expected) => {
    const text = hoverText(marked, { site: shop, path: `content/${path}` });
    if (expected === undefined) {
      expect(text).toBeUndefined();
    } else {
      expect(text).toContain(expected);
    }
  });
});

test('arguments that the shortcodes inside read belong to the call around them', () => {
  const tabs = siteOf(`
-- layouts/shortcodes/tabs.html --
<div>{{ .Inner }}</div>
-- layouts/shortcodes/tab.html --
{{ if eq (.Parent.Get "active") (.Get 0) }}open{{ end }}{{ .Parent.Params.look | default "plain" }}{{ .Inner }}
-- content/a.md --
{{< tabs active="Json" >}}{{< tab "Json" >}}x{{< /tab >}}{{< /tabs >}}
`);
  expect(hoverText('{{< ta█bs >}}{{< /tabs >}}', { site: tabs, path: 'content/a.md' })).toContain(
    '- `active`\n- `look` · default `plain`\n',
  );
  checkHover(
    '{{< tabs loo█k="x" >}}{{< /tabs >}}',
    `look: **\`look\`** · \`tabs\`

Without it, \`plain\` is used.

Read by [layouts/shortcodes/tab.html:1](file:///site/layouts/shortcodes/tab.html#L1).`,
    { site: tabs, path: 'content/a.md' },
  );
});
