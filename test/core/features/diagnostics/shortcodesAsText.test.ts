// Calls that Hugo prints as text, and calls with the delimiter that nobody else uses.
import { expect, test } from 'vitest';
import { checkDiagnostics, fixed, verdictsOf } from '../../../support/checks.ts';
import { hugo, siteOf } from '../../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/box.html --
{{ .Inner | markdownify }}
-- layouts/shortcodes/note.html --
<div>{{ .Inner }}</div>
${Array.from({ length: 9 }, (_, i) => `-- content/n${String(i)}.md --\n{{% note %}}Ink.{{% /note %}}\n`).join('')}
`);

test('a call with blanks in its delimiters', () => {
  checkDiagnostics(
    `Ink.
{{ < figure src="a.png" > }}
^^^^^^^^^^^ warning shortcode-as-text: Hugo takes this for text and prints it as it is. A call of the shortcode is written {{< figure >}}.
`,
    { site },
  );
});

test.each([
  ['{{ < figure src="a.png" > }}', '{{< figure src="a.png" >}}'],
  ['{{ <figure src="a.png">}}', '{{<figure src="a.png">}}'],
  ['{{ % box % }}', '{{% box %}}'],
  ['{{≤ box ≥}}', '{{< box >}}'],
  ['{{≤ /box >}}', '{{< /box >}}'],
  ['{< box >}', '{{< box >}}'],
  ['{< /box >}}', '{{< /box >}}'],
  ['{% box %}', '{{% box %}}'],
  ['{{ box title="x" }}', '{{< box title="x" >}}'],
  ['{{/box}}', '{{</box>}}'],
])('%s is mended', (text, mended) => {
  expect(fixed(`Ink.\n${text}`, { site })).toBe(`Ink.\n${mended}`);
});

test('a tag of another system', () => {
  checkDiagnostics(
    `Ink.
{% include "a.html" %}
^^^^^^^^^^ warning shortcode-as-text: This is a tag of another system. Hugo prints it as text: find out what does the same in Hugo, or remove it.
`,
    { site },
  );
});

test.each(['{% tab title="Xml" %}', '{% endtabs %}', '{% hint style="info" %}', '{%- if x -%}'])(
  '%s is one, too',
  (tag) => {
    expect(verdictsOf(`Ink.\n${tag} Ink.\n`, { site })).toEqual(['warning shortcode-as-text']);
  },
);

test.each([
  ['a fence', '```\n{{ < box > }}\n{% include a %}\n```'],
  ['a code span', 'Ink `{{ < box > }}` and `{% include a %}`.'],
  ['indented code', '    {% include a %}'],
  ['a comment', '<!-- {% include a %} -->'],
  ['a call that is shown', '{{</* box >}} {< box > */>}}'],
  ['an argument', '{{< figure alt="{% box %}" >}}'],
  ['code in a shortcode', '{{< highlight go >}}\n{% include a %}\n{{< /highlight >}}'],
  ['a name that is none', '{{ < okänd > }} {% unless x %} {< y >}'],
  ['a set in mathematics', 'a {{ < 3 }} b {<0}'],
  ['a template', '{{ .Title }} {{ range .Pages }} {{ ref . "x" }} {{ highlight .Inner }}'],
  ['a variable of another system', '${{ box }} {{{ box }}}'],
])('nothing of %s', (_, text) => {
  expect(verdictsOf(`Ink.\n\n${text}\n`, { site })).toEqual([]);
});

test('a delimiter that leaves Markdown as it is where all others use the one that does not', () => {
  const text = 'Ink.\n{{< note >}}\nIt is **blue**.\n{{< /note >}}\n';
  expect(verdictsOf(text, { site })).toEqual(['warning shortcode-delimiter']);
  expect(fixed(text, { site })).toBe('Ink.\n{{% note %}}\nIt is **blue**.\n{{% /note %}}\n');
});

test.each([
  ['a few', 1, ['hint shortcode-delimiter']],
  ['many', 3, []],
])('%s other pages use it, too', (_, angles, verdicts) => {
  const page = (name: string, sign: '<' | '%', end: '>' | '%'): string =>
    `-- content/${name}.md --\nInk {{${sign} note ${end}}}Ink.{{${sign} /note ${end}}}\n`;
  const mixed = siteOf(
    `-- layouts/shortcodes/note.html --\n<div>{{ .Inner }}</div>\n${Array.from({ length: 9 }, (_each, i) => page(`p${String(i)}`, '%', '%')).join('')}${Array.from({ length: angles }, (_each, i) => page(`a${String(i)}`, '<', '>')).join('')}`,
  );
  expect(verdictsOf('Ink.\n{{< note >}}\nIt is blue.\n{{< /note >}}\n', { site: mixed })).toEqual(verdicts);
});

test('the same with plain paragraphs is a hint', () => {
  expect(verdictsOf('Ink.\n{{< note >}}\nIt is blue.\n{{< /note >}}\n', { site })).toEqual([
    'hint shortcode-delimiter',
  ]);
});

test.each([
  ['plain words', '{{< note >}}It is blue.{{< /note >}}'],
  ['a template that renders Markdown', '{{< box >}}It is **blue**.{{< /box >}}'],
  ['the usual delimiter', '{{% note %}}It is **blue**.{{% /note %}}'],
])('no delimiter is wrong with %s', (_, text) => {
  expect(verdictsOf(`Ink.\n${text}\n`, { site })).toEqual([]);
});

test.each([
  ['0.111.3', '0.111.3', []],
  ['0.111.3', '0.147.6', ['warning plain-text-shortcode']],
  ['0.147.6', '0.168.0', ['error plain-text-shortcode']],
])('a template in plain text, called as HTML, from Hugo %s to %s', (min, max, verdicts) => {
  const plain = siteOf('-- layouts/shortcodes/m.md --\nInk.\n-- layouts/shortcodes/h.html --\nInk.\n', {
    hugo: hugo(min, max),
  });
  expect(verdictsOf('Ink.\n{{< m >}}{{% m %}}{{< h >}}\n', { site: plain })).toEqual(verdicts);
});
