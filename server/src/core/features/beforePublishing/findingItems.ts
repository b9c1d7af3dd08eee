import { toKeyId } from '../../site/pageRecord.ts';
import { message } from '../../text/message.ts';
import type { Finding } from '../finding.ts';
import type { ListRequest } from './listRequest.ts';
import type { OpenItem } from './openItem.ts';

/** Said by other items of the list. */
const saidElsewhere: ReadonlySet<string> = new Set(['future-date', 'expired-page']);

/** So many of a kind are shown one by one; the last stands for the rest. */
const mostOfKind = 3;

const weights = { error: 4, warning: 3, information: 2, hint: 1 } as const;

/** Each finding with its one fix, where it has one only or a sure one. */
export function* findingItems(request: ListRequest, findings: readonly Finding[]): Iterable<OpenItem> {
  const kinds = new Map<string, Finding[]>();
  for (const finding of findings.filter(isFirstToReplace())) {
    kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding]);
  }
  for (const alike of [...kinds].flatMap(([code, all]) => (saidElsewhere.has(code) ? [] : [all]))) {
    const shown = alike.length > mostOfKind ? alike.slice(0, mostOfKind - 1) : alike;
    const [next, ...more] = alike.slice(shown.length);
    yield* shown.map((finding) => toItem(request, finding));
    if (next !== undefined) {
      yield toRest(toItem(request, next), more.length + 1);
    }
  }
}

/** Of several that write anew what stands at one place the first is enough: once it is mended the others are found again, or gone. */
function isFirstToReplace(): (finding: Finding) => boolean {
  const replaced = new Set<string>();
  return ({ fixes: [fix] }) => {
    const [edit] = fix?.edits ?? [];
    const place = edit === undefined ? '' : `${edit.range.start} ${edit.range.end}`;
    const isNew = !replaced.has(place);
    if (edit !== undefined && edit.range.end > edit.range.start) {
      replaced.add(place);
    }
    return isNew;
  };
}

/** Stands for the others of its kind, of which it is the first. */
function toRest({ code, group, range, weight }: OpenItem, count: number): OpenItem {
  return { code, group, range, weight: weight - 0.1, message: message('And {0} more of this kind.', count) };
}

function toItem(
  { entries }: ListRequest,
  { code, severity, range, message: says, fixes }: Finding,
): OpenItem {
  const fix = fixes.find(({ isSure }) => isSure === true) ?? (fixes.length === 1 ? fixes[0] : undefined);
  const entry = [...entries.values()].find(
    ({ keyRange, valueRange }) =>
      keyRange.start <= range.start && range.end <= Math.max(keyRange.end, valueRange.end),
  );
  return {
    code,
    group: severity === 'error' || severity === 'warning' ? 'wrong' : 'look',
    ...(entry && { key: toKeyId(entry.path) }),
    message: says,
    range,
    weight: weights[severity],
    ...(fix && { fix }),
  };
}
