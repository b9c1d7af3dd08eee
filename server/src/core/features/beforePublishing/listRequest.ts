import type { OutlineEntry, ScalarNode } from '../../frontMatter/types.ts';
import type { NewValue } from '../../frontMatter/writing.ts';
import { askedPage, type AskedPage } from '../../schema/askedPage.ts';
import { keySchema, type KeySchema } from '../../schema/keySchema.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { Publication } from '../../site/publication.ts';
import { toKeyId, toPageRecord } from '../../site/pageRecord.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { Message } from '../../text/message.ts';
import type { ItemFix } from './openItem.ts';
import { kinOf, momentOf, type Kin } from './kin.ts';

/** What every source of items asks about the page, worked out once. */
export interface ListRequest extends PublicationFacts {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  /** The page as its text says now. */
  readonly asked: AskedPage;
  readonly kin: Kin;
  /** It is being made: not published, made since the site was read, or dated these days. */
  readonly isFresh: boolean;
  /** What becomes of it now; `undefined` for what is no content. */
  readonly publication: Publication | undefined;
  /** The keys of the page by id; of one that comes twice the last, which counts. */
  readonly entries: ReadonlyMap<string, OutlineEntry>;
  readonly schemaOf: (id: string) => KeySchema | undefined;
}

/** What other features know of the time and of the page's publication. */
export interface PublicationFacts {
  /** The writer's day, `yyyy-mm-dd`, and time as in RFC 3339. */
  readonly today: string;
  readonly now: string;
  /** Why it is not published. */
  readonly reason: Message | undefined;
  /** What publishes it; absent where that is not to be done by its front matter. */
  readonly publishing: ItemFix | undefined;
  /** The present moment, written as the date that stands there. */
  readonly nowLike: (scalar: ScalarNode | undefined) => NewValue;
}

/** Four weeks, in ms. */
const freshFor = 28 * 24 * 3600 * 1000;

/** `state` is what becomes of the page now. Pages are compared with none before the content is read. */
export function toListRequest(
  site: SiteSnapshot,
  page: PageDocument,
  state: Publication | undefined,
  facts: PublicationFacts,
): ListRequest {
  const placed = askedPage(site, page);
  const file = { ...placed, baseName: '' };
  const asked = { ...placed, ...toPageRecord(page.uri, file, page.text, site.hugo) };
  const isNew = site.openedPage(page.uri) === undefined;
  return {
    site,
    page,
    asked,
    kin: site.progress.content ? kinOf(site, asked, facts.now) : [],
    publication: state,
    isFresh: state?.state === 'draft' || isNew || momentOf(site, asked) > Date.parse(facts.now) - freshFor,
    entries: new Map(page.outline?.entries.map((entry) => [toKeyId(entry.path), entry])),
    schemaOf: (id) => keySchema(site, asked, id.split('.')),
    ...facts,
  };
}
