import type { TextRange } from '../text/range.ts';
import { outlineJson } from './outline/outlineJson.ts';
import { outlineOrg } from './outline/outlineOrg.ts';
import { outlineToml } from './outline/outlineToml.ts';
import { outlineYaml } from './outline/outlineYaml.ts';
import type { Fence, FrontMatterFormat, Outline, OutlineEntry } from './types.ts';

/**
 * The keys of the front matter that `fence` found in `text`, line by line. Where the front matter is well formed it says the
 * same as the tree; where it is half typed, every finished line still counts. Never throws; linear in the length.
 */
export function outlineOf(text: string, fence: Fence): Outline {
  return { fence, entries: outlineByFormat[fence.format](text, fence.content) };
}

const outlineByFormat: Readonly<
  Record<FrontMatterFormat, (text: string, content: TextRange) => readonly OutlineEntry[]>
> = { yaml: outlineYaml, toml: outlineToml, json: outlineJson, org: outlineOrg };
