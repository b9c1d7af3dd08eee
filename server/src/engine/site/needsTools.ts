/** What a template calls to have styles transpiled or scripts bundled, which Hugo in memory cannot do. */
const tools =
  /\b(?:toCSS|postCSS|babel|css\.(?:Sass|PostCSS|TailwindCSS)|js\.(?:Build|Batch|Babel)|resources\.(?:ToCSS|PostCSS|Babel))\b/;

/** Whether any of these templates needs a tool that only an installed Hugo has. */
export function needsTools(templates: Iterable<string>): boolean {
  for (const text of templates) {
    if (tools.test(text)) {
      return true;
    }
  }
  return false;
}
