// Where a rule about text looks: not into code, nor into what Markdown does not show.
import type { PageDocument } from '../../../site/pageDocument.ts';

/** Whether an offset stands in code or in a comment. To be asked from the front to the back. */
export function isVerbatim(page: PageDocument): (offset: number) => boolean {
  const { verbatim } = page.markdown;
  let at = 0;
  return (offset) => {
    while ((verbatim[at]?.range.end ?? Infinity) <= offset) {
      at++;
    }
    return (verbatim[at]?.range.start ?? Infinity) <= offset;
  };
}
