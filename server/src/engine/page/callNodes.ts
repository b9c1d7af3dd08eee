// Where on a page that was made for one call of a shortcode the call is.
import { isElement, isText, nodesOf, textOfElement } from './htmlTree.ts';
import type { HtmlNode, HtmlParent } from './htmlTree.ts';
import { markOf } from './mark.ts';

/** What stands before and behind the call on the page that is made for a hover. */
export const callStart = markOf(0);
export const callEnd = markOf(1);

/** The outermost nodes between the two marks, the last such pair; `undefined` where there are none. */
export function callNodes(document: HtmlParent): readonly HtmlNode[] | undefined {
  let found: HtmlNode[] | undefined;
  let open: HtmlNode[] | undefined;
  let inside: HtmlNode | undefined;
  for (const node of nodesOf(document)) {
    if (isText(node) && node.value.includes(callStart)) {
      open = [];
    } else if (isText(node) && node.value.includes(callEnd)) {
      found = open ?? found;
      open = undefined;
    } else if (open !== undefined && (inside === undefined || !isWithin(node, inside)) && !holdsMark(node)) {
      open.push(node);
      inside = node;
    }
  }
  return found;
}

function isWithin(node: HtmlNode, ancestor: HtmlNode): boolean {
  for (let at: HtmlParent | null = node.parentNode; at !== null; at = isElement(at) ? at.parentNode : null) {
    if (at === ancestor) {
      return true;
    }
  }
  return false;
}

function holdsMark(node: HtmlNode): boolean {
  return isElement(node) && textOfElement(node).includes(callEnd);
}
