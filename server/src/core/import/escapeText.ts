// Plain text so that it reads as it stands: in Markdown as Hugo renders it, and in HTML where a template puts it there as it is.

/** The text of one line as Markdown. */
export function escapeMarkdown(line: string): string {
  return escapeLineStart(escapeInline(line).replace(/\{\{(?=[<%])/g, '\\{\\{'));
}

/** The text of a heading, where a sign at the end would close it or say its id. */
export function escapeHeading(line: string): string {
  return escapeInline(line).replace(/\{/g, '\\{').replace(/#+$/, '\\$&');
}

/** The text of a line as HTML. */
export function escapeHtml(line: string): string {
  return line
    .replace(/&(?=#?\w{1,40};)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\{(?=\{[<%])/g, '&#123;');
}

/** A sign is escaped only where it would mean something: `2 * 3` and `snake_case` do not. */
function escapeInline(line: string): string {
  return line
    .replace(/\\(?=[\p{P}\p{S}]|$)/gu, '\\\\')
    .replace(/[`[]/g, '\\$&')
    .replace(/(?<!\s)\*|\*(?!\s|$)/g, '\\*')
    .replace(
      /(?<![\p{L}\p{N}\s])_(?!\s|$)|(?<!\s)_(?![\p{L}\p{N}\s]|$)|(?<=^|\s)_(?!\s|$)|(?<=\S)_(?=\s|$)/gu,
      '\\_',
    )
    .replace(/~(?=\S)/g, '\\~')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w{1,40};)/g, '\\&');
}

const lineStarts: readonly (readonly [RegExp, string])[] = [
  [/^(#{1,6}(?=\s|$)|>|[+*-](?=\s|$)|:(?=\s)|[-=:|](?=[-=:|\s]*$))/, '\\$1'],
  [/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'],
];

function escapeLineStart(line: string): string {
  for (const [pattern, replacement] of lineStarts) {
    if (pattern.test(line)) {
      return line.replace(pattern, replacement);
    }
  }
  return line;
}
