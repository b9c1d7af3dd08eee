import { withoutActions } from '../site/archetypes.ts';
import { PageDocument } from '../site/pageDocument.ts';
import type { Archetype, SiteSnapshot } from '../site/snapshot.ts';
import { everyLink, type SiteLink } from './everyLink.ts';

/** Where the pages lead that are made of an archetype whose text is `text`, as far as no action says so; the places are those of `text`. */
export function archetypeLinks(site: SiteSnapshot, { name }: Archetype, text: string): readonly SiteLink[] {
  const uri = `${site.root}/content/${name}/${nameOfPage}.md`;
  const [plain, whole] = [withoutActions(text), text].map((each) =>
    everyLink(site, new PageDocument(uri, each, site.hugo)),
  );
  return [
    ...(plain ?? []),
    ...(whole?.filter(({ origin }) => origin === 'ref' || origin === 'argument') ?? []),
  ];
}

/** No page has it. */
const nameOfPage = '{page}';
