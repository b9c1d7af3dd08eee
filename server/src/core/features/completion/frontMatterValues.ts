import { askedPage } from '../../schema/askedPage.ts';
import { keySchema, type KeySchema } from '../../schema/keySchema.ts';
import { ownWords, valuesAsked } from '../../schema/ownWords.ts';
import { textOf, touches } from '../../text/range.ts';
import { toKeyId } from '../../site/pageRecord.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { frontMatterKeys, holdsMaps } from './frontMatterKeys.ts';
import { fileOf } from '../leads.ts';
import { valueCandidates, type Candidate } from './valueCandidates.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';
import { emptyQuotes, valueText, type ValuePlace } from './valueText.ts';

/**
 * Values that fit the key, each once. At the end stands a pair of quotes for a text of the writer's own: VS Code suggests words of the
 * document where a list is empty. Sentences stand behind them.
 */
export function* frontMatterValues(request: CompletionRequest, place: ValuePlace): Iterable<Suggestion> {
  const { site, page } = request;
  if (place.format === 'yaml' && !place.flow && place.quote === '' && holdsMaps(request, place.path)) {
    yield* frontMatterKeys(request, toKeyPlace(place));
    return;
  }
  const asked = askedPage(site, page, place.range);
  const key = keySchema(site, asked, place.path);
  const inBrackets =
    key?.type === 'list' && place.path.at(-1) !== '[]' && place.format !== 'org' && place.quote === '';
  const shape = { isLiteral: true, inBrackets };
  const suggested = [...valuesOnce(request, place, valueCandidates(request, asked, place, key))];
  const toSuggestion = (candidate: Candidate): Suggestion =>
    suggestionOf(request, place, candidate, key, inBrackets);
  const isOwn = ownWords(key === undefined ? [] : site.values(key.id, valuesAsked));
  yield* suggested.filter(({ value }) => !isOwn(value)).map(toSuggestion);
  if (place.quote === '' && (suggested.length === 0 || !isUnquoted(key))) {
    yield emptyQuotes(place, shape);
  }
  yield* suggested.filter(({ value }) => isOwn(value)).map(toSuggestion);
}

/** Those that the list does not hold yet; of several that differ in case alone the likeliest. */
function* valuesOnce(
  { page }: CompletionRequest,
  place: ValuePlace,
  candidates: Iterable<Candidate>,
): Iterable<Candidate> {
  const seen = otherItems(page, place);
  for (const candidate of candidates) {
    const folded = candidate.value.toLowerCase();
    if (!seen.has(folded)) {
      seen.add(folded);
      yield candidate;
    }
  }
}

function suggestionOf(
  { site, page }: CompletionRequest,
  place: ValuePlace,
  { value, isLiteral = false, isFolder = false, title, details }: Candidate,
  key: KeySchema | undefined,
  inBrackets: boolean,
): Suggestion {
  const quoted = textOf(page.text, place.range).startsWith(place.quote) ? place.quote : '';
  const file = fileOf(site, value, key?.uses ?? []);
  return {
    label: value,
    kind: 'value',
    range: place.range,
    newText: valueText(page, place, value, { isLiteral, inBrackets }),
    filterText: quoted + [value, title ?? []].flat().join(' '),
    details,
    asksAgain: isFolder,
    ...(file === undefined ? {} : { file }),
  };
}

/** Types that nobody writes in quotes. */
function isUnquoted(key: KeySchema | undefined): boolean {
  return key?.type === 'bool' || key?.type === 'int' || key?.type === 'float' || key?.type === 'date';
}

/** The same place, taken for that of a key in the map that begins there. */
function toKeyPlace({ format, path, range, typed, flow }: ValuePlace): Parameters<typeof frontMatterKeys>[1] {
  return { kind: 'key', format, parent: path, range, typed, separator: undefined, hasValue: false, flow };
}

/** The items that the same list holds already, lower-cased; the one at the cursor not. */
function otherItems({ outline }: PageDocument, { path, range }: ValuePlace): Set<string> {
  if (path.at(-1) !== '[]') {
    return new Set();
  }
  const id = toKeyId(path.slice(0, -1));
  const list = outline?.entries.findLast(
    (entry) => entry.keyRange.start < range.start && toKeyId(entry.path) === id,
  );
  return new Set(
    list?.scalars.filter((item) => !touches(item.range, range.start)).map(({ text }) => text.toLowerCase()),
  );
}
