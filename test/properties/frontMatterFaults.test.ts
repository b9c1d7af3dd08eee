// Two headers that real Hugo refused, one below the other. What is reported must be what a writer has to mend, no more and no less.
import { describe, expect, it } from 'vitest';
import { findFence } from '../../server/src/core/frontMatter/fence.ts';
import { parseFrontMatter, withOneFault } from '../../server/src/core/frontMatter/parse.ts';
import type { FencedFormat, FrontMatter } from '../../server/src/core/frontMatter/types.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { readCases } from '../conformance/hugoCases.ts';

const version = '0.111.3';
const hugo: HugoRange = { min: version, max: version, source: 'setting', file: undefined };

function parsed(text: string): FrontMatter | undefined {
  const { fence, problems } = findFence(text, hugo);
  return fence?.closer === undefined || problems.length > 0 ? undefined : parseFrontMatter(text, fence, hugo);
}

const isRefused = (text: string): boolean =>
  parsed(text)?.problems.some(({ fatal }) => fatal === 'always') ?? true;

/** What stands between the delimiters of the headers that Hugo refused. */
function refusedHeaders(format: FencedFormat): string[] {
  return ['frontMatter', format]
    .flatMap((group) => readCases(group))
    .flatMap(({ text = '', verdicts }) => {
      const fence = verdicts[version] === 'ok' || !isRefused(text) ? undefined : parsed(text)?.fence;
      if (fence?.format !== format) {
        return [];
      }
      const { start, end } = fence.content;
      const inner = format === 'json' ? text.slice(start + 1, end - 1) : text.slice(start, end);
      return inner.trim() === '' ? [] : [inner.trimEnd()];
    });
}

const joined: Readonly<Record<FencedFormat, (first: string, second: string) => string>> = {
  yaml: (first, second) => `---\n${first}\nk1: a\nk2:\n- b\n${second}\n---\n`,
  toml: (first, second) => `+++\n${first}\nk1 = "a"\nk2 = ["b"]\n${second}\n+++\n`,
  json: (first, second) => `{${first}, "k1": "a", "k2": ["b"], ${second}}`,
};

describe.each(['yaml', 'toml', 'json'] as const)('two faulty headers of %s', (format) => {
  const headers = refusedHeaders(format);
  const texts = headers.flatMap((first) =>
    headers.filter((second) => second !== first).map((second) => joined[format](first, second)),
  );
  const readings = texts.flatMap((text) => {
    const frontMatter = parsed(text);
    return frontMatter === undefined || frontMatter.problems.length === 0 ? [] : [{ text, frontMatter }];
  });

  it('are read without what is reported', () => {
    const refused = readings.filter(({ text, frontMatter }) =>
      isRefused(withOneFault(text, frontMatter, -1)),
    );
    expect(refused.map(({ text }) => text)).toEqual([]);
    expect(readings.length).toBeGreaterThan(texts.length * 0.9);
  });

  it('are refused for each fault alone', () => {
    const built = readings.flatMap(({ text, frontMatter }) =>
      frontMatter.problems
        .filter(({ code, fatal }) => code === 'front-matter-syntax' && fatal === 'always')
        .map(({ range }) => withOneFault(text, frontMatter, range.start))
        .filter((alone) => !isRefused(alone)),
    );
    expect(built).toEqual([]);
  });

  it('have two faults or more, but for those of which one takes the other in', () => {
    const both = readings.filter(
      ({ frontMatter }) => frontMatter.problems.filter(({ fatal }) => fatal === 'always').length > 1,
    );
    expect(both.length / readings.length).toBeGreaterThan(0.75);
  });
});
