import { describe, expect, test } from 'vitest';
import { check } from '../../server/src/core/features/check.ts';
import { complete } from '../../server/src/core/features/complete.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { hostileTexts } from '../bench/hostileTexts.ts';
import { companySite } from '../conformance/companySite.ts';
import { now, vscode } from '../support/checks.ts';
import { pageOf, siteOf } from '../support/site.ts';

const site = siteOf(`${companySite}-- layouts/shortcodes/box.html --\n{{ .Inner }}\n`);
const texts = hostileTexts(0.01);

test('at least 120 files in 20 families', () => {
  expect(texts.length).toBeGreaterThanOrEqual(120);
  expect(new Set(texts.map(({ family }) => family)).size).toBeGreaterThanOrEqual(20);
});

describe.each(texts)('$family: $name', ({ text }) => {
  const page = pageOf(site, 'content/blogg/sten.md', text);

  test('is checked, each finding within the text', () => {
    const findings = check(site, page, now);
    const ranges = findings.flatMap(({ range, fixes }) => [
      range,
      ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range)),
    ]);
    expect(ranges.filter(({ start, end }) => !(0 <= start && start <= end && end <= text.length))).toEqual(
      [],
    );
  });

  test('is completed and explained at its beginning, its middle and its end', () => {
    for (const offset of [0, text.length >> 1, text.length]) {
      expect(Array.isArray(complete(site, page, offset, vscode).items)).toBe(true);
      expect(hover(site, page, offset, vscode)?.contents.value).not.toBe('');
    }
  });
});
