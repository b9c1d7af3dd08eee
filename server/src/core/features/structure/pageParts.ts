import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { memoizeBoth } from '../../text/memoize.ts';
import { contentParts } from './contentParts.ts';
import { frontMatterPart } from './frontMatterParts.ts';
import type { PagePart } from './part.ts';

/** The front matter with its keys, and the headings and shortcodes of the content as they stand within each other, in the order of the text. */
export function pageParts(site: SiteSnapshot, page: PageDocument): readonly PagePart[] {
  return partsIn(page, site);
}

const partsIn = memoizeBoth((page: PageDocument, site: SiteSnapshot): readonly PagePart[] => [
  ...(page.frontMatter === undefined ? [] : [frontMatterPart(page.frontMatter)]),
  ...contentParts(site, page),
]);
