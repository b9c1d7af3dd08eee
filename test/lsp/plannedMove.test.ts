// What follows when a template or a file of the data is renamed or moved in the explorer: the lines that differ, by file.
import { describe, expect, test } from 'vitest';
import { formatMessage } from '../../server/src/core/text/message.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { planMove } from '../../server/src/lsp/plannedMove.ts';
import { now } from '../support/checks.ts';
import { siteOf } from '../support/site.ts';
import { parseTxtar } from '../support/txtar.ts';

const root = 'file:///site';

/** New lines, what moves besides, how many places are left, and what is said. */
function planned(txtar: string, move: string): readonly string[] {
  const [from = '', to = ''] = move.split(' -> ').map((path) => `${root}/${path}`);
  const plan = planMove(siteOf(txtar), [{ from, to }], now);
  if ('refusal' in plan) {
    return [`refused: ${formatMessage(plan.refusal)}`];
  }
  const texts = [...parseTxtar(txtar)]
    .map(([path, text]) => ({ path, text, uri: `${root}/${path}` }))
    .filter(({ uri }) => plan.files.includes(uri));
  const lines = texts.flatMap(({ path, text, uri }) => {
    const before = new Set(text.split('\n'));
    const after = applyEdits(text, plan.editsIn({ uri, text })).split('\n');
    return after.filter((line) => !before.has(line)).map((line) => `${path}: ${line}`);
  });
  const left = texts.flatMap(({ path, text, uri }) => {
    const places = plan.leftIn?.({ uri, text }) ?? [];
    return places.map(({ start, end }) => `left in ${path}: ${text.slice(start, end)}`);
  });
  const besides = plan.moves.map((each) => `${each.from} -> ${each.to}`.replaceAll(`${root}/`, ''));
  return [...lines, ...besides, ...left, ...(plan.remarks ?? []).map((remark) => formatMessage(remark))];
}

const site = `
-- hugo.toml --
baseURL = "https://example.org/"
-- content/a.md --
---
author: jane
---
{{< box >}}{{% nav/item %}}
-- layouts/shortcodes/box.html --
<b></b>
-- layouts/shortcodes/nav/item.html --
<i></i>
-- layouts/partials/head.html --
{{ with index site.Data.people .Params.author }}{{ .name }}{{ end }}
-- layouts/_default/single.html --
{{ partial "head.html" . }}{{ site.Data.team.size }}{{ partial "foot" . }}
-- layouts/partials/foot.html --
F
-- data/people/jane.yaml --
name: Jane
-- data/team.yaml --
size: 3
`;

describe('names that follow their files', () => {
  test.each([
    {
      name: 'a shortcode',
      move: 'layouts/shortcodes/box.html -> layouts/shortcodes/card.html',
      expected: ['content/a.md: {{< card >}}{{% nav/item %}}'],
    },
    {
      name: 'a folder of shortcodes',
      move: 'layouts/shortcodes/nav -> layouts/shortcodes/menu',
      expected: ['content/a.md: {{< box >}}{{% menu/item %}}'],
    },
    {
      name: 'a partial that goes into a folder',
      move: 'layouts/partials/foot.html -> layouts/partials/page/foot.html',
      expected: [
        'layouts/_default/single.html: {{ partial "head.html" . }}{{ site.Data.team.size }}{{ partial "page/foot" . }}',
      ],
    },
    {
      name: 'a file of the data',
      move: 'data/team.yaml -> data/staff.yaml',
      expected: [
        'layouts/_default/single.html: {{ partial "head.html" . }}{{ site.Data.staff.size }}{{ partial "foot" . }}',
      ],
    },
    {
      name: 'an entry that pages name',
      move: 'data/people/jane.yaml -> data/people/joan.yaml',
      expected: ['content/a.md: author: joan'],
    },
    {
      name: 'a folder of the data',
      move: 'data/people -> data/staff',
      expected: [
        'layouts/partials/head.html: {{ with index site.Data.staff .Params.author }}{{ .name }}{{ end }}',
      ],
    },
  ])('$name', ({ move, expected }) => {
    expect(planned(site, move)).toEqual(expected);
  });

  test.each([
    {
      name: 'data that go into a folder',
      move: 'data/team.yaml -> data/more/team.yaml',
      expected: ['left in layouts/_default/single.html: team'],
    },
    {
      name: 'a shortcode that is none any more',
      move: 'layouts/shortcodes/box.html -> layouts/old/box.html',
      expected: ['left in content/a.md: box'],
    },
    {
      name: 'a name that templates cannot write',
      move: 'data/team.yaml -> data/the team.yaml',
      expected: [
        'left in layouts/_default/single.html: team',
        'Templates read data by name, so that it is made of letters, digits and "_", and begins with no digit.',
      ],
    },
  ])('places are told that cannot follow: $name', ({ move, expected }) => {
    expect(planned(site, move)).toEqual(expected);
  });
});

test('all templates of a shortcode go along', () => {
  const both = `${site}-- layouts/shortcodes/box.amp.html --\n<b></b>\n`;
  expect(planned(both, 'layouts/shortcodes/box.html -> layouts/shortcodes/card.html')).toEqual([
    'content/a.md: {{< card >}}{{% nav/item %}}',
    'layouts/shortcodes/box.amp.html -> layouts/shortcodes/card.amp.html',
  ]);
  expect(planned(both, 'layouts/shortcodes/box.amp.html -> layouts/shortcodes/card.amp.html')).toEqual([]);
});
