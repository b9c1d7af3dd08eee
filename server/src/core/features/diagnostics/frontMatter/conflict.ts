import { nextLineFrom } from '../../../frontMatter/outline/outlineLines.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { message } from '../../../text/message.ts';
import { range, textOf } from '../../../text/range.ts';
import type { TextRange } from '../../../text/range.ts';
import type { RuleFinding } from '../../finding.ts';

/** What Git leaves in a file of which two versions could not be joined; the keys between the marks stand there twice. */
export function conflictIn({ text, fence, frontMatter }: PageDocument): RuleFinding | undefined {
  if (fence === undefined || frontMatter?.sound !== false) {
    return undefined;
  }
  const { start, end } = fence.content;
  const lineOf = (mark: string, from: number): TextRange | undefined => {
    const at = from < start ? -1 : text.indexOf(`\n${mark}`, from - 1) + 1;
    return at <= 0 || at >= end ? undefined : range(at, nextLineFrom(text, at, end));
  };
  const first = lineOf('<<<<<<< ', start);
  const middle = first && lineOf('=======', first.end);
  const last = middle && lineOf('>>>>>>> ', middle.end);
  if (first === undefined || middle === undefined || last === undefined) {
    return undefined;
  }
  const [kept, dropped] = [range(first.end, middle.start), range(middle.end, last.start)];
  const whole = range(first.start, last.end);
  return {
    range: range(first.start, last.start + '>>>>>>>'.length),
    message: message(
      'Two versions of these lines stand here, with the marks of a merge. Keep one, and remove the marks.',
    ),
    fixes: [
      { title: message('Keep the first version'), edits: [{ range: whole, newText: textOf(text, kept) }] },
      {
        title: message('Keep the second version'),
        edits: [{ range: whole, newText: textOf(text, dropped) }],
      },
    ],
  };
}
