// The headings of a page as what stands behind the `#` of an address.
import { anchorsOf } from '../../references/anchors.ts';
import { likenessTo, wordsOf } from '../../schema/callWords.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { LinkPlace } from './linkPlace.ts';

export interface LinkedHeading {
  readonly anchor: string;
  readonly text: string;
  /** 0 of what is no heading. */
  readonly level: number;
}

/** The headings of `page`: those first that are like the text of the link or to which others lead, the rest in their order. */
export function linkedHeadings(
  site: SiteSnapshot,
  page: PageDocument,
  { text, context }: Pick<LinkPlace, 'text' | 'context'>,
  votes: ReadonlyMap<string, number>,
): readonly LinkedHeading[] {
  const headings = headingsOf(site, page);
  const texts = headings.map((heading) => heading.text);
  const isLike = likenessTo(wordsOf(text), texts);
  const isMentioned = likenessTo(wordsOf(context), texts);
  const scores = new Map(
    headings.map((heading) => [
      heading,
      2 * isLike(heading.text) +
        3 * isMentioned(heading.text) +
        0.7 * Math.log2(1 + (votes.get(heading.anchor) ?? 0)),
    ]),
  );
  return headings.toSorted((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
}

/** Notes are reached by their marks. */
function headingsOf(site: SiteSnapshot, page: PageDocument): readonly LinkedHeading[] {
  return anchorsOf(site, page)
    .anchors.filter(({ kind }) => kind !== 'footnote')
    .map(({ id, title, level }) => ({ anchor: id, text: title === '' ? id : title, level }));
}
