// The script of the gallery: takes the cards that the extension sends, lets the writer search and choose, and says what was chosen.
import { findCards } from '../../gallery/search.ts';
import { toToGallery } from '../../gallery/messages.ts';
import type { FromGallery, ShownCard, ToGallery } from '../../gallery/messages.ts';
import type { Labels } from '../../gallery/labels.ts';
import type { GalleryCard } from '../../../../server/src/protocol.ts';
import { byId, createElement, fill } from '../elements.ts';
import { CardList } from './cardList.ts';
import { showDetails } from './details.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromGallery): void };

const editor = acquireVsCodeApi();
const labels = JSON.parse(document.body.dataset['labels'] ?? '{}') as Labels;
const tell = (message: FromGallery): void => editor.postMessage(message);
const search = byId('search') as HTMLInputElement;

let cards: readonly ShownCard[] = [];
let section = '';
let isReading = false;
const list = new CardList(labels, tell, {
  choose: (name) => insert(name, false),
  select: (card) => showDetails(card, labels, tell),
  leave: () => search.focus(),
});

window.addEventListener('message', (event) => {
  // A thumbnail has the shell's origin, but no script.
  const message = event.origin === window.origin ? toToGallery(event.data) : undefined;
  if (message !== undefined) {
    hear(message);
  }
});
window.addEventListener('focus', () => {
  if (document.activeElement === document.body) {
    search.focus();
  }
});
search.addEventListener('input', () => show(true));
document.addEventListener('keydown', onKey);
if (document.readyState === 'complete') {
  begin();
} else {
  window.addEventListener('load', begin);
}

function begin(): void {
  tell({ type: 'ready' });
  search.focus();
}

function hear(message: ToGallery): void {
  switch (message.type) {
    case 'cards':
      cards = message.cards.map((card) => ({
        ...card,
        example: cards.find(({ name }) => name === card.name)?.example,
      }));
      section = message.section;
      isReading = message.isReading;
      list.hasThumbnails = message.hasThumbnails;
      show(false);
      break;
    case 'examples':
      cards = cards.map((card) => ({
        ...card,
        example: message.examples.find(({ name }) => name === card.name),
      }));
      show(false);
      break;
    case 'thumbnail':
      list.showThumbnail(message.name, message.html, message.sheets ?? []);
      break;
    case 'focus':
      search.focus();
      search.select();
      break;
  }
}

/** What fits the words is one list, best first; without words there are groups. */
function show(isSearch: boolean): void {
  const found = findCards(cards, search.value);
  const isAll = search.value.trim() === '';
  const groups = isAll
    ? (['here', 'site', 'hugo'] as const).map((group) => ({
        title: titleOf(group),
        cards: found.filter((card) => card.group === group),
      }))
    : [{ title: labels.shortcodes, cards: found }];
  list.show(groups, isSearch);
  const counted = isAll
    ? fill(labels.count, String(cards.length))
    : fill(labels.found, String(found.length)).replace('{1}', String(cards.length));
  byId('count').textContent = isReading ? `${counted} · ${labels.reading}` : counted;
  if (found.length === 0 && !isReading) {
    byId('list').append(createElement('p', cards.length === 0 ? labels.none : labels.nothing, 'nothing'));
  }
}

function titleOf(group: GalleryCard['group']): string {
  return group === 'here' ? (section === '' ? labels.top : fill(labels.here, section)) : labels[group];
}

function insert(name: string, keepOpen: boolean): void {
  tell({ type: 'insert', name, keepOpen });
}

function onKey(event: KeyboardEvent): void {
  const isInSearch = document.activeElement === search;
  if (event.key === 'Escape') {
    event.preventDefault();
    tell({ type: 'close' });
  } else if (isInSearch && event.key === 'ArrowDown') {
    event.preventDefault();
    list.focus();
  } else if (isInSearch && event.key === 'Enter' && !event.isComposing) {
    event.preventDefault();
    if (list.active !== undefined) {
      insert(list.active, event.shiftKey);
    }
  } else if (list.holdsFocus() && isTyping(event)) {
    search.focus(); // What is typed goes on into the field.
  }
}

function isTyping({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return !ctrlKey && !metaKey && !altKey && ((key.length === 1 && key !== ' ') || key === 'Backspace');
}
