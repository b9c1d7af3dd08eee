import { ownWords, valuesAsked } from '../../schema/ownWords.ts';
import { isOwnText } from '../../schema/valueType.ts';
import { stemOf } from '../../site/pagePath.ts';
import type { PageRecord } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import { valueOf } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import type { OpenItem } from './openItem.ts';

/** A key whose values are such a share different ones belongs to each page. */
const ownShare = 0.95;
const leastPages = 6;
const mostLooked = 1000;

/**
 * What another page says word for word, of a key for which each page has its own: left over from the page that a new one was copied from. On a
 * finished page it is meant.
 */
export function* copiedValues(request: ListRequest): Iterable<OpenItem> {
  const { asked, entries, isFresh } = request;
  const others = isFresh ? pagesBeside(request) : [];
  for (const [id, entry] of entries) {
    const own = valueOf(asked, id);
    const [scalar] = entry.scalars;
    const same = isOwn(own) ? others.find((page) => valueOf(page, id) === own) : undefined;
    if (
      scalar !== undefined &&
      entry.scalars.length === 1 &&
      same !== undefined &&
      isEachOwn(request, id, own)
    ) {
      yield {
        code: 'copied-value',
        group: 'look',
        key: id,
        message: message('"{0}" is the same as on {1}.', entry.key, same.path),
        range: scalar.range,
        weight: id === 'title' ? 2 : 1.5,
      };
    }
  }
}

/** Words, a name of a file or an address, a date with its time; not a number, a yes or a no. */
function isOwn(text: string): boolean {
  return text.length >= 8 && (/\p{L}{3}/u.test(text) || /\d:\d\d/.test(text));
}

function isEachOwn({ site, kin, schemaOf }: ListRequest, id: string, own: string): boolean {
  const schema = schemaOf(id);
  const isText = schema !== undefined && isOwnText(schema) && own.includes(' ');
  const filled = kin.map(({ page }) => valueOf(page, id)).filter((value) => value !== '');
  const isDifferent = filled.length >= leastPages && new Set(filled).size >= ownShare * filled.length;
  return isText || isDifferent || ownWords(site.values(id, valuesAsked))(own);
}

/** Those of the section in the same language, without translations of the page. */
function pagesBeside({ site, asked }: ListRequest): readonly PageRecord[] {
  const stem = stemOf(asked);
  return [...site.pagesIn(asked.section, mostLooked)].filter(
    (page) => page.uri !== asked.uri && page.language === asked.language && stemOf(page) !== stem,
  );
}
