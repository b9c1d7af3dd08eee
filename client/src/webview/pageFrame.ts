// The frame that the page is in. A page of a site is hostile: either its scripts cannot run and we reach into it, or they run and nobody
// reaches anybody. Never both.
import { toFromScriptedPage } from '../preview/messages.ts';
import type { FromPage, ToScriptedPage } from '../preview/messages.ts';
import type { PreviewPage } from '../../../server/src/protocol.ts';
import { morph } from './morph.ts';
import { PageView } from './pageView.ts';

type Content = Pick<PreviewPage, 'html' | 'sheets'>;

export interface PageFrame {
  readonly element: HTMLIFrameElement;
  /** How far the page is scrolled, in CSS pixels. */
  readonly top: number;
  /** Shows a document. The place in the page is kept, but for a page that is `new`, which is shown from `top`. */
  show(content: Content, isNew: boolean, top?: number): void;
  /** Marks the block of a line, or none; `reveal` brings it into view. */
  mark(line: number | undefined, style: string, reveal: boolean): void;
  scrollToLine(line: number): void;
  dispose(): void;
}

type Tell = (message: FromPage) => void;

/** The page without scripts, changed in place. */
export class StillFrame implements PageFrame {
  readonly element: HTMLIFrameElement;
  readonly #tell: Tell;
  #view: PageView | undefined;
  #mode = '';
  /** What is to be shown as soon as there is a document to show it in. */
  #next: { readonly page: Document; readonly top: number } | undefined;
  #mark: readonly [line: number | undefined, style: string, reveal: boolean] | undefined;

  constructor(label: string, tell: Tell) {
    this.element = createFrame(label, 'allow-same-origin');
    this.#tell = tell;
    this.element.addEventListener('load', () => this.#loaded());
  }

  get top(): number {
    return this.#view?.top ?? this.#next?.top ?? 0;
  }

  show(content: Content, isNew: boolean, top = 0): void {
    const page = parse(content);
    if (this.#view === undefined || this.#mode !== page.compatMode) {
      this.#begin(page, isNew ? top : this.top);
      return;
    }
    this.#morph(this.#view, page);
    if (isNew) {
      this.#view.scrollTo(top);
    }
  }

  mark(line: number | undefined, style: string, reveal: boolean): void {
    this.#mark = [line, style, reveal];
    this.#view?.mark(line, style, reveal);
  }

  scrollToLine(line: number): void {
    this.#view?.scrollToLine(line);
  }

  dispose(): void {
    this.element.remove();
  }

  #begin(page: Document, top: number): void {
    this.#view = undefined;
    this.#mode = page.compatMode;
    this.#next = { page, top };
    this.element.removeAttribute('srcdoc');
    this.element.src = emptyDocument;
  }

  #loaded(): void {
    const document = this.element.contentDocument;
    if (this.#next === undefined || document === null) {
      return;
    }
    if (document.body.childElementCount > 0) {
      this.element.srcdoc = '<!DOCTYPE html>'; // Not what it was taken for. Files of the computer may be missing then.
      return;
    }
    if (document.compatMode !== this.#mode) {
      document.open(); // What nobody writes a doctype into is in quirks mode.
      document.close();
    }
    const { page, top } = this.#next;
    this.#next = undefined;
    document.head.prepend(toPolicy(document, shellPolicy));
    document.addEventListener('keydown', passOn);
    this.#view = new PageView(document, this.#tell);
    this.#morph(this.#view, page);
    this.#view.scrollTo(top);
    if (this.#mark !== undefined) {
      this.#view.mark(...this.#mark);
    }
  }

  #morph(view: PageView, page: Document): void {
    view.beQuiet();
    view.unmark();
    page.head.prepend(toPolicy(page, shellPolicy));
    morph(view.root, page.documentElement);
    if (this.#mark !== undefined) {
      const [line, style] = this.#mark;
      view.mark(line, style, false);
    }
  }
}

/** The page with its scripts, loaded anew with every change. The server gives those that may run a nonce; here they get the shell's. */
export class ScriptedFrame implements PageFrame {
  readonly element: HTMLIFrameElement;
  readonly #nonce: string;
  readonly #pageScript: string;
  readonly #tell: Tell;
  readonly #listen = (event: MessageEvent): void => this.#hear(event);
  readonly #loaded = (): void => this.#restore();
  #mark: ToScriptedPage | undefined;
  top = 0;

  constructor(label: string, tell: Tell, nonce: string, pageScript: string) {
    this.element = createFrame(label, 'allow-scripts');
    this.#nonce = nonce;
    this.#pageScript = pageScript;
    this.#tell = tell;
    window.addEventListener('message', this.#listen);
    this.element.addEventListener('load', this.#loaded);
  }

  show(content: Content, isNew: boolean, top = 0): void {
    if (isNew) {
      this.top = top;
    }
    const page = parse(content);
    for (const script of page.querySelectorAll('script[nonce]')) {
      script.setAttribute('nonce', this.#nonce);
    }
    const ours = page.createElement('script');
    ours.setAttribute('nonce', this.#nonce);
    ours.textContent = this.#pageScript;
    page.head.prepend(toPolicy(page, scriptPolicy), ours);
    this.element.srcdoc = `<!DOCTYPE html>${page.documentElement.outerHTML}`;
  }

  mark(line: number | undefined, style: string, reveal: boolean): void {
    this.#mark = { type: 'mark', line: line ?? -1, style, reveal: false };
    this.#send({ ...this.#mark, reveal });
  }

  scrollToLine(line: number): void {
    this.#send({ type: 'scroll', line });
  }

  dispose(): void {
    window.removeEventListener('message', this.#listen);
    this.element.remove();
  }

  #send(message: ToScriptedPage): void {
    this.element.contentWindow?.postMessage(message, '*');
  }

  #restore(): void {
    this.#send({ type: 'scrollTo', top: this.top });
    if (this.#mark !== undefined) {
      this.#send(this.#mark);
    }
  }

  #hear(event: MessageEvent): void {
    const message = event.source === this.element.contentWindow ? toFromScriptedPage(event.data) : undefined;
    if (message?.type === 'at') {
      this.top = message.top;
    } else if (message !== undefined && (message.type === 'scrolled' || navigator.userActivation.isActive)) {
      // A script may say what it likes; it opens nothing unless somebody has just clicked or pressed a key.
      this.#tell(message);
    }
  }
}

/** Beside the shell's policy, which wants the nonce: with both, only a script that stands in the page itself runs. */
const scriptPolicy = "script-src 'unsafe-inline'";

/** A document that is loaded does not inherit the shell's policy: it is given it. */
const shellPolicy =
  document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ??
  "default-src 'none'";

/**
 * The empty document that the editor wrote the shell into. The editor brings files of the computer to documents that came from there alone:
 * one of `srcdoc` or `about:blank` has the right origin, and yet gets none.
 */
const emptyDocument = performance.getEntriesByType('navigation')[0]?.name ?? 'about:blank';

function createFrame(label: string, sandbox: 'allow-same-origin' | 'allow-scripts'): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', sandbox);
  frame.title = label;
  return frame;
}

/** A document that is shown nowhere: nothing in it runs or loads. Links to other hosts are left out, for a policy does not hold them back. */
function parse({ html, sheets = [] }: Content): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(
    'link:not([rel~="stylesheet" i]), base, meta[http-equiv="refresh" i], meta[http-equiv="Content-Security-Policy" i]',
  )) {
    element.remove();
  }
  const texts = new Map(sheets.map(({ hash, css = '' }) => [hash, css]));
  for (const style of page.querySelectorAll('style[data-sheet]')) {
    style.textContent = texts.get(style.getAttribute('data-sheet') ?? '') ?? '';
  }
  return page;
}

function toPolicy(page: Document, policy: string): HTMLMetaElement {
  const meta = page.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  return meta;
}

/** The editor listens for its keys in the shell: those pressed in the page must reach it. */
function passOn(event: KeyboardEvent): void {
  window.dispatchEvent(new KeyboardEvent(event.type, event));
}
