// How a new page is written down: one line for each key that it begins with.
import type { FencedFormat } from '../frontMatter/types.ts';
import { separatorOf, writeKey, writeText } from '../frontMatter/writing.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { stemOf } from '../site/pagePath.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { askedPage, type AskedPage } from './askedPage.ts';
import { newPage, type NewKey } from './newPage.ts';

/** A key with the value to begin with, which the writer may change. */
export interface NewLine {
  readonly before: string;
  readonly value: string;
  readonly behind: string;
  /** All that the value may be. */
  readonly choices?: readonly string[];
}

/** The writer's day, `yyyy-mm-dd`, and time as in RFC 3339, where it is known. */
export interface Today {
  readonly today: string;
  readonly now?: string;
}

/** The keys in their order; lines of JSON still want commas between them. */
export function newPageLines(
  keys: readonly NewKey[],
  format: FencedFormat,
  asked: AskedPage,
  today: Today,
): readonly NewLine[] {
  return keys.map((key) => {
    const lead =
      (format === 'json' ? '  ' : '') + writeKey(format, key.schema.spelling) + separatorOf(format);
    const line = valueOf(key, format, asked, today);
    return { ...line, before: lead + line.before };
  });
}

/** All of a new file at the place of `page`, which is empty: its front matter, and a blank line to write below. */
export function newPageText(site: SiteSnapshot, page: PageDocument, today: Today): string {
  const asked = askedPage(site, page);
  const { keys, format } = newPage(site, asked);
  return newPageHeader(format, newPageLines(keys, format, asked, today));
}

/** The front matter with its delimiters, `comments` below the keys, and a blank line. */
export function newPageHeader(
  format: FencedFormat,
  lines: readonly NewLine[],
  comments: readonly string[] = [],
): string {
  const [opener, joint, closer] = delimiters[format];
  const keys = lines.map(({ before, value, behind }) => before + value + behind).join(joint);
  return `${[opener, keys, ...comments, closer].join('\n')}\n\n`;
}

const delimiters: Readonly<Record<FencedFormat, readonly [opener: string, joint: string, closer: string]>> = {
  yaml: ['---', '\n', '---'],
  toml: ['+++', '\n', '+++'],
  json: ['{', ',\n', '}'],
};

function valueOf(key: NewKey, format: FencedFormat, asked: AskedPage, today: Today): NewLine {
  const { schema, values } = key;
  const [first = ''] = values;
  switch (schema.type) {
    case 'bool':
      return choice(first === 'true' ? ['true', 'false'] : ['false', 'true']);
    case 'int':
    case 'float':
      return { before: '', value: first, behind: '' };
    case 'date':
      return dateOf(key, format, today);
    case 'list':
      return {
        before: '[',
        value: values.map((value) => writeText(format, value, '"', true)).join(', '),
        behind: ']',
      };
    default:
      return text(format, schema.id === 'title' ? titleOf(asked) : first);
  }
}

function choice(choices: readonly string[]): NewLine {
  return { before: '', value: choices[0] ?? '', behind: '', choices };
}

/** A date of JSON is a text. */
function dateOf({ hasTime }: NewKey, format: FencedFormat, { today, now }: Today): NewLine {
  const quote = format === 'json' ? '"' : '';
  return { before: quote, value: (hasTime ? now : undefined) ?? today, behind: quote };
}

function text(format: FencedFormat, value: string): NewLine {
  const written = writeText(format, value, '"', false);
  return { before: written.slice(0, 1), value: written.slice(1, -1), behind: written.slice(-1) };
}

/** From the name of the file, of a bundle that of its folder, without the date that stands before it. */
export function titleOf(asked: AskedPage): string {
  const name = stemOf(asked)
    .replace(/(?:^|\/)_?index$/, '')
    .replace(/^.*\//, '')
    .replace(/^\d{4}-\d\d(?:-\d\d)?-/, '')
    .replace(/[-_]+/g, ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
