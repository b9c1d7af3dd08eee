// What is taken out of a page's shortcode calls, and where the cursor then stands: a call, a named argument, or the value of one that stays.
import { parseShortcodes } from '../../server/src/core/shortcodes/tree.ts';
import type { Argument, ShortcodeCall, ShortcodeTag } from '../../server/src/core/shortcodes/types.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { toArgumentId } from '../../server/src/core/site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { applyEdits, type OffsetEdit } from '../../server/src/core/text/edit.ts';
import { range } from '../../server/src/core/text/range.ts';
import type { LeftOut } from './leaveOneOutCases.ts';
import type { WholePage, WholeSite } from './leaveOneOutSites.ts';

/** Every call with its closing tag; its delimiters stay, and its inner content. */
export function* leftOutCalls({ pages, snapshot }: WholeSite): Iterable<LeftOut> {
  for (const page of pages) {
    for (const { open, close } of callsOf(documentOf(page, snapshot), snapshot)) {
      if (snapshot.shortcode(open.name) !== undefined && open.sound) {
        const inside = range(open.range.start + 3, open.right?.start ?? open.range.end);
        const edits = [{ range: inside, newText: '  ' }, close === undefined ? [] : gone(close.range)].flat();
        yield {
          page,
          text: applyEdits(page.text, edits),
          offset: inside.start + 1,
          wanted: open.name,
          id: 'a call',
          occursElsewhere: () => true,
        };
      }
    }
  }
}

/** Every named argument that the template reads, or nobody knows. */
export function* leftOutArguments(site: WholeSite): Iterable<LeftOut> {
  for (const { page, tag, argument } of argumentsOf(site)) {
    const { name, range: where } = argument;
    if (name !== undefined) {
      const id = toArgumentId(tag.name, name);
      yield {
        page,
        text: applyEdits(page.text, gone(where)),
        offset: where.start,
        wanted: name,
        id,
        occursElsewhere: (snapshot) => isKnown(snapshot, tag.name, name),
      };
    }
  }
}

/** Titles and other texts that stand only once are a page's own. */
export function* leftOutArgumentValues(site: WholeSite): Iterable<LeftOut> {
  for (const { page, tag, argument, position } of argumentsOf(site)) {
    const { name, value, contentRange } = argument;
    const id = toArgumentId(tag.name, name ?? position);
    if (value !== '' && value.length <= 200 && !/^\d{4}-\d\d-\d\d/.test(value)) {
      yield {
        page,
        text: applyEdits(page.text, gone(contentRange)),
        offset: contentRange.start,
        wanted: value,
        id,
        occursElsewhere: (snapshot) =>
          snapshot
            .argumentValues(id, 100_000)
            .some((each) => each.value === value && each.pages > (isOn(snapshot, page, id, value) ? 1 : 0)),
      };
    }
  }
}

/** The shortcodes that pages of this section call most, then those that others do. */
export function frequentCalls(site: SiteSnapshot, page: PageRecord): string[] {
  const counts = countIn(site, page, ({ calls }) => calls);
  const score = (name: string): number => (counts.get(name) ?? 0) * 1e6 + site.shortcodeUse(name).calls;
  return site
    .shortcodes()
    .map(({ name }) => name)
    .sort((a, b) => score(b) - score(a));
}

/** The arguments that pages give this shortcode most. */
export function frequentArguments(site: SiteSnapshot, { id }: LeftOut): string[] {
  return site.argumentStats(shortcodeOf(id)).map(({ spelling }) => spelling);
}

export function frequentArgumentValues(site: SiteSnapshot, { id }: LeftOut): string[] {
  return site.argumentValues(id, 1000).map(({ value }) => value);
}

function shortcodeOf(id: string): string {
  return id.slice(0, id.lastIndexOf('.'));
}

/** How often the other pages of its section say each thing. */
export function countIn(
  site: SiteSnapshot,
  page: PageRecord,
  said: (page: PageRecord) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const other of site.pagesIn(page.section)) {
    for (const each of other.uri === page.uri ? [] : said(other)) {
      counts.set(each, (counts.get(each) ?? 0) + 1);
    }
  }
  return counts;
}

/** The template reads it, or pages give it where the template leaves open what it takes. */
function isKnown(site: SiteSnapshot, shortcode: string, name: string): boolean {
  const signature = site.shortcode(shortcode)?.signature;
  const isOpen = signature === undefined || signature.open.length > 0;
  const isRead = signature?.arguments.some(({ key, aliases }) => [key, ...aliases].includes(name)) === true;
  return isRead || (isOpen && site.argumentStats(shortcode).some(({ spelling }) => spelling === name));
}

function isOn(site: SiteSnapshot, { record }: WholePage, id: string, value: string): boolean {
  return (
    site.page(record.uri)?.arguments.some((each) => each.id === id && each.values.includes(value)) === true
  );
}

interface OneArgument {
  readonly page: WholePage;
  readonly tag: ShortcodeTag;
  readonly argument: Argument;
  readonly position: number;
}

function* argumentsOf({ pages, snapshot }: WholeSite): Iterable<OneArgument> {
  for (const page of pages) {
    const { tags } = documentOf(page, snapshot).shortcodes;
    for (const tag of tags.filter(({ sound, name }) => sound && snapshot.shortcode(name) !== undefined)) {
      for (const [position, argument] of tag.args.entries()) {
        yield { page, tag, argument, position };
      }
    }
  }
}

function documentOf({ record, text }: WholePage, { hugo }: SiteSnapshot): PageDocument {
  return new PageDocument(record.uri, text, hugo);
}

function callsOf(document: PageDocument, site: SiteSnapshot): readonly ShortcodeCall[] {
  const { calls } = parseShortcodes(document.shortcodes, (name) => site.shortcode(name)?.takesInner);
  const all: ShortcodeCall[] = [];
  const queue = [...calls];
  for (let call = queue.pop(); call !== undefined; call = queue.pop()) {
    all.push(call);
    queue.push(...call.children);
  }
  return all;
}

function gone(where: OffsetEdit['range']): OffsetEdit[] {
  return [{ range: where, newText: '' }];
}
