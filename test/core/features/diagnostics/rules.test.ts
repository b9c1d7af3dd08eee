import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { rules } from '../../../../server/src/core/features/diagnostics/index.ts';
import type { Finding, RuleExample } from '../../../../server/src/core/features/finding.ts';
import { applyEdits } from '../../../../server/src/core/text/edit.ts';
import { now } from '../../../support/checks.ts';
import { pageOf, siteOf } from '../../../support/site.ts';

const usual = `
-- layouts/shortcodes/box.html --
{{ .Inner }}
`;

const manifest = JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
  contributes: { configuration: { properties: Record<string, unknown> }[] };
};
const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));

test('every rule has a code of its own, in kebab-case', () => {
  const codes = rules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
  }
});

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  test('says what it is and why it matters', () => {
    expect(rule.summary).toMatch(/^[A-Z]/);
    expect(rule.summary).not.toMatch(/\.$/);
    expect(rule.why).toMatch(/^[A-Z].*\.$/);
  });

  test('can be switched off', () => {
    const name = code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    expect(settings).toContain(`hugoScribe.diagnostics.${name}`);
  });

  test('has examples', () => {
    expect(rule.examples.length).toBeGreaterThan(0);
  });

  const open = new Map([[code, rule.defaultSeverity === 'off' ? 'hint' : rule.defaultSeverity]]);
  const findingsOf = (
    text: string,
    { site: files = usual, path = 'content/p.md' }: RuleExample,
  ): Finding[] => {
    const site = siteOf(files, { open: { [path]: text } });
    return check(site, pageOf(site, path, text), now, open);
  };

  test.each(rule.examples)('reports $wrong', (example) => {
    const { wrong } = example;
    const findings = findingsOf(wrong, example).filter((found) => found.code === code);
    expect(findings).not.toEqual([]);
    for (const { range, message } of findings) {
      expect(0 <= range.start && range.start <= range.end && range.end <= wrong.length).toBe(true);
      expect(message.template).toMatch(/[.?]$/);
    }
  });

  test.each(rule.examples)('says nothing of $right', (example) => {
    expect(findingsOf(example.right, example)).toEqual([]);
  });

  test('has a fix that leaves nothing to say where the manual promises one, and none elsewhere', () => {
    const fixed = rule.examples.flatMap((example) => {
      const fix = findingsOf(example.wrong, example).find((found) => found.code === code)?.fixes[0];
      return fix === undefined ? [] : [findingsOf(applyEdits(example.wrong, fix.edits), example)];
    });
    expect(fixed.length > 0).toBe(rule.fix !== undefined);
    expect(fixed.flat().filter((found) => found.code === code)).toEqual([]);
  });
});
