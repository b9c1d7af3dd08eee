import { describe, expect, test } from 'vitest';
import { checkDiagnostics, codesOf, fixed, verdictsOf } from '../../../support/checks.ts';
import { hugo, siteOf } from '../../../support/site.ts';

const single = `-- layouts/_default/single.html --
{{ .Title }} {{ .Params.language }} {{ .Params.socialImage }} {{ .Params.card_2 }}
{{ range .Params.chapters }}{{ .title }}{{ .start }}{{ end }}
`;
const site = siteOf(single);

describe('a key whose name is mistyped', () => {
  test('is marked, and renamed', () => {
    checkDiagnostics(
      `---
title: Mjöl
landuage: Se
^^^^^^^^ warning misspelled-key: Nothing reads the key "landuage": neither a template of this site nor Hugo. Did you mean "language"?
---
`,
      { site },
    );
    expect(fixed('---\nlanduage: Se # språk\n---\n', { site })).toBe('---\nlanguage: Se # språk\n---\n');
  });

  test.each([
    ['a swapped letter', '---\ntilte: Mjöl\n---\n', '---\ntitle: Mjöl\n---\n'],
    ['the singular of a field of Hugo', '---\nalias: /a/\n---\n', '---\naliases: /a/\n---\n'],
    ['a hyphen', '---\nsocial-image: a\n---\n', '---\nsocialImage: a\n---\n'],
    ['quotes in YAML', '---\n"landuage": Se\n---\n', '---\nlanguage: Se\n---\n'],
    ['TOML', '+++\nlanduage = "Se"\n+++\n', '+++\nlanguage = "Se"\n+++\n'],
    ['JSON', '{\n  "landuage": "Se"\n}\n', '{\n  "language": "Se"\n}\n'],
    ['an item of a list', '---\nchapters:\n- tilte: A\n---\n', '---\nchapters:\n- title: A\n---\n'],
    ['below a field of Hugo', '---\nsitemap:\n  prioirty: 1\n---\n', '---\nsitemap:\n  priority: 1\n---\n'],
  ])('%s', (_, wrong, right) => {
    expect(codesOf(wrong, { site })).toEqual(['misspelled-key']);
    expect(fixed(wrong, { site })).toBe(right);
    expect(codesOf(right, { site })).toEqual([]);
  });

  test.each([
    ['the right key is there', '---\nlanguage: Se\nlanduage: En\n---\n'],
    ['another number', '---\ncard_3: a\n---\n'],
    ['a short name', '---\ntoc: a\n---\n'],
    ['the same in other letters', '---\nLANGUAGE: Se\n---\n'],
    ['a name of its own below `cascade`', '---\ncascade:\n  landuage: Se\n---\n'],
  ])('is not: %s', (_, text) => {
    expect(codesOf(text, { site })).not.toContain('misspelled-key');
  });

  test('below `params`, as far as that is a map for Hugo', () => {
    const text = '---\nparams:\n  landuage: Se\n---\n';
    expect(codesOf(text, { site: siteOf(single, { hugo: hugo('0.123.0') }) })).toEqual(['misspelled-key']);
    expect(codesOf(text, { site: siteOf(single, { hugo: hugo('0.122.0') }) })).not.toContain(
      'misspelled-key',
    );
  });
});

describe('a key that nothing reads', () => {
  test('is faded, and removed', () => {
    checkDiagnostics(
      `---
title: Mjöl
blinking: true
^^^^^^^^ hint unread-key: Nothing reads the key "blinking": neither a template of this site nor Hugo. It can go, unless a program of yours wants it.
---
`,
      { site },
    );
    expect(fixed('---\ntitle: Mjöl\nblinking: true\n---\n', { site })).toBe('---\ntitle: Mjöl\n---\n');
  });

  test.each([
    ['Hugo', '---\nlinkTitle: a\n---\n'],
    ['a taxonomy', '---\ntags: [a]\n---\n'],
    ['other programs', '---\nsidebar_position: 1\n_schema: post\n---\n'],
    ['templates that Hugo brings along', '---\nimages: [a.png]\n---\n'],
  ])('is not one of %s', (_, text) => {
    expect(codesOf(text, { site })).toEqual([]);
  });

  test.each<[what: string, files: string]>([
    ['an archetype has it', '-- archetypes/default.md --\n---\nblinking: false\n---\n'],
    ['the team has it', '-- .hugo-scribe.yaml --\nkeys:\n  blinking: {}\n'],
    [
      'three other pages have it',
      [1, 2, 3].map((at) => `-- content/${String(at)}.md --\n---\nblinking: true\n---\n`).join(''),
    ],
    ['a partial reads it', '-- layouts/partials/a.html --\n{{ .Params.blinking }}\n'],
    [
      'a template may read any',
      '-- layouts/partials/a.html --\n{{ range $k, $v := .Params }}{{ $k }}{{ end }}\n',
    ],
  ])('says nothing where %s', (_, files) => {
    expect(codesOf('---\nblinking: true\n---\n', { site: siteOf(single + files) })).toEqual([]);
  });

  test.each([
    ['a theme is missing', siteOf(single, { missingModules: ['ananke'] })],
    ['the site is being read', siteOf(single, { isReading: true })],
    ['no template renders the page', siteOf('')],
  ])('says nothing where %s', (_, unfinished) => {
    expect(codesOf('---\nblinking: true\nlanduage: Se\n---\n', { site: unfinished })).toEqual([]);
  });

  test("says nothing of a page that prints any key with Hugo's own shortcode", () => {
    expect(codesOf('---\nblinking: a\n---\n{{< param "blinking" >}}\n', { site })).toEqual([]);
  });

  test('a partial that a key names is one of the site, and read', () => {
    const named = siteOf(`${single}-- layouts/_default/list.html --
{{ partial (printf "%s" .Params.widget) . }}
`);
    expect(codesOf('---\nblinking: a\n---\n', { site: named })).toEqual(['unread-key']);
  });
});

test('where anybody may read keys, a name that only one page has is a hint beside one that very many have', () => {
  const pages = Array.from(
    { length: 50 },
    (_, at) => `-- content/${String(at)}.md --\n---\nlanguage: Se\n---\n`,
  ).join('');
  const open = siteOf(single + pages, { missingModules: ['ananke'] });
  expect(verdictsOf('---\nlanduage: Se\n---\n', { site: open })).toEqual(['hint misspelled-key']);
});

describe('a key that the page needs', () => {
  const demanding = siteOf(`-- layouts/_default/single.html --
{{ .Title }}{{ partial "check.html" . }}{{ if .Params.wide }}{{ partial "wide.html" . }}{{ end }}
-- layouts/partials/check.html --
{{ if not .Params.level }}{{ errorf "level" }}{{ end }}
-- layouts/partials/wide.html --
{{ if not .Params.width }}{{ errorf "width" }}{{ end }}
`);

  test.each<[text: string, verdicts: string[]]>([
    ['---\nlevel: a\n---\n', []],
    ['---\nlevel: [a]\n---\n', []],
    ['---\ntitle: Mjöl\n---\n', ['error missing-key']],
    ['---\nlevel:\n---\n', ['error missing-key']],
    ['---\nlevel: ""\n---\n', ['error missing-key']],
    ['---\ndraft: true\n---\n', ['warning missing-key']],
    ['---\noutputs: [json]\n---\n', ['warning missing-key']],
    ['Mjöl.\n', []],
  ])('%j', (text, verdicts) => {
    expect(verdictsOf(text, { site: demanding })).toEqual(verdicts);
  });

  test('for the team, in its sections', () => {
    const team = siteOf(
      '-- .hugo-scribe.yaml --\nkeys:\n  intro:\n    required: true\n    sections: [blogg]\n',
    );
    const text = '---\ntitle: Mjöl\n---\n';
    expect(verdictsOf(text, { site: team })).toEqual(['warning missing-key']);
    expect(verdictsOf(text, { site: team, path: 'content/om/oss.md' })).toEqual([]);
    expect(fixed(text, { site: team })).toBe('---\ntitle: Mjöl\nintro: ""\n---\n');
  });

  test('of a partial that is called only at times: nothing is proven', () => {
    expect(verdictsOf('---\nwide: true\nlevel: a\n---\n', { site: demanding })).toEqual([]);
  });

  test('is shown at the first line', () => {
    checkDiagnostics(
      `---
^^^ missing-key: This page needs "level": without it, "layouts/partials/check.html" stops the build.
title: Mjöl
---
`,
      { site: demanding },
    );
  });
});

describe('half of a link', () => {
  const pages = Array.from(
    { length: 12 },
    (_, at) =>
      `-- content/blogg/${String(at)}.md --\n---\nlinkname2: Läs\nlinkurl2: /a/\nlinkicon2: b\n---\n`,
  ).join('');
  const linked = siteOf(`${pages}-- layouts/_default/single.html --
{{ .Params.linkname2 }}{{ .Params.linkurl2 }}{{ .Params.linkicon2 }}
`);

  test.each([
    ['---\nlinkname2: Läs\n---\n', ['incomplete-pair']],
    ['---\nlinkname2: Läs\nlinkurl2: ""\n---\n', ['incomplete-pair']],
    ['---\nlinkurl2: /a/\n---\n', ['incomplete-pair']],
    ['---\nlinkname2: Läs\nlinkurl2: /b/\n---\n', []],
    ['---\nlinkname2: ""\n---\n', []],
    ['---\nlinkicon2: c\n---\n', []],
  ])('%j', (text, codes) => {
    expect(codesOf(text, { site: linked })).toEqual(codes);
  });
});

test.each([
  ['one of Hugo that steers the page', '---\nalias: /a/\n---\n', ['hint misspelled-key']],
  ['one that a theme may read', '---\nimage: a.png\nheight: 2\n---\n', []],
])('with a theme missing, a key near to %s', (_, text, verdicts) => {
  expect(verdictsOf(text, { site: siteOf(single, { missingModules: ['ananke'] }) })).toEqual(verdicts);
});
