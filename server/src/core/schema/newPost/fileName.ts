// The name of a file out of the title of its page: an address that can be read aloud, on every disk.

/** Longer names are cut between words, before they are too long for an address that people share. */
const longestName = 80;
/** Letters of other scripts take three bytes each, and a disk takes 255. */
const mostLetters = 60;

/** Letters that keep their mark when Unicode takes them apart. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Names that Windows keeps for itself, whatever follows their dot, and those that mean something to Hugo. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index|_index)$/;

/**
 * As Hugo makes an address of a title (`urlize`), without signs that an address or a disk would have to escape. A dot becomes a hyphen: Hugo takes
 * what stands behind one for a language or an output format. Empty where the title has neither letter nor digit.
 */
export function fileNameOf(title: string, keepsAccents: boolean): string {
  const lower = title.normalize('NFC').toLowerCase();
  const name = (keepsAccents ? lower : withoutAccents(lower))
    .replace(/['’‘´`\u00AD]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
  const short = shortened(name);
  return reserved.test(short) ? `${short}-page` : short;
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[æøœßđðþłı]/g, (letter) => plainLetters[letter] ?? letter);
}

/** Between words, where there are several. */
function shortened(name: string): string {
  const letters = Array.from(name);
  const longest = /[^\p{Script=Latin}\d_-]/u.test(name) ? mostLetters : longestName;
  if (letters.length <= longest) {
    return name;
  }
  const cut = letters.slice(0, longest + 1).join('');
  const hyphen = cut.lastIndexOf('-');
  return (hyphen > 0 ? cut.slice(0, hyphen) : letters.slice(0, longest).join('')).replace(/[-_]+$/, '');
}
