import { describe, expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';
import { codesOf, now } from '../../../support/checks.ts';
import { hugo, pageOf, siteOf } from '../../../support/site.ts';

const site = siteOf('', { hugo: hugo('0.147.6') });

describe('beside a fault, what Hugo will say of the other keys is said', () => {
  test.each<[what: string, text: string, codes: string[]]>([
    [
      'a web address',
      '---\ntitle: A: b\nurl: https://example.org/ink/\n---\n',
      ['front-matter-syntax', 'refused-value'],
    ],
    ['a truth in quotes', '+++\ntitle = A\ndraft = "yes"\n+++\n', ['dropped-value', 'front-matter-syntax']],
    [
      'a second key',
      '---\ntitle: A: b\nweight: 1\nweight: 2\n---\n',
      ['duplicate-key', 'front-matter-syntax'],
    ],
    [
      'an output format in JSON',
      '{"title": A, "outputs": ["htlm"]}',
      ['front-matter-syntax', 'refused-value'],
    ],
  ])('%s', (_, text, codes) => {
    expect(codesOf(text, { site }).sort()).toEqual(codes);
  });

  test.each([
    ['a key with a fault below', '---\nbuild:\n  list: @\n  render: 7\n---\n'],
    [
      'two versions of lines',
      '---\n<<<<<<< HEAD\nurl: https://a.example/\n=======\nurl: https://b.example/\n>>>>>>> b\n---\n',
    ],
    ['page content above the delimiter', '---\ntitle: A\n\nSome text\n\ndraft: "yes"\n---\n'],
  ])('not of %s', (_, text) => {
    expect(codesOf(text, { site })).toEqual(['front-matter-syntax']);
  });
});

describe('each of several faults can be mended', () => {
  test.each([
    [
      'YAML',
      '---\ntitle: A: b\nslug:c\ntags: [a, b\nok: 1\n---\n',
      '---\ntitle: "A: b"\nslug: c\ntags: [a, b]\nok: 1\n---\n',
    ],
    [
      'TOML',
      '+++\ntitle = A\nslug: "b"\npath = "c\n+++\n',
      '+++\ntitle = "A"\nslug = "b"\npath = "c"\n+++\n',
    ],
    ['JSON', '{"a": True, \'b\': 1, "c" 2, "d": 3,}', '{"a": true, "b": 1, "c": 2, "d": 3}'],
  ])('%s', (_, wrong, right) => {
    const findings = check(site, pageOf(site, 'content/p.md', wrong), now).filter(
      ({ code }) => code === 'front-matter-syntax',
    );
    const edits = findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    expect(applyEdits(wrong, edits)).toBe(right);
  });
});
