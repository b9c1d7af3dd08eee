import { setValue } from '../../frontMatter/edit.ts';
import { toMoment } from '../../hugo/dateLayouts.ts';
import { message } from '../../text/message.ts';
import type { TextRange } from '../../text/range.ts';
import { valueOf } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import type { OpenItem } from './openItem.ts';

/** Why readers do not get the page, last of all: who has done the rest publishes it. */
export function* publicationItems(request: ListRequest): Iterable<OpenItem> {
  const { publication, publishing, reason } = request;
  if (publication !== undefined && reason !== undefined) {
    yield {
      code: 'not-published',
      group: 'publication',
      message: publication.state === 'draft' ? message('It is a draft: readers do not get it yet.') : reason,
      range: rangeOf(request, publication.key),
      weight: 1,
      ...(publishing && { fix: publishing }),
    };
  }
}

const day = 24 * 3600 * 1000;

/** A draft with a date that is so many days old comes below what is newer already. */
const staleAfter = 7;

/** The day on which somebody began a draft is not that on which it comes. */
export function* staleDate(request: ListRequest): Iterable<OpenItem> {
  const { site, page, asked, publication, entries, now, nowLike } = request;
  const { fence } = page;
  const id = site.config.dateKeys.date.find((each) => toMoment(valueOf(asked, each)) !== undefined);
  const entry = id === undefined ? undefined : entries.get(id);
  if (id === undefined || entry === undefined || fence === undefined || publication?.state !== 'draft') {
    return;
  }
  const days = Math.floor((Date.parse(now) - (toMoment(valueOf(asked, id)) ?? 0)) / day);
  const edits = setValue(page.text, fence, entry.path, nowLike(entry.scalars[0]));
  if (days > staleAfter && edits.length > 0) {
    yield {
      code: 'stale-date',
      group: 'look',
      key: id,
      message: message('"{0}" is {1} days ago: the page comes below what is newer.', entry.key, days),
      range: entry.valueRange,
      weight: 1,
      fix: { title: message('Set it to today'), edits },
    };
  }
}

function rangeOf({ page, entries }: ListRequest, key: string | undefined): TextRange {
  const entry = key === undefined ? undefined : entries.get(key);
  return entry?.valueRange ?? page.fence?.opener ?? { start: 0, end: 0 };
}
