import type { MarkdownIt } from 'markdown-it';

export type HeadingIdType = 'github' | 'github-ascii' | 'blackfriday';

/**
 * Gives headings the ids that Hugo gives them (markup/goldmark/autoid.go): made from the source of the heading, markup and all, and
 * numbered where they would come twice. A heading that has an id keeps it.
 */
export function headingIds(md: MarkdownIt, type: HeadingIdType): void {
  md.core.ruler.before('inline', 'goldmark_heading_ids', ({ tokens }) => {
    const used = new Map<string, number>();
    tokens.forEach((token, at) => {
      if (token.type !== 'heading_open') {
        return;
      }
      const own = token.attrGet('id');
      const source = tokens[at + 1]?.content.split('\n').at(-1) ?? '';
      const id = own === null ? unusedOf(toId(source, type) || 'heading', used) : String(own);
      used.set(id, used.get(id) ?? 0);
      if (own === null) {
        token.attrSet('id', id);
      }
    });
  });
}

function toId(source: string, type: HeadingIdType): string {
  const text = source.trim();
  if (type === 'blackfriday') {
    return text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
  }
  const plain = type === 'github' ? text : text.normalize('NFD').replace(/\P{ASCII}/gu, '');
  return plain
    .replace(/[^\p{L}\p{Nd}_ -]/gu, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}

/** The counters keep many headings of one name linear. */
function unusedOf(id: string, used: Map<string, number>): string {
  if (!used.has(id)) {
    return id;
  }
  let number = (used.get(id) ?? 0) + 1;
  while (used.has(`${id}-${number}`)) {
    number++;
  }
  used.set(id, number);
  return `${id}-${number}`;
}
