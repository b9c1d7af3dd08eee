import { expect, test } from 'vitest';
import { codesOf, fixed } from '../../../support/checks.ts';
import { siteOf } from '../../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/image.html --
<img src="{{ .Get "src" }}" alt="{{ .Get "alt" }}">
-- layouts/shortcodes/icon.html --
<i class="icon-{{ .Get 0 }}" title="{{ .Get 1 }}"></i>
-- content/a.md --
`);
const path = 'content/a.md';

test.each([
  ['single quotes', "{{< icon 'ink' >}}", '{{< icon "ink" >}}'],
  ['single quotes around several words', "{{< icon 'red ink' >}}", '{{< icon "red ink" >}}'],
  ['curly quotes', '{{< icon “red ink” >}}', '{{< icon "red ink" >}}'],
  [
    'single quotes in a named argument',
    '{{< image src=\'red ink.png\' alt="Ink" >}}',
    '{{< image src="red ink.png" alt="Ink" >}}',
  ],
  ['a comma', '{{< icon "ink", "Ink" >}}', '{{< icon "ink" "Ink" >}}'],
  ['a colon in place of =', '{{< image src: "ink.png" >}}', '{{< image src="ink.png" >}}'],
  [
    'an address without quotes',
    '{{< icon https://example.org/ink >}}',
    '{{< icon "https://example.org/ink" >}}',
  ],
  [
    'an argument without a name',
    '{{< image src="ink.png" "Ink" >}}',
    '{{< image src="ink.png" alt="Ink" >}}',
  ],
])('%s', (_, wrong, right) => {
  expect(fixed(`Ink.\n${wrong}\n`, { site, path })).toBe(`Ink.\n${right}\n`);
  expect(codesOf(`Ink.\n${right}\n`, { site, path })).not.toContain('shortcode-syntax');
});

test('an argument without a name gets the name that most pages give', () => {
  const used = siteOf(`
-- layouts/shortcodes/card.html --
<a href="{{ .Get "link" }}"><img src="{{ .Get "image" }}">{{ .Get "heading" }}</a>
-- content/a.md --
-- content/b.md --
{{< card image="ink.png" heading="Ink" >}}
-- content/c.md --
{{< card image="ink.png" heading="Ink" link="/ink/" >}}
`);
  expect(fixed('Ink.\n{{< card image="ink.png" "Ink" >}}\n', { site: used, path })).toBe(
    'Ink.\n{{< card image="ink.png" heading="Ink" >}}\n',
  );
});
