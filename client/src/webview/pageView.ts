// What the panel does with the document of a page, from outside when the page's scripts are off, and from within when they run: marks the
// block of the cursor, scrolls, and tells of clicks and of scrolling.
import type { FromPage } from '../preview/messages.ts';
import { findBlock, findLine, findLines, findMarks, lineAt, topOf } from './lines.ts';

const markName = 'data-hugo-scribe-mark';
/** In ms: scrolling so soon after a change or after our own scrolling is not the reader's. */
const quietTime = 250;

export class PageView {
  readonly #document: Document;
  readonly #tell: (message: FromPage) => void;
  #quietUntil = 0;
  #frame = 0;

  constructor(document: Document, tell: (message: FromPage) => void) {
    this.#document = document;
    this.#tell = tell;
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('auxclick', (event) => event.preventDefault());
    document.addEventListener('dblclick', (event) => this.#doubleClick(event));
    document.addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('scroll', () => this.#scrolled());
  }

  get root(): Element {
    return this.#document.documentElement;
  }

  get top(): number {
    return this.#document.scrollingElement?.scrollTop ?? 0;
  }

  /** Marks the block of a line; brings it into view when `reveal` says so. */
  mark(line: number | undefined, style: string, reveal: boolean): void {
    this.unmark();
    const block = line === undefined ? undefined : findBlock(this.#document, line);
    if (block === undefined) {
      return;
    }
    addStyle(this.#document, style);
    block.setAttribute(markName, block.getBoundingClientRect().left < barWidth ? 'inside' : 'beside');
    if (reveal) {
      this.#reveal(block);
    }
  }

  unmark(): void {
    for (const element of this.#document.querySelectorAll(`[${markName}]`)) {
      element.removeAttribute(markName);
    }
  }

  /** Puts a line at the top of the view. */
  scrollToLine(line: number): void {
    this.scrollTo(line <= 0 ? 0 : topOf(findMarks(this.#document), line));
  }

  scrollTo(top: number): void {
    this.beQuiet();
    this.#document.scrollingElement?.scrollTo({ top, behavior: 'instant' });
  }

  /** The page changes: what scrolls now is not the reader. */
  beQuiet(): void {
    this.#quietUntil = performance.now() + quietTime;
  }

  #reveal(block: Element): void {
    for (
      let details = block.closest('details');
      details;
      details = details.parentElement?.closest('details') ?? null
    ) {
      details.open = true;
    }
    const { top, bottom } = block.getBoundingClientRect();
    const height = this.#document.documentElement.clientHeight;
    if (
      bottom < 0 ||
      top > height ||
      (top < 0 && bottom < height / 4) ||
      (bottom > height && top > (height * 3) / 4)
    ) {
      this.beQuiet();
      block.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    }
  }

  #scrolled(): void {
    if (this.#frame !== 0 || performance.now() < this.#quietUntil) {
      return;
    }
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#tell({ type: 'scrolled', line: lineAt(findMarks(this.#document), this.top) });
    });
  }

  #doubleClick({ target, clientY }: MouseEvent): void {
    if (!isElement(target)) {
      return;
    }
    const own = target.closest('[data-line]');
    this.#tell(
      own === null
        ? { type: 'find', text: textOf(target), ...findLines(this.#document, target) }
        : { type: 'reveal', line: findLine(this.#document, own, clientY + this.top) },
    );
  }

  #click(event: MouseEvent): void {
    const link = isElement(event.target) ? event.target.closest('a, area') : null;
    if (link === null) {
      return;
    }
    event.preventDefault();
    const uri = link.getAttribute('data-source');
    const href = link.getAttribute('data-href') ?? link.getAttribute('href') ?? '';
    if (uri !== null) {
      this.#tell({ type: 'openSource', uri });
    } else if (href.startsWith('#')) {
      this.#goToAnchor(decode(href.slice(1)));
    } else if (link.hasAttribute('data-href')) {
      this.#tell({ type: 'openExternal', href });
    }
  }

  #goToAnchor(name: string): void {
    const target = this.#document.getElementById(name) ?? this.#document.getElementsByName(name)[0];
    if (target !== undefined) {
      target.scrollIntoView({ behavior: 'instant' });
    } else if (name === '' || name.toLowerCase() === 'top') {
      this.scrollTo(0);
    }
  }
}

/** The mark of the cursor's block: a bar at its side in `color`, and a line all around where contrast is wanted. */
export function toMarkStyle(color: string, highContrast: boolean): string {
  const outline = highContrast
    ? `outline: 2px solid ${color} !important; outline-offset: 2px !important;`
    : '';
  return (
    `[${markName}] { box-shadow: -${barWidth}px 0 0 ${color} !important; ${outline} }` +
    `[${markName}='inside'] { box-shadow: inset ${barWidth}px 0 0 ${color} !important; }`
  );
}

/** In CSS pixels. */
const barWidth = 4;

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** A sheet that is adopted is no element of the page, and no change of the page touches it. */
function addStyle(document: Document, style: string): void {
  const view = document.defaultView;
  if (view === null) {
    return;
  }
  const sheet = sheets.get(document) ?? new view.CSSStyleSheet();
  if (!sheets.has(document)) {
    sheets.set(document, sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  sheet.replaceSync(style);
}

/** In UTF-16 units: more is no single thing that somebody wrote. */
const longestText = 300;

function textOf(element: Element): string {
  const text = element.getAttribute('alt') ?? element.textContent;
  return text.length > longestText * 4 ? '' : text.replaceAll(/\s+/g, ' ').trim().slice(0, longestText);
}

/** Elements of another window are none of our own `Element`. */
function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
