import type { OutlineEntry } from '../../frontMatter/types.ts';
import { message } from '../../text/message.ts';
import { range, type TextRange } from '../../text/range.ts';
import { fillsOf } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import { isRead, isUsual } from './missingKeys.ts';
import type { OpenItem } from './openItem.ts';
import { fillingFix, usualValue } from './usualValue.ts';

/** A key that somebody has just put there is to be filled where such a share of the pages like this one fill it. */
const shareOnFresh = 0.4;

/** Keys that stand there without a value, and that pages like this one fill. */
export function* emptyKeys(request: ListRequest): Iterable<OpenItem> {
  const { kin, entries, isFresh } = request;
  for (const [id, entry] of entries) {
    const fills = fillsOf(kin, id);
    const schema = request.schemaOf(id);
    const isFilledIn = isFresh ? fills.usual >= shareOnFresh : isUsual(request, fills);
    if (isEmpty(entry) && !id.includes('[]') && schema !== undefined && isFilledIn && isRead(request, id)) {
      const value = usualValue(request, id);
      const fix = value && fillingFix(request, schema, value);
      yield {
        code: 'usual-key-empty',
        group: 'unfilled',
        key: id,
        message: message(
          '"{0}" is empty. {1} of {2} pages like this one fill it in.',
          entry.key,
          fills.pages,
          kin.length,
        ),
        range: placeIn(entry),
        weight: 1 + fills.usual,
        isToFill: true,
        ...(fix && { fix }),
      };
    }
  }
}

/** Nothing stands there, or nothing but white space; a map is filled by its keys. */
export function isEmpty({ shape, scalars }: OutlineEntry): boolean {
  return shape !== 'map' && scalars.every(({ text }) => text.trim() === '');
}

/** Where the value goes: between its quotes. */
export function placeIn({ scalars: [scalar], valueRange }: OutlineEntry): TextRange {
  const { start, end } = scalar?.range ?? valueRange;
  const quote = end - start >= 2 ? 1 : 0;
  return range(start + quote, end - quote);
}
