import type { FrontMatterField } from '../../hugo/frontMatterField.ts';
import { namesOf } from '../../hugo/frontMatterFields.ts';
import { verdictFor } from '../../hugo/version.ts';
import { askedPage, type AskedPage } from '../../schema/askedPage.ts';
import { archetypeOf, keysBelow, keySchema, type KeySchema } from '../../schema/keySchema.ts';
import { keyVotes, type KeySlot } from '../../schema/keyVotes.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { toKeyId } from '../../site/pageRecord.ts';
import { plain } from '../../text/markdown.ts';
import { message, type Message } from '../../text/message.ts';
import { isOwnText } from '../../schema/valueType.ts';
import { fieldDocumentation } from '../fieldDocumentation.ts';
import { usedInPages } from '../provenance.ts';
import { keySlot } from './keySlot.ts';
import { keyText, type KeyPlace } from './keyText.ts';
import type { CompletionRequest, Suggestion } from './suggestion.ts';

/** The keys that this page may want at this place, the likeliest first, without those that stand there already. */
export function* frontMatterKeys(request: CompletionRequest, place: KeyPlace): Iterable<Suggestion> {
  const { site, page } = request;
  const asked = askedPage(site, page, place.range);
  const slot = keySlot(page, place.parent, place.range);
  const taken = new Set([...slot.present].map((id) => id.slice(id.lastIndexOf('.') + 1)));
  const offered = keysBelow(site, asked, place.parent).flatMap((name) => {
    const schema = keySchema(site, asked, [...place.parent, name]);
    return schema !== undefined && isWanted(request, schema, taken) ? schema : [];
  });
  for (const schema of ranked(request, asked, slot, offered)) {
    yield suggestionOf(request, place, schema);
  }
}

function isWanted(
  { site, page }: CompletionRequest,
  { id, spelling, field, stats, team, archetype, reads, level }: KeySchema,
  taken: ReadonlySet<string>,
): boolean {
  const names = [spelling.toLowerCase(), ...(field === undefined ? [] : namesOf(field))];
  const isHere = page.outline?.entries.some(({ path }) => toKeyId(path) === id) === true;
  // A key that only this page has stands there finished, or is being typed.
  const isOfOthers = stats !== undefined && stats.pages > (isHere ? 1 : 0);
  const isOfHugo =
    field !== undefined && verdictFor(site.hugo, field.since) !== 'none' && !isLeftBehind(site, field);
  const isTold = team !== undefined || archetype !== undefined || reads.length > 0 || level === 'proven';
  return (
    (isOfOthers || isOfHugo || (field === undefined && isTold)) && !names.some((name) => taken.has(name))
  );
}

/** Releases of the range warn of it, and there is nothing to write in its place. */
function isLeftBehind({ hugo }: SiteSnapshot, { deprecated }: FrontMatterField): boolean {
  return deprecated?.instead === '' && verdictFor(hugo, deprecated.since) !== 'none';
}

/** What a template that renders the page reads is worth beside the votes of pages: it comes before what hardly any page like it has. */
const readVote = 0.002;

/**
 * On a page that has nothing but keys of its archetype, those that are missing first. Then what pages like it have at this place, what its
 * templates read, what Hugo reads; at last what one page made up.
 */
function ranked(
  { site }: CompletionRequest,
  asked: AskedPage,
  slot: KeySlot,
  offered: readonly KeySchema[],
): readonly KeySchema[] {
  const votes = keyVotes(site, asked, slot);
  const prescribed = prescribedKeys(archetypeOf(site, asked)?.keys.map(({ id }) => id) ?? [], slot);
  const most = Math.max(Number.MIN_VALUE, ...votes.values());
  const score = (schema: KeySchema): number => {
    const order = prescribed.indexOf(schema.id);
    const vote = (votes.get(schema.id) ?? 0) / most;
    return order >= 0 ? 2 + prescribed.length - order : vote + (isReadHere(schema) ? readVote : 0);
  };
  return offered
    .map((schema) => ({ schema, score: score(schema), group: groupOf(schema) }))
    .sort((a, b) => a.group - b.group || b.score - a.score)
    .map(({ schema }) => schema);
}

function isReadHere({ reads, team, field }: KeySchema): boolean {
  return field !== undefined || team !== undefined || reads.some(({ scope }) => scope === 'page');
}

/** Told and used, Hugo's that nobody uses, made up by one page, not to be used any more. */
function groupOf({ field, stats, reads, archetype, team }: KeySchema): number {
  const isTold =
    archetype !== undefined || team !== undefined || reads.some(({ scope }) => scope !== 'elsewhere');
  if (stats !== undefined || isTold) {
    return stats?.pages === 1 && field === undefined && !isTold ? 2 : 0;
  }
  return 1;
}

/**
 * The keys of the archetype that a new page still lacks, those that follow the cursor's place first; none where the page has most of them or goes
 * its own way.
 */
function prescribedKeys(archetype: readonly string[], { present, before }: KeySlot): readonly string[] {
  const isFresh = 2 * present.size < archetype.length;
  if (!isFresh || [...present].some((id) => !archetype.includes(id))) {
    return [];
  }
  const next = before === undefined ? 0 : archetype.indexOf(before) + 1;
  return [...archetype.slice(next), ...archetype.slice(0, next)].filter((id) => !present.has(id));
}

function suggestionOf(request: CompletionRequest, place: KeyPlace, schema: KeySchema): Suggestion {
  const { page } = request;
  const { spelling, field, type } = schema;
  const quote = /["']/.exec(page.text.charAt(place.range.start))?.[0] ?? '';
  const documentation = documentationOf(request, schema);
  return {
    label: spelling,
    kind: 'key',
    ...keyText(page, place, spelling, type),
    filterText: quote + spelling,
    details: detailsOf(request, schema),
    ...(documentation === undefined ? {} : { documentation }),
    isDeprecated: isDeprecated(request, field),
    asksAgain: !place.hasValue && !isOwnText(schema),
  };
}

function detailsOf({ site }: CompletionRequest, schema: KeySchema): readonly (Message | string)[] {
  const { id, field, type, reads, archetype, team } = schema;
  const read = reads.find(({ scope }) => scope !== 'elsewhere') ?? reads[0];
  return [
    type ?? [],
    team?.isRequired === true ? message('required') : [],
    field === undefined ? [] : message('read by Hugo'),
    usedInPages(site, id) ?? [],
    archetype === undefined ? [] : archetype.archetype.source.path,
    read === undefined || field !== undefined
      ? []
      : message('read by {0}', `${read.at.path}:${String(read.at.line)}`),
  ].flat();
}

function documentationOf({ client }: CompletionRequest, { field, team }: KeySchema): string | undefined {
  const parts = [
    team?.documentation === undefined ? [] : plain(team.documentation),
    field === undefined ? [] : fieldDocumentation(field, client.translate),
  ].flat();
  return parts.length === 0 ? undefined : parts.join('\n\n');
}

function isDeprecated({ site }: CompletionRequest, field: FrontMatterField | undefined): boolean {
  return field?.deprecated !== undefined && verdictFor(site.hugo, field.deprecated.since) !== 'none';
}

/** Whether keys are wanted where a value stands: the first item of a list that holds maps elsewhere. */
export function holdsMaps({ site, page }: CompletionRequest, path: readonly string[]): boolean {
  return (
    path.at(-1) === '[]' &&
    (site.keysBelow(toKeyId(path)).length > 0 ||
      keySchema(site, askedPage(site, page), path)?.type === 'listOfMaps')
  );
}
