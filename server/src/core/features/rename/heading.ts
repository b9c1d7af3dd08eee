import { anchorsOf, type Anchor } from '../../references/anchors.ts';
import { searchSymbol } from '../../references/searches.ts';
import type { SiteSymbol } from '../../references/types.ts';
import { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { textOf, touches, type TextRange } from '../../text/range.ts';
import { sameName, type Renaming } from './renaming.ts';

type Heading = Extract<SiteSymbol, { kind: 'heading' }>;

/** The heading at `offset` (UTF-16) of a page. */
export function headingAt(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
): { readonly symbol: Heading; readonly range: TextRange } | undefined {
  const anchor = headings(site, page).find(({ range }) => touches(range, offset));
  return anchor && { symbol: { kind: 'heading', uri: page.uri, anchor: anchor.id }, range: anchor.range };
}

/** The heading itself, and the links to its anchor where that changes with it; one that the writer gave stays. `page` is the page that has it. */
export function renameHeading(site: SiteSnapshot, symbol: Heading, page: PageDocument | undefined): Renaming {
  const { uri, anchor } = symbol;
  const heading = page && headings(site, page).find(({ id }) => id === anchor);
  if (page === undefined || heading === undefined) {
    const refusal = message(
      'Rename the heading on its own page: it cannot be told from here what its address comes of.',
    );
    return {
      name: anchor,
      refusal: page === undefined ? undefined : refusal,
      refuses: () => refusal,
      write: (_, __, ___, name) => name,
    };
  }
  const name = textOf(page.text, heading.range);
  const { files, find } = searchSymbol(site, symbol);
  const own = { uri, range: heading.range, role: 'declaration' as const };
  return {
    name,
    refuses: (newName) => (newName === name ? sameName(name) : refusalOf(site, page, heading, newName)),
    search: {
      files: [uri, ...files],
      find: (file) => [
        ...(file.uri === uri ? [own] : []),
        ...find(file).filter(({ role }) => role === 'use'),
      ],
    },
    write: (_, file, { start }, newName) =>
      file.uri === uri && start === heading.range.start
        ? newName
        : (renamed(site, page, heading, newName)?.id ?? anchor),
  };
}

function headings(site: SiteSnapshot, page: PageDocument): readonly Anchor[] {
  return anchorsOf(site, page).anchors.filter(({ kind }) => kind === 'heading' || kind === 'explicit');
}

/** The heading as it will be. */
function renamed(
  site: SiteSnapshot,
  page: PageDocument,
  { range }: Anchor,
  newName: string,
): Anchor | undefined {
  return headings(site, withText(page, range, newName)).find((each) => each.range.start === range.start);
}

function refusalOf(
  site: SiteSnapshot,
  page: PageDocument,
  heading: Anchor,
  newName: string,
): Message | undefined {
  const after = headings(site, withText(page, heading.range, newName));
  const before = headings(site, page);
  if (newName === '' || /[\r\n]/.test(newName) || after.length !== before.length) {
    return message('"{0}" is no text of a heading.', newName);
  }
  const other = before.find(
    (each, index) => each.range.start !== heading.range.start && each.id !== after[index]?.id,
  );
  return other === undefined
    ? undefined
    : message(
        'The heading "{0}" would get the address "#{1}" in the place of "#{2}", because two headings would be called alike.',
        other.title,
        after[before.indexOf(other)]?.id ?? '',
        other.id,
      );
}

function withText(
  { uri, text, hugo }: PageDocument,
  { start, end }: TextRange,
  newText: string,
): PageDocument {
  return new PageDocument(uri, text.slice(0, start) + newText + text.slice(end), hugo);
}
