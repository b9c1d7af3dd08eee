// What releases of Hugo, with either reader of YAML and of TOML, said of small files. A row of releaseCases.json is the file, one mark per
// release (`x` refuses, `.` builds), and, where we do not see what a release refuses, why not.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFence } from '../../server/src/core/frontMatter/fence.ts';
import { parseFrontMatter } from '../../server/src/core/frontMatter/parse.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import type { Problem } from '../../server/src/core/text/problem.ts';
import { hugo } from '../support/site.ts';

type Row = readonly [text: string, verdicts: string, missed?: string];

const { releases, cases } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'releaseCases.json'), 'utf8'),
) as { readonly releases: readonly string[]; readonly cases: readonly Row[] };

const [oldest, , , newest] = releases;

function verdictsOn(text: string, range: HugoRange): Set<Problem['fatal']> {
  const { fence, problems } = findFence(text, range);
  const inside = fence === undefined ? [] : parseFrontMatter(text, fence, range).problems;
  return new Set([...problems, ...inside].map(({ fatal }) => fatal));
}

const byReader = new Set(['xx..', '..xx', 'xxx.']);

test('there are cases of every kind', () => {
  const kinds = new Set(cases.map(([, verdicts]) => verdicts));
  expect(kinds).toEqual(new Set(['....', 'xxxx', 'xx..', '..xx', 'xxx.', 'x...', '..x.', '...x']));
  expect(cases.length).toBeGreaterThan(600);
});

describe.each(releases.map((release, index) => [release, index] as const))('Hugo %s', (release, index) => {
  const judged = cases.map(([text, verdicts, missed]) => ({
    text,
    missed,
    refused: verdicts[index] === 'x',
    said: verdictsOn(text, hugo(release)),
  }));

  test('there is no error on what it builds', () => {
    expect(judged.filter(({ refused, said }) => !refused && said.has('always'))).toEqual([]);
  });

  test('there is an error on what it refuses', () => {
    const silent = judged.filter(({ refused, said, missed }) => refused && !said.has('always') && !missed);
    expect(silent).toEqual([]);
  });

  test('nothing is said of other releases', () => {
    expect(judged.filter(({ said }) => said.has('sometimes'))).toEqual([]);
  });
});

describe('a range over all of them', () => {
  const differentLines = /[\u0085\u2028]/;
  const seen = cases.filter(([text, , missed]) => missed === undefined && !differentLines.test(text));

  test('is an error only where all of them refuse', () => {
    const wrong = cases.filter(
      ([text, verdicts]) => verdictsOn(text, hugo(oldest, newest)).has('always') && verdicts !== 'xxxx',
    );
    expect(wrong).toEqual([]);
  });

  test('is a warning where the reader of YAML or TOML decides', () => {
    const silent = seen.filter(
      ([text, verdicts]) =>
        byReader.has(verdicts) && !verdictsOn(text, hugo(oldest, newest)).has('sometimes'),
    );
    expect(silent).toEqual([]);
  });
});

test('what is missed is really missed', () => {
  const found = cases.filter(
    ([text, verdicts, missed]) =>
      missed !== undefined &&
      releases.every(
        (release, index) => verdicts[index] !== 'x' || verdictsOn(text, hugo(release)).has('always'),
      ),
  );
  expect(found).toEqual([]);
});
