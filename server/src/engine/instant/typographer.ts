import type { MarkdownIt } from 'markdown-it';
import type { ConfigMap } from '../../core/config/types.ts';
import { textAt } from '../../core/config/value.ts';

/** What Goldmark's typographer writes, by the name that Hugo's configuration has for it. */
const marks = {
  leftDoubleQuote: '“',
  rightDoubleQuote: '”',
  leftSingleQuote: '‘',
  rightSingleQuote: '’',
  emDash: '—',
  enDash: '–',
  ellipsis: '…',
  leftAngleQuote: '«',
  rightAngleQuote: '»',
} as const;

const typed: Readonly<Record<string, keyof typeof marks>> = {
  '---': 'emDash',
  '--': 'enDash',
  '...': 'ellipsis',
  '<<': 'leftAngleQuote',
  '>>': 'rightAngleQuote',
};

/** Quotes, dashes and dots as print has them: `markup.goldmark.extensions.typographer`, with the marks that `config` chooses. */
export function typographer(md: MarkdownIt, config: ConfigMap): void {
  const markOf = (name: keyof typeof marks): string =>
    md.utils.unescapeAll(textAt(config, name) ?? marks[name]);
  const quotes = ['leftDoubleQuote', 'rightDoubleQuote', 'leftSingleQuote', 'rightSingleQuote'] as const;
  md.set({ typographer: true, quotes: quotes.map(markOf) });
  const written = new Map(Object.entries(typed).map(([text, name]) => [text, markOf(name)]));
  md.core.ruler.at('replacements', ({ tokens }) => {
    for (const { children } of tokens) {
      let automatic = 0;
      for (const child of children ?? []) {
        automatic += child.info === 'auto' ? child.nesting : 0;
        if (child.type === 'text' && automatic === 0) {
          child.content = child.content.replace(/---?|\.{3}|<<|>>/g, (text) => written.get(text) ?? text);
        }
      }
    }
  });
}
