import type { Env, StateCore, Token } from 'markdown-it';
import type { Translate } from '../../core/text/message.ts';
import { blockHead, classOf, inlineHead, labelOf } from './boxHtml.ts';
import { escapeHtml } from './html.ts';
import type { MaskedCall, PageCalls } from './pageCalls.ts';
import { hasPlaceholder, replacePlaceholders, splitAtPlaceholders } from './placeholders.ts';

/** Calls that stand deeper in one another are shown as their source. */
const deepest = 30;

/** Shortcodes whose inner content is no Markdown, whatever their template does with it. */
const codeShortcodes: ReadonlySet<string> = new Set(['highlight', 'katex', 'math', 'mermaid', 'plantuml']);

/** The code of a token with its calls masked, which is what may be highlighted. */
interface MaskedCode {
  readonly content: string;
  readonly calls: PageCalls;
}

const codes = new WeakMap<Token, MaskedCode>();

/** The masked code of a token in which Hugo calls shortcodes. */
export function findMaskedCode(token: Token): MaskedCode | undefined {
  return codes.get(token);
}

/** Puts boxes where the placeholders of one page stand. Tokens keep the lines of the file. */
export class CallExpander {
  readonly #state: StateCore;
  readonly #env: Env;
  readonly #calls: PageCalls;
  readonly #translate: Translate;

  constructor(state: StateCore, calls: PageCalls, translate: Translate) {
    this.#state = state;
    this.#env = state.env;
    this.#calls = calls;
    this.#translate = translate;
  }

  /** `lines` says on which line of the file each line of the tokens' text begins. */
  expandBlocks(tokens: readonly Token[], lines: readonly number[], depth = 0): Token[] {
    const expanded: Token[] = [];
    for (const token of tokens) {
      moveTo(token, lines);
      const masked = token.type === 'hugo_shortcode' ? this.#callOf(token) : undefined;
      if (masked !== undefined) {
        this.#addBox(masked, depth, expanded);
      } else if (token.type === 'html_block' && hasPlaceholder(token.content)) {
        this.#addHtml(token, depth, expanded);
      } else {
        this.#restoreCode(token);
        expanded.push(token);
      }
    }
    return expanded;
  }

  /** The same for what `inline` tokens hold; they are changed in place. */
  expandTexts(tokens: readonly Token[]): void {
    for (const token of tokens) {
      this.#restoreAttributes(token);
      if (token.type === 'inline' && token.children !== null && hasPlaceholder(token.content)) {
        token.children = this.#expandInline(token.children, 0);
      }
    }
  }

  #callOf(token: Token): MaskedCall | undefined {
    const index = token.meta?.['index'];
    return typeof index === 'number' ? this.#calls.at(index) : undefined;
  }

  #addBox(masked: MaskedCall, depth: number, to: Token[]): void {
    const head = blockHead(masked, this.#translate);
    const open = this.#open(masked, 'div', head);
    open.block = true;
    open.map = [masked.firstLine, masked.lastLine + 1];
    to.push(open);
    if (masked.call?.inner === undefined) {
      to.push(this.#close('</div>\n'));
      return;
    }
    open.content += '<div class="hugo-shortcode-inner">';
    if (isCode(masked, depth)) {
      to.push(this.#token('code_block', 'code', 0, innerCode(masked)));
    } else {
      const { text, lines } = this.#calls.maskInner(masked.call);
      const inner: Token[] = [];
      this.#state.md.block.parse(text, this.#state.md, this.#env, inner);
      for (const token of this.expandBlocks(inner, lines, depth + 1)) {
        to.push(token);
      }
    }
    to.push(this.#close('</div></div>\n'));
  }

  /** A call between tags is a box; one inside a tag becomes text of its attribute. */
  #addHtml(token: Token, depth: number, to: Token[]): void {
    let html = '';
    const flush = (): void => {
      if (html !== '') {
        const part = this.#token('html_block', '', 0, html);
        part.map = token.map;
        to.push(part);
        html = '';
      }
    };
    for (const part of token.content.split(/(<[^<>]*>?)/)) {
      if (part.startsWith('<')) {
        html += replacePlaceholders(part, (index) => escapeHtml(this.#attributeText(index)));
        continue;
      }
      for (const piece of splitAtPlaceholders(part)) {
        const masked = typeof piece === 'number' ? this.#calls.at(piece) : undefined;
        if (masked !== undefined) {
          flush();
          this.#addBox(masked, depth, to);
        } else {
          html += String(piece);
        }
      }
    }
    flush();
  }

  #expandInline(tokens: readonly Token[], depth: number): Token[] {
    const expanded: Token[] = [];
    for (const token of tokens) {
      this.#restoreAttributes(token);
      this.#restoreCode(token);
      if (token.type === 'html_inline') {
        token.content = replacePlaceholders(token.content, (index) => escapeHtml(this.#attributeText(index)));
      } else if (token.type === 'image') {
        this.#restoreAlternative(token);
      } else if (token.type === 'text' && hasPlaceholder(token.content)) {
        this.#addText(token, depth, expanded);
        continue;
      }
      expanded.push(token);
    }
    return expanded;
  }

  #addText(token: Token, depth: number, to: Token[]): void {
    for (const piece of splitAtPlaceholders(token.content)) {
      const masked = typeof piece === 'number' ? this.#calls.at(piece) : undefined;
      if (masked === undefined) {
        to.push(this.#token('text', '', 0, String(piece)));
      } else {
        this.#addInlineBox(masked, depth, to);
      }
    }
  }

  #addInlineBox(masked: MaskedCall, depth: number, to: Token[]): void {
    const open = this.#open(masked, 'span', inlineHead(masked, this.#translate));
    to.push(open);
    if (masked.call?.inner === undefined) {
      to.push(this.#close('</span>'));
      return;
    }
    open.content += ' <span class="hugo-shortcode-inner">';
    const inner: Token[] = [];
    if (isCode(masked, depth)) {
      inner.push(this.#token('code_inline', 'code', 0, innerCode(masked)));
    } else {
      const { text } = this.#calls.maskInner(masked.call);
      this.#state.md.inline.parse(text.trim(), this.#state.md, this.#env, inner);
    }
    for (const token of this.#expandInline(inner, depth + 1)) {
      to.push(token);
    }
    to.push(this.#close('</span></span>'));
  }

  #open(masked: MaskedCall, tag: string, head: string): Token {
    const token = this.#token('hugo_shortcode_open', tag, 1, head);
    token.attrs = [
      ['class', classOf(masked)],
      ['role', 'group'],
      ['aria-label', labelOf(masked, this.#translate)],
    ];
    return token;
  }

  #close(html: string): Token {
    return this.#token('hugo_shortcode_close', '', -1, html);
  }

  #token(type: string, tag: string, nesting: -1 | 0 | 1, content: string): Token {
    const token = new this.#state.Token(type, tag, nesting);
    token.content = content;
    return token;
  }

  /** Code shows its calls as they are written; the masked code is kept for those who highlight it. */
  #restoreCode(token: Token): void {
    const isCodeToken = ['fence', 'code_block', 'code_inline'].includes(token.type);
    if (!isCodeToken || !hasPlaceholder(token.content + token.info)) {
      return;
    }
    token.info = this.#restore(token.info);
    codes.set(token, { content: token.content, calls: this.#calls });
    token.content = this.#restore(token.content);
  }

  #restoreAttributes(token: Token): void {
    for (const attribute of token.attrs ?? []) {
      const [, value] = attribute;
      if (typeof value === 'string' && hasPlaceholder(value)) {
        attribute[1] = replacePlaceholders(value, (index) => this.#attributeText(index));
      }
    }
  }

  #restoreAlternative(image: Token): void {
    image.content = this.#restore(image.content);
    for (const child of image.children ?? []) {
      child.content = this.#restore(child.content);
    }
  }

  #restore(text: string): string {
    return hasPlaceholder(text)
      ? replacePlaceholders(text, (index) => this.#calls.at(index)?.source ?? '')
      : text;
  }

  /** `ref` and `relref` stand in links for the page that they name; any other call is shown as it is written. */
  #attributeText(index: number): string {
    const masked = this.#calls.at(index);
    const { name, args } = masked?.tag ?? { name: '', args: [] };
    const path = /^(?:rel)?ref$/.test(name)
      ? args.find((argument) => argument.name === undefined || argument.name === 'path')
      : undefined;
    return path?.value ?? masked?.source ?? '';
  }
}

function isCode({ tag }: MaskedCall, depth: number): boolean {
  return depth >= deepest || codeShortcodes.has(tag.name.toLowerCase());
}

function innerCode({ innerSource }: MaskedCall): string {
  return innerSource?.replace(/^\n/, '') ?? '';
}

function moveTo(token: Token, lines: readonly number[]): void {
  if (token.map !== null) {
    const [start, end] = token.map;
    const last = lines.at(-1) ?? 0;
    token.map = [lines[start] ?? last, lines[end] ?? last + 1];
  }
}
