// A plugin for markdown-it that shows shortcode calls as labelled boxes. VS Code hands its own markdown-it to the extension, so nothing of
// the library is imported here but types, and the plugin keeps to what versions 12 to 15 share.
import type { Env, MarkdownIt, RendererRule, StateBlock, StateCore, Token } from 'markdown-it';
import { findFence } from '../../core/frontMatter/fence.ts';
import type { HugoRange } from '../../core/hugo/version.ts';
import type { TakesInner } from '../../core/shortcodes/types.ts';
import type { Translate } from '../../core/text/message.ts';
import { callInCode } from './boxHtml.ts';
import { CallExpander, findMaskedCode } from './expandCalls.ts';
import { PageCalls } from './pageCalls.ts';
import { findLoneIndexes, replacePlaceholders } from './placeholders.ts';

export interface ShortcodeBoxesOptions {
  /** Whether a text is content of a Hugo site; any other is left alone. `env` is what the caller gave to `parse`. */
  readonly isContent: (text: string, env: Env) => boolean;
  /** YAML front matter stays in the text, for someone else to show. Any other is left out. */
  readonly keepsYaml: boolean;
  readonly hugo: HugoRange;
  readonly takesInner: TakesInner;
  readonly translate: Translate;
}

interface Page {
  readonly calls: PageCalls;
  /** The line of the file that each line of the masked text begins on. */
  readonly lines: readonly number[];
}

/**
 * Makes `md` show shortcode calls as boxes with name, arguments and inner content, which is Markdown again, as Hugo reads them: before
 * Markdown, also in code. Lines of tokens are those of the file.
 */
export function shortcodeBoxes(md: MarkdownIt, options: ShortcodeBoxesOptions): void {
  const pages = new WeakMap<Env, Page>();
  md.core.ruler.before('normalize', 'hugo_mask_shortcodes', (state) => mask(state, pages, options));
  md.core.ruler.after('block', 'hugo_shortcode_blocks', (state) => {
    const page = pages.get(state.env);
    if (page !== undefined) {
      state.tokens = new CallExpander(state, page.calls, options.translate).expandBlocks(
        state.tokens,
        page.lines,
      );
    }
  });
  md.core.ruler.after('inline', 'hugo_shortcodes_in_text', (state) => {
    const page = pages.get(state.env);
    if (page !== undefined) {
      new CallExpander(state, page.calls, options.translate).expandTexts(state.tokens);
    }
  });
  md.block.ruler.before(
    'paragraph',
    'hugo_shortcode',
    (state, startLine, endLine, silent) => {
      const page = pages.get(state.env);
      return page !== undefined && readLoneCalls(page.calls, state, startLine, endLine, silent);
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
  addRendererRules(md, options.translate);
}

function mask(state: StateCore, pages: WeakMap<Env, Page>, options: ShortcodeBoxesOptions): void {
  pages.delete(state.env);
  if (state.inlineMode || !options.isContent(state.src, state.env)) {
    return;
  }
  const { fence } = findFence(state.src, options.hugo);
  const bodyStart = fence?.bodyStart ?? 0;
  const calls = new PageCalls(state.src, bodyStart, options.hugo, options.takesInner);
  const isKept = options.keepsYaml && fence?.format === 'yaml';
  const masked = calls.maskFrom(isKept ? 0 : bodyStart, state.src.length);
  pages.set(state.env, { calls, lines: masked.lines });
  state.src = masked.text;
}

/**
 * Calls that have their lines for themselves are blocks. Between lines of text only those that reach over several lines are; the others
 * belong to the paragraph.
 */
function readLoneCalls(
  calls: PageCalls,
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const found: { readonly line: number; readonly indexes: readonly number[] }[] = [];
  let line = startLine;
  for (; line < endLine; line++) {
    const indexes = findIndexes(state, line);
    if (indexes === undefined) {
      break;
    }
    found.push({ line, indexes });
    if (silent) {
      break;
    }
  }
  const endsHere = !silent && (line >= endLine || state.isEmpty(line) || isInterrupted(state, line, endLine));
  const last = endsHere ? found.length : found.findLastIndex(({ indexes }) => indexes.some(isLong)) + 1;
  if (last === 0 || silent) {
    return last > 0;
  }
  for (const { line: at, indexes } of found.slice(0, last)) {
    for (const index of indexes) {
      const token = state.push('hugo_shortcode', 'div', 0);
      token.map = [at, at + 1];
      token.meta = { index };
    }
  }
  state.line = startLine + last;
  return true;

  function isLong(index: number): boolean {
    const call = calls.at(index);
    return call !== undefined && call.lastLine > call.firstLine;
  }
}

/** Whether something begins on `line` that ends a paragraph, such as a heading or the next item of a list. */
function isInterrupted(state: StateBlock, line: number, endLine: number): boolean {
  const { parentType } = state;
  state.parentType = 'paragraph';
  const interrupts = state.md.block.ruler
    .getRules('paragraph')
    .some((rule) => rule(state, line, endLine, true));
  state.parentType = parentType;
  return interrupts;
}

function findIndexes(state: StateBlock, line: number): number[] | undefined {
  const [start, end] = [(state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]];
  const isCode = (state.sCount[line] ?? 0) - state.blkIndent >= 4;
  return isCode || state.isEmpty(line) ? undefined : findLoneIndexes(state.src.slice(start, end));
}

function addRendererRules(md: MarkdownIt, translate: Translate): void {
  const { rules } = md.renderer;
  const asIs: RendererRule = (tokens, at) => tokens[at]?.content ?? '';
  const open: RendererRule = (tokens, at, _options, _env, renderer) => {
    const token = tokens[at];
    return token === undefined ? '' : `<${token.tag}${renderer.renderAttrs(token)}>${token.content}`;
  };
  rules['hugo_shortcode_open'] = open;
  rules['hugo_shortcode_close'] = asIs;
  for (const type of ['fence', 'code_block', 'code_inline']) {
    const original = rules[type];
    if (original !== undefined) {
      rules[type] = (tokens, at, ...rest) => {
        const token = tokens[at];
        const masked = token && findMaskedCode(token);
        return token === undefined || masked === undefined
          ? original(tokens, at, ...rest)
          : replacePlaceholders(original([withContent(token, masked.content)], 0, ...rest), (index) => {
              const call = masked.calls.at(index);
              return call === undefined ? '' : callInCode(call, translate);
            });
      };
    }
  }
}

function withContent(token: Token, content: string): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { content });
}
