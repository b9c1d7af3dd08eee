import type { MarkdownIt, Token } from 'markdown-it';

/** Makes blocks carry the line of the file, from 0, that they come from, as `data-line`, where `env.marked` asks for it. */
export function lineMarks(md: MarkdownIt): void {
  md.core.ruler.push('line_marks', ({ tokens, env }) => {
    if (env['marked'] === true) {
      tokens.forEach(mark);
    }
  });
}

function mark(token: Token): void {
  if (token.map === null || token.type === 'inline') {
    return;
  }
  const line = String(token.map[0]);
  if (token.type === 'html_block') {
    token.content = token.content.replace(
      /^\s*<[a-z][\w-]*(?=[\s>])/i,
      (tag) => `${tag} data-line="${line}"`,
    );
  } else {
    token.attrSet('data-line', line);
  }
}
