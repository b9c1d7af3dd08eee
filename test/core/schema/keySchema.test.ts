import { describe, expect, test } from 'vitest';
import { keysBelow, keySchema } from '../../../server/src/core/schema/keySchema.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- hugo.toml --
title = "Hamnen"
-- .hugo-scribe.yaml --
keys:
  port:
    description: The home port.
    values: [Ystad, Visby]
-- archetypes/båtar.md --
---
sails: 3
---
-- layouts/_default/single.html --
{{ .Params.Sails }}{{ partial "side.html" . }}
{{ range .Params.crew }}{{ .name }}{{ end }}
-- layouts/partials/side.html --
{{ if eq .Params.flag "red" }}a{{ else if eq .Params.flag "green" }}b{{ end }}
-- layouts/kartor/single.html --
{{ .Params.scale }}
-- layouts/partials/lists.html --
{{ range where site.RegularPages "Section" "båtar" }}{{ .Params.teaser }}{{ end }}
-- layouts/båtar/list.html --
{{ range where site.RegularPages "Section" "båtar" }}{{ .Render "card" }}{{ end }}
-- layouts/båtar/card.html --
{{ .Params.badge }}
-- content/båtar/ett.md --
---
title: Ett
SAILS: 2
own: x
---
-- content/båtar/två.md --
---
title: Två
sails: 4
---
-- content/kartor/norr.md --
---
title: Norr
---
`);
const boat = site.page('file:///site/content/båtar/ett.md');
const map = site.page('file:///site/content/kartor/norr.md');

describe('one key', () => {
  test('is the same whatever its case, with all who speak of it', () => {
    expect(keySchema(site, boat, ['sAils'])).toMatchObject({
      id: 'sails',
      stats: { pages: 2 },
      type: 'int',
      archetype: { value: '3' },
      reads: [{ scope: 'page', at: { path: 'layouts/_default/single.html', line: 1 } }],
      level: 'proven',
    });
  });

  test.each([
    ['a template that renders the page', 'sails', boat, 'page'],
    ['a partial that is handed the page', 'flag', boat, 'page'],
    ['a template of other pages', 'scale', boat, 'elsewhere'],
    ['the same for such a page', 'scale', map, 'page'],
    ['the template of all others', 'sails', map, 'elsewhere'],
    ['a list of its section', 'teaser', boat, 'others'],
    ['a list of another section', 'teaser', map, 'elsewhere'],
    ['the content view of a list of its section', 'badge', boat, 'others'],
    ['the content view of a list of another section', 'badge', map, 'elsewhere'],
  ])('knows who reads it: %s', (_, key, page, scope) => {
    const scopes = keySchema(site, page, [key])?.reads.map((read) => read.scope);
    expect(new Set(scopes)).toEqual(new Set([scope]));
  });

  test.each([
    ['Hugo’s', 'draft', { type: 'bool', level: 'proven' }],
    ['one that pages alone have', 'own', { type: 'string', level: 'likely' }],
    ['a list of maps, by its templates', 'crew', { type: 'listOfMaps', level: 'proven' }],
    ['the team’s', 'port', { level: 'open', team: { documentation: 'The home port.' } }],
  ])('says of %s what it is', (_, key, expected) => {
    expect(keySchema(site, boat, [key])).toMatchObject(expected);
  });

  test('names the values of templates and team', () => {
    const values = (key: string): unknown => keySchema(site, boat, [key])?.values.map(({ value }) => value);
    expect(values('flag')).toEqual(['red', 'green']);
    expect(values('port')).toEqual(['Ystad', 'Visby']);
  });

  test('is nothing where nobody speaks of it', () => {
    expect(keySchema(site, boat, ['unheard-of'])).toBeUndefined();
  });
});

test('the keys of a map are each told once', () => {
  const top = keysBelow(site, boat, []);
  expect(top.filter((key) => key.toLowerCase() === 'sails')).toHaveLength(1);
  expect(top).toEqual(expect.arrayContaining(['own', 'flag', 'crew', 'port', 'teaser', 'draft']));
  expect(top).not.toContain('scale');
  expect(keysBelow(site, boat, ['crew', '[]'])).toEqual(['name']);
});
