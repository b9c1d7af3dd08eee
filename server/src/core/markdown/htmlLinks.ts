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
        return linking.has(name) ? [{ value: attribute.value, isImage: false }] : [];
      case 'src':
        return [{ value: attribute.value, isImage: name === 'img' }];
      case 'poster':
        return [{ value: attribute.value, isImage: true }];
      case 'style':
        return placesOf(textOf(attribute.value), background, attribute.value.start);
      case 'srcset':
        return placesOf(textOf(attribute.value), candidate, attribute.value.start);
      default:
        return [];
    }
  });
}

/** Elsewhere an `href` leads nowhere. */
const linking: ReadonlySet<string> = new Set(['a', 'area', 'link', 'use', 'image']);

/** The addresses of `a.png 1x, b.png 2x`. */
const candidate = /(?:^|,)\s*([^\s,]+)/dg;

/** The addresses of `background-image: url(a.png)`. */
const background = /\burl\(\s{0,9}['"]?([^\s'"()]+)/dg;

/** What stands in the first group of `pattern`, each time; `start` is where `text` begins. */
function placesOf(text: string, pattern: RegExp, start: number): readonly HtmlLink[] {
  return [...text.matchAll(pattern)].flatMap(({ indices }) => {
    const [from, to] = indices?.[1] ?? [];
    return from === undefined || to === undefined
      ? []
      : [{ value: range(start + from, start + to), isImage: true }];
  });
}
