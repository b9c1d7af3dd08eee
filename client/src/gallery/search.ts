// Which shortcodes a writer means who does not know their names: all of the words count, wherever they stand.
import type { ShownCard } from './messages.ts';

/** The cards that have every word of the query, those first that are called so; all of them, in their order, for an empty one. */
export function findCards(cards: readonly ShownCard[], query: string): readonly ShownCard[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    return cards;
  }
  return cards
    .map((card) => ({ card, score: scoreOf(card, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ card }) => card);
}

/** 0 where a word is nowhere. */
function scoreOf(card: ShownCard, words: readonly string[]): number {
  const scores = words.map((word) => scoreOfWord(card, word));
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function scoreOfWord(card: ShownCard, word: string): number {
  const name = fold(card.name);
  if (name.startsWith(word)) {
    return name === word ? 100 : 50;
  }
  if (name.includes(word)) {
    return 25;
  }
  const found = partsOf(card).find(({ texts }) => texts.some((text) => fold(text).includes(word)));
  return found?.score ?? 0;
}

function partsOf(card: ShownCard): readonly { readonly score: number; readonly texts: readonly string[] }[] {
  const { documentation, arguments: all, example, notes, source } = card;
  return [
    { score: 12, texts: documentation },
    { score: 8, texts: all.map(({ name }) => name) },
    { score: 3, texts: [example?.text ?? ''] },
    {
      score: 1,
      texts: [
        ...all.flatMap((each) => [each.documentation, ...each.values]),
        ...notes,
        source,
        example?.title ?? '',
      ],
    },
  ];
}

/** Without case, and without the marks of letters: who types `faktaruta` or `bokmal` means the same. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
