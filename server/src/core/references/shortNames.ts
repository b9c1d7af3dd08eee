// A template may put something around a value to make the name of a file of it: `arrow` is then what leads to `icon-arrow.svg`.
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { ValueUse } from '../templates/signature.ts';
import { memoize } from '../text/memoize.ts';
import { decoded } from '../text/path.ts';

/** The last parts of what values say for the file, where templates put a prefix or a suffix around them. */
export function shortNames(site: SiteSnapshot, uri: string): ReadonlySet<string> {
  const path = decoded(uri);
  const names = framesOf(site.templates()).flatMap(({ prefix = '', suffix = '' }) => {
    const stem = path.endsWith(suffix) ? path.slice(0, path.length - suffix.length) : '';
    const name = stem.slice(stem.lastIndexOf('/') + 1);
    const start = prefix.slice(prefix.lastIndexOf('/') + 1);
    return name.startsWith(start) && name !== start ? [name.slice(start.length)] : [];
  });
  return new Set(names);
}

type Frame = Pick<ValueUse, 'prefix' | 'suffix'>;

/** Each once. */
const framesOf = memoize((templates: ReturnType<SiteSnapshot['templates']>): readonly Frame[] => {
  const uses = templates.flatMap(({ reading }) => [
    ...(reading?.keys ?? []).flatMap(({ types }) => types),
    ...(reading?.signature?.arguments ?? []).flatMap(({ types }) => types),
  ]);
  const framed = uses.filter(({ prefix = '', suffix = '' }) => prefix + suffix !== '');
  return [...new Map(framed.map((use) => [`${use.prefix ?? ''}\n${use.suffix ?? ''}`, use])).values()];
});
