// Tags over several lines that nothing closes yet.
import { expect, test } from 'vitest';
import { checkCompletion, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/card.html --
{{ .Get "title" }}{{ .Get "color" }}{{ .Get "link" }}
-- content/a.md --
---
title: a
---
{{< card title="a" color="red" link="/a/" >}}
`);

test.each([
  ['the second line', '{{< card\n  ti█', '{{< card\n  title="${1}" >}}'],
  ['an empty second line', '{{< card\n  █', '{{< card\n  title="${1}" >}}'],
  [
    'a later line',
    '{{< card\n  color="red"\n  link="/b/"\n  █',
    '{{< card\n  color="red"\n  link="/b/"\n  title="${1}" >}}',
  ],
  [
    'lines that end as in Windows',
    '{{< card color="red"\r\n  █\r\n',
    '{{< card color="red"\r\n  title="${1}" >}}\r\n',
  ],
])('arguments are offered on %s', (_, marked, expected) => {
  checkCompletion(marked, 'title', expected, { site });
});

test('what stands on the lines before is not offered again', () => {
  expect(suggestions('{{< card\n  color="red"\n  █', { site })).toEqual(['title', 'link', '>}}']);
});

test('values are offered on the second line', () => {
  expect(suggestions('{{< card\n  color="█', { site })).toEqual(['red']);
});

test.each([
  ['text without an indent', '{{< card\nti█'],
  ['text behind a blank line', '{{< card\n\n  ti█'],
  ['text behind text', '{{< card\n  Some text of the page\n  ti█'],
  ['text behind a word', '{{< card\n  some ti█'],
])('nothing is offered in %s', (_, marked) => {
  expect(suggestions(marked, { site })).toEqual([]);
});
