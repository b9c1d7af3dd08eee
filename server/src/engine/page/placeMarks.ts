// Marks in the text become `data-line` on the block they stand in; everywhere else they vanish.
import { attribute, isElement, isText, nodesOf, setAttribute } from './htmlTree.ts';
import type { HtmlDocument, HtmlElement, HtmlParent } from './htmlTree.ts';
import { mayHoldMarks, stripMarks, takeMark } from './mark.ts';

const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);
const unseen = new Set(['title', 'script', 'style', 'textarea', 'noscript', 'option', 'template']);

interface Claim {
  readonly element: HtmlElement;
  readonly line: number;
  /** Stands in a list of links, which repeats headings. */
  readonly repeats: boolean;
}

/** Gives each marked block its line; where a block is repeated, the first outside navigation has it. Answers how many lines were placed. */
export function placeMarks(document: HtmlDocument): number {
  const claims: Claim[] = [];
  for (const node of nodesOf(document)) {
    if (isText(node)) {
      const { text, line } = takeMark(node.value);
      node.value = text;
      const element = line === undefined ? undefined : blockOf(node.parentNode);
      if (element !== undefined && line !== undefined) {
        claims.push({ element, line, repeats: isInNavigation(element) });
      }
    } else if (isElement(node)) {
      claims.push(...claimOfAttributes(node));
    }
  }
  const placed = new Set<number>();
  for (const { element, line, repeats } of claims) {
    if (!repeats && !placed.has(line) && attribute(element, 'data-line') === undefined) {
      setAttribute(element, 'data-line', String(line));
      placed.add(line);
    }
  }
  return placed.size;
}

/** The mark in the text of a picture belongs to the picture; other attributes only lose theirs. */
function claimOfAttributes(element: HtmlElement): readonly Claim[] {
  const marked = element.attrs.filter(({ value }) => mayHoldMarks(value));
  const alt = element.tagName === 'img' ? marked.find(({ name }) => name === 'alt') : undefined;
  const line = alt && takeMark(alt.value).line;
  for (const attr of marked) {
    attr.value = stripMarks(attr.value);
  }
  return line === undefined ? [] : [{ element, line, repeats: isInNavigation(element) }];
}

function blockOf(parent: HtmlParent | null): HtmlElement | undefined {
  let at = parent;
  while (at !== null && isElement(at)) {
    if (unseen.has(at.tagName)) {
      return undefined;
    }
    if (!inline.has(at.tagName)) {
      return at;
    }
    at = at.parentNode;
  }
  return undefined;
}

function isInNavigation(element: HtmlElement): boolean {
  for (let at: HtmlParent | null = element; at !== null && isElement(at); at = at.parentNode) {
    if (
      at.tagName === 'nav' ||
      at.tagName === 'head' ||
      /^(?:TableOfContents|toc)$/i.test(attribute(at, 'id') ?? '')
    ) {
      return true;
    }
  }
  return false;
}
