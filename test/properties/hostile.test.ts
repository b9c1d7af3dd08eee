import { describe, expect, test } from 'vitest';
import { beforePublishing } from '../../server/src/core/features/beforePublishing.ts';
import { check } from '../../server/src/core/features/check.ts';
import { complete } from '../../server/src/core/features/complete.ts';
import { insertion } from '../../server/src/core/features/gallery/insertion.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { publishNow } from '../../server/src/core/features/publishing/change.ts';
import { shortcodeActions } from '../../server/src/core/features/shortcodeActions.ts';
import { range, type TextRange } from '../../server/src/core/text/range.ts';
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
  const isOutside = ({ start, end }: TextRange): boolean =>
    !(0 <= start && start <= end && end <= text.length);

  test('is checked, each finding within the text', () => {
    const findings = check(site, page, now);
    const ranges = findings.flatMap(({ range, fixes }) => [
      range,
      ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.range)),
    ]);
    expect(ranges.filter(isOutside)).toEqual([]);
  });

  test('is completed and explained at its beginning, its middle and its end', () => {
    for (const offset of [0, text.length >> 1, text.length]) {
      expect(Array.isArray(complete(site, page, offset, vscode).items)).toBe(true);
      expect(hover(site, page, offset, vscode)?.contents.value).not.toBe('');
    }
  });

  test('is published, and gets calls around and between its texts, within the text', () => {
    const { items } = beforePublishing(site, page, { today: '2026-11-21', now });
    const published = publishNow(site, page, now);
    const middle = text.length >> 1;
    const selections = [range(0, text.length), range(middle, middle), range(middle, middle + 40)];
    const ranges = [
      ...items.map((item) => item.range),
      ...('edits' in published ? published.edits.map((edit) => edit.range) : []),
      ...selections.flatMap((where) => [
        ...shortcodeActions(site, page, where).flatMap(({ edits }) => edits.map((edit) => edit.range)),
        insertion(site, page, where, 'box')?.range ?? expect.fail('nothing is inserted'),
      ]),
    ];
    expect(ranges.filter(isOutside)).toEqual([]);
  });
});
