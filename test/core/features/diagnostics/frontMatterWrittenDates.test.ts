import { expect, test } from 'vitest';
import { isHugoDate } from '../../../../server/src/core/hugo/dateLayouts.ts';
import { hugoDateFor } from '../../../../server/src/core/hugo/writtenDates.ts';

test.each([
  ['2020-12-8', '2020-12-08'],
  ['2020-1-2 9:05', '2020-01-02 09:05:00'],
  ['2020/12/08', '2020-12-08'],
  ['2020.12.08', '2020-12-08'],
  ['20201208', '2020-12-08'],
  ['8.12.2020', '2020-12-08'],
  ['31/12/2020', '2020-12-31'],
  ['12/31/2020', '2020-12-31'],
  ['8 december 2020', '2020-12-08'],
  ['den 8 december 2020', '2020-12-08'],
  ['8. desember 2020', '2020-12-08'],
  ['8. Dezember 2020', '2020-12-08'],
  ['December 8, 2020', '2020-12-08'],
  ['Dec 8th, 2020', '2020-12-08'],
  ['8th of December 2020', '2020-12-08'],
  ['3 maj 2021', '2021-05-03'],
  ['3. mai 2021', '2021-05-03'],
  ['2024-01-02T03:04', '2024-01-02T03:04:00'],
  ['2024-01-02T03:04Z', '2024-01-02T03:04:00Z'],
  ['2024-01-02T03:04:05 Z', '2024-01-02T03:04:05Z'],
  ['2024-01-02 03:04 +0100', '2024-01-02 03:04:00 +0100'],
])('%s is %s', (written, date) => {
  expect(isHugoDate(date)).toBe(true);
  expect(hugoDateFor(written)).toEqual({ text: date, isSure: true });
});

test.each([
  ['2019-22-08', '2019-08-22'],
  ['01/02/2024', '2024-02-01'],
])('%s is probably %s', (written, date) => {
  expect(hugoDateFor(written)).toEqual({ text: date, isSure: false });
});

test.each([
  '2024',
  '2024-01',
  '2024-02-30',
  'in March',
  '99 May 2020',
  '8 hello 2020',
  'x'.repeat(100_000),
  '',
])('nobody knows what %.20s means', (written) => {
  expect(hugoDateFor(written)).toBeUndefined();
});
