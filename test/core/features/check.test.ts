import { expect, test } from 'vitest';
import { check } from '../../../server/src/core/features/check.ts';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { now } from '../../support/checks.ts';
import { pageOf, siteOf } from '../../support/site.ts';

test('a page with the same mistake everywhere shows the first ones and says that there are more', () => {
  const site = siteOf('-- hugo.toml --\n-- content/a.md --\n');
  const page = pageOf(site, 'content/a.md', 'Text.\n' + '{{< nosuch >}}\n'.repeat(2000));
  const findings = check(site, page, now);
  expect(findings).toHaveLength(501);
  const last = findings.at(-1);
  expect(last?.severity).toBe('information');
  expect(last && formatMessage(last.message)).toBe(
    'There are more of these below. Only the first 500 are shown.',
  );
});
