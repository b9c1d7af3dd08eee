import { basePathOf } from '../site/links/linkAddress.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { OffsetEdit } from '../text/edit.ts';
import { textOf } from '../text/range.ts';
import type { PageLink } from './pageLinks.ts';
import { escaped } from './writeAddress.ts';

/**
 * The edit that makes a link lead to `path`, from the root of the site; its query and fragment stay. `undefined` where the template puts
 * something around the address that the path does not have.
 */
export function leadTo(
  site: SiteSnapshot,
  page: PageDocument,
  { address, range, around }: PageLink,
  path: string,
): OffsetEdit | undefined {
  const written = textOf(page.text, range);
  const [rest = ''] = /[?#].*$/s.exec(written) ?? [];
  const before = address.slice(0, around.before);
  const after = address.slice(address.length - around.after);
  const whole =
    before === '/' || before === '' ? path : path.startsWith(before) ? path.slice(before.length) : undefined;
  if (whole?.endsWith(after) !== true) {
    return undefined;
  }
  const base = around.before === 0 ? basePathOf(site.config) : '';
  const shown = escaped(whole.slice(0, whole.length - after.length));
  const isShort = !/[^/]\/(?:$|[?#])/.test(written) && written !== '' && !/\.\w+$/.test(written);
  return { range, newText: base + (isShort && shown.length > 1 ? shown.replace(/\/$/, '') : shown) + rest };
}
