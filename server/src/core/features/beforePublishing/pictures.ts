import { message } from '../../text/message.ts';
import { isPicture } from '../../text/path.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { isEmpty, placeIn } from './emptyKeys.ts';
import { fillsOf, isFilled, shareOf } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import { isUsual } from './missingKeys.ts';
import type { OpenItem } from './openItem.ts';
import { addingFix } from './usualValue.ts';

/** A picture that Hugo's own templates for social media find in a page bundle (tpl/tplimpl/embedded/templates/partials/_funcs/get-page-images.html). */
const ofBundle = /feature|cover|thumbnail/i;

/** Such a share of the values of a key have to be pictures. */
const shareOfPictures = 0.6;

/** No picture in any of the keys for one, where nearly all pages like this one have some: lists and social media show an empty place. */
export function* pictures(request: ListRequest): Iterable<OpenItem> {
  const { site, page, asked, kin, entries } = request;
  const keys = pictureKeys(request);
  const has = (other: PageRecord): boolean =>
    keys.some((id) => isFilled(other.keys.find((key) => key.id === id))) || hasInBundle(site, other);
  const share = shareOf(kin, has);
  const [most] = keys;
  const isTold = most === undefined || isUsual(request, fillsOf(kin, most));
  if (page.fence === undefined || isTold || !isUsual(request, share) || has(asked)) {
    return;
  }
  const empty = entries.get(most);
  const schema = request.schemaOf(most);
  const fix = empty === undefined && schema !== undefined ? addingFix(request, schema) : undefined;
  yield {
    code: 'no-picture',
    group: 'unfilled',
    key: most,
    message: message(
      'It has no picture. {0} of {1} pages like this one have one, most of them in "{2}".',
      share.pages,
      kin.length,
      schema?.spelling ?? most,
    ),
    range: empty !== undefined && isEmpty(empty) ? placeIn(empty) : page.fence.opener,
    weight: 1 + share.usual,
    ...(empty === undefined ? {} : { isToFill: true }),
    ...(fix && { fix }),
  };
}

/** The keys in which pages like this one name pictures, most filled first. */
function pictureKeys({ kin }: ListRequest): readonly string[] {
  const counts = new Map<string, { pictures: number; values: number }>();
  for (const { id, values } of kin.flatMap(({ page }) => page.keys)) {
    const count = counts.get(id) ?? { pictures: 0, values: 0 };
    const filled = values.filter((value) => value !== '');
    count.values += filled.length;
    count.pictures += filled.filter(isPicture).length;
    counts.set(id, count);
  }
  return [...counts]
    .filter(
      ([id, { pictures: some, values }]) =>
        !id.includes('[]') && some >= Math.max(1, shareOfPictures * values),
    )
    .sort(([, a], [, b]) => b.pictures - a.pictures)
    .map(([id]) => id);
}

function hasInBundle({ files }: SiteSnapshot, { bundle, path }: PageRecord): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return (
    bundle !== 'none' &&
    files.filesIn('content', folder).some(({ name }) => isPicture(name) && ofBundle.test(name))
  );
}
