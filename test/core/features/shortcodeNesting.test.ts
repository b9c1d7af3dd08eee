// Shortcodes that ask for another one around them, and those that pages write with one delimiter.
import { expect, test } from 'vitest';
import { checkCompletion, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/tabs.html --
<ul>{{ .Inner }}</ul>
-- layouts/shortcodes/steps.html --
<ol>{{ .Inner }}</ol>
-- layouts/shortcodes/tab.html --
{{ .Parent.Get "id" }}{{ .Get 0 }}
-- layouts/shortcodes/step.html --
{{ .Parent.Get "id" }}{{ .Get 0 }}
-- layouts/shortcodes/note.html --
<p>{{ .Inner | markdownify }}</p>
-- layouts/shortcodes/aside.html --
<div>{{ .Inner }}</div>
-- content/a.md --
---
title: a
---
{{< tabs >}}{{< tab "1" >}}{{< /tabs >}}
{{% lead %}}
-- content/b.md --
---
title: b
---
{{< tabs >}}{{< tab "1" >}}{{< /tabs >}}
{{% lead %}}
{{% lead %}}
-- content/c.md --
---
title: c
---
{{< steps >}}{{< step "1" >}}{{< /steps >}}
-- layouts/shortcodes/lead.html --
<b>!</b>
`);

test.each([
  ['inside of tabs a tab', '{{< tabs >}}{{< █ >}}{{< /tabs >}}', 'tab'],
  ['inside of steps a step', '{{< steps >}}{{< █ >}}{{< /steps >}}', 'step'],
  ['deeper inside', '{{< tabs >}}{{< note >}}{{< █ >}}{{< /note >}}{{< /tabs >}}', 'tab'],
  ['outside what stands alone', '{{< █ >}}', 'tabs'],
  ['with the other delimiter what pages write with it', '{{% █ %}}', 'lead'],
])('%s', (_, marked, first) => {
  expect(suggestions(marked, { site })[0]).toBe(first);
});

test('inside of steps a tab is no likelier than elsewhere', () => {
  const labels = suggestions('{{< steps >}}{{< █ >}}{{< /steps >}}', { site });
  expect(labels.indexOf('tab')).toBeGreaterThan(labels.indexOf('tabs'));
});

test.each([
  ['as pages write it', 'Rye. {{█', 'lead', 'Rye. {{% lead %}}${0}'],
  ['with half a name', 'Rye. {{ le█', 'lead', 'Rye. {{% lead %}}${0}'],
  ['with what the editor closed', 'Rye. {{█}}', 'lead', 'Rye. {{% lead %}}${0}'],
  ['as other pages write it', 'Rye. {{ste█}}', 'step', 'Rye. {{< step "${1}" >}}${0}'],
  ['for Markdown that the template renders', 'Rye. {{█', 'note', 'Rye. {{< note >}}${0}{{< /note >}}'],
  ['for Markdown that Hugo has to render', 'Rye. {{█', 'aside', 'Rye. {{% aside %}}${0}{{% /aside %}}'],
])('where no delimiter is typed it is chosen: %s', (_, marked, label, expected) => {
  checkCompletion(marked, label, expected, { site });
});

test.each(['Rye. {█', 'Rye. {{ a = 1, █', 'Rye. {{ .Title█', 'Rye. {{{█'])(
  'nothing is offered at %s',
  (marked) => {
    expect(suggestions(marked, { site })).toEqual([]);
  },
);
