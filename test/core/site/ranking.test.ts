import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareCounts, Ranking, type Count } from '../../../server/src/core/site/ranking.ts';
import { seed } from '../../support/seed.ts';

test('the most used values stay right while hundreds of counts go up and down', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 299 }), fc.integer({ min: 0, max: 3 })), {
        minLength: 100,
        maxLength: 400,
      }),
      fc.integer({ min: 1, max: 40 }),
      (changes, limit) => {
        const counts = new Map<string, Count>();
        for (let i = 0; i < 300; i++) {
          counts.set(`v${i}`, { text: `v${i}`, pages: 1 + (i % 3) });
        }
        const ranking = new Ranking(counts);
        changes.forEach(([number, pages], step) => {
          const text = `v${number}`;
          const count = counts.get(text) ?? { text, pages: 0 };
          counts.set(text, count);
          count.pages = pages;
          if (pages === 0) {
            counts.delete(text);
          }
          ranking.changed(count);
          if (step % 5 === 0) {
            const sorted = [...counts.values()].sort(compareCounts).slice(0, limit);
            expect(ranking.first(limit)).toEqual(sorted);
          }
        });
      },
    ),
    { numRuns: 100, seed },
  );
});
