// What `ref` and `relref` find. The verdicts are those of Hugo 0.111.3, and of 0.152.2 and 0.168, which agree, on this very site.
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, fixed, verdictsOf } from '../../../support/checks.ts';
import { hugo, siteOf } from '../../../support/site.ts';

const former = hugo('0.111.3');
const current = hugo('0.152.2');

const files = `
-- hugo.toml --
defaultContentLanguage = "en"
[languages.en]
weight = 1
[languages.sv]
weight = 2
-- content/_index.md --
-- content/posts/_index.md --
-- content/posts/target.md --
-- content/posts/target.sv.md --
-- content/posts/svonly.sv.md --
-- content/posts/My Page.md --
-- content/posts/dotted.name.md --
-- content/posts/bundle/index.md --
-- content/posts/bundle/extra.md --
-- content/posts/norender.md --
---
_build:
  render: never
build:
  render: never
---
-- content/posts/draft.md --
---
draft: true
---
-- content/posts/future.md --
---
date: 2099-01-01
---
-- content/posts/expired.md --
---
expiryDate: 2001-01-01
---
-- content/posts/sub/deep.md --
-- content/posts/sub2/_index.md --
-- content/auto/one.md --
-- content/other/unique.md --
-- content/a/dup.md --
-- content/b/dup.md --
-- content/other/go.md --
---
tags: [solo, "C++ Stuff"]
---
-- content/ctx.md --
-- content/posts/ctx.md --
-- content/posts/ctx.sv.md --
-- content/posts/leaf/index.md --
-- content/posts/sub2/ctx.md --
-- content/other/ctx.md --
`;

const before = siteOf(files, { hugo: former });
const since = siteOf(files, { hugo: current });
const either = siteOf(files, { hugo: hugo('0.111.3', '0.152.2') });

const call = (ref: string): string => `Ink.\n[a]({{< ref "${ref}" >}})\n\n## Frag\n`;
const isFine = (ref: string, path: string, site: typeof before): boolean =>
  verdictsOf(call(ref), { site, path }).length === 0;

describe.each<[path: string, ...rows: [ref: string, before: boolean, since: boolean][]]>([
  [
    'content/posts/ctx.md',
    ['target', true, true],
    ['target.md', true, true],
    ['./target.md', true, true],
    ['posts/target', true, true],
    ['/posts/target.md', true, true],
    ['../posts/target', true, true],
    ['../../../posts/target', true, true],
    ['../target', false, false],
    ['/posts/target/', false, true],
    ['target/', true, true],
    ['/target', true, false],
    ['nope', false, false],
    ['posts/nope#x', false, false],
    ['/posts/target#nope', true, true],
    ['/posts/target?x=1#y', true, true],
    ['unique', true, true],
    ['UNIQUE', true, true],
    ['posts/unique', false, false],
    ['my page', true, true],
    ['posts/My%20Page', true, true],
    ['my-page', false, true],
    ['dotted.name.md', true, true],
    ['posts/dotted', false, false],
    ['bundle', true, true],
    ['bundle/index.md', true, true],
    ['posts/bundle/extra.md', false, false],
    ['norender', true, true],
    ['posts/sub', false, false],
    ['sub/deep', true, true],
    ['posts/sub2/_index.md', true, true],
    ['posts/sub2/index.md', false, true],
    ['/auto', true, true],
    ['auto/', true, true],
    ['dup', false, false],
    ['a/dup', true, true],
    ['/tags', true, true],
    ['/tags/solo/', true, true],
    ['/tags/nope', false, false],
    ['svonly', false, false],
    ['target.sv.md', false, true],
    ['posts/target.txt', true, false],
    ['/', true, true],
    ['#frag', true, true],
    ['https://e.org/posts/target', true, true],
    ['https://e.org/nope', false, false],
    ['mailto:a@b.c', true, true],
    ['%zz', false, false],
    ['1a:b', false, false],
    ['', true, true],
  ],
  [
    'content/posts/leaf/index.md',
    ['../posts/target', false, true],
    ['../posts/target.md', false, false],
    ['../target', true, false],
    ['../target.md', true, true],
    ['./target.md', true, true],
  ],
  [
    'content/other/ctx.md',
    ['./target.md', false, false],
    ['target/', false, true],
    ['sub/deep', false, false],
  ],
  ['content/ctx.md', ['posts/target/', true, true], ['tags/solo', true, true]],
  ['content/posts/ctx.sv.md', ['svonly', true, true], ['unique', false, false], ['/auto', false, false]],
])('from %s', (path, ...rows) => {
  test.each(rows)('%s', (ref, isFound, isFoundSince) => {
    expect(isFine(ref, path, before)).toBe(isFound);
    expect(isFine(ref, path, since)).toBe(isFoundSince);
    const verdict = isFound && isFoundSince ? [] : [isFound || isFoundSince ? 'warning' : 'error'];
    expect(verdictsOf(call(ref), { site: either, path })).toEqual(
      verdict.map((severity) => `${severity} unresolved-reference`),
    );
  });
});

test.each([
  [
    '[a]({{< ref "posts/unique.md#x" >}})',
    '             ^^^^^^^^^^^^^^^ unresolved-reference: Hugo finds no page "posts/unique.md" and stops the build. Did you mean "other/unique.md"?',
  ],
  [
    '{{< relref path="tarqet" lang="en" >}}',
    '                 ^^^^^^ unresolved-reference: Hugo finds no page "tarqet" and stops the build. Did you mean "target"?',
  ],
  [
    '{{% ref "svonly" %}}',
    '         ^^^^^^ unresolved-reference: Hugo finds the page "svonly" in the language "sv" only and stops the build. Translate it, or write: path="svonly" lang="sv".',
  ],
  [
    '{{< ref "draft" >}}',
    '         ^^^^^ unresolved-reference: The page "posts/draft.md" is a draft: Hugo leaves it out, finds nothing here and stops the build. Publish it first, or link to another page.',
  ],
  [
    '{{< ref "future" >}}',
    '         ^^^^^^ unresolved-reference: The page "posts/future.md" has a date in the future: until then Hugo leaves it out, finds nothing here and stops the build.',
  ],
  [
    '{{< ref "expired" >}}',
    '         ^^^^^^^ unresolved-reference: The page "posts/expired.md" has expired: Hugo leaves it out, finds nothing here and stops the build. Link to another page.',
  ],
  [
    '{{< ref "dup" >}}',
    '         ^^^ unresolved-reference: Several pages are named "dup" (a/dup.md, b/dup.md), so Hugo stops the build. Write the path of the one that you mean.',
  ],
  [
    '{{< ref path="target" lang="xx" >}}',
    '                            ^^ unresolved-reference: The site has no language "xx", so Hugo stops the build. Its languages are: "en", "sv".',
  ],
  [
    '{{< ref "target" "nope" >}}',
    '                  ^^^^ unresolved-reference: The site has no output format "nope", so Hugo stops the build. Leave it out to link to the page in HTML.',
  ],
  [
    '{{< ref "target" "html" "x" >}}',
    '                        ^^^ unresolved-reference: This takes a path and an output format and nothing else. Hugo stops the build at a third argument.',
  ],
  [
    '{{< ref "zzz" >}}',
    '         ^^^ unresolved-reference: Hugo finds no page "zzz" and stops the build. Correct the path: it counts from this page or from the content folder.',
  ],
])('%s', (line, note) => {
  checkDiagnostics(`Ink.\n${line}\n${note}\n`, { site: since, path: 'content/posts/ctx.md' });
});

test.each([
  ['/posts/target/', before, '/posts/target'],
  ['nope/unique.md', since, 'other/unique.md'],
  ['/nope/unique', since, '/other/unique'],
  ['dup', since, '/a/dup'],
  ['tarqet.md', since, 'target.md'],
])('%s is mended', (ref, site, mended) => {
  expect(fixed(call(ref), { site, path: 'content/posts/ctx.md' })).toBe(call(mended));
});

describe('nothing is said', () => {
  const nope = call('nope');
  const path = 'content/posts/ctx.md';

  test.each([
    ['before all content is read', siteOf(files, { isReading: true })],
    ['where a module that is not on disk may have the page', siteOf(files, { missingModules: ['x'] })],
    [
      'where the site has a shortcode of that name',
      siteOf(`${files}-- layouts/shortcodes/ref.html --\n{{ .Get 0 }}\n`),
    ],
    ['where a content adapter may make the page', siteOf(`${files}-- content/posts/_content.gotmpl --\nx\n`)],
  ])('%s', (_, site) => {
    expect(verdictsOf(nope, { site, path })).toEqual([]);
  });
});

test.each([
  ['a draft', '---\ndraft: true\n---\n', 'content/posts/ctx.md', files],
  ['a page that is never rendered', '---\n_build:\n  render: never\n---\n', 'content/posts/ctx.md', files],
  ['a page of a bundle', '', 'content/posts/bundle/extra.md', files],
  ['a list, whose layout may leave the content out', '', 'content/posts/_index.md', files],
  [
    'a site that wants it so',
    '',
    'content/posts/ctx.md',
    files.replace('hugo.toml --', 'hugo.toml --\nrefLinksErrorLevel = "WARNING"'),
  ],
])('a warning on %s', (_, header, path, site) => {
  expect(verdictsOf(`${header}${call('nope')}`, { site: siteOf(site), path })).toContain(
    'warning unresolved-reference',
  );
});

test('drafts are found where the configuration says that they are built', () => {
  const site = siteOf(files.replace('hugo.toml --', 'hugo.toml --\nbuildDrafts = true'));
  expect(verdictsOf(call('draft'), { site, path: 'content/posts/ctx.md' })).toEqual([]);
});
