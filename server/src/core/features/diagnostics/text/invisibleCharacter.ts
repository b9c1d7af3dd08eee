import type { PageDocument } from '../../../site/pageDocument.ts';
import { message, type Message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { isVerbatim } from './prose.ts';
import { memoize } from '../../../text/memoize.ts';

export const invisibleCharacter: DiagnosticRule = {
  code: 'invisible-character',
  summary: 'Character that nobody sees',
  why: 'Text from web pages and documents brings characters without a shape. They break words for search, keep a heading or a list from being one, and can make text stand in another order than it is written.',
  defaultSeverity: 'warning',
  fix: 'Removes the character, or puts a usual blank in its place',
  examples: [
    { wrong: 'In\u200Bk.\n', right: 'Ink.\n' },
    { wrong: '##\u00A0Ink\n', right: '## Ink\n' },
    { wrong: 'Ink\u202E and paper.\n', right: 'Ink and paper.\n' },
  ],
  *check(_site, page) {
    const verbatim = isVerbatim(page);
    for (const { index: at, 0: found } of page.text.matchAll(unseen)) {
      const code = found.charCodeAt(0);
      const kind = kindOf(code);
      if (kind === undefined || verbatim(at) || kind.isMeant(page, at)) {
        continue;
      }
      const newText = kind.newText(page.text, at);
      yield {
        range: range(at, at + found.length),
        message: kind.says(code.toString(16).toUpperCase().padStart(4, '0')),
        fixes: [
          {
            title:
              newText.trim() === ''
                ? titles[newText === '' ? 'remove' : 'blank']
                : message('Change it to "{0}"', newText),
            edits: [{ range: range(at, at + found.length), newText }],
            isSure: true,
          },
        ],
      };
    }
  },
};

const titles = { remove: message('Remove it'), blank: message('Put a usual blank in its place') };

/** Everything without a shape, but tabs, line ends and soft hyphens. */
const unseen = /(?![\t\n\r\u00AD])[\p{Cc}\p{Cf}\u00A0\u2028\u2029]/gu;

interface Kind {
  /** Unicode code points, both ends included. */
  readonly codes: readonly (readonly [first: number, last: number])[];
  /** A writer may want it at this place (UTF-16). */
  readonly isMeant: (page: PageDocument, at: number) => boolean;
  /** What belongs in its place. */
  readonly newText: (text: string, at: number) => string;
  /** `code` in four or more hexadecimal digits. */
  readonly says: (code: string) => Message;
}

const remove = (): string => '';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether anything on the page is written from right to left: a page may have very many of the characters that turn text. */
const isRightToLeft = memoize(({ text }: PageDocument) => rightToLeft.test(text));

const kinds: readonly Kind[] = [
  {
    codes: [[0xa0, 0xa0]],
    isMeant: ({ text }, at) =>
      !/(?:^|[\n\r])[ \t]{0,20}(?:#{1,6}|[-*+]|\d{1,9}[.)])$/.test(text.slice(Math.max(0, at - 32), at)),
    newText: () => ' ',
    says: () =>
      message(
        'This blank is one that does not break (U+00A0), so that Markdown sees no heading or list here. Put a usual blank in its place.',
      ),
  },
  {
    codes: [
      [0x200b, 0x200b],
      [0x2060, 0x2060],
      [0xfeff, 0xfeff],
    ],
    isMeant: ({ text }, at) => at === 0 || withoutBlanks.test(text.slice(at - 1, at + 2)),
    newText: remove,
    says: (code) =>
      message(
        'There is a character without width here (U+{0}). It breaks the word for search and for links: remove it.',
        code,
      ),
  },
  {
    codes: [[0x200c, 0x200d]],
    isMeant: ({ text }, at) => !/^[\w ].[\w ]$/su.test(text.slice(at - 1, at + 2)),
    newText: remove,
    says: (code) =>
      message(
        'There is a character without width here (U+{0}). It breaks the word for search and for links: remove it.',
        code,
      ),
  },
  {
    codes: [
      [0x200e, 0x200f],
      [0x202a, 0x202e],
      [0x2066, 0x2069],
    ],
    isMeant: isRightToLeft,
    newText: remove,
    says: (code) =>
      message(
        'There is a character here that changes the direction of text (U+{0}), as phone numbers from web pages often bring it. Remove it.',
        code,
      ),
  },
  {
    codes: [[0x2028, 0x2029]],
    isMeant: () => false,
    newText: (text, at) => (/\s/.test(text.charAt(at - 1) + text.charAt(at + 1)) ? '' : ' '),
    says: (code) => message('There is a line break here that is none for Markdown (U+{0}). Remove it.', code),
  },
  {
    codes: [[0x80, 0x9f]],
    isMeant: () => false,
    newText: (text, at) => windows1252.charAt(text.charCodeAt(at) - 0x80).trim(),
    says: (code) =>
      message(
        'There is a character here that came from another encoding and is shown as nothing (U+{0}). Write what was meant.',
        code,
      ),
  },
  {
    codes: [
      [0, 0x1f],
      [0x7f, 0x7f],
    ],
    isMeant: () => false,
    newText: remove,
    says: (code) =>
      message(
        'There is a control character here (U+{0}), which browsers show as nothing or as a box. Remove it.',
        code,
      ),
  },
];

function kindOf(code: number): Kind | undefined {
  return kinds.find(({ codes }) => codes.some(([first, last]) => first <= code && code <= last));
}

/** Scripts that mark where a line may break by a blank without width. */
const withoutBlanks =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Han}]/u;

/** What Windows means by 80 to 9F; blanks where nothing. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
