import markdownIt from 'markdown-it';

const { utils } = markdownIt();

/** Without the backslashes and entities of Markdown. */
export function unescapeAll(text: string): string {
  return utils.unescapeAll(text);
}
