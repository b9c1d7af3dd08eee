// Of a page that was made for one call (`snippetPage`), the call alone: with everything it stands in and the head, so that the site's styles hold for it.
import { serialize } from 'parse5';
import { callNodes } from './callNodes.ts';
import { findElement, isElement, parseDocument, setAttribute } from './htmlTree.ts';
import type { HtmlNode, HtmlParent } from './htmlTree.ts';
import { stripMarks } from './mark.ts';

/** What the elements that the call became carry. */
export const callAttribute = 'data-call';

/** The document with nothing in its body but what the call became; `undefined` where that is nothing. */
export function callOnly(html: string): string | undefined {
  const { document } = parseDocument(html, true);
  const body = findElement(document, 'body');
  const nodes = callNodes(document);
  if (body === undefined || nodes === undefined || !nodes.some(isSeen)) {
    return undefined;
  }
  const kept = new Set<HtmlNode | HtmlParent>(nodes);
  for (const node of nodes) {
    if (isElement(node)) {
      setAttribute(node, callAttribute, '');
    }
    for (let at = node.parentNode; at !== null && isElement(at) && at !== body; at = at.parentNode) {
      kept.add(at);
    }
  }
  keepOnly(body, kept, new Set(nodes));
  return stripMarks(serialize(document, { scriptingEnabled: true }));
}

function keepOnly(
  parent: HtmlParent,
  kept: ReadonlySet<HtmlNode | HtmlParent>,
  whole: ReadonlySet<HtmlNode>,
): void {
  const parents = [parent];
  for (let at = parents.pop(); at !== undefined; at = parents.pop()) {
    at.childNodes = at.childNodes.filter((node) => kept.has(node) || isStyle(node));
    parents.push(
      ...at.childNodes
        .filter((node) => isElement(node) && kept.has(node) && !whole.has(node))
        .filter(isElement),
    );
  }
}

function isStyle(node: HtmlNode): boolean {
  return node.nodeName === 'style' || node.nodeName === 'link';
}

function isSeen(node: HtmlNode): boolean {
  return isElement(node)
    ? !isStyle(node) && node.tagName !== 'script'
    : 'value' in node && node.value.trim() !== '';
}
