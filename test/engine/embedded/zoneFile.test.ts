import { expect, test } from 'vitest';
import { zoneFile } from '../../../server/src/engine/embedded/zoneFile.ts';

test.each([
  ['Europe/Stockholm', '1995-01-15T12:00:00Z', 'CET 3600'],
  ['Europe/Stockholm', '2024-03-31T00:59:59Z', 'CET 3600'],
  ['Europe/Stockholm', '2024-03-31T01:00:00Z', 'CEST 7200'],
  ['America/New_York', '2024-07-01T00:00:00Z', 'EDT -14400'],
  ['America/New_York', '2024-12-01T00:00:00Z', 'EST -18000'],
  ['Asia/Kolkata', '2024-07-01T00:00:00Z', 'IST 19800'],
  ['Asia/Kathmandu', '2024-07-01T00:00:00Z', '+0545 20700'],
  ['America/Sao_Paulo', '2024-07-01T00:00:00Z', '-03 -10800'],
  ['UTC', '2024-07-01T00:00:00Z', 'UTC 0'],
])('%s at %s is %s', (zone, moment, expected) => {
  const file = Buffer.from(zoneFile(zone) ?? []);
  expect(file.toString('latin1', 0, 5)).toBe('TZif2');
  expect(readZone(file, Date.parse(moment) / 1000)).toBe(expected);
});

test('A zone that nobody knows has no file', () => {
  expect(zoneFile('Nowhere/Land')).toBeUndefined();
});

/** Name and offset of the last period that has begun, read as RFC 8536 says. */
function readZone(file: Buffer, moment: number): string {
  const second = 44 + 7;
  const [times = 0, kinds = 0] = [32, 36].map((at) => file.readInt32BE(second + at));
  const start = second + 44;
  const began = Array.from({ length: times }, (_, index) => file.readBigInt64BE(start + 8 * index));
  const kind = file[start + 8 * times + began.findLastIndex((one) => Number(one) <= moment)] ?? 0;
  const kindStart = start + 9 * times;
  const nameStart = kindStart + 6 * kinds + (file[kindStart + 6 * kind + 5] ?? 0);
  const name = file.toString('latin1', nameStart, file.indexOf(0, nameStart));
  return `${name} ${String(file.readInt32BE(kindStart + 6 * kind))}`;
}
