import { expect, test } from 'vitest';
import { checkCompletion, completionList, suggestions, vscode } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';
import { mill, millFiles } from './mill.ts';

const site = mill;

/** A page that the site does not know yet. */
const path = 'content/blogg/ny.md';
const open = { site, path };

test.each([
  ['a boolean', '---\ndraft: █\n---\n', ['true', 'false']],
  ['a boolean by the site', '---\nsidebar: █\n---\n', ['true', 'false']],
  ['a half-typed boolean', '---\ndraft: t█\n---\n', ['true']],
  ['values of Hugo', '---\nbuild:\n  render: █\n---\n', ['always', 'link', 'never', '""']],
  ['values of other pages, most used first', '---\nlanguage: █\n---\n', ['Svenska', 'English', '""']],
  ['numbers of other pages', '---\nrating: █\n---\n', ['4', '5']],
  ['a number that nobody has given yet', '---\nweight: █\n---\n', ['""']],
  ['terms', '---\ntags: [█]\n---\n', ['mjöl', 'no', 'vatten', '""']],
  [
    'terms that are not in the list yet, those of the same pages first',
    '---\ntags: [mjöl, █]\n---\n',
    ['vatten', 'no', '""'],
  ],
  ['terms of a block list', '---\ntags:\n  - vatten\n  - █\n---\n', ['mjöl', 'no', '""']],
  ['values in quotes', '---\nlanguage: "█"\n---\n', ['Svenska', 'English']],
  ['values with Swedish letters', '---\nauthor: å█\n---\n', ['Åsa Öman']],
  ['a date', '---\ndate: █\n---\n', ['2026-11-21', '2026-11-21T09:30:00+01:00']],
  [
    'other dates of the page',
    '---\nlastmod: 2026-01-02\ndate: 2026-█\n---\n',
    ['2026-11-21', '2026-11-21T09:30:00+01:00', '2026-01-02'],
  ],
  ['no sentences of other pages', '---\ningress: █\n---\n', ['Om vatten', 'Om mjöl', '""']],
  ['nor one that holds what is typed, but begins otherwise', '---\ningress: st█\n---\n', []],
  [
    'a sentence of another page behind all others, to who begins it',
    '---\ningress: om█\n---\n',
    [
      'Om mjöl',
      'Om vatten',
      'Om sten som maler i hundra år, och om vad som händer när den inte gör det längre',
    ],
  ],
  ['on a page whose front matter is not closed yet', '---\nlanguage: █', ['Svenska', 'English', '""']],
  ['prose', '---\ntitle: █\n---\n', ['""']],
  ['prose that has begun', '---\ntitle: E█\n---\n', []],
])('%s', (_, marked, expected) => {
  expect(suggestions(marked, open)).toEqual(expected);
});

test.each([['---\ntitle: E█\n---\n'], ['---\nslug: E█\n---\n'], ['---\nunheard-of: E█\n---\n']])(
  'the list is never empty, or VS Code would suggest words of the text: %s',
  (marked) => {
    expect(completionList(marked, open).items).not.toEqual([]);
  },
);

test.each([
  ['in place of nothing', 'language: █', 'Svenska', 'language: Svenska'],
  ['without a blank behind the colon', 'language:█', 'Svenska', 'language: Svenska'],
  ['in place of what is typed', 'language: Sv█', 'Svenska', 'language: Svenska'],
  ['in place of all that stands there', 'language: En█glisch', 'English', 'language: English'],
  ['in quotes that the editor closed', 'language: "Sv█"', 'Svenska', 'language: "Svenska"'],
  ['in a quote that nothing closes', 'language: "Sv█', 'Svenska', 'language: "Svenska"'],
  ['in single quotes', "language: 'Sv█'", 'Svenska', "language: 'Svenska'"],
  ['with a blank in it', 'author: █', 'Åsa Öman', 'author: Åsa Öman'],
  ['that older Hugo would take for a boolean', 'author: █', 'yes', 'author: "yes"'],
  ['that older Hugo would take for a boolean, in a list', 'tags: [█]', 'no', 'tags: ["no"]'],
  ['that begins a list', 'tags: █', 'vatten', 'tags: [vatten]'],
  ['that begins a list, without a blank', 'tags:█', 'no', 'tags: ["no"]'],
  ['a text that begins a list', 'aliases: █', '""', 'aliases: ["${1}"]'],
  ['in a quote that nothing closes, in a list', 'tags: ["v█]', 'vatten', 'tags: ["vatten"]'],
  ['in an empty quote that nothing closes, in a list', 'tags: ["█]', 'vatten', 'tags: ["vatten"]'],
  [
    'in a quote that nothing closes, before another item',
    'tags: ["v█, "mjöl"]',
    'vatten',
    'tags: ["vatten", "mjöl"]',
  ],
  ['in a block list', 'tags:\n  - v█', 'vatten', 'tags:\n  - vatten'],
  ['between others in a flow list', 'tags: [a, v█, b]', 'vatten', 'tags: [a, vatten, b]'],
  ['a boolean drops its quotes', 'draft: "█"', 'true', 'draft: true'],
  ['a number drops its quotes', 'rating: "█"', '4', 'rating: 4'],
  ['a date keeps its quotes', 'date: "█"', '2026-11-21', 'date: "2026-11-21"'],
  ['a date', 'date: 2█', '2026-11-21', 'date: 2026-11-21'],
  ['a text in quotes', 'title: █', '""', 'title: "${1}"'],
  ['below a map', 'card:\n  image: █', 'a.png', 'card:\n  image: a.png'],
  ['in the quotes of the page', 'title: "Ett"\nlanguage: █', 'Svenska', 'title: "Ett"\nlanguage: "Svenska"'],
  [
    "in the page's single quotes",
    "title: 'Ett'\nlanguage: █",
    'Svenska',
    "title: 'Ett'\nlanguage: 'Svenska'",
  ],
  ['with CRLF', 'language: Sv█\r', 'Svenska', 'language: Svenska\r'],
])('YAML: %s', (_, marked, label, expected) => {
  checkCompletion(`---\n${marked}\n---\n`, label, `---\n${expected}\n---\n`, open);
});

test.each([
  ['a text', 'language = █', 'Svenska', 'language = "Svenska"'],
  ['a text without a blank behind the sign', 'language =█', 'Svenska', 'language ="Svenska"'],
  ['in quotes', 'language = "Sv█"', 'Svenska', 'language = "Svenska"'],
  ['in single quotes', "language = 'Sv█'", 'Svenska', "language = 'Svenska'"],
  ['a boolean', 'draft = █', 'true', 'draft = true'],
  ['a date', 'date = █', '2026-11-21', 'date = 2026-11-21'],
  ['a term', 'tags = ["mjöl", "█"]', 'vatten', 'tags = ["mjöl", "vatten"]'],
  ['a term in a quote that nothing closes', 'tags = ["v█]', 'vatten', 'tags = ["vatten"]'],
  ['a term that begins a list', 'tags = █', 'vatten', 'tags = ["vatten"]'],
  ['a term without quotes', 'tags = [█]', 'vatten', 'tags = ["vatten"]'],
  ['in a table', '[build]\nlist = "█"', 'never', '[build]\nlist = "never"'],
])('TOML: %s', (_, marked, label, expected) => {
  checkCompletion(`+++\n${marked}\n+++\n`, label, `+++\n${expected}\n+++\n`, open);
});

test.each([
  ['a text', '"language": █', 'Svenska', '"language": "Svenska"'],
  ['in quotes', '"language": "Sv█"', 'Svenska', '"language": "Svenska"'],
  ['a boolean', '"draft": █', 'true', '"draft": true'],
  ['a term in a quote that nothing closes', '"tags": ["v█]', 'vatten', '"tags": ["vatten"]'],
  ['a boolean before another key', '"draft": █,\n  "x": 1', 'true', '"draft": true,\n  "x": 1'],
  ['a date', '"date": █', '2026-11-21', '"date": "2026-11-21"'],
  ['a number', '"rating": █', '4', '"rating": 4'],
  ['a term', '"tags": ["█"]', 'mjöl', '"tags": ["mjöl"]'],
])('JSON: %s', (_, marked, label, expected) => {
  checkCompletion(`{\n  ${marked}\n}\n`, label, `{\n  ${expected}\n}\n`, open);
});

test('what is being typed on the page itself is not suggested, though the index has it', () => {
  const path = 'content/blogg/ny.md';
  const typing = siteOf(`${millFiles}-- ${path} --\n---\nlanguage: Sv\ntags: [va]\nau: x\n---\n`);
  expect(suggestions('---\nlanguage: Sv█\n---\n', { site: typing, path })).toEqual(['Svenska']);
  expect(suggestions('---\ntags: [va█]\n---\n', { site: typing, path })).toEqual(['vatten']);
  expect(suggestions('---\nau█: x\n---\n', { site: typing, path })).not.toContain('au');
});

test('says how many pages have the value', () => {
  const details = (marked: string): unknown[] =>
    completionList(marked, open).items.map(({ detail }) => detail);
  expect(details('---\nlanguage: █\n---\n')).toEqual(['on 2 pages', 'on one page', 'text in quotes']);
  expect(details('---\ntags: [█]\n---\n')).toContain('term of 2 pages');
  expect(details('---\ndate: █\n---\n')).toEqual(['today', 'now']);
});

test('an editor that does not tell the time is offered the day', () => {
  const { now, ...client } = vscode;
  expect(now).toBeDefined();
  expect(suggestions('---\ndate: 2█\n---\n', open, client)).toEqual(['2026-11-21']);
});

test.each([
  ['nothing of a sentence', 'ingress: █', true],
  ['one letter', 'ingress: O█', true],
  ['its beginning', 'ingress: Om█', false],
  ['a value of which there are no sentences', 'language: █', false],
])('an editor asks again when more is offered to who types on: %s', (_, line, isIncomplete) => {
  expect(completionList(`---\n${line}\n---\n`, open).isIncomplete).toBe(isIncomplete);
});
