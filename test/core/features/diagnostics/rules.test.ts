import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../../../server/src/core/features/check.ts';
import { rules } from '../../../../server/src/core/features/diagnostics/index.ts';
import { now } from '../../../support/checks.ts';
import { pageOf, siteOf } from '../../../support/site.ts';

const site = siteOf(`
-- layouts/shortcodes/box.html --
{{ .Inner }}
`);

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

  test.each(rule.examples)('reports $wrong', ({ wrong }) => {
    const findings = check(site, pageOf(site, 'content/p.md', wrong), now).filter(
      (found) => found.code === code,
    );
    expect(findings).not.toEqual([]);
    for (const { range, message } of findings) {
      expect(0 <= range.start && range.start <= range.end && range.end <= wrong.length).toBe(true);
      expect(message.template).toMatch(/[.?]$/);
    }
  });

  test.each(rule.examples)('says nothing of $right', ({ right }) => {
    expect(check(site, pageOf(site, 'content/p.md', right), now)).toEqual([]);
  });
});
