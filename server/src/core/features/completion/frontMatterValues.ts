import type { PageDocument } from '../../site/pageDocument.ts';
import { toKeyId } from '../../site/pageRecord.ts';
import type { ValueStats } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import { textOf, touches } from '../../text/range.ts';
import { isTaxonomy, knownKey, recurringValues } from '../frontMatterKey.ts';
import type { KnownKey } from '../frontMatterKey.ts';
import { usedOnPages } from '../provenance.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';
import { emptyQuotes, valueText } from './valueText.ts';
import type { ValuePlace } from './valueText.ts';

/** A value to suggest, as a reader of the front matter sees it. */
interface Candidate {
  readonly value: string;
  /** Written as it is; everything else is a string. */
  readonly isLiteral?: boolean;
  readonly detail?: Message;
}

/**
 * Values that fit the key, each once. The last item is a pair of quotes for a text of the writer's own: VS Code suggests words of the
 * document where a list is empty.
 */
export function* frontMatterValues(request: CompletionRequest, place: ValuePlace): Iterable<Suggestion> {
  const key = knownKey(request.site, place.path);
  const inBrackets =
    key.type === 'list' && place.path.at(-1) !== '[]' && place.format !== 'org' && place.quote === '';
  const seen = otherItems(request.page, place);
  let isEmpty = true;
  const quoted = textOf(request.page.text, place.range).startsWith(place.quote) ? place.quote : '';
  for (const { value, isLiteral, detail } of candidates(request, key)) {
    if (!seen.has(value)) {
      seen.add(value);
      isEmpty = false;
      yield {
        label: value,
        kind: 'value',
        range: place.range,
        newText: valueText(request.page, place, value, { isLiteral: isLiteral === true, inBrackets }),
        filterText: quoted + value,
        details: detail === undefined ? [] : [detail],
      };
    }
  }
  if (place.quote === '' && (isEmpty || !isUnquoted(key))) {
    yield emptyQuotes(place, { isLiteral: true, inBrackets });
  }
}

/** Types that nobody writes in quotes. */
function isUnquoted({ type }: KnownKey): boolean {
  return type === 'bool' || type === 'int' || type === 'float' || type === 'date';
}

function* candidates(request: CompletionRequest, key: KnownKey): Iterable<Candidate> {
  const { site } = request;
  if (key.type === 'bool') {
    yield { value: 'true', isLiteral: true };
    yield { value: 'false', isLiteral: true };
    return;
  }
  for (const value of key.field?.values ?? []) {
    yield { value, detail: message('read by Hugo') };
  }
  if (key.type === 'date') {
    yield* dates(request, key);
  } else if (key.field?.freeText !== true) {
    const isLiteral = key.type === 'int' || key.type === 'float';
    const isTerm = isTaxonomy(site, key.id);
    for (const { value, pages } of valuesElsewhere(request, key.id)) {
      yield {
        value,
        isLiteral: isLiteral && isNumber(value),
        detail: isTerm ? termUse(pages) : usedOnPages(pages),
      };
    }
  }
}

/** What other pages say: the text that is being typed on this one is in the index, too. */
function valuesElsewhere({ site, page }: CompletionRequest, id: string): readonly ValueStats[] {
  const entries = page.outline?.entries.filter(({ path }) => toKeyId(path) === id) ?? [];
  const own = new Set(entries.flatMap(({ scalars }) => scalars.map(({ text }) => text)));
  return recurringValues(site, id).filter(({ value, pages }) => pages > 1 || !own.has(value));
}

function termUse(pages: number): Message {
  return pages === 1 ? message('term of one page') : message('term of {0} pages', pages);
}

/** Today, this moment, and the page's other dates. */
function* dates({ page, site, client }: CompletionRequest, { id }: KnownKey): Iterable<Candidate> {
  yield { value: client.today, isLiteral: true, detail: message('today') };
  if (client.now !== undefined) {
    yield { value: client.now, isLiteral: true, detail: message('now') };
  }
  for (const { path, key, scalars } of page.outline?.entries ?? []) {
    const [scalar] = scalars;
    if (scalar !== undefined && toKeyId(path) !== id && knownKey(site, path).type === 'date') {
      yield {
        value: scalar.text,
        isLiteral: scalar.style === 'plain',
        detail: message('{0} of this page', key),
      };
    }
  }
}

function isNumber(value: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value);
}

/** The items that the same list holds already; the one at the cursor not. */
function otherItems({ outline }: PageDocument, { path, range }: ValuePlace): Set<string> {
  if (path.at(-1) !== '[]') {
    return new Set();
  }
  const id = toKeyId(path.slice(0, -1));
  const list = outline?.entries.findLast(
    (entry) => entry.keyRange.start < range.start && toKeyId(entry.path) === id,
  );
  return new Set(list?.scalars.filter((item) => !touches(item.range, range.start)).map(({ text }) => text));
}
