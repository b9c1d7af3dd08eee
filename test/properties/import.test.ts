// Whatever a raw text holds: nothing of it is lost, and what is changed can be taken or left piece by piece.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../server/src/core/import/readPlainText.ts';
import { toPost } from '../../server/src/core/import/toPost.ts';
import { applyEdits } from '../../server/src/core/text/edit.ts';
import { withoutShortcodes, withShortcodes } from '../core/import/newsrooms.ts';
import { missingWords } from '../core/import/words.ts';
import { pageOf, siteOf } from '../support/site.ts';

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
const runs = { numRuns: 20_000 };

describe('a raw text', () => {
  test('is wholly in its blocks, each character in one', () => {
    fc.assert(
      fc.property(rawText, (text) => {
        let at = 0;
        for (const { range, lines: own } of readPlainText(text).blocks) {
          expect(text.slice(at, range.start).trim()).toBe('');
          expect(range.end).toBeGreaterThan(range.start);
          expect(
            own.every(({ start, end }) => range.start <= start && start <= end && end <= range.end),
          ).toBe(true);
          at = range.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      runs,
    );
  });

  test('keeps every word when it becomes a post, and its pieces do not overlap', () => {
    fc.assert(
      fc.property(
        rawText,
        fc.constantFrom(...sites),
        fc.constantFrom(...paths),
        fc.boolean(),
        (text, site, path, isWhole) => {
          const page = pageOf(site, path, text);
          const { text: post, pieces } = toPost(site, page, { isWhole, today: { today: '2026-11-22' } });
          expect(missingWords(text, post)).toEqual([]);
          const edits = pieces
            .flatMap((piece) => piece.edits)
            .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
          edits.forEach(({ range }, at) => {
            expect(range.start).toBeGreaterThanOrEqual(edits[at - 1]?.range.end ?? 0);
            expect(range.end).toBeLessThanOrEqual(text.length);
          });
          const sure = pieces.filter(({ isDoubtful = false }) => !isDoubtful);
          expect(
            applyEdits(
              text,
              sure.flatMap((piece) => piece.edits),
            ),
          ).toBe(post);
        },
      ),
      runs,
    );
  });
});
