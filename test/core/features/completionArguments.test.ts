// Values of arguments: what the call before says, what the words of an address say, and what is offered only to who types its beginning.
import { expect, test } from 'vitest';
import { completionList, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/step.html --
<b>{{ .Get 0 }}</b>
-- layouts/shortcodes/out.html --
<a href="{{ .Get "href" }}">{{ .Get "title" }}</a>
-- layouts/shortcodes/quote.html --
<q>{{ .Get "who" }}</q>
-- content/all/a.md --
{{< step "Rule 02" >}}
{{< step "Rule 09" >}}
{{< out href="https://www.example.com/" title="https://docs.example.com" >}}
{{< out href="https://example.org/mill" title="The mill" >}}
{{< quote who="Ada Ek of the mill" >}}
{{< quote who="Bo Alm of the sack" >}}
{{< quote who="Siv Ask of the sail" >}}
-- content/all/b.md --
{{< step "Rule 02" >}}
{{< step "Rule 10" >}}
{{< step "Rule 3" >}}
{{< out href="https://www.example.com/" title="https://docs.example.com" >}}
{{< quote who="Eva Dal of the wheel" >}}
{{< quote who="Per Ost of the weir" >}}
-- content/all/c.md --
{{< step "Rule 02" >}}
`);

test.each([
  ['the next of a row', '{{< step "Rule 09" >}}\n{{< step "█" >}}', 'Rule 10'],
  ['the next of a row of numbers that differ in length', '{{< step "Rule 2" >}}\n{{< step "█" >}}', 'Rule 3'],
  ['no row', '{{< step "█" >}}', 'Rule 02'],
  [
    'words of an address, without those that all addresses have',
    '{{< out href="https://elsewhere.com/mill" title="█" >}}',
    'The mill',
  ],
])('%s comes first', (_, marked, expected) => {
  expect(suggestions(marked, { site })[0]).toBe(expected);
});

test.each([
  ['nothing typed', '{{< quote who="█" >}}', [], true],
  ['one letter typed', '{{< quote who="A█" >}}', [], true],
  ['its beginning typed', '{{< quote who="ad█" >}}', ['Ada Ek of the mill'], false],
])('words of one page: %s', (_, marked, expected, isIncomplete) => {
  expect(suggestions(marked, { site })).toEqual(expected);
  expect(completionList(marked, { site }).isIncomplete).toBe(isIncomplete);
});
