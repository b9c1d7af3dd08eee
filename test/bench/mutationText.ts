// What a slip of the fingers, a bad paste or a wrong guess makes of a page: small changes of its front matter and its calls, by a seed.
import { findFence } from '../../server/src/core/frontMatter/fence.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { scanShortcodes } from '../../server/src/core/shortcodes/scan.ts';

/** Numbers from 0 to 1 that the seed alone decides (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.below(items.length)];
  }
}

const most = 3;

/** The page after one to three changes, which may cancel each other out. */
export function mutate(text: string, dice: Dice): string {
  let mutant = text;
  for (let count = 1 + dice.below(most); count > 0; count--) {
    const { start, end } = dice.pick(regionsOf(mutant, dice)) ?? { start: 0, end: mutant.length };
    const changed = change(mutant.slice(start, end), dice);
    mutant = mutant.slice(0, start) + changed + mutant.slice(end);
  }
  return mutant;
}

interface Region {
  readonly start: number;
  readonly end: number;
}

/** The header, or the calls; a page has one of both at least, or all of it is meant. */
function regionsOf(text: string, dice: Dice): readonly Region[] {
  const bodyStart = findFence(text, unknownHugo).fence?.bodyStart ?? 0;
  const calls = scanShortcodes(text, bodyStart, unknownHugo).tags.map(({ range }) => range);
  const header = [{ start: 0, end: bodyStart === 0 ? Math.min(text.length, 400) : bodyStart }];
  return calls.length === 0 || dice.next() < 0.6 ? header : calls;
}

const tokens = /[ \t]+|\r?\n|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;

function change(text: string, dice: Dice): string {
  const parts = dice.next() < 0.75 ? (text.match(tokens) ?? []) : Array.from(text);
  const at = dice.below(parts.length);
  const part = parts[at] ?? '';
  const other = Math.min(parts.length - 1, at + 1 + dice.below(3));
  switch (dice.below(8)) {
    case 0:
    case 1:
      return parts.toSpliced(at, 1).join('');
    case 2:
      return parts.toSpliced(at, 0, part).join('');
    case 3:
      return parts
        .with(at, parts[other] ?? '')
        .with(other, part)
        .join('');
    case 4:
      return parts.with(at, dice.pick(oddities) ?? '').join('');
    case 5:
      return parts.toSpliced(at, 0, dice.pick(oddities) ?? '').join('');
    case 6:
      return parts.with(at, dice.pick(parts) ?? '').join('');
    default:
      return changeLines(text, dice);
  }
}

function changeLines(text: string, dice: Dice): string {
  const lines = text.split(/(?<=\n)/);
  const at = dice.below(lines.length);
  const line = lines[at] ?? '';
  switch (dice.below(5)) {
    case 0:
      return lines.toSpliced(at, 1).join('');
    case 1:
      return lines.toSpliced(at, 0, line).join('');
    case 2:
      return lines.with(at, `${dice.pick(['  ', ' ', '\t', '- ', '# ']) ?? ''}${line}`).join('');
    case 3:
      return lines.with(at, line.trimStart()).join('');
    default:
      return lines.with(at, line.replace(/\r?\n$/, ' ')).join('');
  }
}

const oddities: readonly string[] = [
  ...[
    '"',
    "'",
    '`',
    '“',
    '”',
    '’',
    '\\',
    '\\"',
    ':',
    ': ',
    ' :',
    '=',
    ' = ',
    ',',
    ';',
    '|',
    '>',
    '&a ',
    '*a',
  ],
  ...[
    '!',
    '!!str ',
    '%',
    '@',
    '#',
    ' # ',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '-',
    '- ',
    '--',
    '---',
    '+++',
    '...',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    ' ',
    '  ',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\0',
    '\n---\n',
    '\n+++\n',
    '\n  ',
    '\n- ',
  ],
  ...['true', 'null', '~', '7', '1.5', '0x1f', '2024-01-02', '2024-13-45', '12:30', 'http://a.se', 'a: b'],
  ...[
    '{{<',
    '{{%',
    '>}}',
    '%}}',
    '/>}}',
    '{{',
    '}}',
    '/',
    '/*',
    '*/',
    '{{< /',
    '<',
    '.',
    'x',
    'å',
    '\u{1f600}',
  ],
  ...[
    'date',
    'url',
    'aliases',
    'draft',
    'params',
    'cascade',
    'build',
    'tags',
    'title',
    '"a" ',
    'a=b ',
    'a="b" ',
  ],
];
