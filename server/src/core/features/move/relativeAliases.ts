import { writeText } from '../../frontMatter/writing.ts';
import type { PlannedEdit } from '../../references/types.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { joinPath } from '../../text/path.ts';

/** An alias without a slash at its start stands beside the page, and would go with it: it gets the whole address `former` had it at. */
export function relativeAliases({ outline, fence }: PageDocument, former: string): readonly PlannedEdit[] {
  const entry = outline?.entries.findLast(
    ({ path, shape }) => shape === 'list' && path.length === 1 && path[0]?.toLowerCase() === 'aliases',
  );
  return (entry?.scalars ?? [])
    .filter(({ text }) => text !== '' && !text.startsWith('/'))
    .map(({ text, range, style }) => {
      const whole = `/${joinPath(former, '..', text)}${text.endsWith('/') ? '/' : ''}`;
      const quote = style === 'double' ? '"' : style === 'single' ? "'" : '';
      return { range, newText: writeText(fence?.format ?? 'yaml', whole, quote, true) };
    });
}
