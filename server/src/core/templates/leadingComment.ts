import { textOf } from '../text/range.ts';
import { tokenizeTemplate } from './tokens.ts';

/**
 * The comment at the head of a template, as documentation: the first `{{/* … *\/}}` if no other action stands before it. Without its
 * marks, its common indentation and its empty edges; `undefined` when there is none or nothing is in it.
 */
export function leadingComment(template: string): string | undefined {
  const [, comment] = tokenizeTemplate(template);
  if (comment?.kind !== 'comment') {
    return undefined;
  }
  const lines = textOf(template, comment.range).slice(2, -2).split(/\r?\n/);
  const indents = lines.slice(1).filter((line) => line.trim() !== '');
  const indent = Math.min(...indents.slice(0, 200).map((line) => line.length - line.trimStart().length));
  const text = lines.map((line, index) =>
    index === 0 ? line : line.slice(Math.min(indent, line.length - line.trimStart().length)),
  );
  return text.join('\n').trim() || undefined;
}
