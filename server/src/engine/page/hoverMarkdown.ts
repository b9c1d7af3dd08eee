// A rendered call as the Markdown of a hover: text, links, pictures, lists, headings and tables. Nothing of the HTML itself goes through.
import { code, plain } from '../../core/text/markdown.ts';
import { callNodes } from './callNodes.ts';
import { attribute, isElement, isText, nodesOf, parseDocument } from './htmlTree.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from './htmlTree.ts';
import { stripMarks } from './mark.ts';

export interface HoverOptions {
  /** The address of a picture: `https:` or a local file's URI; `undefined` for one that is not to be shown. */
  readonly pictureUri?: (address: string) => string | undefined;
  /** In characters. */
  readonly longest?: number;
}

/** The rendered page of one call (`snippetPage`) as safe Markdown of what the call gave, cut at a block where it is long; empty when it gave nothing. */
export function toHoverMarkdown(html: string, options: HoverOptions = {}): string {
  const { longest = 4000 } = options;
  const writer = new Writer(options.pictureUri ?? httpsOnly);
  const blocks = writer.blocks(nodesToShow(parseDocument(html, true).document));
  let length = 0;
  const shown = blocks.filter((block) => (length += block.length + 2) <= longest);
  return shown.join('\n\n') + (shown.length < blocks.length ? `${shown.length === 0 ? '' : '\n\n'}…` : '');
}

/** The whole body where the call is not found. */
function nodesToShow(document: HtmlParent): readonly HtmlNode[] {
  return callNodes(document) ?? [...nodesOf(document)].filter((node) => node.nodeName === 'body');
}

function httpsOnly(address: string): string | undefined {
  return /^https:\/\//i.test(address) ? address : undefined;
}

const unseen = new Set(
  'script style head template noscript svg math title button select textarea object embed'.split(' '),
);
const inlineNames = new Set(
  'a abbr b bdi bdo cite code del dfn em font i img input ins kbd label mark picture q s samp small source span strong sub sup time u var br wbr'.split(
    ' ',
  ),
);

class Writer {
  readonly #pictureUri: (address: string) => string | undefined;

  constructor(pictureUri: (address: string) => string | undefined) {
    this.#pictureUri = pictureUri;
  }

  blocks(nodes: readonly HtmlNode[]): string[] {
    const blocks: string[] = [];
    let text: HtmlNode[] = [];
    const end = (): void => {
      blocks.push(this.#inline(text).trim());
      text = [];
    };
    for (const node of nodes) {
      if (isElement(node) && !inlineNames.has(node.tagName)) {
        end();
        blocks.push(...this.#block(node));
      } else {
        text.push(node);
      }
    }
    end();
    return blocks.filter((block) => block !== '');
  }

  #block(element: HtmlElement): readonly string[] {
    const name = element.tagName;
    if (unseen.has(name)) {
      return [];
    }
    switch (name) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        const text = this.#inline(element.childNodes).trim();
        return text === '' ? [] : [`#### ${text.replace(/\\?\n/g, ' ')}`];
      }
      case 'ul':
      case 'ol':
        return [this.#list(element)];
      case 'table':
        return [this.#table(element)];
      case 'pre':
        return [fenced(rawText(element))];
      case 'hr':
        return ['---'];
      case 'blockquote':
        return [indented(this.blocks(element.childNodes).join('\n\n'), '> ', '> ')];
      case 'iframe':
      case 'video':
      case 'audio':
        return [frame(element)];
      default:
        return this.blocks(element.childNodes);
    }
  }

  #list(element: HtmlElement): string {
    const mark = element.tagName === 'ol' ? '1. ' : '- ';
    return element.childNodes
      .filter((node): node is HtmlElement => isElement(node))
      .map((item) => indented(this.blocks(item.childNodes).join('\n\n'), mark, '   '))
      .join('\n');
  }

  #table(element: HtmlElement): string {
    const rows = [...nodesOf(element)].filter(
      (node): node is HtmlElement => isElement(node) && node.tagName === 'tr',
    );
    const lines = rows.slice(0, 50).map((row) => {
      const cells = row.childNodes.filter((node): node is HtmlElement => isElement(node));
      const texts = cells.map((cell) => this.blocks(cell.childNodes).join(' ').replace(/\\?\n/g, ' '));
      return { line: `| ${texts.join(' | ')} |`, count: cells.length };
    });
    const [head, ...rest] = lines;
    return head === undefined
      ? ''
      : [head.line, `|${' --- |'.repeat(head.count)}`, ...rest.map(({ line }) => line)].join('\n');
  }

  #inline(nodes: readonly HtmlNode[]): string {
    return nodes
      .map((node) => {
        if (isText(node)) {
          return plain(stripMarks(node.value).replace(/\s+/g, ' '));
        }
        return isElement(node) ? this.#inlineElement(node) : '';
      })
      .join('');
  }

  #inlineElement(element: HtmlElement): string {
    if (unseen.has(element.tagName)) {
      return '';
    }
    switch (element.tagName) {
      case 'br':
        return '\\\n';
      case 'img':
        return this.#picture(element);
      case 'code':
      case 'kbd':
      case 'samp':
        return rawText(element).trim() === '' ? '' : code(rawText(element));
    }
    const blocks = element.childNodes.some((child) => isElement(child) && !inlineNames.has(child.tagName));
    const text = blocks ? this.blocks(element.childNodes).join(' ') : this.#inline(element.childNodes);
    const inner = text.trim();
    switch (inner === '' ? '' : element.tagName) {
      case 'a':
        return link(inner, attribute(element, 'href') ?? '');
      case 'strong':
      case 'b':
        return text.replace(inner, () => `**${inner}**`);
      case 'em':
      case 'i':
        return text.replace(inner, () => `*${inner}*`);
      default:
        return text;
    }
  }

  #picture(element: HtmlElement): string {
    const alt = (attribute(element, 'alt') ?? '').replace(/\s+/g, ' ');
    const uri = this.#pictureUri(attribute(element, 'src') ?? '');
    return uri !== undefined && /^(?:https|file):\/\//i.test(uri)
      ? `![${plain(alt)}](${destination(uri)})`
      : plain(alt);
  }
}

function link(text: string, address: string): string {
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? `[${text}](${destination(address)})` : text;
}

/** An address that ends where Markdown thinks it does. */
function destination(address: string): string {
  return encodeURI(stripMarks(address))
    .replace(/%25(?=[\da-f]{2})/gi, '%')
    .replace(/[()[\]<>"'\\|]/g, (char) => `%${char.charCodeAt(0).toString(16)}`);
}

function frame(element: HtmlElement): string {
  const address = attribute(element, 'src') ?? '';
  const host = /^(?:https?:)?\/\/(?:www\.)?([\w.-]+)/i.exec(address)?.[1];
  return host === undefined ? '' : `▶ ${plain(host)}`;
}

function rawText(element: HtmlElement): string {
  return stripMarks([...nodesOf(element)].map((node) => (isText(node) ? node.value : '')).join(''));
}

function fenced(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(
    Math.max(
      3,
      runs.reduce((most, run) => Math.max(most, run + 1), 0),
    ),
  );
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`;
}

function indented(text: string, first: string, rest: string): string {
  return first + text.replaceAll('\n', `\n${rest}`);
}
