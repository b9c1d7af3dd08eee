import { expect, test } from 'vitest';
import { checkDiagnostics, codesOf } from '../../../support/checks.ts';
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
  ['duplicate keys', '---\ntitle: a\ntitle: b\n---\n'],
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
