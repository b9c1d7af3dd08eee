// All that is known of the card that is chosen, as its hover says it, and the ways on from there.
import type { Labels } from '../../gallery/labels.ts';
import type { CardPlace, FromGallery, ShownCard } from '../../gallery/messages.ts';
import type { GalleryArgument } from '../../../../server/src/protocol.ts';
import { byId, createButton, createElement, fill } from '../elements.ts';
import { codeText } from './codeText.ts';

export function showDetails(
  card: ShownCard | undefined,
  labels: Labels,
  tell: (message: FromGallery) => void,
): void {
  const details = byId('details');
  details.hidden = card === undefined;
  if (card === undefined) {
    return;
  }
  const { name } = card;
  const open = (place: CardPlace, text: string): HTMLButtonElement => {
    const button = createButton(text, () => tell({ type: 'open', name, place }));
    button.className = 'link';
    return button;
  };
  const insert = createButton(labels.insert, () => tell({ type: 'insert', name, keepOpen: false }));
  const insertMore = createButton(labels.insertMore, () => tell({ type: 'insert', name, keepOpen: true }));
  insert.className = 'primary';
  insertMore.className = 'secondary';
  const actions = createElement('div', '', 'actions');
  actions.append(insert, insertMore);
  const source = createElement('p', '', 'source');
  source.append(`${card.use} · `, card.sourceUri === undefined ? card.source : open('source', card.source));
  details.replaceChildren(
    createElement('h2', name, 'title'),
    source,
    ...card.documentation.map((text) => toParagraph(text)),
    actions,
    ...toArguments(card.arguments, labels),
    ...toExample(card, labels, open),
    ...card.notes.map((note) => toParagraph(note, 'note')),
    ...(card.link === undefined ? [] : [open('link', labels.documentation)]),
  );
  details.scrollTop = 0;
}

function toParagraph(text: string, className = ''): HTMLElement {
  const paragraph = createElement('p', '', className);
  paragraph.append(...codeText(text));
  return paragraph;
}

function toArguments(all: readonly GalleryArgument[], labels: Labels): readonly HTMLElement[] {
  if (all.length === 0) {
    return [];
  }
  const list = createElement('ul', '', 'arguments');
  list.append(...all.map((argument) => toArgument(argument, labels)));
  return [createElement('h3', labels.arguments), list];
}

function toArgument(argument: GalleryArgument, labels: Labels): HTMLElement {
  const item = createElement('li', '');
  item.append(createElement('code', argument.name, 'argument'));
  if (argument.isRequired) {
    item.append(' ', createElement('span', labels.required, 'badge'));
  }
  const facts = [
    argument.type,
    argument.default === undefined || argument.default === ''
      ? ''
      : fill(labels.default, `\`${argument.default}\``),
  ].filter((fact) => fact !== '');
  if (facts.length > 0) {
    const text = createElement('span', '', 'facts');
    text.append(...codeText(` ${facts.join(' · ')}`));
    item.append(text);
  }
  if (argument.documentation !== '') {
    item.append(toParagraph(argument.documentation));
  }
  if (argument.values.length > 0) {
    const values = createElement('p', '', 'values');
    values.append(...argument.values.flatMap((value) => [createElement('code', value), ' ']));
    item.append(values);
  }
  return item;
}

function toExample(
  { example }: ShownCard,
  labels: Labels,
  open: (place: CardPlace, text: string) => HTMLElement,
): readonly HTMLElement[] {
  if (example === undefined) {
    return [createElement('p', labels.noExample, 'note')];
  }
  const heading = createElement('h3', '');
  const [before = '', after = ''] = labels.example.split('{0}');
  heading.append(before, open('example', example.title), after);
  const code = createElement('pre', example.text);
  code.tabIndex = 0;
  return [heading, code];
}
