// What to write for a key: what the pages like this one all say, or nothing yet, and the writer goes on there.
import { addKey, setValue } from '../../frontMatter/edit.ts';
import type { FrontMatterFormat } from '../../frontMatter/types.ts';
import type { NewValue } from '../../frontMatter/writing.ts';
import { templateKeys } from '../../schema/templateKeys.ts';
import type { KeySchema } from '../../schema/keySchema.ts';
import type { OffsetEdit } from '../../text/edit.ts';
import { message } from '../../text/message.ts';
import { isFilled } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import type { ItemFix } from './openItem.ts';

/** So many pages that say the same, and such a share of those that say anything, make a value usual; where all say it, it is the one answer. */
const leastPages = 6;
const usualShare = 0.9;

export interface UsualValue {
  readonly values: readonly string[];
  /** Every page that says anything says it. */
  readonly isSure: boolean;
}

/** What nearly all pages like this one say of a key; `undefined` where each says its own. */
export function usualValue({ kin }: ListRequest, id: string): UsualValue | undefined {
  const answers = new Map<string, { readonly values: readonly string[]; pages: number }>();
  let all = 0;
  for (const { page } of kin) {
    const key = page.keys.find((each) => each.id === id);
    if (key !== undefined && isFilled(key)) {
      const text = key.values.join('\n');
      const answer = answers.get(text) ?? { values: key.values, pages: 0 };
      answer.pages++;
      all++;
      answers.set(text, answer);
    }
  }
  const [most] = [...answers.values()].sort((a, b) => b.pages - a.pages);
  return most !== undefined && most.pages >= leastPages && most.pages >= usualShare * all
    ? { values: most.values, isSure: most.pages === all }
    : undefined;
}

/** Writes the usual value for a key that the page leaves empty. */
export function fillingFix({ page }: ListRequest, schema: KeySchema, usual: UsualValue): ItemFix | undefined {
  const { fence } = page;
  const path = [...schema.id.split('.').slice(0, -1), schema.spelling];
  const value = toValue(schema, usual.values, fence?.format);
  const edits = fence && setValue(page.text, fence, path, value);
  return edits === undefined || edits.length === 0
    ? undefined
    : {
        title: message('Say "{0}", as the others do', usual.values.join(', ')),
        edits,
        ...(usual.isSure && { isSure: true }),
      };
}

/** Adds a key that is missing: with its usual value, a date with today, all else empty, and the writer goes on in it. */
export function addingFix(request: ListRequest, schema: KeySchema): ItemFix | undefined {
  const usual = schema.type === 'date' ? today(request) : usualValue(request, schema.id);
  const edits = additionOf(request, schema, usual?.values);
  if (edits.length === 0) {
    return undefined;
  }
  if (usual === undefined) {
    const title = message('Add "{0}" and fill it in', schema.spelling);
    return { title, edits, cursor: cursorIn(edits) };
  }
  const title = message('Add "{0}" with "{1}"', schema.spelling, usual.values.join(', '));
  return { title, edits, ...(usual.isSure && { isSure: true }) };
}

function today({ today: day }: ListRequest): UsualValue {
  return { values: [day], isSure: false };
}

function additionOf(
  { site, page }: ListRequest,
  schema: KeySchema,
  values: readonly string[] | undefined,
): readonly OffsetEdit[] {
  const empty = schema.type === 'list' ? [] : '';
  const path = [...schema.id.split('.').slice(0, -1), spellingIn(site, schema)];
  const value = values === undefined ? empty : toValue(schema, values, page.fence?.format);
  return page.fence === undefined ? [] : addKey(page.text, page.fence, path, value);
}

/** Between the quotes or brackets of an empty value. */
function cursorIn([edit]: readonly OffsetEdit[]): number {
  const { range: { start } = { start: 0 }, newText = '' } = edit ?? {};
  const closed = Math.max(...['""', "''", '[]'].map((empty) => newText.lastIndexOf(empty)));
  return start + (closed < 0 ? newText.trimEnd().length : closed + 1);
}

function spellingIn(site: ListRequest['site'], { id, spelling, stats }: KeySchema): string {
  return stats === undefined ? (templateKeys(site).key(id)?.spelling ?? spelling) : spelling;
}

function toValue(
  { type }: KeySchema,
  values: readonly string[],
  format: FrontMatterFormat | undefined,
): NewValue {
  const [first = ''] = values;
  switch (type) {
    case 'list':
      return values;
    case 'date':
      return format === 'json' ? first : { raw: first };
    case 'bool':
    case 'int':
    case 'float':
      return { raw: first };
    default:
      return first;
  }
}
