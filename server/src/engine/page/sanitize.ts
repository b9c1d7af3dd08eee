// What may stay of a page. Everything that is not named as harmless for its kind goes: elements that run, load or hide documents, handlers,
// and the few attributes that lead somewhere, which come back rewritten (finishAddresses.ts).
import { html } from 'parse5';
import {
  attribute,
  attributeName,
  createElement,
  createText,
  isElement,
  isHtml,
  isText,
  setAttribute,
} from './htmlTree.ts';
import type { HtmlDocument, HtmlElement, HtmlNode, HtmlParent } from './htmlTree.ts';

export interface SanitizeOptions {
  readonly scripts: boolean;
  /** What a box says in place of a frame of another host: `video from youtube.com`. */
  readonly describeFrame: (element: HtmlElement) => {
    readonly text: string;
    readonly href: string | undefined;
  };
}

/** Gone with all they hold. */
const dropped = new Set(
  (
    'base basefont applet frame frameset noframes noembed xmp plaintext listing template portal fencedframe param ' +
    'handler listener foreignobject annotation-xml annotation mglyph malignmark maction semantics discard mpath'
  ).split(' '),
);
/** Gone; what they hold stays. */
const unwrapped = new Set(['noscript', 'slot', 'keygen', 'isindex', 'marquee']);
const frames = new Set(['iframe', 'object', 'embed']);
const keptMeta = /^(?:viewport|color-scheme|theme-color)$/i;
const animated = new Set(['animate', 'set', 'animatetransform', 'animatemotion', 'animatecolor']);
const animates =
  /^(?:[cr]?[xy]|r|d|width|height|opacity|fill|stroke(?:-[a-z]+)?|transform|offset|points|viewbox)$/i;

/** Takes out of the document what may not stay. Attributes with addresses remain, for the next step to rewrite. */
export function sanitize(document: HtmlDocument, options: SanitizeOptions): void {
  const parents: HtmlParent[] = [document];
  const sheets = new Set<string>();
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    const waiting = parent.childNodes.toReversed();
    const kept: HtmlNode[] = [];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      const verdict = judge(node, parent, options, sheets);
      if (verdict === 'unwrap' && isElement(node)) {
        for (const child of node.childNodes.toReversed()) {
          waiting.push(child);
        }
      } else if (typeof verdict === 'object') {
        verdict.parentNode = parent;
        kept.push(verdict);
      } else if (verdict === 'keep') {
        kept.push(node);
        node.parentNode = parent;
        if (isElement(node)) {
          cleanAttributes(node);
          parents.push(node);
        }
      }
    }
    parent.childNodes = kept;
  }
}

type Verdict = 'keep' | 'drop' | 'unwrap' | HtmlElement;

function judge(node: HtmlNode, parent: HtmlParent, options: SanitizeOptions, sheets: Set<string>): Verdict {
  if (!isElement(node)) {
    return isText(node) || node.nodeName === '#documentType' ? 'keep' : 'drop';
  }
  const name = node.tagName.toLowerCase();
  if (!/^[a-z][\w.-]*$/.test(name)) {
    return 'unwrap';
  }
  if (!isHtml(node)) {
    return judgeForeign(node, name);
  }
  if (isElement(parent) && !isHtml(parent)) {
    return 'drop';
  }
  if (frames.has(name)) {
    return frameBox(node, options);
  }
  switch (name) {
    case 'script':
      return options.scripts ? 'keep' : 'drop';
    case 'noscript':
      return options.scripts ? 'drop' : 'unwrap';
    case 'meta':
      return attribute(node, 'charset') !== undefined || keptMeta.test(attribute(node, 'name') ?? '')
        ? 'keep'
        : 'drop';
    case 'link':
      putToUse(node);
      return isStyleSheet(node) && isNew(node, sheets) ? 'keep' : 'drop';
    default:
      return dropped.has(name) ? 'drop' : unwrapped.has(name) ? 'unwrap' : 'keep';
  }
}

/** Names that are read in another way where the foreign element around them is not seen as one. */
const htmlOnly = new Set('script style noscript textarea select option'.split(' '));

/** In SVG and MathML no script, no HTML and no style may stay, and nothing may animate an address. */
function judgeForeign(element: HtmlElement, name: string): Verdict {
  const isMath = element.namespaceURI === html.NS.MATHML;
  if (htmlOnly.has(name) || (isMath && name === 'title') || dropped.has(name) || frames.has(name)) {
    return 'drop';
  }
  if (animated.has(name)) {
    const animatedName = attribute(element, 'attributeName') ?? '';
    return name === 'animatemotion' || animates.test(animatedName) ? 'keep' : 'drop';
  }
  return 'keep';
}

/** A style sheet that waits until a handler of its own puts it to use: no handler runs here. */
function putToUse(link: HtmlElement): void {
  const handler = attribute(link, 'onload') ?? '';
  if (/\brel\b/.test(handler) && attribute(link, 'as')?.toLowerCase() === 'style') {
    setAttribute(link, 'rel', 'stylesheet');
  }
  if (/\bmedia\b/.test(handler)) {
    setAttribute(link, 'media', undefined);
  }
}

/** The same sheet often stands in `noscript` once more. */
function isNew(link: HtmlElement, sheets: Set<string>): boolean {
  const sheet = `${attribute(link, 'media') ?? ''} ${attribute(link, 'href') ?? ''}`;
  return !sheets.has(sheet) && sheets.add(sheet).size > 0;
}

function isStyleSheet(link: HtmlElement): boolean {
  const rel = (attribute(link, 'rel') ?? '').toLowerCase().split(/\s+/);
  return rel.includes('stylesheet') && !rel.includes('alternate');
}

function frameBox(element: HtmlElement, { describeFrame }: SanitizeOptions): HtmlElement {
  const { text, href } = describeFrame(element);
  const style =
    'display:grid;place-items:center;min-height:8em;padding:1em;border:1px dashed;text-align:center';
  const attributes = {
    class: 'hugo-scribe-frame',
    style,
    ...(href === undefined ? {} : { 'data-href': href }),
  };
  return createElement('div', attributes, [createText(text)]);
}

/** Ours, and what steals the focus, asks for permission or speaks to other hosts. */
const droppedAttributes = new Set(
  (
    'data-source data-href data-remote data-sheet srcdoc ping manifest nonce integrity crossorigin target rel-target autofocus accesskey is ' +
    'formaction formmethod formtarget formenctype http-equiv download attributionsrc allow allowfullscreen autoplay ' +
    'codebase classid archive code object profile cite longdesc lowsrc dynsrc usemap ismap xml:base referrerpolicy ' +
    'shadowrootmode shadowroot popovertarget command commandfor imagesrcset imagesizes data csp sandbox begin end onbegin'
  ).split(' '),
);

function cleanAttributes(element: HtmlElement): void {
  element.attrs = element.attrs.filter((attr) => {
    const name = attributeName(attr).toLowerCase();
    return (
      /^[a-z_][\w:.-]*$/.test(name) &&
      !name.startsWith('on') &&
      !droppedAttributes.has(name) &&
      isHarmless(name, attr.value)
    );
  });
  if (element.tagName === 'form') {
    // A form of this kind closes the dialog it stands in, and sends nothing.
    element.attrs = element.attrs.filter(({ name }) => name !== 'action' && name !== 'method');
    element.attrs.push({ name: 'method', value: 'dialog' });
  }
}

function isHarmless(name: string, value: string): boolean {
  if (name === 'data-line') {
    return /^\d{1,9}$/.test(value);
  }
  return !paints.test(name) || !/url\s*\((?!\s*["']?#)|src\s*\(|\\/i.test(value);
}

/** Attributes of SVG that may hold an address; one within the picture may stay. */
const paints =
  /^(?:fill|stroke|filter|clip-path|mask|marker(?:-\w+)?|cursor|color-profile|from|to|by|values)$/;
