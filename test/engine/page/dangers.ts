import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const forbidden =
  /^(?:script|base|iframe|frame|frameset|object|embed|applet|portal|fencedframe|template|noscript|foreignobject|xmp|noembed|noframes|plaintext|handler)$/i;
const addresses =
  /^(?:src|srcset|href|xlink:href|poster|action|formaction|background|data|ping|lowsrc|dynsrc|attributionsrc|imagesrcset|manifest|codebase)$/i;
const harmless =
  /^(?:#.*|about:srcdoc#.*|https:\/\/resource\.example\/.*|data:(?:image\/|font\/|audio\/|video\/).*)$/s;

/** What in a document could run, navigate or load from elsewhere, as a browser would read it with and without scripts. */
export function dangersIn(html: string): readonly string[] {
  return [true, false].flatMap((scriptingEnabled) => [...dangersBelow(parse(html, { scriptingEnabled }))]);
}

function* dangersBelow(node: Node): Generator<string> {
  if ('tagName' in node) {
    yield* dangersOf(node);
  }
  if (node.nodeName === '#comment') {
    yield 'comment';
  }
  if ('content' in node) {
    yield* dangersBelow(node.content);
  }
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    yield* dangersBelow(child);
  }
}

function* dangersOf(element: Element): Generator<string> {
  const name = element.tagName;
  if (forbidden.test(name)) {
    yield `<${name}>`;
  }
  for (const { name: attribute, prefix, value } of element.attrs) {
    const full = prefix === undefined || prefix === '' ? attribute : `${prefix}:${attribute}`;
    const isBad =
      /^on/i.test(full) ||
      /^(?:srcdoc|http-equiv|target|autofocus|nonce)$/i.test(full) ||
      (addresses.test(full) && !harmless.test(value)) ||
      (full === 'data-href' && !/^(?:https?:|mailto:|tel:|#)/.test(value)) ||
      full === 'data-source' ||
      (full === 'data-line' && !/^\d+$/.test(value)) ||
      (full === 'style' && isBadStyle(value)) ||
      (/^(?:fill|filter|mask|clip-path|stroke|cursor)$/.test(full) && /url\((?!["']?#)/i.test(value));
    if (isBad) {
      yield `<${name} ${full}="${value}">`;
    }
  }
  if (name === 'style' && isBadStyle(textIn(element))) {
    yield `<style>${textIn(element)}`;
  }
  if (
    name === 'link' ||
    (/^(?:animate|set)$/.test(name) && element.attrs.some(({ value }) => /href|^on/i.test(value)))
  ) {
    yield `<${name}>`;
  }
}

function textIn({ childNodes }: Element): string {
  return childNodes.map((node) => ('value' in node ? node.value : `<${node.nodeName}>`)).join('');
}

function isBadStyle(css: string): boolean {
  const plain = css
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\([g-z])/gi, '$1')
    .replace(/https:\/\/resource\.example\/[^"')]*/g, '');
  return /@import|expression\s*\(|behavior\s*:|-moz-binding\s*:|evil\.example|javascript:|text\/html/i.test(
    plain,
  );
}
