/** `text` as an inline code span, whatever backticks and line ends it holds. */
export function code(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || oneLine.trim() !== oneLine ? ' ' : '';
  return fence + pad + oneLine + pad + fence;
}

/** `text` as it is, with everything escaped that Markdown or HTML would read. Line ends stay. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&$]/g, '\\$&');
}
