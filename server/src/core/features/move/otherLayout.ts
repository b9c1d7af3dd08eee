import { cascadedIdentity } from '../../site/cascade.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { renderingTemplates } from '../../site/templateLookup.ts';
import { message, type Message } from '../../text/message.ts';
import type { Move } from './movedLinks.ts';

/** Says of a page that moves by itself which template shows it there, if that is another one. */
export function otherLayout({ site, after }: Move): readonly Message[] {
  return after.relocation.moves.flatMap(({ from }): Message[] => {
    const [before, then] = [site.page(from), after.arrivals.get(from)];
    const was = before && layoutOf(site, before);
    const becomes = then && layoutOf(after, then);
    return was === undefined || becomes === undefined || was === becomes
      ? []
      : [message('"{0}" is shown by {1} now.', then?.path ?? '', becomes)];
  });
}

/** `undefined` where Hugo's releases differ in it. */
function layoutOf(site: SiteSnapshot, page: PageRecord): string | undefined {
  const layouts = renderingTemplates(site.templates(), cascadedIdentity(site, page), site.hugo).filter(
    ({ role }) => role === 'page',
  );
  return layouts.length === 1 ? layouts[0]?.source.path : undefined;
}
