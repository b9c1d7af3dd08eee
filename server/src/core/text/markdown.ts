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

/** A link on `text` (Markdown already) to an address. */
export function link(text: string, address: string): string {
  return `[${text}](${address.replace(/[()<>\s\\|]/g, encodeSign)})`;
}

/** A picture, at most `width` pixels wide where the editor knows how to (VS Code does). */
export function picture(address: string, width: number): string {
  return `![](${address.replace(/[()<>\s\\|]/g, encodeSign)}|width=${String(width)})`;
}

function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
