import { expect, test } from 'vitest';
import { nextInSeries } from '../../../server/src/core/schema/numberSeries.ts';

test.each([
  ['the next, then what is before the first', [10, 20, 30], [40]],
  ['a hole comes first', [10, 20, 40], [30, 50]],
  ['steps of one', [3, 4, 5], [6, 2]],
  ['one number alone', [20], [30, 10]],
  ['a wide hole is none, but its row may go on', [1, 2, 3, 90], [91, 4]],
  ['mostly round numbers', [10, 20, 30, 31], [40]],
  ['hundreds', [100, 200, 300], [400]],
  ['before a first one that is no hole, below zero', [-10, 10], [20, -20]],
  ['mostly the same number: no series', [1, 1, 1, 1, 2], []],
  ['no number', [], []],
])('%s', (_, numbers, expected) => {
  expect(nextInSeries(numbers).filter((each) => each !== 0)).toEqual(expected);
});
