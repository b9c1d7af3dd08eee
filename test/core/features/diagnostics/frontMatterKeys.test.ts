import { expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { now } from '../../../support/checks.ts';
import { hugo, pageOf, siteOf } from '../../../support/site.ts';

/** Every fix with the text that it leaves; `*` marks the one that is sure. */
function fixesOf(text: string, version?: string): string[] {
  const site = siteOf('', { hugo: hugo(version) });
  return check(site, pageOf(site, 'content/p.md', text), now).flatMap(({ fixes }) =>
    fixes.map(
      ({ title, edits, isSure }) =>
        `${isSure === true ? '* ' : ''}${formatMessage(title)}: ${applyEdits(text, edits)}`,
    ),
  );
}

test.each<[text: string, version: string | undefined, fixes: readonly string[]]>([
  [
    '---\ntitle: Mjöl\ntitle: Gryn\n---\n',
    '0.147.6',
    ['* Remove the first one: ---\ntitle: Gryn\n---\n', 'Remove this one: ---\ntitle: Mjöl\n---\n'],
  ],
  [
    '---\ntitle: Mjöl\ntitle: Gryn\n---\n',
    '0.152.2',
    ['Remove the first one: ---\ntitle: Gryn\n---\n', 'Remove this one: ---\ntitle: Mjöl\n---\n'],
  ],
  [
    '---\ntags:\n- a\ndraft: no\ntags:\n- a\n---\n',
    undefined,
    [
      '* Remove this one: ---\ntags:\n- a\ndraft: no\n---\n',
      'Remove the first one: ---\ndraft: no\ntags:\n- a\n---\n',
    ],
  ],
  [
    '---\ncard:\nsize: 2\ncard: a.jpg\n---\n',
    '0.152.2',
    [
      '* Remove the first one: ---\nsize: 2\ncard: a.jpg\n---\n',
      'Remove this one: ---\ncard:\nsize: 2\n---\n',
    ],
  ],
  [
    '---\ncard: a.jpg\ncard: ""\n---\n',
    '0.147.6',
    ['Remove this one: ---\ncard: a.jpg\n---\n', 'Remove the first one: ---\ncard: ""\n---\n'],
  ],
  [
    '---\nlanguage: sv\nLanguage: en\n---\n',
    '0.147.6',
    ['Remove the first one: ---\nLanguage: en\n---\n', 'Remove this one: ---\nlanguage: sv\n---\n'],
  ],
  [
    '+++\nx = 1\ny = 2\nx = 3\n+++\n',
    undefined,
    ['Remove the first one: +++\ny = 2\nx = 3\n+++\n', 'Remove this one: +++\nx = 1\ny = 2\n+++\n'],
  ],
  [
    '{"x": 1, "y": 2, "x": 3}\n',
    undefined,
    ['* Remove the first one: {"y": 2, "x": 3}\n', 'Remove this one: {"x": 1, "y": 2}\n'],
  ],
])('of two keys one goes: %s for Hugo %s', (text, version, fixes) => {
  expect(fixesOf(text, version)).toEqual(fixes);
});

test('the first of the two is shown beside the second', () => {
  const site = siteOf('');
  const text = '---\nresources:\n- src: a\n  src: b\n---\n';
  const [finding] = check(site, pageOf(site, 'content/p.md', text), now);
  expect(finding?.range).toEqual({ start: 26, end: 29 });
  expect(finding?.related?.map(({ range }) => range)).toEqual([{ start: 17, end: 20 }]);
});
