import { expect, test } from 'vitest';
import { CharacterClass } from '../../../server/src/core/text/characterClass.ts';

const letters = new CharacterClass(/[\p{L}_]/u);

test.each([
  ['abc def', 0, 3],
  ['abc def', 3, 3],
  ['på väg', 0, 2],
  ['åäö', 0, 3],
  ['a𝒷c d', 0, 4],
  ['“a”', 0, 0],
  ['a', 1, 1],
  ['', 0, 0],
  [`${'aå'.repeat(2000)} b`, 0, 4000],
])('the run in %j from %i ends at %i', (text, at, end) => {
  expect(letters.endOfRun(text, at)).toBe(end);
  expect(letters.includes(text, at)).toBe(end > at);
});
