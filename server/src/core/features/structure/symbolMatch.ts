// How well a name fits what somebody types to find it, as editors match: the letters in their order, whatever stands between them.

/** Lower is better; `undefined` where letters are missing. A query of several words wants each of them, in the name or beside it; none fits all names. */
export type Match = (name: string, beside: string) => number | undefined;

/** `query` as it is typed; the names come lower-cased. */
export function matchOf(query: string): Match {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (name, beside) => {
    let sum = 0;
    for (const word of words) {
      const found = worthOf(word, name) ?? (beside.includes(word) ? besideAlone : undefined);
      if (found === undefined) {
        return undefined;
      }
      sum += found;
    }
    return words.length === 0 ? whole : Math.floor(sum / words.length);
  };
}

/** What no word finds by its name. */
export const besideAlone = 5;

/** The name; its beginning; the beginning of a word; a part of one; the letters here and there. */
const [whole, start, wordStart, part, scattered] = [0, 1, 2, 3, 4] as const;

function worthOf(word: string, name: string): number | undefined {
  const at = name.indexOf(word);
  if (at < 0) {
    return hasInOrder(word, name) ? scattered : undefined;
  }
  if (at === 0) {
    return word.length === name.length ? whole : start;
  }
  return isBoundary(name, at) || hasWord(word, name, at) ? wordStart : part;
}

function hasWord(word: string, name: string, first: number): boolean {
  for (let at = name.indexOf(word, first + 1); at > 0; at = name.indexOf(word, at + 1)) {
    if (isBoundary(name, at)) {
      return true;
    }
  }
  return false;
}

function isBoundary(name: string, at: number): boolean {
  return ' -_/.:('.includes(name.charAt(at - 1));
}

function hasInOrder(letters: string, text: string): boolean {
  let at = -1;
  for (let i = 0; i < letters.length; i++) {
    at = text.indexOf(letters.charAt(i), at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}
