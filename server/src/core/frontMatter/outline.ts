import { outlineYaml } from './outlineYaml.ts';
import type { Fence, Outline } from './types.ts';

/**
 * The keys of the front matter that `fence` found in `text`, line by line. Where the front matter is well formed it says the
 * same as the tree; where it is half typed, every finished line still counts. Never throws; linear in the length.
 */
export function outlineOf(text: string, fence: Fence): Outline {
  return { fence, entries: fence.format === 'yaml' ? outlineYaml(text, fence.content) : [] };
}
