import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFence } from '../../server/src/core/frontMatter/fence.ts';
import { parseFrontMatter } from '../../server/src/core/frontMatter/parse.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { isHugoDate } from '../../server/src/core/hugo/dateLayouts.ts';
import { frontMatterCases, refusedLater } from './frontMatterCases.ts';

const only = (version: string): HugoRange => ({
  min: version,
  max: version,
  source: 'setting',
  file: undefined,
});
const versions = ['0.111.3', '0.147.6'] as const;

/** Whether we say that every Hugo of the range refuses the file. */
function refuses(text: string, hugo: HugoRange, isHtml = false): boolean {
  const { fence, problems } = findFence(text, hugo, isHtml);
  const inside = fence === undefined ? [] : parseFrontMatter(text, fence, hugo).problems;
  return [...problems, ...inside].some(({ fatal }) => fatal === 'always');
}

describe.each(versions)('Hugo %s and we agree on', (version) => {
  it.each(frontMatterCases)('$name', ({ text, refusedBy, isHtml }) => {
    expect(refuses(text, only(version), isHtml)).toBe(refusedBy.includes(version));
  });
});

describe('a range from 0.111.3 to 0.147.6 is an error only where both refuse', () => {
  const both: HugoRange = { min: versions[0], max: versions[1], source: 'setting', file: undefined };
  it.each(frontMatterCases)('$name', ({ text, refusedBy, isHtml }) => {
    expect(refuses(text, both, isHtml)).toBe(refusedBy.length === versions.length);
  });
});

interface SharedCase {
  readonly name: string;
  readonly file: string;
  readonly path: string;
  readonly '0.111.3': { readonly verdict: string };
  readonly '0.147.6': { readonly verdict: string };
}

const shared = join(process.env['SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'hugo-cases');
const hasShared = existsSync(join(shared, 'cases.json'));
const sharedCases = hasShared
  ? (JSON.parse(readFileSync(join(shared, 'cases.json'), 'utf8')) as SharedCase[]).filter(({ name }) =>
      /^(?:fm|yaml|toml|json)-/.test(name),
    )
  : [];

describe.skipIf(!hasShared)('the recorded verdicts of Hugo (skipped where ../shared is absent)', () => {
  it('are all in our own table', () => {
    expect(sharedCases.map(({ name }) => name)).toEqual(frontMatterCases.map(({ name }) => name));
  });

  it.each(sharedCases)('$name', (row) => {
    const text = readFileSync(join(shared, row.file), 'utf8');
    for (const version of versions) {
      const isRefused = row[version].verdict === 'error' && refusedLater[row.name] === undefined;
      expect(refuses(text, only(version), row.path.endsWith('.html'))).toBe(isRefused);
    }
  });
});

describe('dates that Hugo reads', () => {
  it.each([
    ['2024-01-02', true],
    ['2024-01-02T03:04:05', true],
    ['2024-01-02T03:04:05.123Z', true],
    ['2024-01-02T03:04:05+02:00', true],
    ['2024-01-02T03:04:05+0200', true],
    ['2024-01-02 03:04:05', true],
    ['2024-01-02 3:04:05', true],
    ['2024-01-02 03:04:05 +0200', true],
    ['2024-01-02 03:04:05 +0200 CEST', true],
    ['02 Jan 2024', true],
    ['Tue, 02 Jan 2024 03:04:05 GMT', true],
    ['Tue, 02 Jan 2024 03:04:05 +0100', true],
    ['02 Jan 24 03:04 UTC', true],
    ['Tue Jan  2 03:04:05 2024', true],
    ['3:04PM', true],
    ['2024-02-29', true],
    ['2024-1-2', false],
    ['2024-01', false],
    ['20240102', false],
    ['2024-01-02T03:04', false],
    ['2024-01-02T25:04:05Z', false],
    ['2024-01-02 03:04', false],
    ['2 Jan 2024', false],
    ['Jan 2, 2024', false],
    ['2024/01/02', false],
    ['2024-02-30', false],
    ['2023-02-29', false],
    ['2024-13-01', false],
    ['i morgon', false],
    ['', false],
  ])('%s: %s', (text, isDate) => {
    expect(isHugoDate(text)).toBe(isDate);
  });
});
