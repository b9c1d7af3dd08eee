/** Half a megabyte of UTF-16 units; real configurations stay far below. */
const maxLength = 500_000;
/** Brackets in texts and comments count too, so this is generous; the YAML library aborts the process at about 2,000. */
const maxBrackets = 256;
const maxBlocks = 64;

/**
 * Whether a text is small and flat enough for the library parsers, which recurse. Counts open brackets, and steps of indent with the
 * `- ` and `? ` marks of a line, in one pass.
 */
export function fitsGuard(text: string): boolean {
  return text.length <= maxLength && deepestBracket(text) <= maxBrackets && deepestBlock(text) <= maxBlocks;
}

function deepestBracket(text: string): number {
  let open = 0;
  let deepest = 0;
  for (const unit of text) {
    if (unit === '[' || unit === '{') {
      deepest = Math.max(deepest, ++open);
    } else if (unit === ']' || unit === '}') {
      open = Math.max(0, open - 1);
    }
  }
  return deepest;
}

function deepestBlock(text: string): number {
  const indents: number[] = [];
  let deepest = 0;
  for (const line of text.split(/[\r\n]/)) {
    const [lead = ''] = /^(?:[ \t]|[-?](?=[ \t]|$))*/.exec(line) ?? [];
    if (line.trim() === '') {
      continue;
    }
    while ((indents.at(-1) ?? -1) >= lead.length) {
      indents.pop();
    }
    indents.push(lead.length);
    deepest = Math.max(deepest, indents.length + lead.replaceAll(/[ \t]/g, '').length);
  }
  return deepest;
}
