// Pictures of what is on view, and of nothing else: each is a page of the site with all its styles. A page of a site is hostile, so it stands in the
// same kind of frame as in the preview, in which nothing runs.
import type { ShownCard } from '../../gallery/messages.ts';
import type { PreviewSheet } from '../../../../server/src/protocol.ts';
import { StillFrame } from '../pageFrame.ts';

/** The page is laid out in this width, and shown smaller. In CSS pixels. */
const pageWidth = 760;
const pageHeight = 600;
const mostHeight = 3_000;
const margin = 8;

interface Followed {
  readonly card: ShownCard;
  readonly element: HTMLElement;
  frame?: StillFrame | undefined;
  /** It is asked for. */
  isAsked: boolean;
}

export class Thumbnails {
  isOn = false;
  readonly #seen: (name: string, isSeen: boolean) => void;
  readonly #observer: IntersectionObserver;
  readonly #followed = new Map<Element, Followed>();
  /** By name; empty where there is nothing to see. */
  readonly #html = new Map<string, { readonly example: string; readonly html: string }>();
  readonly #sheets = new Map<string, string>();

  constructor(list: HTMLElement, seen: (name: string, isSeen: boolean) => void) {
    this.#seen = seen;
    this.#observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#changed(entry)), {
      root: list,
      rootMargin: '150px 0px',
    });
  }

  follow(card: ShownCard, element: HTMLElement): void {
    this.#followed.set(element, { card, element, isAsked: false });
    this.#observer.observe(element);
  }

  clear(): void {
    this.#observer.disconnect();
    this.#followed.forEach((followed) => this.#leave(followed));
    this.#followed.clear();
  }

  take(name: string, html: string | undefined, sheets: readonly PreviewSheet[]): void {
    sheets.forEach(({ hash, css }) => css !== undefined && this.#sheets.set(hash, css));
    const followed = [...this.#followed.values()].find(({ card }) => card.name === name);
    if (followed?.card.example === undefined) {
      return;
    }
    followed.isAsked = false;
    this.#html.set(name, { example: followed.card.example.text, html: html ?? '' });
    this.#show(followed);
  }

  #changed({ target, isIntersecting }: IntersectionObserverEntry): void {
    const followed = this.#followed.get(target);
    if (followed === undefined || followed.card.example === undefined || !this.isOn) {
      return;
    }
    if (!isIntersecting) {
      this.#leave(followed);
    } else if (this.#html.get(followed.card.name)?.example === followed.card.example.text) {
      this.#show(followed);
    } else if (!followed.isAsked) {
      followed.isAsked = true;
      this.#seen(followed.card.name, true);
    }
  }

  #leave(followed: Followed): void {
    if (followed.isAsked) {
      followed.isAsked = false;
      this.#seen(followed.card.name, false);
    }
    followed.frame?.dispose();
    followed.frame = undefined;
    followed.element.classList.remove('pictured');
  }

  #show(followed: Followed): void {
    const html = this.#html.get(followed.card.name)?.html ?? '';
    const box = followed.element.querySelector<HTMLElement>('.picture');
    if (html === '' || box === null || followed.frame !== undefined) {
      return;
    }
    const frame = new StillFrame('', () => undefined);
    followed.frame = frame;
    frame.element.inert = true;
    frame.element.tabIndex = -1;
    frame.element.style.width = `${pageWidth}px`;
    frame.element.style.height = `${pageHeight}px`;
    box.append(frame.element);
    const sheets = [...this.#sheets].map(([hash, css]) => ({ hash, css }));
    frame.element.addEventListener('load', () => followPage(frame.element, box, followed.element));
    frame.show({ html, sheets }, true);
  }
}

/** The place of what the call became is known when its styles and pictures are there. */
function followPage(frame: HTMLIFrameElement, box: HTMLElement, card: HTMLElement): void {
  const page = frame.contentDocument;
  if (page === null) {
    return;
  }
  const refit = (): void => {
    card.classList.toggle('pictured', fit(frame, page, box));
  };
  page.addEventListener('load', refit, true);
  new ResizeObserver(refit).observe(page.body);
  refit();
}

/** Brings what the call became into the box, as big as it is there or smaller; answers whether there is anything. */
function fit(frame: HTMLIFrameElement, page: Document, box: HTMLElement): boolean {
  const place = placeOfCall(page);
  if (place === undefined) {
    return false;
  }
  const { left, top, width, height } = place;
  const wanted = Math.min(mostHeight, Math.max(pageHeight, Math.ceil(top + height) + margin));
  if (Math.abs(frame.clientHeight - wanted) > margin) {
    frame.style.height = `${wanted}px`;
  }
  const [roomX, roomY] = [box.clientWidth - 2 * margin, box.clientHeight - 2 * margin];
  const across = Math.min(1, roomX / width);
  // What is high is cut below rather than made too small to be seen.
  const scale = Math.min(across, Math.max(roomY / height, across * 0.6));
  const x = (box.clientWidth - width * scale) / 2 - left * scale;
  const y = margin + Math.max(0, (roomY - height * scale) / 2) - top * scale;
  frame.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  return true;
}

/** Around all elements that the call became; `undefined` where none of them takes any room. */
function placeOfCall(page: Document): DOMRect | undefined {
  const marked = [...page.querySelectorAll('[data-call]')];
  const places = (marked.length > 0 ? marked : [page.body])
    .map((element) => element.getBoundingClientRect())
    .filter(({ width, height }) => width > 1 && height > 1);
  if (places.length === 0) {
    return undefined;
  }
  const left = Math.min(...places.map((place) => place.left));
  const top = Math.min(...places.map((place) => place.top));
  const right = Math.max(...places.map((place) => place.right));
  const bottom = Math.max(...places.map((place) => place.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
