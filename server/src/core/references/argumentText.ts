import { parseContent } from '../markdown/parse.ts';
import type { MarkdownLink } from '../markdown/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { Argument } from '../shortcodes/types.ts';
import type { ShortcodeSignature } from '../templates/signature.ts';
import { callsOn } from '../site/pageCalls.ts';

/** The links within arguments that a template renders as Markdown: `text="See [ink](/ink/)"`. */
export function linksInArguments(site: SiteSnapshot, page: PageDocument): readonly MarkdownLink[] {
  return callsOn(page).flatMap(({ name, args }) => {
    const texts = args.filter(isLinking);
    const signature = texts.length === 0 ? undefined : site.shortcode(name)?.signature;
    return signature === undefined
      ? []
      : texts
          .filter((arg) => isMarkdownArgument(signature, arg, args.indexOf(arg)))
          .flatMap((arg) => linksIn(page, arg));
  });
}

/** Nothing in it is escaped, so that it reads as it is written. */
function isLinking({ value, contentRange: { start, end }, quote }: Argument): boolean {
  return value.includes('](') && end - start === value.length && quote !== '\\"';
}

/** Whether a template renders the argument as Markdown; `position` is that of a positional one. */
export function isMarkdownArgument(
  { arguments: known }: ShortcodeSignature,
  { name }: Argument,
  position: number,
): boolean {
  return (
    known.find(({ key }) => key === (name ?? position))?.types.some(({ type }) => type === 'markdown') ===
    true
  );
}

function linksIn(
  { text }: PageDocument,
  { contentRange: { start, end } }: Argument,
): readonly MarkdownLink[] {
  return parseContent('argument.md', text.slice(0, end), start, []).links;
}
