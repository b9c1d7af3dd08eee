import { message } from '../../core/text/message.ts';
import type { Message } from '../../core/text/message.ts';
import { findAddress } from './addresses.ts';
import type { Resolve } from './addresses.ts';
import {
  attribute,
  findElement,
  isElement,
  isHtml,
  nodesOf,
  setAttribute,
  setText,
  textOfElement,
} from './htmlTree.ts';
import type { HtmlDocument, HtmlElement, HtmlNode } from './htmlTree.ts';
import type { Loader } from './loader.ts';

export interface ScriptOptions {
  readonly nonce: string;
  readonly permalink: string;
  readonly resolve: Resolve;
}

const isRun = /^(?:(?:text|application)\/(?:x-)?(?:java|ecma)script|module|importmap)?$/i;

/** Puts the site's own scripts into the page, with the nonce; those of other hosts go. Answers what had to be left out. */
export async function finishScripts(
  document: HtmlDocument,
  options: ScriptOptions,
  loader: Loader,
): Promise<readonly Message[]> {
  const scripts = [...nodesOf(document)].filter(
    (node): node is HtmlElement => isElement(node) && isHtml(node) && node.tagName === 'script',
  );
  const outcomes = await Promise.all(scripts.map((script) => finishScript(script, options, loader)));
  const late = scripts.filter((_, i) => outcomes[i] === 'late');
  detach(new Set(scripts.filter((_, i) => outcomes[i] !== 'here')));
  const body = findElement(document, 'body');
  if (body !== undefined) {
    late.forEach((script) => (script.parentNode = body));
    body.childNodes = [...body.childNodes, ...late];
  }
  return outcomes.includes('remote') ? [message('Scripts of other hosts are left out.')] : [];
}

type Outcome = 'here' | 'late' | 'remote' | 'gone';

async function finishScript(script: HtmlElement, options: ScriptOptions, loader: Loader): Promise<Outcome> {
  const type = attribute(script, 'type')?.trim() ?? '';
  const src = script.attrs.find(({ name }) => name === 'src')?.value;
  const waits = attribute(script, 'defer') !== undefined || attribute(script, 'async') !== undefined;
  script.attrs = script.attrs.filter(({ name }) => /^(?:type|id|class|data-[\w-]+|nomodule)$/.test(name));
  if (src === undefined) {
    setText(script, harmless(textOfElement(script)));
  } else {
    const address = await findAddress(src, options.permalink, options.permalink, options.resolve);
    if (address?.kind !== 'file' && address?.kind !== 'published') {
      return address?.kind === 'remote' ? 'remote' : 'gone';
    }
    const bytes = await loader.take(address);
    if (bytes === undefined) {
      return 'gone';
    }
    setText(script, harmless(new TextDecoder().decode(bytes)));
  }
  if (isRun.test(type)) {
    setAttribute(script, 'nonce', options.nonce);
  }
  return waits && src !== undefined && type !== 'module' ? 'late' : 'here';
}

/** A script cannot hold its own end tag, nor a comment that hides it. */
function harmless(script: string): string {
  return script.replace(/<(?=\/script|!--|script)/gi, '\\x3c');
}

function detach(elements: ReadonlySet<HtmlNode>): void {
  const parents = new Set([...elements].map(({ parentNode }) => parentNode));
  for (const parent of parents) {
    if (parent !== null) {
      parent.childNodes = parent.childNodes.filter((node) => !elements.has(node));
    }
  }
}
