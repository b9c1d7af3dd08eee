import { serialize } from 'parse5';
import { message } from '../../core/text/message.ts';
import type { Message } from '../../core/text/message.ts';
import { parseUrl } from './addresses.ts';
import type { Resolve } from './addresses.ts';
import { finishAddresses } from './finishAddresses.ts';
import type { KnownAddresses } from './finishAddresses.ts';
import { finishScripts } from './finishScripts.ts';
import { attribute, createElement, findElement, parseDocument } from './htmlTree.ts';
import type { HtmlDocument, HtmlElement } from './htmlTree.ts';
import type { KeptPage } from './keptPage.ts';
import { Loader } from './loader.ts';
import type { ReadResources } from './loader.ts';
import { placeMarks } from './placeMarks.ts';
import { sanitize } from './sanitize.ts';
import type { Sheets } from './sheets.ts';

export type { Resource, Resolve } from './addresses.ts';
export type { Readable, ReadResources } from './loader.ts';
export type { KnownAddresses } from './finishAddresses.ts';
export { KeptPage } from './keptPage.ts';
export { Sheets } from './sheets.ts';

export interface FinishOptions {
  /** The page's address with the site's host; addresses in the page count from it. */
  readonly permalink: string;
  /** What stands before the path of a local file so that the webview loads it, without a slash at the end. */
  readonly resourceBase: string;
  /** Pictures, styles and fonts of other hosts stay, when they come by `https:`. */
  readonly remote: boolean;
  /** The site's scripts stay, with this nonce; the page then loads no files, all it needs becomes part of it. */
  readonly scripts: { readonly nonce: string } | undefined;
  /** So many bytes of files become part of the page at most. */
  readonly budget?: number;
  /** What a path of the site is, decoded and from its root: `/img/a b.png`. */
  readonly resolve: Resolve;
  /** With it, long style sheets do not become part of the page; it remembers them from one page to the next. */
  readonly sheets?: Sheets | undefined;
  /** Where addresses of the page before led, which is where they lead now, too; added to. */
  readonly addresses?: KnownAddresses | undefined;
  /** The page before: with it, one that differs from it in a single text is made from it. Of no use with scripts. */
  readonly kept?: KeptPage<FinishedPage> | undefined;
  /** The bytes of files and of what Hugo published, in the order asked for. */
  readonly read: ReadResources;
  /** Messages that become part of the page, in the writer's language. */
  readonly say: (message: Message) => string;
}

export interface FinishedPage {
  /** A whole document. */
  readonly html: string;
  /** The style sheets that belong into `<style data-sheet="…">`, by that hash. */
  readonly sheets: ReadonlyMap<string, string>;
  /** How many marked blocks were found in the page. */
  readonly placed: number;
  readonly notes: readonly Message[];
}

const usualBudget = 20_000_000;
/** Addresses count from here where the page's own is none. */
const noHost = 'https://site.invalid/';

/**
 * Makes of Hugo's document what a webview may show: marks become `data-line`, nothing runs (with `scripts`, only what carries the nonce), nothing
 * navigates, and everything the page shows comes from the site. HTML is taken for hostile. Linear in its length; what is beyond all measure is cut.
 */
export async function finishPage(source: string, options: FinishOptions): Promise<FinishedPage> {
  const { permalink, resourceBase, remote, budget } = options;
  const kept = options.scripts === undefined ? options.kept : undefined;
  const key = JSON.stringify([permalink, resourceBase, remote, budget]);
  const changed = await kept?.change(source, key, options.read);
  if (changed !== undefined) {
    return changed;
  }
  const { result, cut, ...page } = await finishWhole(source, options, kept !== undefined);
  if (!cut) {
    kept?.keep({ ...page, source, key, result });
  }
  return result;
}

interface Whole {
  readonly result: FinishedPage;
  readonly document: HtmlDocument;
  readonly loader: Loader;
  readonly cut: boolean;
}

/** With `places`, the texts of the document know where in the source they stand. */
async function finishWhole(source: string, options: FinishOptions, places: boolean): Promise<Whole> {
  const { scripts, budget = usualBudget } = options;
  const permalink = parseUrl(options.permalink, noHost)?.href ?? noHost;
  const { document, cut } = parseDocument(source, scripts !== undefined, places);
  const placed = placeMarks(document);
  const loader = new Loader(options.read, budget);
  sanitize(document, {
    scripts: scripts !== undefined,
    describeFrame: (element) => describeFrame(element, options),
  });
  const resourceBase = scripts === undefined ? options.resourceBase : undefined;
  const sheets = await finishAddresses(document, { ...options, permalink, resourceBase }, loader);
  const scriptNotes =
    scripts === undefined ? [] : await finishScripts(document, { ...options, ...scripts, permalink }, loader);
  sendNoReferrer(document);
  const notes = [
    ...(cut ? [message('The page is very long. Only its beginning is shown.')] : []),
    ...scriptNotes,
    ...(loader.cut
      ? [message('Some pictures, fonts or scripts are left out, because they are too big for a preview.')]
      : []),
  ];
  const html = serialize(document, { scriptingEnabled: scripts !== undefined });
  return { result: { html, sheets, placed, notes }, document, loader, cut };
}

function sendNoReferrer(document: HtmlDocument): void {
  const head = findElement(document, 'head');
  if (head !== undefined) {
    const meta = createElement('meta', { name: 'referrer', content: 'no-referrer' });
    meta.parentNode = head;
    head.childNodes.unshift(meta);
  }
}

const videoHosts =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|wistia\.\w+|loom\.com)$/;

function describeFrame(
  element: HtmlElement,
  { permalink, say }: FinishOptions,
): { readonly text: string; readonly href: string | undefined } {
  const address = attribute(element, 'src') ?? attribute(element, 'data-src') ?? attribute(element, 'data');
  const url = address === undefined ? undefined : parseUrl(address, permalink);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return { text: say(message('embedded content')), href: undefined };
  }
  const host = url.hostname.replace(/^www\./, '');
  const text = videoHosts.test(host) ? message('video from {0}', host) : message('content from {0}', host);
  return { text: say(text), href: url.href };
}
