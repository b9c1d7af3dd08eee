import type { HugoRange } from '../hugo/version.ts';
import type { Problem } from '../text/problem.ts';
import { duplicateKeys } from './duplicateKeys.ts';
import { guardFrontMatter } from './guard.ts';
import { parseJson } from './json.ts';
import { parseOrg } from './org.ts';
import type { FormatReading } from './reading.ts';
import { parseToml } from './toml.ts';
import type { Fence, FrontMatter } from './types.ts';
import { parseYaml } from './yaml/yaml.ts';

/**
 * Reads the front matter in `fence` into a tree with UTF-16 ranges into `text`. Never throws; takes linear time. Problems say `always` only where
 * every Hugo of the range refuses the file. Of several faults each is a problem, in the order of the text; duplicate keys among what is
 * left without them come behind.
 */
export function parseFrontMatter(text: string, fence: Fence, hugo: HugoRange): FrontMatter {
  const excess = guardFrontMatter(text, fence);
  const reading = excess === undefined ? read(text, fence, hugo) : nothingRead(fence, excess);
  const duplicates = duplicateKeys(reading.root, fence.format, hugo);
  return { fence, ...reading, problems: [...reading.problems, ...duplicates] };
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
