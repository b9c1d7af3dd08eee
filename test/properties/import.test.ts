// Whatever a raw text holds: nothing of it is lost, and what is changed can be taken or left piece by piece.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../server/src/core/import/readPlainText.ts';
import { toPost, type PostPiece } from '../../server/src/core/import/toPost.ts';
import { applyEdits, type OffsetEdit } from '../../server/src/core/text/edit.ts';
import { withoutShortcodes, withShortcodes } from '../core/import/newsrooms.ts';
import { missingWords } from '../core/import/words.ts';
import { pageOf, siteOf } from '../support/site.ts';
import { seed } from '../support/seed.ts';

const lines = [
  ...[
    'Publicerad 12 mars 2024',
    'Nyhet',
    'Press release',
    '12.03.2024',
    'Av Maud Ferris',
    'Foto: Maud Ferris',
    'Published',
  ],
  ...[
    'Ett nytt hjul',
    'Fakta',
    'Läs vidare',
    'Kontakt',
    'Maud Ferris',
    'föreståndare',
    '070-123 45 67',
    'a@b.example',
  ],
  ...[
    '– Det går bra, säger Maud.',
    '- mjöl',
    '• salt',
    '1. vatten',
    '*',
    '–',
    'Dela',
    'Kontaktformulär',
    '© 2024',
    'Ja',
  ],
  ...[
    'Hjulet drivs av vattnet från dammen, och det går också när bäcken är nästan torr.',
    'It turns.',
    'and goes on',
  ],
  ...[
    '# Markdown',
    '---',
    '+++',
    '{',
    '{{< x >}}',
    '<!-- x -->',
    'a_b_ *c* [d](e) `f`',
    '\\',
    '\t',
    ' indented',
    '',
  ],
];
const eols = ['\n', '\n\n', '\r\n', '\r', '\n \n'];
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...lines) },
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const rawText = fc
  .array(fc.tuple(line, fc.constantFrom(...eols)), { maxLength: 25 })
  .map((parts) => parts.flat().join(''));

const sites = [siteOf(withShortcodes), siteOf(withoutShortcodes)];
const paths = ['content/nyheter/ny.md', 'content/nyheder/ny.md', 'content/data/ny.md', 'content/ny.md'];

describe('a raw text', () => {
  test('is wholly in its blocks, each character in one', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        let at = 0;
        for (const { range, lines: own } of readPlainText(text).blocks) {
          const isWithin = own.every(
            ({ start, end }) => range.start <= start && start <= end && end <= range.end,
          );
          if (text.slice(at, range.start).trim() !== '' || range.end <= range.start || !isWithin) {
            return false;
          }
          at = range.end;
        }
        return text.slice(at).trim() === '';
      }),
      { numRuns: 20_000, seed },
    );
  });

  test('keeps every word when it becomes a post, and its pieces can be taken or left', () => {
    const places = fc.tuple(fc.constantFrom(...sites), fc.constantFrom(...paths), fc.boolean());
    fc.assert(
      fc.property(rawText, places, (text, [site, path, isWhole]) => {
        const page = pageOf(site, path, text);
        const { text: post, pieces } = toPost(site, page, { isWhole, today: { today: '2026-11-22' } });
        const sure = pieces.filter(({ isDoubtful = false }) => !isDoubtful);
        const half = sure.filter((_, at) => at % 2 === 0);
        expect(overlaps(pieces, text.length)).toEqual([]);
        expect(applyEdits(text, editsOf(sure))).toBe(post);
        expect([...missingWords(text, post), ...missingWords(text, applyEdits(text, editsOf(half)))]).toEqual(
          [],
        );
      }),
      { numRuns: 3000, seed },
    );
  });
});

function editsOf(pieces: readonly PostPiece[]): readonly OffsetEdit[] {
  return pieces
    .flatMap(({ edits }) => edits)
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function overlaps(pieces: readonly PostPiece[], length: number): readonly OffsetEdit[] {
  const edits = editsOf(pieces);
  return edits.filter(({ range }, at) => range.start < (edits[at - 1]?.range.end ?? 0) || range.end > length);
}
