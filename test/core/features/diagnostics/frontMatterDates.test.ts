import { describe, expect, test } from 'vitest';
import { checkDiagnostics, fixed, verdictsOf } from '../../../support/checks.ts';
import { hugo, siteOf } from '../../../support/site.ts';

const [before, since] = ['0.134.0', '0.135.0'];
const siteFor = (version: string | undefined, config = ''): ReturnType<typeof siteOf> =>
  siteOf(`-- hugo.toml --\n${config}\n`, { hugo: hugo(version) });
const anyHugo = siteFor(undefined);
const recent = siteFor('0.168.0');

describe('what Hugo cannot read as a date', () => {
  test.each([
    [
      before,
      'warning',
      'Hugo cannot read "2020-12-8" as a date. Write it as 2024-12-31. Hugo leaves the page without this date.',
    ],
    [
      since,
      'error',
      'Hugo cannot read "2020-12-8" as a date. Write it as 2024-12-31. Hugo stops the build here.',
    ],
    [
      undefined,
      'warning',
      'Hugo cannot read "2020-12-8" as a date. Write it as 2024-12-31. Hugo 0.135.0 and newer stop the build here.',
    ],
  ])('for Hugo %s', (version, severity, says) => {
    checkDiagnostics(
      `---
date: 2020-12-8
      ^^^^^^^^^ ${severity === 'error' ? '' : `${severity} `}unreadable-date: ${says}
---
`,
      { site: siteFor(version) },
    );
  });

  test('is said of every date at once, and of days that do not exist', () => {
    checkDiagnostics(
      `+++
date = "2024-02-30"
       ^^^^^^^^^^^^ unreadable-date: There is no such date as "2024-02-30". Hugo stops the build here.
lastmod = ["2024-02-28"]
          ^^^^^^^^^^^^^^ unreadable-date: Hugo reads a date in a single value only, such as 2024-12-31. Hugo stops the build here.
expiryDate = 1.5
             ^^^ unreadable-date: Hugo cannot read "1.5" as a date. Write it as 2024-12-31. Hugo stops the build here.
+++
`,
      { site: recent },
    );
  });

  test.each([
    ['a date', 'date: 2024-01-02'],
    ['nothing', 'date:'],
    ['an empty text', 'date: ""'],
    ['seconds', 'date: 1704164645'],
    ['a key that Hugo no longer asks', 'publishDate: 2024-01-02\npubdate: soon'],
    ['a key that is no date', 'updated: soon'],
  ])('is not %s', (_, yaml) => {
    expect(verdictsOf(`---\n${yaml}\n---\n`, { site: recent })).toEqual([]);
  });

  test.each(['lastmod', 'publishDate', 'EXPIRYDATE', 'modified', 'pubdate', 'unpublishdate', 'published'])(
    'in %s',
    (key) => {
      expect(verdictsOf(`---\n${key}: soon\n---\n`, { site: recent })).toEqual(['error unreadable-date']);
    },
  );

  test('in a key that the site has made one', () => {
    const site = siteFor('0.168.0', '[frontmatter]\ndate = ["updated", ":default"]');
    expect(verdictsOf('---\nupdated: soon\n---\n', { site })).toEqual(['error unreadable-date']);
  });

  test('nobody knows whether Hugo comes to lastmod where Git may have the date', () => {
    const site = siteFor('0.168.0', 'enableGitInfo = true');
    expect(verdictsOf('---\ndate: 2024-01-02\nlastmod: soon\n---\n', { site })).toEqual([
      'warning unreadable-date',
    ]);
  });

  test('true and false in "published" were a switch once', () => {
    const text = '---\npublished: false\n---\n';
    expect(verdictsOf(text, { site: siteFor(before) })).toEqual([]);
    expect(verdictsOf(text, { site: recent })).toEqual(['error unreadable-date']);
    expect(fixed(text, { site: recent })).toBe('---\ndraft: true\n---\n');
  });

  test.each([
    ['---\ndate: 2020-12-8 # ink\n---\n', '---\ndate: 2020-12-08 # ink\n---\n'],
    ['---\ndate: "8 december 2020"\n---\n', '---\ndate: "2020-12-08"\n---\n'],
    ["+++\ndate = '2020/12/08'\n+++\n", "+++\ndate = '2020-12-08'\n+++\n"],
    ['{"date": "Dec 8, 2020"}\n', '{"date": "2020-12-08"}\n'],
  ])('a fix of %s', (wrong, right) => {
    expect(fixed(wrong, { site: recent })).toBe(right);
  });
});

test('a number is a date of 1970', () => {
  checkDiagnostics(
    `---
date: 20240131
      ^^^^^^^^ warning number-as-date: Hugo takes "20240131" for a number of seconds since 1970. Write the date as 2024-12-31.
---
`,
    { site: anyHugo },
  );
  expect(fixed('{"date": 20240131}\n', { site: anyHugo })).toBe('{"date": "2024-01-31"}\n');
});

describe('pages that are not built', () => {
  test.each([
    ['date: 2027-01-01', 'information future-date'],
    ['publishDate: 2027-01-01\ndate: 2026-01-01', 'information future-date'],
    ['expiryDate: 2026-01-01', 'information expired-page'],
  ])('%s', (yaml, expected) => {
    expect(verdictsOf(`---\n${yaml}\n---\n`, { site: anyHugo })).toEqual([expected]);
  });

  test.each([
    ['a draft', 'draft: true\ndate: 2027-01-01'],
    ['a page that is published already', 'publishDate: 2026-01-01\ndate: 2027-01-01'],
    ['a page that will expire', 'expiryDate: 2027-01-01'],
  ])('nothing is said of %s', (_, yaml) => {
    expect(verdictsOf(`---\n${yaml}\n---\n`, { site: anyHugo })).toEqual([]);
  });

  test('nor where the site builds them all the same', () => {
    const site = siteFor(undefined, 'buildFuture = true\nbuildExpired = true');
    const texts = ['date: 2027-01-01', 'expiryDate: 2026-01-01'].map((yaml) => `---\n${yaml}\n---\n`);
    expect(texts.flatMap((text) => verdictsOf(text, { site }))).toEqual([]);
  });
});
