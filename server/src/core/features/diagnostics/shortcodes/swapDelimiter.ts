import type { Delimiter, ShortcodeTag } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { Fix } from '../../finding.ts';

const rightSign = { '<': '>', '%': '%' } as const;

/** Writes a call, and its closing tag if there is one, with the other delimiter. */
export function swapDelimiter(to: Delimiter, ...tags: readonly (ShortcodeTag | undefined)[]): Fix {
  return {
    title: message('Write it with {0}', `{{${to} ${rightSign[to]}}}`),
    edits: tags.flatMap((tag) =>
      tag === undefined
        ? []
        : [
            { range: range(tag.range.start + 2, tag.range.start + 3), newText: to },
            ...(tag.right === undefined
              ? []
              : [{ range: range(tag.right.start, tag.right.start + 1), newText: rightSign[to] }]),
          ],
    ),
  };
}
