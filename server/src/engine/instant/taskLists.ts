import type { MarkdownIt } from 'markdown-it';

/** `- [ ] to do` and `- [x] done`: `markup.goldmark.extensions.taskList`. */
export function taskLists(md: MarkdownIt): void {
  md.core.ruler.after('inline', 'goldmark_task_lists', ({ tokens, Token }) => {
    tokens.forEach((token, at) => {
      const [first] = token.children ?? [];
      const isFirstInItem =
        tokens[at - 1]?.type === 'paragraph_open' && tokens[at - 2]?.type === 'list_item_open';
      const [box = '', mark = ''] = /^\[([ x])\]\s*/i.exec(token.content) ?? [];
      if (first?.type !== 'text' || !isFirstInItem || box === '') {
        return;
      }
      const checkbox = new Token('goldmark_checkbox', 'input', 0);
      checkbox.content =
        mark === ' '
          ? '<input disabled="" type="checkbox"> '
          : '<input checked="" disabled="" type="checkbox"> ';
      first.content = first.content.slice(3).trimStart();
      token.children?.unshift(checkbox);
    });
  });
  md.renderer.rules['goldmark_checkbox'] = (tokens, at) => tokens[at]?.content ?? '';
}
