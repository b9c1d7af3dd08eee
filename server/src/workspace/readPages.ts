// Some rules look into the pages that a page leads to. Their texts are read before the check, so that core stays without input; what was parsed of
// them is kept as long as the index knows them unchanged.
import { anchorTargets } from '../core/references/anchorTargets.ts';
import { longestText } from '../core/features/tooLong.ts';
import type { OtherPages } from '../core/site/otherPages.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../core/site/snapshot.ts';
import type { FileSystem } from './fileSystem.ts';

/** So many pages are kept, the last ones that were asked for. */
const mostKept = 300;

interface Kept {
  readonly record: PageRecord;
  readonly page: PageDocument;
}

export class ReadPages {
  readonly #fileSystem: FileSystem;
  readonly #openPage: (uri: string, site: SiteSnapshot) => PageDocument | undefined;
  readonly #kept = new Map<string, Kept>();

  /** `openPage` answers the pages that stand in an editor: they win over their files. */
  constructor(
    fileSystem: FileSystem,
    openPage: (uri: string, site: SiteSnapshot) => PageDocument | undefined = () => undefined,
  ) {
    this.#fileSystem = fileSystem;
    this.#openPage = openPage;
  }

  /** The pages that a check of `page` wants to look into; those that cannot be read or are too long are not there. */
  async neededBy(site: SiteSnapshot, page: PageDocument): Promise<OtherPages> {
    const records = anchorTargets(site, page);
    const found = new Map<string, PageDocument>();
    const unread: PageRecord[] = [];
    for (const record of records) {
      const known = this.#openPage(record.uri, site) ?? this.#keptPage(record, site);
      if (known === undefined) {
        unread.push(record);
      } else {
        found.set(record.uri, known);
      }
    }
    const texts = unread.length === 0 ? [] : await this.#fileSystem.readMany(unread.map(({ uri }) => uri));
    unread.forEach((record, index) => {
      const text = texts[index];
      if (text !== undefined && text.length <= longestText) {
        found.set(record.uri, this.#keep(record, new PageDocument(record.uri, text, site.hugo)));
      }
    });
    return (uri) => found.get(uri);
  }

  #keptPage(record: PageRecord, { hugo }: SiteSnapshot): PageDocument | undefined {
    const kept = this.#kept.get(record.uri);
    return kept?.record === record && kept.page.hugo === hugo ? this.#keep(record, kept.page) : undefined;
  }

  #keep(record: PageRecord, page: PageDocument): PageDocument {
    this.#kept.delete(record.uri);
    this.#kept.set(record.uri, { record, page });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    return page;
  }
}
