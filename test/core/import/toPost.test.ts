// What becomes of raw texts in four languages: each stands beside the post that it becomes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { toPost, type Post } from '../../../server/src/core/import/toPost.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { pageOf, siteOf } from '../../support/site.ts';
import { withoutShortcodes, withShortcodes } from './newsrooms.ts';
import { missingWords, wordsOf } from './words.ts';

const texts = fileURLToPath(new URL('texts/', import.meta.url));
const names = readdirSync(texts)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));
const today = { today: '2026-11-22' };

/** Where the texts of a language go, in which of the sites. */
const places = {
  sv: [siteOf(withShortcodes), 'content/nyheter/ny.md'],
  nb: [siteOf(withShortcodes), 'content/aktuelt/ny.md'],
  da: [siteOf(withoutShortcodes), 'content/nyheder/ny.md'],
  en: [siteOf(withoutShortcodes), 'content/notes/new-one.md'],
  json: [siteOf(withoutShortcodes), 'content/data/new-one.md'],
} as const;

type Place = keyof typeof places;

function postOf(text: string, place: Place, isWhole = true): Post {
  const [site, path] = places[place];
  return toPost(site, pageOf(site, path, text), { isWhole, today });
}

function bodyOf(text: string, place: Place = 'en'): string {
  return postOf(text, place, false).text;
}

describe('a raw text becomes a post', () => {
  test.each(names)('%s', (name) => {
    const text = readFileSync(`${texts}${name}.txt`, 'utf8');
    const post = postOf(text, name.slice(0, 2) as Place);
    expect(post.text).toBe(readFileSync(`${texts}${name}.md`, 'utf8'));
    expect(missingWords(text, post.text)).toEqual([]);
  });

  test('there are at least twelve in four languages', () => {
    expect(names.length).toBeGreaterThan(12);
    expect(new Set(names.map((name) => name.slice(0, 2)))).toEqual(new Set(['da', 'en', 'nb', 'sv']));
  });
});

describe('front matter', () => {
  const text =
    'Press release\nMarch 12, 2024\n\nA second wheel\n\nBy Jane Miller\n\nIt turns when the brook is low.\n';

  test('in JSON has no comments, so that what it does not say stays as text', () => {
    expect(postOf(text, 'json').text).toBe(
      '{\n  "title": "A second wheel",\n  "date": "2024-03-12",\n  "draft": true\n}\n\n' +
        'Press release\n\nMarch 12, 2024\n\nBy Jane Miller\n\nIt turns when the brook is low.\n',
    );
  });

  test('names whom the byline names, where the section has a key for that', () => {
    expect(postOf(text, 'en').text).toContain('authors: ["Jane Miller"]\n');
  });

  test('has the day of today where the text says none', () => {
    expect(postOf('A wheel\n\nIt turns when the brook is low.\n', 'en').text).toContain('date: 2026-11-22\n');
  });

  test('says the language of the text as other pages in that language do', () => {
    const [site] = places.sv;
    const norwegian =
      'Et hjul til\n\nHjulet går ikke når bekken er lav, og det er vi glade for, sier møllelaget.\n';
    const page = pageOf(site, 'content/nyheter/ny.md', norwegian);
    expect(toPost(site, page, { isWhole: true, today }).text).toContain('language: "No"\n');
  });

  test('is written so that quotes, colons and backslashes stay', () => {
    expect(postOf('He said: "no" \\ yes\n\nIt turns when the brook is low.\n', 'da').text).toContain(
      'title = "He said: \\"no\\" \\\\ yes"\n',
    );
  });

  test('has plain blanks where the web had others', () => {
    expect(postOf('A\u00A0wheel\n\nIt turns when the brook is low.\n', 'en').text).toContain(
      'title: "A wheel"\n',
    );
  });

  test('has the line ends of the text', () => {
    const { text: crlf } = postOf('A wheel\r\n\r\nIt turns when the brook is low.\r\n', 'en');
    expect(crlf.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(crlf).toContain('draft: true\r\n---\r\n\r\nIt turns');
  });
});

describe('signs that Markdown or Hugo would read stay what they are', () => {
  test.each([
    ['Then 5*3*2 is thirty.', 'Then 5\\*3\\*2 is thirty.'],
    [
      'One line.\n---:\nand another, which ends here.',
      'One line.\n\n\\---:\n\nand another, which ends here.',
    ],
    [
      'A wheel {#id}\n\nIt turns, when the water comes.',
      '## A wheel \\{#id}\n\nIt turns, when the water comes.',
    ],
    ['Two * three is six.', 'Two * three is six.'],
    ['A file_name_here and _this_ one.', 'A file_name_here and \\_this\\_ one.'],
    ['See [this] first.', 'See \\[this] first.'],
    ['Use <b> and <!-- that -->, if a < b.', 'Use \\<b> and \\<!-- that -->, if a < b.'],
    ['It is R&amp;D, or R&D.', 'It is R\\&amp;D, or R&D.'],
    ['A back\\slash and a \\* one.', 'A back\\slash and a \\\\\\* one.'],
    ['#1 of all, and no heading.', '#1 of all, and no heading.'],
    ['1986. What a year that was.', '1986\\. What a year that was.'],
    ['+ one more of them here.', '\\+ one more of them here.'],
    ['The ~old~ price.', 'The \\~old~ price.'],
    ['Some `code` here.', 'Some \\`code\\` here.'],
  ])('%s', (text, expected) => {
    expect(bodyOf(`${text}\n`)).toBe(`${expected}\n`);
  });

  test('in a shortcode that does not read Markdown they are written for HTML', () => {
    expect(bodyOf('– It is 5*3*2 in R&amp;D, a <b>, says Maud.\n', 'sv')).toBe(
      '{{< citat >}}\nIt is 5*3*2 in R&amp;amp;D, a &lt;b>, says Maud.\n{{< /citat >}}\n',
    );
  });
});

describe('a part of a post', () => {
  test('gets no front matter, and keeps its dates', () => {
    expect(bodyOf('A wheel\nMarch 12, 2024\n\nIt turns when the brook is low. – Not always.\n')).toBe(
      '## A wheel\n\nMarch 12, 2024\n\nIt turns when the brook is low. – Not always.\n',
    );
  });
});

describe('pieces', () => {
  const text = readFileSync(`${texts}sv-pressmeddelande.txt`, 'utf8');
  const { pieces } = postOf(text, 'sv');

  test('say what each does, and what they would leave out is left to the writer', () => {
    expect(
      pieces.map(({ label, isDoubtful = false }) => (isDoubtful ? '? ' : '') + formatMessage(label)),
    ).toEqual([
      'Front matter with what the text says: title, date, intro',
      'Text, as Markdown reads it',
      '? Leave out what seems to belong to the page that the text comes from',
      'Lead paragraph',
      'Quotation',
      'Heading',
      'Heading',
      'Contact, line by line',
      'Text, as Markdown reads it',
      '? Leave out what seems to belong to the page that the text comes from',
    ]);
  });

  test('can be taken one by one', () => {
    const quotation = pieces.filter(({ label }) => formatMessage(label) === 'Quotation');
    const only = applyEdits(
      text,
      quotation.flatMap(({ edits }) => edits),
    );
    expect(only).toContain('{{< citat >}}\nVi har väntat på det här i tio år, säger Maud Ferris');
    expect(only.startsWith('Hoppa till innehållet\nDela\n')).toBe(true);
  });

  test('are one edit where two tags belong together', () => {
    const wrapped = pieces.filter(({ label }) =>
      ['Quotation', 'Lead paragraph'].includes(formatMessage(label)),
    );
    expect(wrapped.map(({ edits }) => edits.length)).toEqual([1, 1]);
  });

  test('all together leave out what stood around the text', () => {
    const all = applyEdits(
      text,
      pieces.flatMap(({ edits }) => edits),
    );
    expect(all).not.toMatch(/Hoppa till|Lyssna|Facebook|LinkedIn|kakor/);
    expect(all).toContain('maud.ferris@kvarnglim.example');
  });
});

/** A page that was copied from the web, which everybody who works on this has at hand. */
const seed = fileURLToPath(new URL('../../../../shared/seeds/001_ef4e72d78a046694.txt', import.meta.url));

describe.skipIf(!existsSync(seed))('the page that was copied from the web', () => {
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : '';
  const post = postOf(text, 'sv').text;
  const body = post.slice(post.indexOf('---\n\n') + '---\n\n'.length);

  test('keeps every word, and gets none', () => {
    expect(missingWords(text, post)).toEqual([]);
    const [header = ''] = /^Publicerad[\s\S]*arbete\n/.exec(text) ?? [];
    const words = wordsOf(body.replaceAll(/\{\{<.*?>\}\}/g, ''));
    expect([...wordsOf(header), ...words].sort()).toEqual([...wordsOf(text)].sort());
  });

  test('gets its title, its date and its lead', () => {
    expect(post).toContain(
      'title: "Förbättringar i välfärdens informationssäkerhetsarbete"\ndate: 2024-03-12\n',
    );
    expect(post).toContain('intro: "I dag publicerar SKR resultaten av undersökningar');
    expect(body).toMatch(/^\{\{< ingress >\}\}\nI dag publicerar SKR .*\n\{\{< \/ingress >\}\}\n/);
  });

  test('has its headings, quotations, bullets and its caption', () => {
    expect([...body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
      'Tydliga förbättringar',
      'Förutsättningarna förändras',
      'Fakta',
      'Läs vidare',
      'Sakkunnig',
      'Pressjour',
    ]);
    expect(body.match(/^\{\{< citat >\}\}\n(?:Välfärden måste|För att kommuner) .*, SKR\.\n/gm)).toHaveLength(
      2,
    );
    expect(body.match(/^- (?:Syftet|I (?:sju|sex|åtta)) /gm)).toHaveLength(7);
    expect(body).toContain('\n*Jonas Nilsson.*\n');
  });

  test('ends with a form that can be left out', () => {
    const doubtful = postOf(text, 'sv').pieces.filter(({ isDoubtful = false }) => isDoubtful);
    const left = doubtful.flatMap(({ edits }) =>
      edits.map(({ range }) => text.slice(range.start, range.end).replaceAll('\u00A0', ' ')),
    );
    expect(left).toEqual([
      'Jonas Nilsson.',
      'Kontakta oss',
      'Kontaktformulär SKR',
      'Verifiering * (obligatorisk)',
      'Vi kontrollerar att du är en människa och inte en robot.',
    ]);
  });
});
