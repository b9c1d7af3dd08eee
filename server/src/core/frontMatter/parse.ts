import type { HugoRange } from '../hugo/version.ts';
import type { Problem } from '../text/problem.ts';
import { duplicateKeys } from './duplicateKeys.ts';
import { guardFrontMatter } from './guard.ts';
import { parseJson } from './json.ts';
import { withoutMembers } from './jsonHole.ts';
import { parseOrg } from './org.ts';
import { blanked } from './readAround.ts';
import type { FormatReading } from './reading.ts';
import { parseToml } from './toml.ts';
import type { Fence, FrontMatter } from './types.ts';
import { parseYaml } from './yaml/yaml.ts';

/**
 * Reads the front matter in `fence` into a tree with UTF-16 ranges into `text`. Never throws; takes linear time. Problems say `always` only where
 * every Hugo of the range refuses the file. Of several faults each is a problem, in the order of the text; duplicate keys among what is
 * left without them come behind. Where the fence is not closed only the first counts, since nobody knows where the front matter ends.
 */
export function parseFrontMatter(text: string, fence: Fence, hugo: HugoRange): FrontMatter {
  const excess = guardFrontMatter(text, fence);
  const reading = excess === undefined ? read(text, fence, hugo) : nothingRead(fence, excess);
  const duplicates = duplicateKeys(reading.root, fence.format, hugo);
  const faults = fence.closer === undefined ? reading.problems.slice(0, 1) : reading.problems;
  return { fence, ...reading, problems: [...faults, ...duplicates] };
}

/** The text with blanks in place of what was left out, but for the fault at `at`; every offset stays. */
export function withOneFault(text: string, { fence, unread }: FrontMatter, at: number): string {
  const own = unread.findLast(({ start, end }) => start <= at && at <= end);
  const others = unread.filter((hole) => hole !== own);
  return fence.format === 'json' ? withoutMembers(text, others) : blanked(text, others);
}

function nothingRead({ content }: Fence, problem: Problem): FormatReading {
  return {
    root: { kind: 'map', range: content, style: 'table', entries: [] },
    problems: [problem],
    unread: [content],
    sound: false,
  };
}

function read(text: string, fence: Fence, hugo: HugoRange): FormatReading {
  switch (fence.format) {
    case 'yaml':
      return parseYaml(text, fence.content, hugo);
    case 'toml':
      return parseToml(text, fence.content, hugo);
    case 'json':
      return parseJson(text, fence.content);
    case 'org':
      return parseOrg(text, fence.content);
  }
}
