import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';

/** Attributes in braces, as Goldmark reads them behind headings and blocks: `{#id .class name="value"}`. */
type Attributes = readonly (readonly [name: string, value: string])[];

const oneAttribute =
  /[\s,]*(?:#([\p{L}\p{N}_:-]+)|\.([\p{L}\p{N}_:-]+)|([A-Za-z][\w:-]*)=(?:"([^"]*)"|([^\s,"'<>=]+)))(?=[\s,#.]|$)/uy;

/** Reads what stands between the braces; `undefined` for anything that is no list of attributes. */
function parseAttributes(inside: string): Attributes | undefined {
  const attributes: (readonly [string, string])[] = [];
  const text = inside.trim();
  oneAttribute.lastIndex = 0;
  for (let at = 0; at < text.length; at = oneAttribute.lastIndex) {
    const match = oneAttribute.exec(text);
    if (match === null) {
      return undefined;
    }
    const [, id, name, key = '', quoted, word = ''] = match;
    if (id !== undefined) {
      attributes.push(['id', id]);
    } else if (name !== undefined) {
      attributes.push(['class', name]);
    } else if (!/^on/i.test(key)) {
      attributes.push([key, quoted ?? word]);
    }
  }
  return attributes.length === 0 ? undefined : attributes;
}

/** Puts `attributes` on `token`; classes add up. */
function apply(attributes: Attributes, token: Token): void {
  for (const [name, value] of attributes) {
    if (name === 'class') {
      token.attrJoin(name, value);
    } else {
      token.attrSet(name, value);
    }
  }
}

/** `## Heading {#id .class}`: `markup.goldmark.parser.attribute.title`. */
export function headingAttributes(md: MarkdownIt): void {
  md.core.ruler.before('inline', 'goldmark_heading_attributes', ({ tokens }) => {
    tokens.forEach((token, at) => {
      const inline = tokens[at + 1];
      if (token.type !== 'heading_open' || inline === undefined || !inline.content.endsWith('}')) {
        return;
      }
      const start = inline.content.lastIndexOf('{');
      const attributes = parseAttributes(inline.content.slice(start + 1, -1));
      if (start >= 0 && attributes !== undefined) {
        apply(attributes, token);
        inline.content = inline.content.slice(0, start).trimEnd();
      }
    });
  });
}

/** A line `{.class}` below a block: `markup.goldmark.parser.attribute.block`. */
export function blockAttributes(md: MarkdownIt): void {
  md.block.ruler.before('paragraph', 'goldmark_attributes', readLine, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  md.core.ruler.after('block', 'goldmark_block_attributes', applyLines);
}

function readLine(state: StateBlock, line: number, _end: number, silent: boolean): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src[start] !== '{' || (state.sCount[line] ?? 0) - state.blkIndent >= 4) {
    return false;
  }
  const text = state.src.slice(start, state.eMarks[line]).trimEnd();
  if (!text.endsWith('}') || parseAttributes(text.slice(1, -1)) === undefined) {
    return false;
  }
  if (!silent) {
    const token = state.push('goldmark_attributes', '', 0);
    token.content = text.slice(1, -1);
    token.hidden = true;
    state.line = line + 1;
  }
  return true;
}

/** The attributes belong to the block that ends above them, in the same container. */
function applyLines(state: StateCore): void {
  const openers: (Token | undefined)[] = [];
  let before: Token | undefined;
  for (const token of state.tokens) {
    if (token.type === 'goldmark_attributes') {
      if (before !== undefined) {
        apply(parseAttributes(token.content) ?? [], before);
      }
    } else if (token.nesting > 0) {
      openers.push(token);
      before = undefined;
    } else if (token.nesting < 0) {
      before = openers.pop();
    } else if (token.type !== 'inline') {
      before = token;
    }
  }
  state.tokens = state.tokens.filter(({ type }) => type !== 'goldmark_attributes');
}
