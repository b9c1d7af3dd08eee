import type { OutlineEntry } from '../../frontMatter/types.ts';
import { stemOf } from '../../site/pagePath.ts';
import type { PageRecord } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import { range } from '../../text/range.ts';
import { shareOf, valueOf } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import type { OpenItem } from './openItem.ts';

/** What stands in for a value that nobody has thought of yet. */
const stub = /^(?:x{2,}|\.{3,}|…|\?+|todo\b.*|tbd|tba|fixme\b.*|lorem ipsum\b.*)$/i;

/** The same in running text, where small letters may mean anything. */
const stubInText = /\b(?:TODO|FIXME|XXX|TBD)\b|\b[Ll]orem ipsum\b/g;

/** Where such a share of pages like this one say the same, it is no placeholder. */
const rareShare = 0.15;
const mostInText = 5;
/** So many pages, this one among them, may have forgotten to change it. */
const mostKept = 3;
const valuesLooked = 300;

/** Texts that wait for their own: of the archetype, of the file's name, and such as `TODO`. */
export function* placeholders(request: ListRequest): Iterable<OpenItem> {
  for (const [id, entry] of request.entries) {
    const [scalar] = entry.scalars;
    const why = scalar && placeholderIn(request, id, entry, scalar.text);
    if (scalar !== undefined && why !== undefined) {
      yield {
        code: 'placeholder',
        group: 'unfilled',
        key: id,
        message: why,
        range: scalar.range,
        weight: 2,
      };
    }
  }
  yield* inText(request);
}

function placeholderIn(
  request: ListRequest,
  id: string,
  { key, scalars }: OutlineEntry,
  text: string,
): OpenItem['message'] | undefined {
  const { kin, isFresh } = request;
  const isRare = (is: (page: PageRecord) => boolean): boolean => shareOf(kin, is).usual <= rareShare;
  if (scalars.length > 1 || !isRare((page) => valueOf(page, id) === text)) {
    return undefined;
  }
  if (stub.test(text) || (isFresh && text === '#')) {
    return message('"{0}" says "{1}" so far.', key, text);
  }
  if (isFresh && isOfArchetypeAlone(request, id, text)) {
    return message('"{0}" still says what new pages begin with: "{1}".', key, text);
  }
  const isNamed = id === 'title' && isFresh && kin.length > 0 && isNameOf(request.asked, text);
  return isNamed && isRare((page) => isNameOf(page, valueOf(page, 'title')))
    ? message('The title is still the name of the file.')
    : undefined;
}

/** Words that the archetype writes, and that pages do not keep. */
function isOfArchetypeAlone({ site, kin, schemaOf }: ListRequest, id: string, text: string): boolean {
  const kept = site.values(id, valuesLooked).find(({ value }) => value === text)?.pages ?? 0;
  return (
    schemaOf(id)?.archetype?.value === text &&
    kin.length > 0 &&
    kept <= mostKept &&
    /\p{L}{3}/u.test(text) &&
    !/^(?:true|false|yes|no)$/i.test(text)
  );
}

/** As `hugo new` makes a title of a name: blanks for dashes, and no word begins with a small letter. */
function isNameOf(page: PageRecord, title: string): boolean {
  const name = stemOf(page)
    .replace(/\/_?index$/, '')
    .replace(/^.*\//, '');
  return (
    /[-_]/.test(name) &&
    title.replaceAll(' ', '-').toLowerCase() === name.replaceAll('_', '-').toLowerCase() &&
    title.split(' ').every((word) => !/^\p{Ll}/u.test(word))
  );
}

function* inText({ page }: ListRequest): Iterable<OpenItem> {
  const { texts, verbatim } = page.markdown;
  let left = mostInText;
  for (const { start, end } of texts) {
    for (const { 0: word, index } of page.text.slice(start, end).matchAll(stubInText)) {
      const at = start + index;
      const isShown = !verbatim.some((other) => other.range.start <= at && at < other.range.end);
      if (isShown && left-- > 0) {
        yield {
          code: 'placeholder-in-text',
          group: 'unfilled',
          message: message('The text says "{0}" here.', word),
          range: range(at, at + word.length),
          weight: 2,
        };
      }
    }
  }
}
