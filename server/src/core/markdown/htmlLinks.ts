import { range } from '../text/range.ts';
import type { TextRange } from '../text/range.ts';
import type { HtmlTag } from './htmlTag.ts';

interface HtmlLink {
  readonly value: TextRange;
  readonly isImage: boolean;
}

/** Where an HTML tag leads, by its attributes; `textOf` says what stands in one. */
export function htmlLinks(
  { name, attributes }: HtmlTag,
  textOf: (where: TextRange) => string,
): readonly HtmlLink[] {
  return attributes.flatMap((attribute): readonly HtmlLink[] => {
    switch (attribute.name) {
      case 'href':
        return [{ value: attribute.value, isImage: false }];
      case 'src':
        return [{ value: attribute.value, isImage: name === 'img' }];
      case 'poster':
        return [{ value: attribute.value, isImage: true }];
      case 'srcset':
        return candidates(textOf(attribute.value)).map(({ start, end }) => ({
          value: range(attribute.value.start + start, attribute.value.start + end),
          isImage: true,
        }));
      default:
        return [];
    }
  });
}

/** The addresses of `a.png 1x, b.png 2x`. */
function candidates(srcset: string): TextRange[] {
  return [...srcset.matchAll(/(?:^|,)\s*([^\s,]+)/g)].map(({ 0: whole, 1: address = '', index }) =>
    range(index + whole.length - address.length, index + whole.length),
  );
}
