import type { HugoRange } from '../hugo/version.ts';
import type { Problem } from '../text/problem.ts';
import type { Fence } from './types.ts';

export function findFence(
  text: string,
  hugo: HugoRange,
): { readonly fence: Fence | undefined; readonly problems: readonly Problem[] } {
  void text;
  void hugo;
  return { fence: undefined, problems: [] };
}
