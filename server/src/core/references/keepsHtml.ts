import { verdictFor } from '../hugo/version.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';

/** Since when Hugo leaves out raw HTML unless the site allows it. */
const strictSince = '0.60.0';

/** Whether Hugo may publish the HTML that stands in the content of a page. */
export function keepsHtml({ config, hugo }: SiteSnapshot, { uri }: PageDocument): boolean {
  return config.unsafeHtml || /\.html?$/i.test(uri) || verdictFor(hugo, strictSince) !== 'all';
}
