// Snippets of the Language Server Protocol: text with places to fill in, `$1` and `${1|a,b|}`.

/** Text for a snippet, in which `$`, `}` and backslashes mean themselves. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Text for one of the values of `${1|a,b|}`. */
export function choiceText(text: string): string {
  return text.replace(/[\\$},|]/g, '\\$&');
}
