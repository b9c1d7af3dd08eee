/** What Hugo makes of the value of an option: it stops the build where that fails. */
export type OptionKind = 'flag' | 'integer' | 'text' | 'lineNumbers' | 'lines';

/** Attributes of a code block that are options of the highlighter, by lower-cased name: markup/highlight/config.go and markup/internal/attributes. */
export const highlightOptions: ReadonlyMap<string, OptionKind> = new Map<string, OptionKind>([
  ['anchorlinenos', 'flag'],
  ['guesssyntax', 'flag'],
  ['hl_inline', 'flag'],
  ['hl_lines', 'lines'],
  ['lineanchors', 'text'],
  ['linenos', 'lineNumbers'],
  ['linenostart', 'integer'],
  ['linenumbersintable', 'flag'],
  ['noclasses', 'flag'],
  ['style', 'text'],
  ['tabwidth', 'integer'],
]);
