import type { LinkTarget } from '../site/links/resolveLink.ts';
import { callsOn } from '../site/pageCalls.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { PageLink } from './pageLinks.ts';
import { referenceIn, type Reference } from './ref/reference.ts';
import { referredPage } from './ref/referredPage.ts';

/** The calls of `ref` and `relref` on a page, each with the page that it finds, published or not; the site's own shortcodes of that name are others. */
export function referenceLinks(
  site: SiteSnapshot,
  page: PageDocument,
  record: PageRecord,
): readonly PageLink[] {
  const targets = new Map<string, LinkTarget>();
  return callsOn(page).flatMap((tag): PageLink[] => {
    const isReference = /^(?:rel)?ref$/i.test(tag.name) && isEmbedded(site, tag.name);
    const reference = isReference ? referenceIn(tag, page.text) : undefined;
    if (reference === undefined) {
      return [];
    }
    const { argument, language } = reference;
    const said = `${language?.value ?? ''} ${argument.value}`;
    const target = targets.get(said) ?? targetOf(site, record, reference);
    targets.set(said, target);
    return [
      {
        origin: 'ref',
        address: argument.value,
        range: argument.contentRange,
        whole: tag.range,
        around: { before: 0, after: 0 },
        isImage: false,
        target,
      },
    ];
  });
}

function isEmbedded(site: SiteSnapshot, name: string): boolean {
  const source = site.shortcode(name)?.sources[0];
  return source === undefined || source.origin === 'embedded';
}

/** No page that is scheduled is left out. */
const endOfTime = '9999-12-31T00:00:00Z';

function targetOf(site: SiteSnapshot, record: PageRecord, { path, language }: Reference): LinkTarget {
  if (path === '') {
    return { kind: 'samePage' };
  }
  const code = language === undefined || language.value === '' ? record.language : language.value;
  const found = path === undefined ? undefined : referredPage(site, record, path, code, endOfTime);
  const page = found?.page ?? found?.leftOut;
  return page === undefined ? { kind: 'unknown' } : { kind: 'page', page };
}
