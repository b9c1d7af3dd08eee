// Addresses in a clean tree are rewritten so that the page shows the site's files and leads nowhere by itself.
import { rewriteCss } from './css.ts';
import { findAddress, parseUrl } from './addresses.ts';
import type { Address, Resolve } from './addresses.ts';
import {
  attribute,
  attributeName,
  isElement,
  isHtml,
  nodesOf,
  setAttribute,
  setText,
  textOfElement,
} from './htmlTree.ts';
import type { HtmlDocument, HtmlElement } from './htmlTree.ts';
import { toDataUrl } from './loader.ts';
import type { Loader, Readable } from './loader.ts';
import type { Sheets } from './sheets.ts';

export interface AddressOptions {
  /** The address of the page, with the site's host. */
  readonly permalink: string;
  /** What stands before the path of a local file; no file is loaded by its path where absent. */
  readonly resourceBase: string | undefined;
  readonly remote: boolean;
  readonly resolve: Resolve;
  readonly addresses?: KnownAddresses | undefined;
  /** Long style sheets are taken out of the page, and remembered here. */
  readonly sheets?: Sheets | undefined;
}

/** By the address of the page, that of the file in which it stands, and the address itself. */
export type KnownAddresses = Map<string, Promise<Address | undefined>>;

type Rewrite = (element: HtmlElement) => readonly Promise<void>[];

/** Style sheets import others so deep at most. */
const deepestImport = 5;

/** Rewrites every address in the document. What it needs is read by `loader`. Answers the style sheets taken out, by hash. */
export async function finishAddresses(
  document: HtmlDocument,
  options: AddressOptions,
  loader: Loader,
): Promise<ReadonlyMap<string, string>> {
  const page = new PageAddresses(options, loader);
  const tasks: Promise<void>[] = [];
  for (const node of [...nodesOf(document)]) {
    if (isElement(node)) {
      tasks.push(...page.rewrite(node));
    }
  }
  await Promise.all(tasks);
  return page.apart;
}

class PageAddresses {
  readonly apart = new Map<string, string>();
  readonly #options: AddressOptions;
  readonly #loader: Loader;
  readonly #found: KnownAddresses;
  readonly #rewriters: ReadonlyMap<string, Rewrite>;

  constructor(options: AddressOptions, loader: Loader) {
    this.#options = options;
    this.#loader = loader;
    this.#found = options.addresses ?? new Map<string, Promise<Address | undefined>>();
    const media: Rewrite = (element) => [this.#source(element, 'src'), this.#source(element, 'poster')];
    this.#rewriters = new Map<string, Rewrite>([
      ['img', (element) => [this.#picture(element)]],
      ['source', (element) => [this.#source(element, 'src'), this.#sourceSet(element).then(() => undefined)]],
      ['video', media],
      ['audio', media],
      ['track', media],
      ['input', media],
      ['a', (element) => [this.#link(element)]],
      ['area', (element) => [this.#link(element)]],
      ['link', (element) => [this.#styleSheet(element)]],
      ['style', (element) => [this.#styleElement(element)]],
    ]);
  }

  rewrite(element: HtmlElement): readonly Promise<void>[] {
    const style = attribute(element, 'style');
    const rewriter = isHtml(element) ? this.#rewriters.get(element.tagName) : this.#foreign;
    const tasks: Promise<void>[] = [...(rewriter?.(element) ?? [])];
    if (rewriter === undefined && element.tagName !== 'script') {
      removeAddresses(element);
    }
    if (style !== undefined) {
      tasks.push(
        this.#css(style, this.#options.permalink, 0).then((css) => setAttribute(element, 'style', css)),
      );
    }
    if (attribute(element, 'background') !== undefined) {
      tasks.push(this.#source(element, 'background'));
    }
    return tasks;
  }

  /** Pictures in SVG; what is drawn again stands in the same picture. */
  readonly #foreign: Rewrite = (element) => {
    const href = attribute(element, 'href') ?? attribute(element, 'xlink:href');
    removeAddresses(element);
    if (href === undefined) {
      return [];
    }
    if (element.tagName === 'a') {
      setAttribute(element, 'href', href);
      return [this.#link(element)];
    }
    if (href.trim().startsWith('#')) {
      setAttribute(element, 'href', href.trim());
      return [];
    }
    const isPicture = element.tagName === 'image' || element.tagName === 'feImage';
    return isPicture
      ? [this.#load(href, this.#options.permalink).then((url) => setAttribute(element, 'href', url))]
      : element.tagName === 'use'
        ? [this.#use(element, href)]
        : [];
  };

  /** A drawing of another file. Nothing but a file next to the page can be drawn from. */
  async #use(element: HtmlElement, href: string): Promise<void> {
    const address = await this.#find(href, this.#options.permalink);
    const fragment = /#[^#]*$/.exec(href)?.[0] ?? '';
    const url = address?.kind === 'file' ? this.#fileUrl(address.uri) : undefined;
    setAttribute(element, 'href', url === undefined ? undefined : url + fragment);
  }

  #find(address: string, base: string): Promise<Address | undefined> {
    const { permalink, resolve } = this.#options;
    const key = `${permalink}\n${base}\n${address}`;
    const found = this.#found.get(key) ?? findAddress(address, base, permalink, resolve);
    this.#found.set(key, found);
    return found;
  }

  #fileUrl(uri: string): string | undefined {
    const { resourceBase } = this.#options;
    const path = parseUrl(uri, uri)?.pathname;
    return resourceBase === undefined || path === undefined ? undefined : resourceBase + path;
  }

  /** The new address of a picture, a font, a sound or a film. */
  async #load(text: string, base: string): Promise<string | undefined> {
    const address = await this.#find(text, base);
    switch (address?.kind) {
      case 'data':
        return address.url;
      case 'file':
        return this.#fileUrl(address.uri) ?? (await this.#inline(address));
      case 'published':
        return await this.#inline(address);
      case 'remote':
        return this.#options.remote && address.url.startsWith('https:') ? address.url : undefined;
      default:
        return undefined;
    }
  }

  async #inline(resource: Readable): Promise<string | undefined> {
    const bytes = await this.#loader.take(resource);
    return bytes && toDataUrl(resource, bytes);
  }

  async #source(element: HtmlElement, name: string): Promise<void> {
    const text = attribute(element, name);
    if (text !== undefined) {
      const url = await this.#load(text, this.#options.permalink);
      setAttribute(element, name, url);
      await this.#tellRemote(element, text, url);
    }
  }

  async #picture(element: HtmlElement): Promise<void> {
    loadNow(element);
    await this.#source(element, 'src');
    const set = await this.#sourceSet(element);
    if (attribute(element, 'src') === undefined && set !== undefined) {
      setAttribute(element, 'src', set);
    }
  }

  /**
   * Answers the first picture of the set. Where pictures become part of the page, one is enough: the size is chosen by what has to be fetched, and then
   * nothing has.
   */
  async #sourceSet(element: HtmlElement): Promise<string | undefined> {
    const set = attribute(element, 'srcset');
    if (set === undefined) {
      return undefined;
    }
    const isPart = this.#options.resourceBase === undefined;
    if (isPart && element.tagName === 'img' && attribute(element, 'src') !== undefined) {
      setAttribute(element, 'srcset', undefined);
      return undefined;
    }
    const found: string[] = [];
    let first: string | undefined;
    for (const [, address = '', size = ''] of set
      .slice(0, 20_000)
      .matchAll(/([^\s,]\S*[^\s,]|[^\s,])(?:\s+([^,\s]+))?\s*(?:,|$)/g)) {
      const url = await this.#load(address, this.#options.permalink);
      await this.#tellRemote(element, address, url);
      if (url !== undefined) {
        first ??= url;
        if (isPart) {
          setAttribute(element, 'srcset', url);
          return url;
        }
        found.push(/^\d{0,9}(?:\.\d{1,9})?[wx]$/.test(size) ? `${url} ${size}` : url);
      }
    }
    setAttribute(element, 'srcset', found.length === 0 ? undefined : found.join(', '));
    return first;
  }

  async #tellRemote(element: HtmlElement, text: string, url: string | undefined): Promise<void> {
    const address = url === undefined ? await this.#find(text, this.#options.permalink) : undefined;
    if (address?.kind === 'remote') {
      setAttribute(element, 'data-remote', address.host);
    }
  }

  /** A link keeps its looks and leads nowhere; where it would lead stands beside it. */
  async #link(element: HtmlElement): Promise<void> {
    const text = attribute(element, 'href');
    removeAddresses(element);
    if (text === undefined) {
      return;
    }
    const target = text.trim();
    const address = target.startsWith('#') ? undefined : await this.#find(target, this.#options.permalink);
    const url = parseUrl(target, this.#options.permalink);
    if (target.startsWith('#')) {
      setAttribute(element, 'data-href', target);
    } else if (address?.kind === 'page') {
      setAttribute(element, 'data-source', address.uri);
    } else if (url !== undefined && /^(?:https?|mailto|tel):$/.test(url.protocol)) {
      setAttribute(element, 'data-href', url.href);
    }
    setAttribute(element, 'href', nowhere);
  }

  async #styleSheet(link: HtmlElement): Promise<void> {
    const href = attribute(link, 'href') ?? '';
    const media = attribute(link, 'media');
    const address = await this.#find(href, this.#options.permalink);
    link.attrs = media === undefined ? [] : [{ name: 'media', value: media }];
    if (address?.kind === 'remote' && this.#options.remote && address.url.startsWith('https:')) {
      link.attrs.push({ name: 'rel', value: 'stylesheet' }, { name: 'href', value: address.url });
      return;
    }
    becomeStyle(link);
    this.#put(link, await this.#sheet(href, this.#options.permalink, 0));
  }

  async #styleElement(element: HtmlElement): Promise<void> {
    this.#put(element, await this.#wholeSheet(textOfElement(element), this.#options.permalink));
  }

  /** The hash stands in the place of a long style sheet. */
  #put(style: HtmlElement, css: string): void {
    const hash = this.#options.sheets?.hashOf(css);
    setText(style, hash === undefined ? css : '');
    setAttribute(style, 'data-sheet', hash);
    if (hash !== undefined) {
      this.apart.set(hash, css);
    }
  }

  /** The style sheet at an address of the site, rewritten; empty where there is none. */
  async #sheet(text: string, base: string, depth: number): Promise<string> {
    const address = await this.#find(text, base);
    const url = parseUrl(text, base);
    if (
      url === undefined ||
      depth > deepestImport ||
      (address?.kind !== 'file' && address?.kind !== 'published')
    ) {
      return '';
    }
    const bytes = await this.#loader.take(address);
    if (bytes === undefined) {
      return '';
    }
    const css = this.#options.sheets?.textOf(bytes) ?? new TextDecoder().decode(bytes);
    return depth === 0 ? await this.#wholeSheet(css, url.href) : await this.#css(css, url.href, depth);
  }

  #wholeSheet(css: string, base: string): Promise<string> {
    const rewrite = (): Promise<string> => this.#css(css, base, 0);
    const isWhole = (): boolean => !this.#loader.cut;
    return this.#options.sheets?.rewrite(css, base, rewrite, isWhole) ?? rewrite();
  }

  #css(css: string, base: string, depth: number): Promise<string> {
    return rewriteCss(
      css,
      (address) => this.#load(address, base),
      (address) => this.#sheet(address, base, depth + 1),
    );
  }
}

/** Stays within the page's own frame. */
const nowhere = 'about:srcdoc#';

const addressNames = new Set(['href', 'xlink:href', 'src', 'srcset', 'poster', 'action', 'background']);

function removeAddresses(element: HtmlElement): void {
  element.attrs = element.attrs.filter((attr) => !addressNames.has(attributeName(attr)));
}

/** What a script of the site would load later is shown at once. */
function loadNow(picture: HtmlElement): void {
  for (const name of ['src', 'srcset']) {
    const later = attribute(picture, `data-${name}`);
    const now = attribute(picture, name) ?? '';
    if (later !== undefined && (now === '' || now.startsWith('data:'))) {
      setAttribute(picture, name, later);
    }
    setAttribute(picture, `data-${name}`, undefined);
  }
}

/** In its place, so that the order of style sheets stays. */
function becomeStyle(link: HtmlElement): void {
  link.nodeName = 'style';
  link.tagName = 'style';
}
