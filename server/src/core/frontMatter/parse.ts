import type { HugoRange } from '../hugo/version.ts';
import type { FormatReading } from './reading.ts';
import type { Fence, FrontMatter } from './types.ts';
import { parseYaml } from './yaml.ts';

/**
 * Reads the front matter in `fence` into a tree with UTF-16 ranges into `text`. Never throws; takes linear time. Problems say `always` only where
 * every Hugo of the range refuses the file.
 */
export function parseFrontMatter(text: string, fence: Fence, hugo: HugoRange): FrontMatter {
  const { root, problems } = read(text, fence, hugo);
  return { fence, root, problems, sound: problems.length === 0 };
}

function read(text: string, fence: Fence, hugo: HugoRange): FormatReading {
  switch (fence.format) {
    case 'yaml':
      return parseYaml(text, fence.content, hugo);
    case 'toml':
    case 'json':
    case 'org':
      return { root: { kind: 'map', range: fence.content, style: 'table', entries: [] }, problems: [] };
  }
}
