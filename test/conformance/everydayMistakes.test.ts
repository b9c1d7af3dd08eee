import { expect, test } from 'vitest';
import { checkDiagnostics, codesOf, fixed, type OpenPage } from '../support/checks.ts';
import { takeAnnotations } from '../support/marks.ts';
import { siteOf } from '../support/site.ts';
import { companySite } from './companySite.ts';
import { mistakes } from './everydayMistakes.ts';

const path = 'content/blogg/mjol.md';

test.each(mistakes)('$name is said at its place', ({ page }) => {
  checkDiagnostics(page, open(takeAnnotations(page).text));
});

const mendable = mistakes.filter((mistake) => mistake.fixed !== undefined);

test.each(mendable)('$name is mended, and nothing new is wrong', ({ page, fixed: expected = '' }) => {
  const { text } = takeAnnotations(page);
  expect(fixed(text, open(text))).toBe(expected);
  expect(codesOf(expected, open(expected)).length).toBeLessThan(codesOf(text, open(text)).length);
});

test('all 25 are found, and 20 can be mended', () => {
  const annotations = mistakes.map(({ page }) => takeAnnotations(page).annotations.length);
  expect(annotations.filter((count) => count > 0)).toHaveLength(25);
  expect(mendable.length).toBeGreaterThanOrEqual(20);
});

test('the site itself has none of them', () => {
  const sound = '---\ntitle: Mjöl\n---\nMjöl.\n';
  expect(codesOf(sound, open(sound))).toEqual([]);
});

function open(text: string): OpenPage {
  return { site: siteOf(`${companySite}-- ${path} --\n${text}`), path };
}
