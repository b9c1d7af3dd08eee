// Hugo often says only that something is wrong: at the end of the file, at its first character, a line or two above. The place at fault is
// found by our own readers of front matter and shortcodes.
import type { OutlineEntry } from '../../core/frontMatter/types.ts';
import { parseShortcodes } from '../../core/shortcodes/tree.ts';
import { unknownHugo } from '../../core/hugo/version.ts';
import { PageDocument } from '../../core/site/pageDocument.ts';
import type { PreparedPage } from './prepare.ts';

/** The offset in the source that a message is about, which Hugo puts at `offset` of the prepared text. */
export function blamedOffset(message: string, offset: number, prepared: PreparedPage): number {
  const { source, text } = prepared;
  const page = new PageDocument('page.md', source, unknownHugo);
  const bodyStart = page.fence?.bodyStart ?? 0;
  const at = prepared.toSourceOffset(offset);
  if (/unmarshal|front matter|delimiter/i.test(message)) {
    return faultOfFrontMatter(page) ?? at;
  }
  const isNowhere = at < bodyStart || text.slice(offset).trim() === '';
  return isNowhere && /shortcode|comment must be closed|parameter/i.test(message)
    ? (faultOfShortcodes(page) ?? at)
    : at;
}

/** Where the value of a date stands. */
export function dateKeyOffset(key: string, { source }: PreparedPage): number | undefined {
  const { outline } = new PageDocument('page.md', source, unknownHugo);
  const entry = outline?.entries.findLast(({ path }) => path.join('.').toLowerCase() === key.toLowerCase());
  return entry && (entry.shape === 'none' ? entry.keyRange.start : entry.valueRange.start);
}

/**
 * The offset of what a complaint without a place speaks of: a call ("instagram shortcode: …"), or a key at the top ("output formats": `outputs`);
 * of the page's start where there is none.
 */
export function offsetOfSpoken(message: string, { outline, shortcodes }: PageDocument): number {
  const words = message
    .toLowerCase()
    .replaceAll('of type', '')
    .split(/[^\w-]+/);
  const isSpokenOf = ({ path, key }: OutlineEntry): boolean => {
    const stem = key.toLowerCase().replace(/e?s$/, '');
    return path.length === 1 && stem.length > 2 && words.some((word) => word.startsWith(stem));
  };
  const tag = words.includes('shortcode')
    ? shortcodes.tags.find(({ name }) => words.includes(name.toLowerCase()))
    : undefined;
  return (tag?.nameRange ?? outline?.entries.find(isSpokenOf)?.keyRange)?.start ?? 0;
}

function faultOfFrontMatter({ fenceProblems, frontMatter }: PageDocument): number | undefined {
  const problems = [...fenceProblems, ...(frontMatter?.problems ?? [])];
  return problems.find(({ fatal }) => fatal === 'always' || fatal === 'sometimes')?.range.start;
}

function faultOfShortcodes({ shortcodes }: PageDocument): number | undefined {
  const { unopened } = parseShortcodes(shortcodes, () => undefined);
  const problem = shortcodes.problems.find(({ fatal }) => fatal === 'always' || fatal === 'sometimes');
  return (
    shortcodes.tags.find(({ right }) => right === undefined)?.range.start ??
    problem?.range.start ??
    unopened[0]?.range.start
  );
}
