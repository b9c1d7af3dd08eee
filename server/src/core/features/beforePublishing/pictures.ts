import { valueAt } from '../../config/value.ts';
import { scopesFor, templateKeys } from '../../schema/templateKeys.ts';
import { message, type Message } from '../../text/message.ts';
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

/** No picture where one is looked for: lists and social media show an empty place, or the same picture for all pages. */
export function* pictures(request: ListRequest): Iterable<OpenItem> {
  const item = noPicture(request) ?? noSharedPicture(request);
  if (item !== undefined) {
    yield item;
  }
}

/** None in any of the keys for one, where nearly all pages like this one have some. */
function noPicture(request: ListRequest): OpenItem | undefined {
  const { site, page, asked, kin } = request;
  const keys = pictureKeys(request);
  const has = (other: PageRecord): boolean =>
    keys.some((id) => isFilled(other.keys.find((key) => key.id === id))) || hasInBundle(site, other);
  const share = shareOf(kin, has);
  const [most] = keys;
  const isTold = most === undefined || isUsual(request, fillsOf(kin, most));
  if (page.fence === undefined || isTold || !isUsual(request, share) || has(asked)) {
    return undefined;
  }
  return itemFor(request, most, 1 + share.usual, (spelling) =>
    message(
      'It has no picture. {0} of {1} pages like this one have one, most of them in "{2}".',
      share.pages,
      kin.length,
      spelling,
    ),
  );
}

/** None in the keys that templates take it from: told of a page that is being made, where this is in use at all, and of others where it is usual. */
function noSharedPicture(request: ListRequest): OpenItem | undefined {
  const { site, page, entries, asked, kin, isFresh } = request;
  const keys = sharedKeys(request);
  const has = (other: PageRecord): boolean =>
    keys.some((id) => isFilled(other.keys.find((key) => key.id === id))) || hasInBundle(site, other);
  const share = shareOf(kin, has);
  const key = keys.find((id) => entries.has(id)) ?? keys[0];
  const isTold = keys.some((id) => isUsual(request, fillsOf(kin, id)));
  const isExpected = isUsual(request, share) || (isFresh && share.pages > 0);
  if (page.fence === undefined || key === undefined || isTold || !isExpected || has(asked)) {
    return undefined;
  }
  return itemFor(request, key, share.usual, (spelling) =>
    message('It has no picture for social media, where the site shows the one in "{0}".', spelling),
  );
}

/** The keys whose picture the templates of the page give to social media, most filled first. */
function sharedKeys({ site, asked, kin }: ListRequest): readonly string[] {
  const scopeOf = scopesFor(site, asked);
  return templateKeys(site)
    .below('')
    .filter(
      ({ id, reads }) =>
        (id !== 'images' || !hasImages(site, asked)) &&
        reads.some((read) => read.reading.shared !== undefined && scopeOf(read) === 'page'),
    )
    .map(({ id }) => id)
    .sort((a, b) => fillsOf(kin, b).pages - fillsOf(kin, a).pages);
}

/** The site has `images` for all pages of the language that have none of their own. */
function hasImages({ config: { raw } }: SiteSnapshot, { language }: PageRecord): boolean {
  const tables = [['params'], ['languages', language, 'params'], ['languages', language]];
  return tables.some((path) => {
    const images = valueAt(raw, ...path, 'images');
    return images !== undefined && images !== '' && !(Array.isArray(images) && images.length === 0);
  });
}

function itemFor(
  request: ListRequest,
  key: string,
  weight: number,
  say: (spelling: string) => Message,
): OpenItem | undefined {
  const { page, entries } = request;
  const empty = entries.get(key);
  const schema = request.schemaOf(key);
  const fix = empty === undefined && schema !== undefined ? addingFix(request, schema) : undefined;
  return (
    page.fence && {
      code: 'no-picture',
      group: 'unfilled',
      key,
      message: say(schema?.spelling ?? key),
      range: empty !== undefined && isEmpty(empty) ? placeIn(empty) : page.fence.opener,
      weight,
      ...(empty === undefined ? {} : { isToFill: true }),
      ...(fix && { fix }),
    }
  );
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
