import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { mergeConfig } from '../../server/src/core/config/mergeConfig.ts';
import { parseConfig } from '../../server/src/core/config/parseConfig.ts';
import { hugoRangeOf } from '../../server/src/core/config/hugoRange.ts';
import { readVersionEvidence } from '../../server/src/core/config/versionEvidence.ts';
import { contentFileOf } from '../../server/src/core/site/contentFile.ts';
import { ignoredPaths } from '../../server/src/core/site/ignoredPaths.ts';
import { mountTable } from '../../server/src/core/site/mounts.ts';
import { globMatcher } from '../../server/src/core/text/glob.ts';
import { seed } from '../support/seed.ts';

afterAll(() => {
  process.stdout.write(`configuration: seed ${seed}\n`);
});

/** Pieces that break parsers, and those that make a configuration. */
const piece = fc.constantFrom(
  ...[
    'title',
    'languages',
    'module',
    'mounts',
    'theme',
    'taxonomies',
    'sv',
    'no',
    '__proto__',
    'constructor',
    'frontmatter',
  ],
  ...[
    '=',
    ': ',
    '[',
    ']',
    '[[',
    ']]',
    '{',
    '}',
    '"',
    "'",
    '"""',
    ',',
    '.',
    '- ',
    '? ',
    '|',
    '>',
    '&a ',
    '*a',
    '<<: ',
    '!!str ',
    '#',
    '@',
  ],
  ...[
    '\n',
    '\r\n',
    '  ',
    '\t',
    '1',
    'true',
    '~',
    '0x',
    '2024-01-02',
    'å',
    '\u{1F600}',
    '\uFEFF',
    '\u0000',
    '/',
    '..',
    '*',
    '**',
  ],
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const path = fc.constantFrom(
  'hugo.toml',
  'hugo.yaml',
  'hugo.json',
  'config/_default/params.sv.yaml',
  'config/_default/languages.toml',
);

describe('configuration of any content', () => {
  test('is read without an exception, with ranges inside the text, the same twice', () => {
    fc.assert(
      fc.property(path, text, (file, source) => {
        const config = mergeConfig([{ path: file, text: source }]);
        expect(config.languages.length).toBeGreaterThan(0);
        for (const { problem } of config.problems) {
          expect(problem.range.start).toBeGreaterThanOrEqual(0);
          expect(problem.range.end).toBeGreaterThanOrEqual(problem.range.start);
          expect(problem.range.end).toBeLessThanOrEqual(source.length);
        }
        expect(mergeConfig([{ path: file, text: source }])).toEqual(config);
      }),
      { numRuns: 20_000, seed },
    );
  });

  test('never reaches a prototype', () => {
    fc.assert(
      fc.property(path, text, (file, source) => {
        parseConfig(file, source);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1000, seed },
    );
  });

  test('of the tools around Hugo gives releases or nothing', () => {
    const tools = fc.constantFrom(
      'netlify.toml',
      '.github/workflows/a.yml',
      'package.json',
      '.tool-versions',
      'mise.toml',
      'Dockerfile',
      '.hvm',
    );
    const words = fc.array(
      fc.oneof(piece, fc.constantFrom('hugo', 'hugo-version', 'HUGO_VERSION', '0.128.0', 'v0', ' ')),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(tools, words, (file, parts) => {
        const { min, max } = hugoRangeOf(readVersionEvidence(file, parts.join('')));
        for (const version of [min, max]) {
          expect(version ?? '0.0.0').toMatch(/^\d+\.\d+\.\d+$/);
        }
      }),
      { numRuns: 20_000, seed },
    );
  });
});

describe('paths of any shape', () => {
  const site = mergeConfig([
    { path: 'hugo.toml', text: '[languages.en]\n[languages.sv]\ncontentDir = "content/sv"\n' },
  ]);
  const table = mountTable([{ folder: '', origin: 'project', mounts: site.mounts }]);
  const anyPath = fc
    .array(
      fc.constantFrom(
        'content',
        'sv',
        'layouts',
        '..',
        '.',
        '',
        'a.sv.md',
        'index.md',
        '_index.en.md',
        'å',
        '.x',
        'x~',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('/'));

  test('stay inside their component', () => {
    fc.assert(
      fc.property(anyPath, (one) => {
        const mounted = table.classify(one);
        expect(mounted?.logicalPath.startsWith('..') ?? false).toBe(false);
        const { language, bundle } = contentFileOf(mounted?.logicalPath ?? one, site, mounted?.language);
        expect(['en', 'sv']).toContain(language);
        expect(['leaf', 'branch', 'none']).toContain(bundle);
        expect(typeof ignoredPaths(site)(one, one)).toBe('boolean');
      }),
      { numRuns: 3000, seed },
    );
  });

  test('a glob of plain letters matches itself alone, and with stars all that begins like it', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å', '/', '.', '-'), maxLength: 20 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(globMatcher(one)(one)).toBe(true);
        expect(globMatcher(one)(other)).toBe(one === other);
        expect(globMatcher(`${one}**`)(one + other)).toBe(true);
      }),
      { numRuns: 2000, seed },
    );
  });
});
