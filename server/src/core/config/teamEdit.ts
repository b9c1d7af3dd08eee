// What is added to the file of a team, as small an edit as it can be.
import { addKey, setValue } from '../frontMatter/edit.ts';
import type { FrontMatter, ListNode, Node } from '../frontMatter/types.ts';
import { writeText } from '../frontMatter/writing.ts';
import type { OffsetEdit } from '../text/edit.ts';
import { range } from '../text/range.ts';
import { parseTeamTree, type TeamFormat } from './teamFile.ts';
import { lineEndOf } from '../text/lines.ts';

/** The file that says only this. */
export function newTeamFile(code: string): string {
  return `ignore:\n  - ${code}\n`;
}

/**
 * Puts a rule aside on all pages: adds its code to `ignore`, which is made where it is missing. No edits where the file cannot be read, or has
 * something else there than a list.
 */
export function ignoreInTeamFile(text: string, format: TeamFormat, code: string): OffsetEdit[] {
  const tree = parseTeamTree(text, format);
  if (!tree.sound) {
    return [];
  }
  if (text.trim() === '') {
    return format === 'yaml' ? [insert(text.length, newTeamFile(code))] : [];
  }
  const entry = tree.root.entries.findLast(({ key }) => key === 'ignore');
  if (entry === undefined) {
    return addKey(text, tree.fence, ['ignore'], [code]);
  }
  const { value } = entry;
  if (value?.kind !== 'list') {
    return isNothing(value) ? setValue(text, tree.fence, ['ignore'], [code]) : [];
  }
  const last = value.items.at(-1);
  if (last === undefined) {
    return [insert(value.range.start + 1, written(tree, code))];
  }
  return [value.style === 'block' ? afterItem(text, value, last, code) : afterComma(text, tree, last, code)];
}

function isNothing(value: Node | undefined): boolean {
  return value === undefined || (value.kind === 'scalar' && value.text === '' && value.style === 'plain');
}

/** A line below the last item, with a dash in the column of the others. */
function afterItem(text: string, list: ListNode, last: Node, code: string): OffsetEdit {
  const lineStart = text.lastIndexOf('\n', list.range.start - 1) + 1;
  const indent = text.slice(lineStart, text.indexOf('-', lineStart));
  const end = text.indexOf('\n', last.range.end);
  const eol = lineEndOf(text);
  return end < 0
    ? insert(text.length, `${eol}${indent}- ${code}`)
    : insert(text[end - 1] === '\r' ? end - 1 : end, `${eol}${indent}- ${code}`);
}

/** Behind a comma, on a line of its own where the last item has one. */
function afterComma(text: string, tree: FrontMatter, last: Node, code: string): OffsetEdit {
  const before = /[\r\n]+[ \t]*$/.exec(text.slice(Math.max(0, last.range.start - 200), last.range.start));
  return insert(last.range.end, `,${before?.[0] ?? ' '}${written(tree, code)}`);
}

function written({ fence }: FrontMatter, code: string): string {
  return fence.format === 'json' ? writeText('json', code, '"', true) : code;
}

function insert(at: number, newText: string): OffsetEdit {
  return { range: range(at, at), newText };
}
