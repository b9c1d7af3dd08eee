import { expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { formatMessage } from '../../../../server/src/core/text/message.ts';
import { checkDiagnostics, codesOf, now } from '../../../support/checks.ts';
import { hugo, pageOf, siteOf } from '../../../support/site.ts';
import { mill } from '../mill.ts';

const site = mill;

test('an unclosed fence is marked at its opener', () => {
  checkDiagnostics(
    `---
^^^ front-matter-unclosed: This front matter has no end. Add --- on a line of its own after the last key.
title: Mjöl
`,
    { site },
  );
});

test('a delimiter that is none is marked where it stands', () => {
  checkDiagnostics(
    `-- Mjöl
^^ front-matter-delimiter: A file that starts with -- starts front matter for Hugo, and its first line must be ---. Put front matter or other text before it.
`,
    { site },
  );
});

test.each([
  ['YAML', '---\ntitle: "Mjöl\n---\n'],
  ['YAML', '---\ntitle: Mjöl: en bok\n---\n'],
  ['YAML', '---\ntitle: @mjöl\n---\n'],
  ['TOML', '+++\ntitle = Mjöl\n+++\n'],
  ['TOML', '+++\ntitle: "Mjöl"\n+++\n'],
  ['JSON', '{\n  "title": "Mjöl",\n}\n'],
  ['JSON', "{\n  'title': 'Mjöl'\n}\n"],
])('%s that Hugo refuses: %s', (_, text) => {
  expect(codesOf(text, { site })).toEqual(['front-matter-syntax']);
});

test.each([
  ['the same key in two items', '---\nresources:\n- src: a\n- src: b\n---\n'],
  ['no front matter', 'Mjöl\n'],
  ['an empty file', ''],
  ['a text in capitals', '---\nTITLE: x\n---\n'],
  ['empty front matter', '---\n---\n'],
  ['blank lines before it', '\n\n---\ntitle: x\n---\n'],
  ['CRLF', '---\r\ntitle: x\r\n---\r\n'],
  ['TOML', '+++\ntitle = "x"\ndate = 2026-01-02\n+++\n'],
  ['JSON', '{\n  "title": "x"\n}\nMjöl\n'],
  ['an anchor', '---\na: &x 1\nb: *x\n---\n'],
  ['a tab behind the colon', '---\ntitle:\tx\n---\n'],
  ['a list at the margin', '---\ntags:\n- a\n---\n'],
])('nothing of %s', (_, text) => {
  expect(codesOf(text, { site })).toEqual([]);
});

test.each<[version: string | undefined, severity: string, says: string]>([
  [
    '0.151.2',
    'warning',
    'The key "title" exists already, and Hugo takes only the last one. Remove one of the two.',
  ],
  [
    '0.152.0',
    'error',
    'The key "title" exists already, and Hugo 0.152 and newer refuse that. Remove one of the two.',
  ],
  [
    undefined,
    'warning',
    'The key "title" exists already. Hugo 0.152 and newer refuse that, and in older Hugo only the last one counts. Remove one of the two.',
  ],
])('a key that stands twice in YAML, for Hugo %s', (version, severity, says) => {
  const built = siteOf('', { hugo: hugo(version) });
  const found = check(built, pageOf(built, 'content/p.md', '---\ntitle: Mjöl\ntitle: Gryn\n---\n'), now);
  expect(found.map(({ severity, message }) => [severity, formatMessage(message)])).toEqual([
    [severity, says],
  ]);
});

test('a key that differs only in case', () => {
  checkDiagnostics(
    `---
title: Mjöl
Title: Gryn
^^^^^ warning duplicate-key: For Hugo "Title" is the same key as "title", and only one of them counts. Remove one.
---
`,
    { site },
  );
});
