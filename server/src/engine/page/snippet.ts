import type { PageDocument } from '../../core/site/pageDocument.ts';
import { callEnd, callStart } from './callNodes.ts';

export { callOnly } from './callOnly.ts';
export { toHoverMarkdown } from './hoverMarkdown.ts';

/** A page with the front matter of `page` whose content is one call of a shortcode, with its inner content. `toHoverMarkdown` finds the call in it. */
export function snippetPage(call: string, { text, fence }: PageDocument): string {
  const header = fence?.closer === undefined ? '---\n---\n' : text.slice(0, fence.bodyStart);
  return `${header}${/[\n\r]$/.test(header) ? '' : '\n'}${callStart}\n\n${call}\n\n${callEnd}\n`;
}
