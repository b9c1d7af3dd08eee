import footnote from 'markdown-it-footnote';
import type { MarkdownIt, StateCore, Token } from 'markdown-it';

/** Footnotes with the ids and roles that Goldmark gives them. It knows no inline ones. */
export function footnotes(md: MarkdownIt): void {
  md.use(footnote);
  md.inline.ruler.disable('footnote_inline');
  md.core.ruler.at('footnote_tail', moveNotes);
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

/** Moves the notes behind the text, in the order in which the text names them. (That of the plugin copies all tokens for every note.) */
function moveNotes(state: StateCore): void {
  const { list = [] } = (state.env['footnotes'] ?? {}) as { readonly list?: readonly NamedNote[] };
  const [text, notes] = splitNotes(state.tokens);
  state.tokens = text;
  const add = (type: string, nesting: -1 | 0 | 1, meta: Token['meta'] = null): void => {
    const token = new state.Token(type, '', nesting);
    token.meta = meta;
    text.push(token);
  };
  if (list.length > 0) {
    add('footnote_block_open', 1);
    list.forEach(({ label, count }, id) => {
      const tokens = notes.get(label) ?? [];
      const last = tokens.at(-1)?.type === 'paragraph_close' ? tokens.pop() : undefined;
      add('footnote_open', 1, { id });
      tokens.forEach((token) => text.push(token));
      for (let subId = 0; subId < count; subId++) {
        add('footnote_anchor', 0, { id, subId });
      }
      if (last !== undefined) {
        text.push(last);
      }
      add('footnote_close', -1);
    });
    add('footnote_block_close', -1);
  }
}

/** A note that the text names, and how often it does. */
interface NamedNote {
  readonly label: string;
  readonly count: number;
}

/** The text without its notes, and the notes by label; of two with the same label the last counts. */
function splitNotes(tokens: readonly Token[]): [text: Token[], notes: Map<string, Token[]>] {
  const text: Token[] = [];
  const notes = new Map<string, Token[]>();
  let to = text;
  for (const token of tokens) {
    if (token.type === 'footnote_reference_open') {
      to = [];
      notes.set(String(token.meta?.['label']), to);
    } else if (token.type === 'footnote_reference_close') {
      to = text;
    } else {
      to.push(token);
    }
  }
  return [text, notes];
}

function idsOf(token: Token | undefined): { readonly number: number; readonly reference: string } {
  const [number, repeat] = [Number(token?.meta?.['id'] ?? 0) + 1, Number(token?.meta?.['subId'] ?? 0)];
  return { number, reference: `fnref${repeat > 0 ? repeat : ''}:${number}` };
}
