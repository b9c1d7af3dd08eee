// Links to pages that are there, but not where or how a writer thinks: drafts, aliases, the own host.
import { describe, expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { linkRules } from '../../../../server/src/core/features/diagnostics/links/index.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';
import { textOf } from '../../../../server/src/core/text/range.ts';
import { checkDiagnostics, now } from '../../../support/checks.ts';
import { pageOf, siteOf } from '../../../support/site.ts';

const files = `
-- hugo.toml --
baseURL = 'https://scribe.test/docs/'
-- layouts/partials/resolve.html --
{{ $href := .href }}{{ $parts := split $href "#" }}{{ if strings.HasSuffix $href ".md" }}{{ $href = relref .page $href }}{{ end }}{{ return $href }}
-- layouts/shortcodes/card.html --
{{ $href := partial "resolve.html" (dict "page" .Page "href" (.Get "link")) }}<a href="{{ $href }}">
-- content/about.md --
---
aliases: [/om/, who, /twice/]
---
-- content/blog/_index.md --
-- content/blog/ink.md --
---
aliases: [/twice/]
---
-- content/drafts/_index.md --
---
draft: true
---
-- content/drafts/one.md --
---
draft: true
---
-- content/drafts/kept.md --
-- content/later.md --
---
date: 2036-01-01
---
-- content/over.md --
---
expiryDate: 2020-01-01
---
-- content/hidden/index.md --
---
headless: true
---
-- content/headless.md --
---
headless: true
---
-- content/link-only.md --
---
build:
  render: link
---
-- content/both.md --
---
draft: true
---
-- content/second.md --
---
url: /both/
---
-- content/p.md --
-- static/img/sky.png --
`;

const site = siteOf(files);
const ours = new Set(linkRules.map(({ code }) => code));

/** The findings of these rules as their code and what they mark. */
function findings(text: string, { site: on = site, path = 'content/p.md' } = {}): string[] {
  return check(on, pageOf(on, path, text), now)
    .filter(({ code }) => ours.has(code))
    .map(({ code, range }) => `${code} ${textOf(text, range)}`);
}

function mended(text: string): string {
  const [fix] = check(site, pageOf(site, 'content/p.md', text), now).flatMap(({ fixes }) => fixes);
  return applyEdits(text, fix?.edits ?? []);
}

describe('a page that Hugo leaves out', () => {
  test.each([
    ['/docs/drafts/one/', 'a draft'],
    ['drafts/one/', 'a draft, from the page'],
    ['/docs/later/', 'a date to come'],
    ['/docs/over/', 'a page that has expired'],
    ['/docs/hidden/', 'a headless bundle'],
    ['/docs/link-only/', 'a page that is not rendered'],
  ])('%s: %s', (address) => {
    const written = address.startsWith('/') ? address : `../${address}`;
    expect(findings(`[a](${written})`)).toEqual([`link-to-unpublished ${written}`]);
  });

  test.each([
    ['a list, which is there because of its pages', '[a](/docs/drafts/)'],
    ['another page at the same address', '[a](/docs/both/)'],
    ['headless, which only bundles can be', '[a](/docs/headless/)'],
    ['an address by itself', 'https://scribe.test/docs/drafts/one/'],
    ['on a draft', '---\ndraft: true\n---\n[a](/docs/drafts/one/)'],
    ['on a page that has no date yet', '---\ndate: 2040-01-01\n---\n[a](/docs/later/)'],
  ])('nothing on %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });

  test('counts where the site builds drafts', () => {
    const building = siteOf(files.replace('baseURL', 'buildDrafts = true\nbaseURL'));
    expect(findings('[a](/docs/drafts/one/) [a](/docs/over/)', { site: building })).toEqual([
      'link-to-unpublished /docs/over/',
    ]);
  });

  test('is not told before all content is read', () => {
    const reading = siteOf(files, { isReading: true });
    expect(findings('[a](/docs/drafts/one/)', { site: reading })).toEqual([]);
  });

  test.each([
    [
      'drafts/one',
      'The page drafts/one.md is a draft: readers get "not found". Publish it first, or lead to another page.',
    ],
    ['later', 'The page later.md has a date in the future: until then readers get "not found".'],
    ['over', 'The page over.md has expired: readers get "not found". Lead to another page.'],
    [
      'hidden',
      'The page hidden/index.md says that it has no page of its own on the site: readers get "not found". Lead to another page.',
    ],
  ])('says why: %s', (address, text) => {
    const link = `/docs/${address}/`;
    checkDiagnostics(`[a](${link})\n    ${'^'.repeat(link.length)} warning link-to-unpublished: ${text}\n`, {
      site,
      path: 'content/p.md',
    });
  });
});

describe('an alias', () => {
  test.each([
    ['[a](/docs/om/)', '[a](/docs/about/)'],
    ['[a](/docs/who)', '[a](/docs/about)'],
    ['[a](/docs/om/?b=c#d "e")', '[a](/docs/about/?b=c#d "e")'],
    ['[a](https://scribe.test/docs/om/)', '[a](/docs/about/)'],
  ])('%s', (text, expected) => {
    expect(findings(text)).toContain(`link-to-alias ${/\(([^ )]*)/.exec(text)?.[1] ?? ''}`);
    expect(mended(text)).toBe(expected);
  });

  test.each([
    ['an alias of two pages', '[a](/docs/twice/)'],
    ['the page itself', '[a](/docs/about/)'],
  ])('nothing on %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('the own host', () => {
  test.each([
    ['[a](https://scribe.test/docs/about/#b)', '[a](/docs/about/#b)'],
    ['![a](http://scribe.test/docs/img/sky.png)', '![a](/docs/img/sky.png)'],
  ])('%s', (text, expected) => {
    expect(findings(text)).toEqual([`link-with-own-host ${/\(([^)]*)/.exec(text)?.[1] ?? ''}`]);
    expect(mended(text)).toBe(expected);
  });

  test.each([
    ['an address that is to be read', 'https://scribe.test/docs/about/ <https://scribe.test/docs/about/>'],
    ['another site on the host', '[a](https://scribe.test/forum/)'],
    ['an argument', '{{< card link="https://scribe.test/docs/about/" >}}'],
    ['a page that is not there, which is said', '[a](/docs/about/)'],
  ])('nothing on %s', (_, text) => {
    expect(findings(text)).toEqual([]);
  });
});

describe('an alias of several pages', () => {
  test.each([
    ['[/blog/ink/]', ['shared-alias /blog/ink/']],
    ['[/twice]', ['shared-alias /twice']],
    ['/om/index.html', ['shared-alias /om/index.html']],
    ['[/drafts/one/, /Om/, /about/x/, om]', []],
  ])('%s', (aliases, expected) => {
    expect(findings(`---\naliases: ${aliases}\n---\n`)).toEqual(expected);
  });

  test('is no matter on a draft', () => {
    expect(findings('---\naliases: [/om/]\ndraft: true\n---\n')).toEqual([]);
  });
});

describe('an argument of which a partial makes an address', () => {
  test.each([
    ['/docs/nowhere/', ['broken-link /docs/nowhere/']],
    ['/docs/about/', []],
    ['/blog/ink.md', []],
    ['/docs/about/, /docs/nowhere/', []],
  ])('%s', (link, expected) => {
    expect(findings(`{{< card link="${link}" >}}`)).toEqual(expected);
  });
});
