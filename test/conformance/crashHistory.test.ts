import { describe, expect, test } from 'vitest';
import { CrashHistory } from '../../client/src/crashHistory.ts';

const minute = 60_000;

describe('a server that ends by itself', () => {
  test.each([
    { what: 'once', at: [0], delays: [1000] },
    { what: 'again and again at once', at: [0, 0, 0, 0, 0], delays: [1000, 2000, 4000, 8000, undefined] },
    {
      what: 'now and then',
      at: [0, 3, 6, 9, 12, 15].map((m) => m * minute),
      delays: [1000, 1000, 1000, 1000, 1000, 1000],
    },
    {
      what: 'five times in just three minutes',
      at: [0, 1, 2, 2.5, 2.9].map((m) => m * minute),
      delays: [1000, 2000, 4000, 8000, undefined],
    },
    {
      what: 'the fifth time after the first is forgotten',
      at: [0, 1, 2, 2.5, 3].map((m) => m * minute),
      delays: [1000, 2000, 4000, 8000, 8000],
    },
  ])('$what', ({ at, delays }) => {
    const history = new CrashHistory();
    expect(at.map((time) => history.crashed(time))).toEqual(delays);
  });

  test('is started like new after the writer asked for it', () => {
    const history = new CrashHistory();
    for (const time of [0, 1, 2, 3, 4]) {
      history.crashed(time);
    }
    history.clear();
    expect(history.crashed(5)).toBe(1000);
  });
});
