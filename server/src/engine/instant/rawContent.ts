import markdownIt, { type MarkdownIt, type StateBlock } from 'markdown-it';

/** A renderer for HTML content, which Hugo shows as it is but for its shortcodes. */
export function createHtmlRenderer(): MarkdownIt {
  const md = markdownIt({ html: true });
  md.block.ruler.before('paragraph', 'html_content', readAll);
  md.block.ruler.enableOnly(['html_content']);
  return md;
}

function readAll(state: StateBlock, startLine: number, endLine: number): boolean {
  const token = state.push('html_block', '', 0);
  token.map = [startLine, endLine];
  token.content = state.getLines(startLine, endLine, 0, true);
  state.line = endLine;
  return true;
}

/** Formats that only Hugo and its tools can show, by extension. */
const foreignFormats: ReadonlyMap<string, string> = new Map([
  ...['ad', 'adoc', 'asciidoc'].map((extension) => [extension, 'AsciiDoc'] as const),
  ...['rst', 'rest'].map((extension) => [extension, 'reStructuredText'] as const),
  ...['pandoc', 'pdc'].map((extension) => [extension, 'Pandoc'] as const),
  ['org', 'Org'],
]);

/** How the content of a file is written, by its name. */
export function contentFormatOf(path: string): 'markdown' | 'html' | { readonly foreign: string } {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const foreign = foreignFormats.get(extension);
  return foreign !== undefined ? { foreign } : /^html?$/.test(extension) ? 'html' : 'markdown';
}
