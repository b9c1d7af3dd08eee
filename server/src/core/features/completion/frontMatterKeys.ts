import type { FrontMatterField } from '../../hugo/frontMatterField.ts';
import { fieldsBelow, findField, namesOf } from '../../hugo/frontMatterFields.ts';
import { verdictFor } from '../../hugo/version.ts';
import { toKeyId } from '../../site/pageRecord.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { KeyStats } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import { touches } from '../../text/range.ts';
import { fieldDocumentation } from '../fieldDocumentation.ts';
import { knownKey } from '../frontMatterKey.ts';
import { usedInPages } from '../provenance.ts';
import { keyText } from './keyText.ts';
import type { KeyPlace } from './keyText.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

/** So many pages of the section are asked which keys they have; a section may hold the whole site. */
const siblingsAsked = 200;

/** Keys of the section's other pages, then keys of the rest of the site, then the remaining fields of Hugo. */
export function* frontMatterKeys(request: CompletionRequest, place: KeyPlace): Iterable<Suggestion> {
  const { site, page } = request;
  const taken = presentKeys(page, place);
  const here = new Set(page.outline?.entries.map(({ path }) => toKeyId(path)));
  // A key that only this page has stands there finished, or is being typed.
  const others = site.keysBelow(toKeyId(place.parent)).filter(({ id, pages }) => pages > 1 || !here.has(id));
  const used = byUse(others, siblingCounts(request, place.parent));
  const known = fieldsBelow(place.parent).filter(({ since }) => verdictFor(site.hugo, since) !== 'none');
  for (const name of [...used.map(({ spelling }) => spelling), ...known.map((field) => field.name)]) {
    const field = findField([...place.parent, name]);
    const names = [name.toLowerCase(), ...(field === undefined ? [] : namesOf(field))];
    if (!names.some((each) => taken.has(each))) {
      yield suggestionOf(request, place, name);
    }
    taken.add(name.toLowerCase());
  }
}

function suggestionOf(request: CompletionRequest, place: KeyPlace, spelling: string): Suggestion {
  const { site, page, client } = request;
  const path = [...place.parent, spelling];
  const { id, field, type } = knownKey(site, path);
  const quote = /["']/.exec(page.text.charAt(place.range.start))?.[0] ?? '';
  return {
    label: spelling,
    kind: 'key',
    ...keyText(page, place, spelling, type),
    filterText: quote + spelling,
    details: [
      type ?? [],
      field === undefined ? [] : message('read by Hugo'),
      usedInPages(site, id) ?? [],
    ].flat(),
    ...(field === undefined ? {} : { documentation: fieldDocumentation(field, client.translate) }),
    isDeprecated: isDeprecated(request, field),
    asksAgain: !place.hasValue && field?.freeText !== true,
  };
}

function isDeprecated({ site }: CompletionRequest, field: FrontMatterField | undefined): boolean {
  return field?.deprecated !== undefined && verdictFor(site.hugo, field.deprecated.since) !== 'none';
}

/** Keys that stand in the same map already, lower-cased; the one at the cursor not. */
function presentKeys(page: PageDocument, { parent, range }: KeyPlace): Set<string> {
  if (parent.includes('[]')) {
    return new Set();
  }
  const id = toKeyId(parent);
  const siblings = page.outline?.entries.filter(
    ({ path, keyRange }) =>
      path.length === parent.length + 1 &&
      toKeyId(path.slice(0, -1)) === id &&
      !touches(range, keyRange.start),
  );
  return new Set(siblings?.map(({ key }) => key.toLowerCase()));
}

/** How many of the section's pages have each key directly below `parent`, by id. */
function siblingCounts(
  { site, page }: CompletionRequest,
  parent: readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const prefix = parent.length === 0 ? '' : `${toKeyId(parent)}.`;
  let asked = 0;
  for (const sibling of site.pagesIn(site.page(page.uri)?.section ?? '')) {
    if (sibling.uri === page.uri) {
      continue;
    }
    if (asked++ === siblingsAsked) {
      break;
    }
    for (const { id } of sibling.keys) {
      if (id.startsWith(prefix)) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The siblings' keys first, most used first; then the others as they stand. */
function byUse(keys: readonly KeyStats[], siblings: ReadonlyMap<string, number>): readonly KeyStats[] {
  return keys.toSorted((a, b) => (siblings.get(b.id) ?? 0) - (siblings.get(a.id) ?? 0));
}
