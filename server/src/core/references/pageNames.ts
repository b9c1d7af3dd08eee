// The names on a page, by what they mean: each kind is looked for alone, because a search wants one of them on many pages.
import { isTaxonomy } from '../schema/valueType.ts';
import { schemaPath } from '../schema/schemaPath.ts';
import { templateKeys } from '../schema/templateKeys.ts';
import type { OutlineEntry, ScalarNode } from '../frontMatter/types.ts';
import type { Argument, ShortcodeTag } from '../shortcodes/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { toKeyId } from '../site/pageRecord.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { ValueUse } from '../templates/signature.ts';
import { range, textOf, type TextRange } from '../text/range.ts';
import { lookupOf } from './dataLookups.ts';
import { startOfFile, type Named } from './named.ts';
import { shortcodeSymbol } from './templateStatements.ts';
import { partialSpelling } from './templateNames.ts';
import { termOfPage } from './termPages.ts';
import type { SiteSymbol } from './types.ts';

type NamesOnPage = (site: SiteSnapshot, page: PageDocument) => readonly Named[];

/** Names of one kind of symbol, in the order of the text; what pages, headings and files are called is for the links to say. */
export const namesOnPage: Readonly<Partial<Record<SiteSymbol['kind'], NamesOnPage>>> = {
  shortcode: (site, page) => tagsOn(page).map((tag) => use(shortcodeSymbol(site, tag.name), tag.nameRange)),
  argument: (site, page) => tagsOn(page).flatMap((tag) => argumentsOf(site, tag)),
  key: (site, page) => entriesOn(page).flatMap((entry) => keyOf(site, page, entry)),
  term: (site, page) => [
    ...termItIs(site, page),
    ...entriesOn(page).flatMap((entry) => termsOf(site, page, entry)),
  ],
  dataEntry: (site, page) => valuesOn(site, page).flatMap((value) => dataOf(value)),
  dataValue: (site, page) => valuesOn(site, page).flatMap((value) => lookedUp(value)),
  partial: (site, page) => valuesOn(site, page).flatMap((value) => partialOf(site, value)),
};

function use(symbol: SiteSymbol, where: TextRange): Named {
  return { symbol, range: where, role: 'use' };
}

/** Opening and closing tags; an inline shortcode has its template on the page itself. */
function tagsOn(page: PageDocument): readonly ShortcodeTag[] {
  return page.shortcodes.tags.filter(
    ({ kind, inline, name }) => kind !== 'comment' && !inline && name !== '',
  );
}

function argumentsOf(site: SiteSnapshot, { name, args }: ShortcodeTag): readonly Named[] {
  const shortcode = site.shortcode(name)?.name ?? name;
  return args.map((argument, position) =>
    use(
      { kind: 'argument', shortcode, key: argument.name ?? position },
      argument.nameRange ?? argument.contentRange,
    ),
  );
}

function entriesOn({ outline }: PageDocument): readonly OutlineEntry[] {
  return outline?.entries ?? [];
}

function idOf({ hugo }: SiteSnapshot, { path }: OutlineEntry): string {
  return toKeyId(schemaPath(path, hugo));
}

function keyOf(site: SiteSnapshot, { text }: PageDocument, entry: OutlineEntry): readonly Named[] {
  const where = nameIn(text, entry.keyRange, entry.key);
  return where === undefined || entry.key === '[]'
    ? []
    : [use({ kind: 'key', id: idOf(site, entry) }, where)];
}

/** The key itself in what stands there as one: `"title"`, `[params.card]`. */
export function nameIn(text: string, where: TextRange, key: string): TextRange | undefined {
  const at = textOf(text, where).lastIndexOf(key);
  return at < 0 ? undefined : range(where.start + at, where.start + at + key.length);
}

function termItIs(site: SiteSnapshot, page: PageDocument): readonly Named[] {
  const symbol = termOfPage(site, page.uri);
  return symbol === undefined ? [] : [{ symbol, range: startOfFile, role: 'declaration' }];
}

function termsOf(site: SiteSnapshot, { text }: PageDocument, entry: OutlineEntry): readonly Named[] {
  const taxonomy = idOf(site, entry);
  return isTaxonomy(site, taxonomy)
    ? entry.scalars.flatMap((scalar) =>
        scalar.text === '' ? [] : use({ kind: 'term', taxonomy, term: scalar.text }, contentOf(text, scalar)),
      )
    : [];
}

/** A value of front matter or of an argument, with what templates do with it. */
interface UsedValue {
  readonly text: string;
  readonly range: TextRange;
  readonly uses: readonly ValueUse[];
}

function valuesOn(site: SiteSnapshot, page: PageDocument): readonly UsedValue[] {
  return [
    ...entriesOn(page).flatMap((entry) => {
      const uses = usesOfKey(site, idOf(site, entry));
      return uses.length === 0
        ? []
        : entry.scalars.map((scalar) => ({ text: scalar.text, range: contentOf(page.text, scalar), uses }));
    }),
    ...tagsOn(page).flatMap((tag) =>
      tag.args.map((argument, position) => ({
        text: argument.value,
        range: argument.contentRange,
        uses: usesOfArgument(site, tag, argument, position),
      })),
    ),
  ];
}

/** Of the key, and of the items of the list that it is. */
function usesOfKey(site: SiteSnapshot, id: string): readonly ValueUse[] {
  return (
    templateKeys(site)
      .key(id)
      ?.reads.flatMap(({ reading }) => reading.types) ?? []
  );
}

function usesOfArgument(
  site: SiteSnapshot,
  { name }: ShortcodeTag,
  argument: Argument,
  position: number,
): readonly ValueUse[] {
  const key = argument.name ?? position;
  return site.shortcode(name)?.signature?.arguments.find((each) => each.key === key)?.types ?? [];
}

/** What a value names that is looked up by name below a folder, `index site.Data.authors .Params.author`. */
function dataOf({ text, range: where, uses }: UsedValue): readonly Named[] {
  return uses.flatMap(({ type, field, folder = '', prefix = '', suffix = '' }) => {
    const path = [...(folder === '' ? [] : [folder]), prefix + text + suffix].join('.').toLowerCase();
    return type === 'data' && field === undefined && text !== ''
      ? use({ kind: 'dataEntry', path }, where)
      : [];
  });
}

/** What a value names that is looked up by a field. */
function lookedUp({ text, range: where, uses }: UsedValue): readonly Named[] {
  const lookups = uses.flatMap((each) => lookupOf(each) ?? []);
  return text === ''
    ? []
    : lookups.map((lookup) => use({ kind: 'dataValue', ...lookup, value: text }, where));
}

function partialOf(site: SiteSnapshot, { text, range: where, uses }: UsedValue): readonly Named[] {
  return uses.flatMap(({ type, folder = '', prefix = '', suffix = '' }) => {
    const name = (folder + prefix + text + suffix).replace(/^\//, '').replace(/\.html$/, '');
    return type === 'partial' && text !== ''
      ? use({ kind: 'partial', name: partialSpelling(site, name) }, where)
      : [];
  });
}

/** What stands between the quotes. */
export function contentOf(text: string, { range: where, style, source }: ScalarNode): TextRange {
  const quotes = quoteLengths.get(style) ?? 0;
  const isClosed =
    source.length >= 2 * quotes && text.slice(where.end - quotes, where.end) === source.slice(0, quotes);
  return quotes === 0 || !isClosed ? where : range(where.start + quotes, where.end - quotes);
}

const quoteLengths: ReadonlyMap<ScalarNode['style'], number> = new Map([
  ['single', 1],
  ['double', 1],
  ['tripleSingle', 3],
  ['tripleDouble', 3],
]);
