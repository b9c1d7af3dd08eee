// What each line of a raw text is taken for.
import { describe, expect, test } from 'vitest';
import { readDateLine } from '../../../server/src/core/import/dateLine.ts';
import { readPlainText } from '../../../server/src/core/import/readPlainText.ts';

describe('lines that say when a text was published', () => {
  test.each([
    ['Publicerad 12 mars 2024', { published: '2024-03-12', isLabeled: true }],
    ['Publicerad: 2024-03-12 10:15', { published: '2024-03-12', isLabeled: true }],
    ['Publicerat den 3:e maj 2023', { published: '2023-05-03', isLabeled: true }],
    ['Tisdag 12 mars 2024 kl. 08.30', { published: '2024-03-12', isLabeled: false }],
    ['Nyhet | 2 januari 2023', { published: '2023-01-02', isLabeled: false }],
    [
      'Publicerad 12 mars 2024, uppdaterad 14 mars 2024',
      { published: '2024-03-12', updated: '2024-03-14', isLabeled: true },
    ],
    ['Senast ändrad 2024-03-14', { updated: '2024-03-14', isLabeled: true }],
    ['Publisert 12. mars 2024', { published: '2024-03-12', isLabeled: true }],
    [
      'Publisert 12.03.2024 | Sist oppdatert 13.03.2024 kl. 14:02',
      { published: '2024-03-12', updated: '2024-03-13', isLabeled: true },
    ],
    ['1. desember 2023', { published: '2023-12-01', isLabeled: false }],
    ['Udgivet den 12. marts 2024', { published: '2024-03-12', isLabeled: true }],
    ['Offentliggjort 1. oktober 2024', { published: '2024-10-01', isLabeled: true }],
    ['Sidst opdateret: 8. november 2024', { updated: '2024-11-08', isLabeled: true }],
    ['Published 12 March 2024', { published: '2024-03-12', isLabeled: true }],
    ['March 12, 2024', { published: '2024-03-12', isLabeled: false }],
    ['Posted on Sept. 3rd, 2024 · 4 min read', { published: '2024-09-03', isLabeled: true }],
    [
      'Published March 12, 2024 by Jane Miller',
      { published: '2024-03-12', isLabeled: true, author: 'Jane Miller' },
    ],
    ['Last updated: 2024-03-12T08:00:00Z', { updated: '2024-03-12', isLabeled: true }],
  ])('%s', (text, expected) => {
    expect(readDateLine(text)).toEqual(expected);
  });

  test.each([
    'Kvarnen byggdes den 12 mars 1824',
    'Arbetet ska vara klart 1 maj 2025.  Sedan öppnar vi.',
    'Publicerad i mars',
    'Published 3/12/2024',
    '31 februari 2024',
    'Order 2024-03-12-77',
    '12 mars',
  ])('not: %s', (text) => {
    expect(readDateLine(text)).toBeUndefined();
  });
});

/** `kind: text` of each block; the head is cut off where a title and a lead are written before it. */
function kindsOf(body: string): readonly string[] {
  const head = 'A title\n\nThe lead of the text, which is a whole sentence.\n\n';
  const foot = '\n\nThe last paragraph, so that something comes at the end.\n';
  const text = head + body + foot;
  const { blocks } = readPlainText(text);
  return blocks
    .slice(2, -1)
    .map(
      ({ kind, lines }) => `${kind}: ${lines.map(({ start, end }) => text.slice(start, end)).join(' / ')}`,
    );
}

describe('what lies between head and tail', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'a dash and who says it are a quotation',
      '– We are glad, says Maud.',
      ['quote: We are glad, says Maud.'],
    ],
    ['a hyphen and who says it, too', '- Vi är glada, säger Maud.', ['quote: Vi är glada, säger Maud.']],
    [
      'a dash before a sentence that stands alone',
      '— This is how it has always been around here.',
      ['quote: This is how it has always been around here.'],
    ],
    ['dashes in a row that nobody says are a list', '– flour\n– salt', ['item: flour', 'item: salt']],
    [
      'so are those below a colon, whatever they say',
      'Bring:\n– flour, says Maud\n– salt',
      ['paragraph: Bring:', 'item: flour, says Maud', 'item: salt'],
    ],
    ['bullets and stars', '• flour\n·  salt\n* water', ['item: flour', 'item: salt', 'item: water']],
    [
      'a number above a paragraph is part of a heading',
      '1. Stop the wheel\n\nThe water has to stand still for an hour at least.\n\n2. Take it out\n\nIt is as heavy as four men, so ask your neighbors.',
      [
        'heading: 1. Stop the wheel',
        'paragraph: The water has to stand still for an hour at least.',
        'heading: 2. Take it out',
        'paragraph: It is as heavy as four men, so ask your neighbors.',
      ],
    ],
    ['numbers', '1. flour\n2) salt', ['item: flour', 'item: salt']],
    [
      'a minus is no dash',
      '-5 degrees it was, in the middle of the night.',
      ['paragraph: -5 degrees it was, in the middle of the night.'],
    ],
    [
      'a short line above text is a heading',
      'What happens now\n\nNobody knows what happens now.',
      ['heading: What happens now', 'paragraph: Nobody knows what happens now.'],
    ],
    [
      'a question is one, too',
      'What now?\n\nNobody knows what happens now.',
      ['heading: What now?', 'paragraph: Nobody knows what happens now.'],
    ],
    [
      'two headings in a row',
      'The wheel\n\nHow it turns\n\nIt turns when the water comes.',
      ['heading: The wheel', 'heading: How it turns', 'paragraph: It turns when the water comes.'],
    ],
    [
      'a line that ends with a stop is none',
      'It turns.\n\nNobody knows what happens now.',
      ['paragraph: It turns.', 'paragraph: Nobody knows what happens now.'],
    ],
    [
      'a line said twice is a caption',
      'The wheel in May\n\nThe wheel in May',
      ['caption: The wheel in May', 'repeated: The wheel in May'],
    ],
    ['who took the picture', 'Foto: Maud Ferris', ['caption: Foto: Maud Ferris']],
    [
      'what it shows, and who took it',
      'Hjulet i maj. Foto: Maud Ferris',
      ['caption: Hjulet i maj. Foto: Maud Ferris'],
    ],
    [
      'a person with a telephone',
      'Maud Ferris\nföreståndare\n070-123 45 67',
      ['contact: Maud Ferris / föreståndare / 070-123 45 67'],
    ],
    [
      'with blank lines between',
      'Maud Ferris\n\nföreståndare\n\nmaud@mill.example',
      ['contact: Maud Ferris / föreståndare / maud@mill.example'],
    ],
    [
      'on one line',
      'Maud Ferris, head of the mill, +46 70 123 45 67',
      ['contact: Maud Ferris, head of the mill, +46 70 123 45 67'],
    ],
    [
      'years are no telephone',
      'Ice on the pond 1950–2020 and later',
      ['heading: Ice on the pond 1950–2020 and later'],
    ],
    [
      'what other pages are called is a list',
      'Läs vidare\n\nOm hjulet\n\nOm dammen\n\nKontakt',
      ['heading: Läs vidare', 'item: Om hjulet', 'item: Om dammen', 'heading: Kontakt'],
    ],
    [
      'lines that stand close are kept together',
      'Monday 10–12\nTuesday 11–13\nFriday closed',
      ['paragraph: Monday 10–12 / Tuesday 11–13 / Friday closed'],
    ],
  ])('%s', (_, body, expected) => {
    expect(kindsOf(body)).toEqual(expected);
  });
});
