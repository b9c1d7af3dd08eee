// markdown-it says which links there are; ours says where they stand. Both have to find the same ones.
import fc from 'fast-check';
import markdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { expect, test } from 'vitest';
import { unescapeAll } from '../../../server/src/core/markdown/unescape.ts';
import { parseContent } from '../../../server/src/core/markdown/parse.ts';
import { textOf } from '../../../server/src/core/text/range.ts';
import { seed } from '../../support/seed.ts';

const reader = markdownIt({ html: true });
reader.validateLink = () => true;
reader.normalizeLink = (address) => address;

const pieces = [
  ...[
    '[',
    ']',
    '![',
    '](',
    '](/a/)',
    '(',
    ')',
    '<',
    '>',
    '`',
    '``',
    '\\',
    '"',
    "'",
    '|',
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
  ],
  ...[
    'a',
    'å',
    '/b/',
    'c.png',
    '# ',
    '> ',
    '- ',
    '1. ',
    '[d]',
    '[d]: /e/',
    '[d]: </e f> "g"\n',
    '<https://h.se>',
    '<i j="k">',
  ],
  ...['<!-- ', ' -->', '```', '|-|-|', '===', '&amp;', '<a href=', '{#x}', '*', '\r\n'],
];

// Footnotes are Goldmark's. markdown-it takes a line end behind a backslash into a destination, brackets into a label, and sees no reference
// where a bracket opens behind it at the end of the text; neither CommonMark nor Goldmark does.
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) =>
  parts
    .join('')
    .replaceAll('[^', '[ ^')
    .replaceAll('][[', '] [[')
    .replace(/\\+(?=[\r\n])/g, '')
    .replace(/\]\((?=\s*$)/gm, '] ('),
);

test('the same destinations in the same order, each where its text stands', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { links } = parseContent('p.md', text, 0, []);
      const ours = links.filter(({ form }) => form !== 'html' && form !== 'bare');
      expect(ours.map(({ destination }) => destination.value)).toEqual(destinations(reader.parse(text, {})));
      for (const { destination } of ours) {
        expect(unescapeAll(textOf(text, destination.range))).toBe(destination.value);
      }
    }),
    { numRuns: 3000, seed },
  );
});

test('whatever the text, every range lies inside of it', () => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
      const {
        links,
        definitions,
        headings,
        fences,
        verbatim,
        texts: lines,
      } = parseContent('p.md', text, 0, []);
      for (const { range } of [...links, ...definitions, ...headings, ...fences, ...verbatim]) {
        expect(0 <= range.start && range.start <= range.end && range.end <= text.length).toBe(true);
      }
      const ends = lines.map(({ end }) => end);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
    }),
    { numRuns: 1000, seed },
  );
});

function destinations(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'link_open':
        return String(token.attrGet('href')).replace(/^mailto:/, '');
      case 'image':
        return String(token.attrGet('src'));
      default:
        return destinations(token.children ?? []);
    }
  });
}
