import { createElement } from '../elements.ts';

/** A text in which code stands in backticks. */
export function codeText(text: string): readonly (Node | string)[] {
  return text
    .split(/(`+[^`]+`+)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^`.*`$/s.test(part) ? createElement('code', part.replaceAll(/^`+ ?| ?`+$/g, '')) : part,
    );
}
