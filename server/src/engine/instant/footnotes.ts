import footnote from 'markdown-it-footnote';
import type { MarkdownIt, Token } from 'markdown-it';

/** Footnotes with the ids and roles that Goldmark gives them. It knows no inline ones. */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote);
  md.inline.ruler.disable('footnote_inline');
  const { rules } = md.renderer;
  rules['footnote_ref'] = (tokens, at) => {
    const { number, reference } = idsOf(tokens[at]);
    const link = `<a href="#fn:${number}" class="footnote-ref" role="doc-noteref">${number}</a>`;
    return `<sup id="${reference}">${link}</sup>`;
  };
  rules['footnote_block_open'] = (_tokens, _at, options) =>
    `<div class="footnotes" role="doc-endnotes">\n<hr${options.xhtmlOut ? ' /' : ''}>\n<ol>\n`;
  rules['footnote_block_close'] = () => '</ol>\n</div>\n';
  rules['footnote_open'] = (tokens, at) => `<li id="fn:${idsOf(tokens[at]).number}">\n`;
  rules['footnote_anchor'] = (tokens, at) =>
    `&#160;<a href="#${idsOf(tokens[at]).reference}" class="footnote-backref" role="doc-backlink">&#x21a9;&#xfe0e;</a>`;
}

function idsOf(token: Token | undefined): { readonly number: number; readonly reference: string } {
  const [number, repeat] = [Number(token?.meta?.['id'] ?? 0) + 1, Number(token?.meta?.['subId'] ?? 0)];
  return { number, reference: `fnref${repeat > 0 ? repeat : ''}:${number}` };
}
