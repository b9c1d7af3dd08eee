import type { HugoRange } from '../hugo/version.ts';
import type { Fence, FrontMatter } from './types.ts';

export function parseFrontMatter(text: string, fence: Fence, hugo: HugoRange): FrontMatter {
  void text;
  void hugo;
  return {
    fence,
    root: { kind: 'map', range: fence.content, style: 'table', entries: [] },
    problems: [],
    sound: true,
  };
}
