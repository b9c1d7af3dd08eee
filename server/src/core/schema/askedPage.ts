import { contentFileOf } from '../site/contentFile.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { toKeyId } from '../site/pageRecord.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { touches, type TextRange } from '../text/range.ts';

/** The page for which the site is asked, as its text says now. */
export interface AskedPage extends PageRecord {
  /** The values of its keys, by id, in the order of the page. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** `typed` is the key or value that is being written: it says nothing of the page yet. A file that the site does not know is placed by its address. */
export function askedPage(site: SiteSnapshot, page: PageDocument, typed?: TextRange): AskedPage {
  const isTyped = (range: TextRange): boolean => typed !== undefined && touches(range, typed.start);
  const values = new Map<string, string[]>();
  for (const { path, keyRange, valueRange, scalars } of page.outline?.entries ?? []) {
    if (isTyped(keyRange)) {
      continue;
    }
    const texts = scalars.filter(({ range }) => !isTyped(range)).map(({ text }) => text);
    const isBeingWritten = texts.length === 0 && isTyped(valueRange);
    const id = toKeyId(path);
    const known = values.get(id);
    if (known !== undefined) {
      known.push(...texts);
    } else if (!isBeingWritten) {
      values.set(id, texts);
    }
  }
  return { ...(site.page(page.uri) ?? placed(site, page.uri)), values };
}

function placed({ root, config }: SiteSnapshot, uri: string): PageRecord {
  const content = `${root}/content/`;
  const { path, language, section, bundle } = contentFileOf(
    uri.startsWith(content) ? uri.slice(content.length) : uri.slice(uri.lastIndexOf('/') + 1),
    config,
  );
  return { uri, path, language, section, bundle, keys: [], calls: [], arguments: [] };
}
