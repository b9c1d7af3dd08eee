import { templateKeys } from '../../schema/templateKeys.ts';
import { message } from '../../text/message.ts';
import { fillsOf, type Share } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import type { OpenItem } from './openItem.ts';
import { addingFix } from './usualValue.ts';

/** Such a share of the pages like this one have to say a key; on a finished page somebody may have left it out on purpose. */
const usualShare = { fresh: 0.8, finished: 0.9 } as const;

/** So many of the pages like this one have it that it may be asked for. */
export function isUsual({ isFresh }: ListRequest, { usual }: Share): boolean {
  return usual >= (isFresh ? usualShare.fresh : usualShare.finished);
}

/** A finished page that lacks more of what is usual is of another kind. */
const mostOnFinished = 3;

/** A page that was never elsewhere has no aliases, one without `draft` is published, and dates of changes and of the end are for few. */
const others: ReadonlySet<string> = new Set(['aliases', 'draft', 'lastmod', 'expirydate', 'cascade']);

/** Keys that nearly all pages like this one fill, and that it has not. */
export function* missingKeys(request: ListRequest): Iterable<OpenItem> {
  const { kin, page, isFresh } = request;
  const missing = page.fence === undefined ? [] : keysOf(request).filter((id) => isMissed(request, id));
  if (!isFresh && missing.length > mostOnFinished) {
    return;
  }
  for (const id of missing) {
    const { pages, usual } = fillsOf(kin, id);
    const schema = request.schemaOf(id);
    const fix = schema && addingFix(request, schema);
    if (page.fence !== undefined && fix !== undefined) {
      yield {
        code: 'usual-key-missing',
        group: 'unfilled',
        key: id,
        message: message(
          '"{0}" is missing. {1} of {2} pages like this one have it.',
          schema?.spelling ?? id,
          pages,
          kin.length,
        ),
        range: page.fence.opener,
        weight: usual,
        fix,
      };
    }
  }
}

function isMissed(request: ListRequest, id: string): boolean {
  const { kin, asked } = request;
  const isThere = asked.keys.some((key) => key.id === id);
  return !isThere && isUsual(request, fillsOf(kin, id)) && isRead(request, id);
}

/** Those of the nearest pages, each once. */
function keysOf({ kin }: ListRequest): readonly string[] {
  const ids = new Set(kin.flatMap(({ page }) => page.keys.map(({ id }) => id)));
  return [...ids].filter((id) => !id.includes('[]') && !others.has(id.split('.')[0] ?? ''));
}

/** Something asks for it, as far as anybody can know: who fills a key that nothing reads has no use of it. */
export function isRead({ site, schemaOf }: ListRequest, id: string): boolean {
  const schema = schemaOf(id);
  return (
    (schema?.field ?? schema?.team) !== undefined ||
    !site.progress.templates ||
    site.missingModules.length > 0 ||
    templateKeys(site).key(id) !== undefined
  );
}
