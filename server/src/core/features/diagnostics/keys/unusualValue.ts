import type { ScalarNode } from '../../../frontMatter/types.ts';
import { findField } from '../../../hugo/frontMatterFields.ts';
import { templateKeys } from '../../../schema/templateKeys.ts';
import { isTaxonomy } from '../../../schema/valueType.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { misspelling, nearestOf } from '../../../text/near.ts';
import { pageKeys, replaceScalar, valuesOfOthers, type PageEntry, type PageKeys } from './pageKeys.ts';
import { unknownValue } from './unknownValue.ts';

/** So many other pages make a value a usual one, of a key that so many have. */
const usual = 5;
const leastPages = 10;

/** Keys whose values recur: of all that is said, so much at most is said once. */
const shareSingle = 0.5;

/** A longer text is a sentence. */
const longest = 40;

export const unusualValue: DiagnosticRule = {
  code: 'unusual-value',
  summary: 'Value spelled unlike that of other pages',
  why: 'A tag, author or language that only one page writes, one or two letters away from what many pages write, is mostly a slip: the page is missing in the list of the others.',
  defaultSeverity: 'hint',
  fix: 'Changes the value to the usual one',
  examples: [
    {
      wrong: '---\ntags: [kubernets]\n---\n',
      right: '---\ntags: [kubernetes]\n---\n',
      site: Array.from(
        { length: 10 },
        (_, at) => `-- content/${String(at)}.md --\n---\ntags: [kubernetes]\n---\n`,
      ).join(''),
    },
  ],
  *check(site, page, now, others) {
    if (!site.progress.content || !site.progress.templates) {
      return;
    }
    const keys = pageKeys(site, page);
    const found: RuleFinding[] = [];
    for (const own of keys.entries) {
      const written = own.scalars.filter(({ text }) => isWord(text));
      if (written.length > 0 && recurs(site, own)) {
        found.push(...unusual(site, page, keys, own, written));
      }
    }
    const unknown = found.length === 0 ? [] : [...unknownValue.check(site, page, now, others)];
    yield* found.filter(({ range }) => !unknown.some((other) => other.range.start === range.start));
  },
};

/** No number, address, file or sentence. */
function isWord(text: string): boolean {
  return text.length <= longest && /\p{L}/u.test(text) && !/[/\\@#:]|\.\p{L}/u.test(text);
}

/** Terms, names of people, and what templates compare or look up: other texts are shown as they are, and may be whatever they like. */
function recurs(site: SiteSnapshot, { id, path }: PageEntry): boolean {
  const isOfPages = (site.keyStats(id)?.pages ?? 0) >= leastPages;
  const reads = templateKeys(site).key(id)?.reads ?? [];
  return (
    isOfPages &&
    findField(path) === undefined &&
    (isTaxonomy(site, id) ||
      groupingKeys.has(id) ||
      reads.some(
        ({ reading }) => reading.values.length > 0 || reading.types.some(({ type }) => type === 'data'),
      ))
  );
}

/** By which themes group pages where they make no taxonomy of it. */
const groupingKeys: ReadonlySet<string> = new Set([
  'author',
  'authors',
  'categories',
  'category',
  'series',
  'tags',
]);

function* unusual(
  site: SiteSnapshot,
  page: PageDocument,
  keys: PageKeys,
  { id, entry }: PageEntry,
  written: readonly ScalarNode[],
): Iterable<RuleFinding> {
  const others = valuesOfOthers(site, keys, id);
  const known = new Set(others.map(({ value }) => value));
  const all = others.reduce((sum, { pages }) => sum + pages, 0);
  if (others.filter(({ pages }) => pages === 1).length > shareSingle * all) {
    return;
  }
  const frequent = others.filter(({ value, pages }) => pages >= usual && isWord(value));
  const canonical = isTaxonomy(site, id) ? toTerm : (value: string): string => value;
  for (const scalar of written) {
    const own = canonical(scalar.text);
    const isUsual = known.has(scalar.text) || frequent.some(({ value }) => canonical(value) === own);
    const near = isUsual ? undefined : nearestOf(frequent, ({ value }) => misspelling(scalar.text, value));
    if (near !== undefined) {
      yield findingOn(page, scalar, entry.key, near.item);
    }
  }
}

/** Terms that make the same address are one for Hugo. */
function toTerm(value: string): string {
  return value.toLowerCase().replace(/\s+/g, '-');
}

function findingOn(
  page: PageDocument,
  scalar: ScalarNode,
  key: string,
  { value, pages }: { readonly value: string; readonly pages: number },
): RuleFinding {
  const edits = replaceScalar(page, scalar, value);
  return {
    range: scalar.range,
    message: message(
      'No other page says "{0}" for "{1}", and {3} say "{2}". Is it the same?',
      scalar.text,
      key,
      value,
      pages,
    ),
    fixes: edits.length === 0 ? [] : [{ title: message('Change it to "{0}"', value), edits }],
  };
}
