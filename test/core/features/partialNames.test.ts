// Keys and arguments whose values name a partial.
import { expect, test } from 'vitest';
import { definitions, hoverText, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- layouts/_default/single.html --
{{ range .Params.widgets }}{{ partial (printf "widgets/%s.html" .kind) $ }}{{ end }}
-- layouts/shortcodes/widget.html --
{{ partial (print "widgets/" (.Get "kind")) . }}
-- layouts/partials/widgets/clock.html --
{{ .Params.zone }}
-- layouts/partials/widgets/weather.html --
{{ .Params.place }}
-- layouts/partials/header.html --
{{ .Params.banner }}
-- content/a.md --
---
title: a
---
`);

test.each([
  ['a value', '---\ntitle: x\nwidgets:\n  - kind: █\n---\n', ['clock', 'weather']],
  ['an argument', '---\ntitle: x\n---\n{{< widget kind="█" >}}', ['clock', 'weather']],
])('%s may be each partial of the folder', (_, marked, labels) => {
  expect(suggestions(marked, { site }).slice(0, 2)).toEqual(labels);
});

test('the keys that these partials read are offered, others are not', () => {
  const labels = suggestions('---\ntitle: x\n█\n---\n', { site });
  expect(labels).toEqual(expect.arrayContaining(['zone', 'place']));
  expect(labels.indexOf('banner')).not.toBe(0);
});

test('the value leads to its partial', () => {
  const clock = 'layouts/partials/widgets/clock.html';
  expect(definitions('---\nwidgets:\n  - kind: cl█ock\n---\n', { site }).join()).toContain(clock);
  expect(definitions('{{< widget kind="clo█ck" >}}', { site }).join()).toContain(clock);
  expect(hoverText('{{< widget kind="clo█ck" >}}', { site })).toContain('clock');
});
