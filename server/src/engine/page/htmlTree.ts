import { defaultTreeAdapter, html, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlText = DefaultTreeAdapterTypes.TextNode;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;
export type HtmlDocument = DefaultTreeAdapterTypes.Document;

/** What a page may have at most: characters, elements, and elements in each other. */
export const pageLimits = { characters: 10_000_000, elements: 100_000, depth: 400 };

class LimitReached extends Error {}

/**
 * The tree of a document, up to where it grows beyond what anybody can read; `cut` says that it does. With `places`, texts know where in the source
 * they stand.
 */
export function parseDocument(
  source: string,
  scriptingEnabled: boolean,
  places = false,
): { readonly document: HtmlDocument; readonly cut: boolean } {
  let document = defaultTreeAdapter.createDocument();
  let elements = 0;
  let depth = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createDocument: () => (document = defaultTreeAdapter.createDocument()),
    createElement: (...parts) => {
      if (++elements > pageLimits.elements) {
        throw new LimitReached();
      }
      return defaultTreeAdapter.createElement(...parts);
    },
    onItemPush: () => {
      if (++depth > pageLimits.depth) {
        throw new LimitReached();
      }
    },
    onItemPop: () => {
      depth--;
    },
    setNodeSourceCodeLocation: (node, place) => {
      if (node.nodeName === '#text') {
        defaultTreeAdapter.setNodeSourceCodeLocation(node, place);
      }
    },
  };
  try {
    parse(source.slice(0, pageLimits.characters), {
      scriptingEnabled,
      sourceCodeLocationInfo: places,
      treeAdapter,
    });
  } catch (error) {
    if (!(error instanceof LimitReached)) {
      throw error;
    }
    return { document, cut: true };
  }
  return { document, cut: source.length > pageLimits.characters };
}

export function isElement(node: HtmlNode | HtmlParent): node is HtmlElement {
  return 'tagName' in node;
}

export function isHtml(element: HtmlElement): boolean {
  return element.namespaceURI === html.NS.HTML;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text';
}

/** Everything below `root`, in the order of the document. */
export function* nodesOf(root: HtmlParent): Generator<HtmlNode> {
  const waiting: HtmlNode[] = root.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if (isElement(node)) {
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i];
        if (child !== undefined) {
          waiting.push(child);
        }
      }
    }
  }
}

export function findElement(root: HtmlParent, tagName: string): HtmlElement | undefined {
  for (const node of nodesOf(root)) {
    if (isElement(node) && node.tagName === tagName) {
      return node;
    }
  }
  return undefined;
}

/** The name as it stands in the source: `xlink:href`. */
export function attributeName({ prefix, name }: HtmlElement['attrs'][number]): string {
  return prefix === undefined || prefix === '' ? name : `${prefix}:${name}`;
}

export function attribute({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((attr) => attributeName(attr) === name)?.value;
}

/** Sets an attribute, or removes it where there is no value. */
export function setAttribute(element: HtmlElement, name: string, value: string | undefined): void {
  const attrs = element.attrs.filter((attr) => attributeName(attr) !== name);
  element.attrs = value === undefined ? attrs : [...attrs, { name, value }];
}

export function createElement(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly HtmlNode[] = [],
): HtmlElement {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = defaultTreeAdapter.createElement(tagName, html.NS.HTML, attrs);
  for (const child of children) {
    defaultTreeAdapter.appendChild(element, child);
  }
  return element;
}

export function createText(value: string): HtmlNode {
  return defaultTreeAdapter.createTextNode(value);
}

export function textOfElement({ childNodes }: HtmlElement): string {
  return childNodes.map((node) => (isText(node) ? node.value : '')).join('');
}

export function setText(element: HtmlElement, text: string): void {
  element.childNodes = [];
  defaultTreeAdapter.insertText(element, text);
}
