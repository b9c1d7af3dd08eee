// The page that a link wants, made as its neighbors are.
import { describe, expect, test } from 'vitest';
import { check } from '../../../server/src/core/features/check.ts';
import { newPageFix } from '../../../server/src/core/features/newPageFix.ts';
import { now, vscode } from '../../support/checks.ts';
import { pageOf, siteOf } from '../../support/site.ts';

const shelves = `
-- hugo.toml --
baseURL = "https://mill.example/"
-- archetypes/posts.md --
---
title: ""
date: {{ .Date }}
draft: true
---
-- content/posts/paper.md --
---
title: Paper
date: 2024-01-01
---
-- content/posts/ink.md --
---
title: Ink
date: 2024-01-02
---
-- content/guides/press/index.md --
---
title: Press
---
-- content/p.md --
---
title: P
---
`;

/** `path: text` of the page that is offered for what a page says. */
function offered(text: string, files = shelves, path = 'content/p.md'): string[] {
  const site = siteOf(files);
  const page = pageOf(site, path, text);
  return check(site, page, now)
    .flatMap((finding) => newPageFix(site, page, finding, vscode))
    .map(({ creates }) => `${creates?.uri.slice(site.root.length + 1)}: ${creates?.text}`);
}

const post = '---\ntitle: "Glue pots"\ndate: 2026-11-21T09:30:00+01:00\ndraft: true\n---\n\n';

describe('a missing page is offered', () => {
  test.each([
    [
      'for a reference from the top',
      '{{< ref "/posts/glue-pots.md" >}}\n',
      `content/posts/glue-pots.md: ${post}`,
    ],
    [
      'for a reference with a fragment',
      '{{< relref "/posts/glue-pots#lid" >}}\n',
      `content/posts/glue-pots.md: ${post}`,
    ],
    ['for a link', '[Glue](/posts/glue-pots/)\n', `content/posts/glue-pots.md: ${post}`],
    [
      'as a bundle where its neighbors are',
      '{{< ref "/guides/glue" >}}\n',
      'content/guides/glue/index.md: ---\ntitle: "Glue"\n---\n\n',
    ],
  ])('%s', (_, text, expected) => {
    expect(offered(text)).toEqual([expected]);
  });

  test('beside the page, by the name of its file', () => {
    const text = '---\ntitle: Paper\n---\n{{< ref "glue-pots.md" >}}\n';
    expect(offered(text, shelves, 'content/posts/paper.md')).toEqual([`content/posts/glue-pots.md: ${post}`]);
  });
});

describe('nothing is made', () => {
  test.each([
    ['in a folder without pages', '{{< ref "/nosuch/glue.md" >}}\n', shelves],
    ['out of a name alone', '{{< ref "glue" >}}\n', shelves],
    ['up the tree', '{{< ref "../posts/glue.md" >}}\n', shelves],
    ['of a file of another kind', '[Glue](/posts/glue.pdf)\n', shelves],
    [
      'where the page would have another address',
      '[Glue](/posts/glue/)\n',
      shelves.replace('baseURL', '[permalinks]\nposts = "/:year/:slug/"\n[params]\nbaseURL'),
    ],
  ])('%s', (_, text, files) => {
    expect(offered(text, files)).toEqual([]);
  });
});
