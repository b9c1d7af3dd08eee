// Front matter in another format, key by key, so that comments stay with their keys: gray-matter's writers know none.
import { findFence } from '../core/frontMatter/fence.ts';
import { outlineOf } from '../core/frontMatter/outline.ts';
import { parseFrontMatter } from '../core/frontMatter/parse.ts';
import type { Fence, FencedFormat, OutlineEntry } from '../core/frontMatter/types.ts';
import { separatorOf, writeKey } from '../core/frontMatter/writing.ts';
import type { HugoRange } from '../core/hugo/version.ts';
import type { TextRange } from '../core/text/range.ts';
import { composeMatter, readMatter } from './matter.ts';

export interface Conversion {
  /** All of the front matter with its delimiters, to be put in the place of `range`. */
  readonly text: string;
  readonly range: TextRange;
  /** How many comments the new format has no place for. */
  readonly lostComments: number;
}

/**
 * The front matter of a file in the format `to`. `undefined` where there is none, where it has that format already, and where it cannot be read whole or a key stands
 * twice. Values stay what they are to Hugo; a key without a value becomes an empty text in TOML, which has nothing else for it.
 */
export function convertFrontMatter(text: string, to: FencedFormat, hugo: HugoRange): Conversion | undefined {
  const { fence } = findFence(text, hugo);
  if (fence === undefined || fence.format === to || fence.format === 'org') {
    return undefined;
  }
  const { entries } = outlineOf(text, fence);
  const keys = entries.filter(({ path }) => path.length === 1).map(({ key }) => key.toLowerCase());
  if (!parseFrontMatter(text, fence, hugo).sound || new Set(keys).size < keys.length) {
    return undefined;
  }
  const { data } = readMatter(text, hugo);
  const comments = commentsIn(text, fence, entries);
  const header =
    to === 'json' ? `${JSON.stringify(data, undefined, 2)}\n` : composed(data, entries, comments, to);
  return {
    text: text.includes('\r\n') ? header.replaceAll('\n', '\r\n') : header,
    range: { start: fence.opener.start, end: fence.bodyStart },
    lostComments: to === 'json' ? comments.length : 0,
  };
}

interface Comment {
  /** The key at the top that it belongs to; none for what stands below all. */
  readonly of: string | undefined;
  /** With its `#`. */
  readonly text: string;
}

/**
 * In the order of the text. They stand between what is written, which is keys and values: behind a value, or among those of one key at the top,
 * a comment belongs to that key, anywhere else to the key below.
 */
function commentsIn(
  text: string,
  { format, content }: Fence,
  entries: readonly OutlineEntry[],
): readonly Comment[] {
  if (format === 'json') {
    return [];
  }
  const written = entries
    .flatMap(({ path: [of], keyRange, scalars }) =>
      [keyRange, ...scalars.map(({ range }) => range)].map(({ start, end }) => ({ of, start, end })),
    )
    .sort((a, b) => a.start - b.start);
  return [undefined, ...written].flatMap((above, index) => {
    const below = written[index];
    const lines = text.slice(above?.end ?? content.start, below?.start ?? content.end).split(/\r?\n/);
    return lines.flatMap((line, at) => {
      const [comment] = /(?:^|[ \t])#.*/.exec(line) ?? [];
      const owner = at === 0 && above !== undefined ? above : below;
      return comment === undefined ? [] : [{ of: owner?.of, text: comment.trim() }];
    });
  });
}

/** Tables of TOML come behind all other keys. */
function composed(
  data: Readonly<Record<string, unknown>>,
  entries: readonly OutlineEntry[],
  comments: readonly Comment[],
  to: 'yaml' | 'toml',
): string {
  const rows = Object.entries(data).map(([key, value]) => ({
    isTable: to === 'toml' && isTable(value),
    lines: [
      ...comments.filter((comment) => comment.of === key).map((comment) => comment.text),
      written(key, value, entries, to),
    ],
  }));
  const behind = comments
    .filter(({ of }) => of === undefined || !(of in data))
    .map((comment) => comment.text);
  const ordered = [...rows.filter((row) => !row.isTable), ...rows.filter((row) => row.isTable)];
  const delimiter = to === 'toml' ? '+++' : '---';
  return [delimiter, ...ordered.flatMap(({ lines }) => lines), ...behind, delimiter, ''].join('\n');
}

/** A day or a moment without quotes stays one: in TOML it is a value of its own. */
function written(key: string, value: unknown, entries: readonly OutlineEntry[], to: 'yaml' | 'toml'): string {
  const scalar = entries.find(({ path }) => path.length === 1 && path[0] === key)?.scalars[0];
  if (typeof value === 'string' && scalar?.style === 'plain' && day.test(value)) {
    return `${writeKey(to, key)}${separatorOf(to)}${value}`;
  }
  const text = composeMatter({ [key]: value ?? (to === 'toml' ? '' : null) }, '', to);
  return text.replace(/^(?:---|\+\+\+)\n/, '').replace(/\n?(?:---|\+\+\+)\n*$/, '');
}

const day = /^\d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d:\d\d(?:\.\d+)?(?:z|[+-]\d\d:\d\d)?)?$/i;

function isTable(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0 &&
        value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item))
    : typeof value === 'object' && value !== null;
}
