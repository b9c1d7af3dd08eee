import { describe, expect, test } from 'vitest';
import { teamFileFindings } from '../../../../server/src/core/features/teamFileFindings.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { checkDiagnostics, codesOf, fixed, verdictsOf } from '../../../support/checks.ts';
import { siteOf } from '../../../support/site.ts';

/** So many pages with this front matter. */
function pages(count: number, folder: string, frontMatter: string): string {
  return Array.from(
    { length: count },
    (_, at) =>
      `-- content/${folder}/${frontMatter.length.toString()}-${at.toString()}.md --\n---\n${frontMatter}\n---\n`,
  ).join('');
}

describe('a value that a template refuses', () => {
  const closed = siteOf(`-- layouts/_default/single.html --
{{ if not (in (slice "beginner" "expert") .Params.level) }}{{ errorf "level" }}{{ end }}
`);

  test('is an error', () => {
    checkDiagnostics(
      `---
level: beginer
       ^^^^^^^ unknown-value: A template of this site stops the build at this value of "level": it takes "beginner", "expert", not "beginer".
---
`,
      { site: closed },
    );
    expect(fixed('---\nlevel: "beginer"\n---\n', { site: closed })).toBe('---\nlevel: "beginner"\n---\n');
  });

  test.each([
    ['---\nlevel: beginer\ndraft: true\n---\n', ['warning unknown-value']],
    ['---\nlevel: expert\n---\n', []],
  ])('%j', (text, verdicts) => {
    expect(verdictsOf(text, { site: closed })).toEqual(verdicts);
  });
});

describe('a value that no template names', () => {
  const template = `-- layouts/_default/single.html --
{{ if eq .Params.language "Se" }}a{{ else if eq .Params.language "En" }}b{{ end }}
`;
  const named = siteOf(template + pages(15, 'a', 'language: Se') + pages(10, 'b', 'language:  En'));

  test('where nearly all pages say one that is named', () => {
    checkDiagnostics(
      `---
language: Sv
          ^^ warning unknown-value: No template does anything with "Sv" as the value of "language": they know "Se", "En". Did you mean "Se"?
---
`,
      { site: named },
    );
  });

  test.each([
    ['one of them', named, 'language: En'],
    ['no', named, 'language: "false"'],
    ['few pages', siteOf(template + pages(10, 'a', 'language: Se')), 'language: Sv'],
    [
      'other values on many pages',
      siteOf(template + pages(15, 'a', 'language: Se') + pages(10, 'b', 'language: De')),
      'language: Sv',
    ],
    [
      'a site that is being read',
      siteOf(template + pages(25, 'a', 'language: Se'), { isReading: true }),
      'language: Sv',
    ],
  ])('says nothing of %s', (_, site, line) => {
    expect(codesOf(`---\n${line}\n---\n`, { site })).toEqual([]);
  });
});

test('a value that the team does not know', () => {
  const team = siteOf('-- .hugo-scribe.yaml --\nkeys:\n  audience:\n    values: [kommun, region]\n');
  checkDiagnostics(
    `---
audience: komun
          ^^^^^ warning unknown-value: The team’s file knows other values of "audience": "kommun", "region", not "komun".
---
`,
    { site: team },
  );
  expect(fixed('---\naudience: komun\n---\n', { site: team })).toBe('---\naudience: kommun\n---\n');
});

describe('a term that is spelled unlike the usual one', () => {
  const tagged = siteOf(pages(12, 'a', 'tags: [kubernetes, Open Source]') + pages(6, 'b', 'tags: [2024-q1]'));

  test('is a hint', () => {
    checkDiagnostics(
      `---
tags: [mjöl, kubernets]
             ^^^^^^^^^ hint unusual-value: No other page says "kubernets" for "tags", and 12 say "kubernetes". Is it the same?
---
`,
      { site: tagged },
    );
    expect(fixed('---\ntags: [mjöl, kubernets]\n---\n', { site: tagged })).toBe(
      '---\ntags: [mjöl, kubernetes]\n---\n',
    );
  });

  test.each([
    ['other letters, which Hugo takes for the same term', 'Kubernetes'],
    ['a hyphen, too', 'open-source'],
    ['another number', '2024-q2'],
    ['another word', 'mjöl'],
  ])('but not for %s', (_, tag) => {
    expect(codesOf(`---\ntags: [${tag}]\n---\n`, { site: tagged })).toEqual([]);
  });
});

describe('a language', () => {
  const site = siteOf(
    pages(10, 'no', 'language: No') + pages(10, 'blogg', 'language: En') + pages(1, 'se', 'language: Se'),
  );

  test('unlike that of the folder', () => {
    checkDiagnostics(
      `---
language: En
          ^^ warning language-unlike-folder: The pages around this one say "No" for "language", not "En".
---
`,
      { site, path: 'content/no/p.md' },
    );
  });

  test.each([
    [
      'English',
      'Se',
      'The mill and the miller: how you grind with your own stone, and what the flour is.',
      'En',
    ],
    [
      'Norwegian',
      'En',
      'Møllen og mølleren: hvordan du ikke maler, og når det også er til hva fra og av.',
      'No',
    ],
  ])('unlike the text, which is %s', (_, said, text, meant) => {
    const written = `---\nlanguage: ${said}\n---\n${text}\n`;
    expect(verdictsOf(written, { site, path: 'content/p.md' })).toEqual(['hint language-unlike-folder']);
    expect(fixed(written, { site, path: 'content/p.md' })).toBe(
      `---\nlanguage: ${meant === 'No' ? '"No"' : meant}\n---\n${text}\n`,
    );
  });

  test.each([
    ['few words', 'The mill and flour.'],
    [
      'two languages',
      'The mill and the flour, with you: kvarnen och mjölet är inte för att mala, utan för ett bröd.',
    ],
    [
      'a language that no page has',
      'Der Müller und das Mehl: nicht für mich, und auch nicht mit dir, wir werden sehen.',
    ],
  ])('says nothing of %s', (_, text) => {
    expect(codesOf(`---\nlanguage: Se\n---\n${text}\n`, { site, path: 'content/p.md' })).toEqual([]);
  });

  test('unlike that at the end of the name', () => {
    checkDiagnostics(
      `---
language: En
          ^^ warning language-unlike-folder: By its name this file is "No", but its "language" is "En".
---
`,
      { site, path: 'content/blogg/kvarnen-no.md' },
    );
    expect(codesOf('---\nlanguage: "No"\n---\n', { site, path: 'content/blogg/kvarnen-no.md' })).toEqual([]);
  });

  test('may be any in a folder that no language has given its name', () => {
    expect(codesOf('---\nlanguage: Se\n---\n', { site, path: 'content/blogg/p.md' })).toEqual([]);
  });
});

describe('a value that is looked up in the data', () => {
  const site = siteOf(`-- layouts/_default/single.html --
{{ range where site.Data.authors "name" .Params.author }}{{ .bio }}{{ end }}
-- data/authors.yaml --
- name: Åsa Öman
  bio: Skriver.
`);

  test('and is nearly there', () => {
    checkDiagnostics(
      `---
author: Åsa Ömann
        ^^^^^^^^^ warning unknown-data-entry: "data/authors.yaml" has no "Åsa Ömann", which a template looks up there. Did you mean "Åsa Öman"?
---
`,
      { site },
    );
    expect(fixed('---\nauthor: Åsa Ömann\n---\n', { site })).toBe('---\nauthor: Åsa Öman\n---\n');
  });

  test.each([
    ['a guest', 'author: Per', ['hint unknown-data-entry']],
    ['one of them', 'author: Åsa Öman', []],
    ['nobody', 'author: ""', []],
  ])('of %s', (_, line, verdicts) => {
    expect(verdictsOf(`---\n${line}\n---\n`, { site })).toEqual(verdicts);
  });
});

describe('a text in the place of a list', () => {
  const template = `-- layouts/_default/single.html --
{{ range .Params.places }}{{ . }}{{ end }}
`;
  const site = siteOf(template + pages(10, 'a', 'places: [Lund]'));

  test.each([
    ['---\nplaces: Uppsala\n---\n', '---\nplaces: [Uppsala]\n---\n'],
    ['---\nplaces: "Uppsala"\n---\n', '---\nplaces: ["Uppsala"]\n---\n'],
    ['+++\nplaces = "Uppsala"\n+++\n', '+++\nplaces = ["Uppsala"]\n+++\n'],
    ['{\n  "places": "Uppsala"\n}\n', '{\n  "places": ["Uppsala"]\n}\n'],
  ])('%j is made one', (wrong, right) => {
    expect(verdictsOf(wrong, { site })).toEqual(['warning not-list']);
    expect(fixed(wrong, { site })).toBe(right);
    expect(codesOf(right, { site })).toEqual([]);
  });

  test.each([
    ['nobody gives one', siteOf(template + pages(10, 'a', 'places: Lund'))],
    ['few pages have it', siteOf(template + pages(3, 'a', 'places: [Lund]'))],
    ['no template goes through it', siteOf(pages(10, 'a', 'places: [Lund]'))],
  ])('is not one where %s', (_, other) => {
    expect(codesOf('---\nplaces: Uppsala\n---\n', { site: other })).toEqual([]);
  });
});

describe("what is wrong with a team's own file", () => {
  test.each([
    [
      'keys:\n  intro:\n    requird: true\n',
      'requird',
      '"requird" means nothing here: this may hold description, required, values, sections.',
      [],
    ],
    [
      'ignore: [duplicate-key, "dublicate-key"]\n',
      'dublicate-key',
      'Nothing is found under the code "dublicate-key", so nothing is put aside. Did you mean "duplicate-key"?',
      ['duplicate-key'],
    ],
    [
      'ignore:\n  - code: everything\n',
      'everything',
      'Nothing is found under the code "everything", so nothing is put aside. The list of problems shows each code.',
      [],
    ],
  ])('%j', (text, at, say, changes) => {
    const [found, ...others] = teamFileFindings('file:///site/.hugo-scribe.yaml', text);
    expect(others).toEqual([]);
    expect(found?.severity).toBe('warning');
    expect(text.slice(found?.range.start, found?.range.end)).toBe(at);
    expect(found && formatMessage(found.message)).toBe(say);
    expect(found?.fixes.flatMap(({ edits }) => edits.map(({ newText }) => newText))).toEqual(changes);
  });
});
