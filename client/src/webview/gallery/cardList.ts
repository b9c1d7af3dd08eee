// The cards in their groups: one stop of the Tab key, within which the arrow keys go from card to card.
import type { Labels } from '../../gallery/labels.ts';
import type { FromGallery, ShownCard } from '../../gallery/messages.ts';
import type { PreviewSheet } from '../../../../server/src/protocol.ts';
import { byId, createButton, createElement } from '../elements.ts';
import { codeText } from './codeText.ts';
import { Thumbnails } from './thumbnails.ts';

export interface Group {
  readonly title: string;
  readonly cards: readonly ShownCard[];
}

interface Listener {
  readonly choose: (name: string) => void;
  readonly select: (card: ShownCard | undefined) => void;
  /** The way up out of the first row. */
  readonly leave: () => void;
}

interface Shown {
  readonly card: ShownCard;
  readonly element: HTMLElement;
  readonly button: HTMLButtonElement;
}

export class CardList {
  readonly #labels: Labels;
  readonly #listener: Listener;
  readonly #list = byId('list');
  readonly #thumbnails: Thumbnails;
  /** Made once, and shown again as they are. */
  readonly #made = new Map<string, Shown>();
  #shown: readonly Shown[] = [];
  #active: Shown | undefined;

  constructor(labels: Labels, tell: (message: FromGallery) => void, listener: Listener) {
    this.#labels = labels;
    this.#listener = listener;
    this.#thumbnails = new Thumbnails(this.#list, (name, isSeen) => tell({ type: 'seen', name, isSeen }));
    this.#list.addEventListener('keydown', (event) => this.#move(event));
  }

  set hasThumbnails(value: boolean) {
    this.#thumbnails.isOn = value;
  }

  get active(): string | undefined {
    return this.#active?.card.name;
  }

  /** With `fromStart` the first card becomes the active one, else the one stays that is. */
  show(groups: readonly Group[], fromStart: boolean): void {
    const hadFocus = this.holdsFocus();
    this.#thumbnails.clear();
    const sections = groups.filter(({ cards }) => cards.length > 0).map((group) => this.#toSection(group));
    this.#list.replaceChildren(...sections.map(({ section }) => section));
    this.#shown = sections.flatMap(({ shown }) => shown);
    const before = fromStart ? undefined : this.active;
    this.#activate(this.#shown.find(({ card }) => card.name === before) ?? this.#shown[0]);
    if (fromStart) {
      this.#list.scrollTop = 0;
    } else if (hadFocus) {
      this.focus();
    }
    this.#shown.forEach(({ card, element }) => this.#thumbnails.follow(card, element));
  }

  showThumbnail(name: string, html: string | undefined, sheets: readonly PreviewSheet[]): void {
    this.#thumbnails.take(name, html, sheets);
  }

  focus(): void {
    this.#active?.button.focus();
  }

  holdsFocus(): boolean {
    return this.#list.contains(document.activeElement);
  }

  #toSection({ title, cards }: Group): { readonly section: HTMLElement; readonly shown: readonly Shown[] } {
    const section = createElement('section', '');
    const heading = createElement('h2', title);
    const items = createElement('ul', '', 'cards');
    heading.id = `group-${title}`.replaceAll(/\s+/g, '-');
    section.setAttribute('aria-labelledby', heading.id);
    const shown = cards.map((card) => this.#toCard(card));
    items.append(...shown.map(({ element }) => element));
    section.append(heading, items);
    return { section, shown };
  }

  #toCard(card: ShownCard): Shown {
    const known = this.#made.get(card.name);
    if (known !== undefined && JSON.stringify(known.card) === JSON.stringify(card)) {
      return known;
    }
    const element = createElement('li', '', 'card');
    const button = createButton(card.name, () => undefined);
    const summary = createElement('p', '', 'summary');
    const use = createElement('p', card.use, 'use');
    const made = { card, element, button };
    button.className = 'name';
    button.tabIndex = -1;
    summary.id = `summary-${card.name}`;
    use.id = `use-${card.name}`;
    summary.append(...codeText(firstLine(card)));
    button.setAttribute('aria-describedby', `${summary.id} ${use.id}`);
    if (card.isDeprecated) {
      use.prepend(createElement('span', this.#labels.deprecated, 'badge'), ' ');
    }
    element.append(toPicture(card), button, summary, use);
    button.addEventListener('focus', () => this.#activate(made));
    button.addEventListener('click', (event) => this.#clicked(made, event));
    this.#made.set(card.name, made);
    return made;
  }

  /** A click looks, a second one takes; a key, or who listens to a screen reader, takes at once. */
  #clicked(shown: Shown, { detail }: MouseEvent): void {
    if (detail === 1) {
      this.#activate(shown);
      shown.button.focus();
    } else {
      this.#listener.choose(shown.card.name);
    }
  }

  #activate(shown: Shown | undefined): void {
    for (const { button, element } of [this.#active, shown].filter((one) => one !== undefined)) {
      const isActive = element === shown?.element;
      button.tabIndex = isActive ? 0 : -1;
      element.classList.toggle('active', isActive);
    }
    if (this.#active?.element !== shown?.element) {
      this.#listener.select(shown?.card);
    }
    this.#active = shown;
  }

  #move(event: KeyboardEvent): void {
    const at = this.#shown.findIndex(({ button }) => button === document.activeElement);
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const target = this.#targetOf(event.key, at);
    if (target === 'leave') {
      event.preventDefault();
      this.#listener.leave();
    } else if (target !== undefined) {
      event.preventDefault();
      target.button.focus();
      target.element.scrollIntoView({ block: 'nearest' });
    }
  }

  #targetOf(key: string, at: number): Shown | 'leave' | undefined {
    switch (key) {
      case 'ArrowRight':
        return this.#shown[at + 1];
      case 'ArrowLeft':
        return this.#shown[at - 1];
      case 'Home':
        return this.#shown[0];
      case 'End':
        return this.#shown.at(-1);
      case 'ArrowDown':
        return this.#inNextRow(at, 1);
      case 'ArrowUp':
        return this.#inNextRow(at, -1) ?? 'leave';
      default:
        return undefined;
    }
  }

  /** Of the nearest row below (1) or above (-1) the card that stands nearest to the one at hand. */
  #inNextRow(at: number, way: 1 | -1): Shown | undefined {
    const here = this.#shown[at]?.element.getBoundingClientRect();
    if (here === undefined) {
      return undefined;
    }
    const others = this.#shown
      .map((shown) => ({ shown, place: shown.element.getBoundingClientRect() }))
      .filter(({ place }) => (place.top - here.top) * way > 1);
    const row = Math.min(...others.map(({ place }) => (place.top - here.top) * way));
    return others
      .filter(({ place }) => (place.top - here.top) * way - row < 1)
      .toSorted((a, b) => Math.abs(a.place.left - here.left) - Math.abs(b.place.left - here.left))[0]?.shown;
  }
}

/** What it is for, or else what a call looks like. */
function firstLine({ documentation, arguments: all }: ShownCard): string {
  const [line = ''] = (documentation[0] ?? '').split('\n');
  return line === '' ? all.map(({ name }) => `\`${name}\``).join(' ') : line;
}

/** The example as text, until there is a picture of it. */
function toPicture({ name, example }: ShownCard): HTMLElement {
  const picture = createElement('div', '', 'picture');
  picture.setAttribute('aria-hidden', 'true');
  picture.append(createElement('pre', example?.text ?? `{{< ${name} >}}`));
  return picture;
}
