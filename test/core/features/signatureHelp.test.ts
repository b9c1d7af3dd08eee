import { expect, test } from 'vitest';
import { signatureHelp } from '../../../server/src/core/features/signatureHelp.ts';
import { vscode } from '../../support/checks.ts';
import { takeCursor } from '../../support/marks.ts';
import { pageOf, siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/card.html --
{{/* A card with a title. */}}
{{ with .Get "title" }}{{ . }}{{ else }}{{ errorf "no title" }}{{ end }}<i class="{{ .Get "color" | default "green" }}"></i>
-- layouts/shortcodes/img.html --
<img src="{{ .Get 0 }}" alt="{{ .Get 1 }}">
-- layouts/shortcodes/icon.html --
{{ .Get "id" | default (.Get 0) }}{{ .Get "size" }}
-- layouts/shortcodes/any.html --
{{ .Get "a" }}{{ range .Params }}{{ . }}{{ end }}
-- layouts/shortcodes/hr.html --
<hr>
`);

/** The help at `█` as an editor shows it, with the active parameter between stars. */
function shown(marked: string): string | undefined {
  const { text, offset } = takeCursor(marked);
  const help = signatureHelp(site, pageOf(site, 'content/a.md', text), offset, vscode);
  const [signature] = help?.signatures ?? [];
  const at = signature?.parameters?.[help?.activeParameter ?? -1]?.label;
  if (signature === undefined || typeof at === 'string') {
    return undefined;
  }
  const { label } = signature;
  return at === undefined
    ? label
    : `${label.slice(0, at[0])}*${label.slice(at[0], at[1])}*${label.slice(at[1])}`;
}

test.each([
  ['what has to be given is next', '{{< card █ >}}', '{{< card *title* [color] >}}'],
  ['by name', '{{< card color=█ >}}', '{{< card title [*color*] >}}'],
  ['in quotes', '{{< card title="a█" >}}', '{{< card *title* [color] >}}'],
  ['in backticks', '{{< card color=`█` >}}', '{{< card title [*color*] >}}'],
  ['in a name', '{{< card col█or="red" >}}', '{{< card title [*color*] >}}'],
  ['all given that must be', '{{< card title="a" █ >}}', '{{< card title [color] >}}'],
  ['the other delimiter', '{{% card color="█" %}}', '{{% card title [*color*] %}}'],
  ['lines', '{{< card\r\n  color="█"\r\n>}}', '{{< card title [*color*] >}}'],
  ['a tag that is not closed yet', '{{< card title="a" color="█ and so on', '{{< card title [*color*] >}}'],
  ['the first position', '{{< img █ >}}', '{{< img [*1*] [2] >}}'],
  ['the second position', '{{< img "a" "█" >}}', '{{< img [1] [*2*] >}}'],
  ['a position too many', '{{< img "a" "b" █ >}}', '{{< img [1] [2] >}}'],
  ['a position that has a name', '{{< icon "█" >}}', '{{< icon [*id*] >}}'],
  ['more than is known', '{{< any a="█" >}}', '{{< any [*a*] … >}}'],
  ['a shortcode of Hugo', '{{< ref path="█" >}}', '{{< ref *path* [outputFormat] [lang] >}}'],
  ['a name', '{{< car█ >}}', undefined],
  ['behind a value', '{{< card title="a"█ >}}', undefined],
  ['a shortcode without arguments', '{{< hr █ >}}', undefined],
  ['a shortcode that nobody knows', '{{< nobody █ >}}', undefined],
  ['prose', 'Ink and █ "paper', undefined],
  ['behind the call', '{{< card title="a" >}} █', undefined],
  ['a closing tag', '{{< card >}}{{< /card █>}}', undefined],
  ['front matter', '---\ntitle: "{{< card █ >}}"\n---\n', undefined],
])('%s', (_, marked, expected) => {
  expect(shown(marked)).toBe(expected);
});

test('says what the shortcode and the argument are', () => {
  const { text, offset } = takeCursor('{{< card color="█" >}}');
  const help = signatureHelp(site, pageOf(site, 'content/a.md', text), offset, vscode);
  const [signature] = help?.signatures ?? [];
  expect(signature?.documentation).toEqual({ kind: 'markdown', value: 'A card with a title.' });
  expect(signature?.parameters?.map(({ documentation }) => documentation)).toEqual([
    { kind: 'markdown', value: 'required\n\nRead by `layouts/shortcodes/card.html:2`.' },
    { kind: 'markdown', value: 'Default: `green`.\n\nRead by `layouts/shortcodes/card.html:2`.' },
  ]);
});
