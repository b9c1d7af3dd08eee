import { keySchema } from '../../schema/keySchema.ts';
import type { KeySchema, NamedValue, ReadScope } from '../../schema/keySchema.ts';
import { isTaxonomy } from '../../schema/valueType.ts';
import { valueOf } from '../../site/keyValues.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import type { Place } from '../../templates/signature.ts';
import { code, plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import { fieldDocumentation } from '../fieldDocumentation.ts';
import { pageLink, placeLink, readBy, stillReading, usedInPages } from '../provenance.ts';
import { schemaPath } from '../../schema/schemaPath.ts';
import type { KeySubject } from '../subject.ts';
import { headline, mostUsed, type HoverRequest, type HoverText } from './hoverRequest.ts';

/** So many values that templates name are told. */
const valuesNamed = 12;
/** Among so many of the most used. */
const valuesSearched = 100;

/** What is known of a key, for somebody who writes `page`. */
export function keyHover(request: HoverRequest, { entry: { key, path } }: KeySubject): HoverText | undefined {
  const { site, page, client, say } = request;
  const record = site.page(page.uri);
  const schema = keySchema(site, record, schemaPath(path, site.hugo));
  if (schema === undefined) {
    return undefined;
  }
  const { id, field, type, team } = schema;
  const common = commonValues(request, schema);
  return {
    paragraphs: [
      headline(request, `**${code(key)}**`, [
        type === 'listOfMaps' ? message('list of maps') : type,
        team?.isRequired === true ? message('required') : undefined,
        field === undefined ? undefined : message('read by Hugo'),
        ...(field === undefined ? useOf(site, record, id) : []),
      ]),
      team?.documentation === undefined ? '' : plain(team.documentation),
      field === undefined ? '' : fieldDocumentation(field, client.translate),
      ...[
        namedValues(schema),
        common,
        defaultOf(site, schema),
        field === undefined ? archetypeDefault(schema) : undefined,
        ...(field === undefined ? readsOf(site, schema) : []),
        field === undefined && common === undefined ? examplePage(site, record, id) : undefined,
      ].map((text) => (text === undefined ? '' : say(text))),
    ],
  };
}

function useOf(
  site: SiteSnapshot,
  page: PageRecord | undefined,
  id: string,
): readonly (Message | undefined)[] {
  return site.progress.content ? [usedInPages(site, id), usedInSection(site, page, id)] : [stillReading];
}

/** How many pages of the page's own section have it, where that is not the whole site. */
function usedInSection(site: SiteSnapshot, page: PageRecord | undefined, id: string): Message | undefined {
  const pages = page === undefined || page.section === '' ? [] : [...site.pagesIn(page.section)];
  const having = pages.filter(({ keys }) => keys.some((key) => key.id === id)).length;
  return page === undefined || having === 0 || pages.length === site.pageCount()
    ? undefined
    : message('{0} of {1} in {2}', having, pages.length, plain(page.section));
}

/** What the templates or the team name. */
function namedValues({ values, closed, field, type }: KeySchema): Message | undefined {
  const named = values.filter(({ from }) => isWorthNaming[from] && (field === undefined || from === 'team'));
  const list = [...new Set(named.map(({ value }) => value))].slice(0, valuesNamed).map(code).join(', ');
  if (list === '' || type === 'bool') {
    return undefined;
  }
  return closed?.level === 'proven' ? message('One of {0}.', list) : message('Templates know {0}.', list);
}

/** Hugo's stand in its documentation, an archetype's beside it, and entries of the data are too many. */
const isWorthNaming: { readonly [from in NamedValue['from']]: boolean } = {
  hugo: false,
  team: true,
  template: true,
  archetype: false,
  data: false,
};

function commonValues(request: HoverRequest, { id, field, type }: KeySchema): Message | undefined {
  const { site } = request;
  const isOfSite = field === undefined || isTaxonomy(site, id);
  return mostUsed(request, isOfSite && type !== 'date' ? site.values(id, valuesSearched) : []);
}

/** What the templates of this page put in its place, else what a list that shows the page does; what others do is not said. */
function defaultOf(site: SiteSnapshot, { default: fallback, reads }: KeySchema): Message | undefined {
  const scopes = reads.filter(({ at }) => at.path === fallback?.at.path).map(({ scope }) => scope);
  if (fallback === undefined) {
    return undefined;
  }
  if (scopes.includes('page')) {
    return message('Without it, {0} is used.', code(fallback.value));
  }
  return scopes.includes('others')
    ? message('Without it, {0} is used by {1}.', code(fallback.value), placeLink(site, fallback.at))
    : undefined;
}

function archetypeDefault({ archetype }: KeySchema): Message | undefined {
  if (archetype === undefined) {
    return undefined;
  }
  const { value } = archetype;
  return value === undefined || value === ''
    ? message('Part of every new page of the archetype {0}.', code(archetype.archetype.name))
    : message('New pages of the archetype {0} start with {1}.', code(archetype.archetype.name), code(value));
}

/** By this page's templates, then by lists that show it; only where there are none, by those of other pages. Which those are, a section may say that is not read yet. */
function readsOf(site: SiteSnapshot, schema: KeySchema): readonly (Message | undefined)[] {
  const placesOf = (scope: ReadScope): Place[] =>
    schema.reads.filter((read) => read.scope === scope).map(({ at }) => at);
  const own = readBy(site, placesOf('page'));
  const inLists = readBy(site, placesOf('others'), 'lists');
  return own === undefined && inLists === undefined
    ? [readBy(site, placesOf('elsewhere'), site.progress.content ? 'otherPages' : 'page')]
    : [own, inLists];
}

/** Another page that has it, of the same section where there is one. */
function examplePage(site: SiteSnapshot, page: PageRecord | undefined, id: string): Message | undefined {
  const has = ({ uri, keys }: PageRecord): boolean =>
    uri !== page?.uri && keys.some((key) => key.id === id && key.values.length > 0);
  const found = first(site.pagesIn(page?.section ?? ''), has) ?? first(site.pages(), has);
  const value = found && valueOf(found, id);
  return found === undefined || value === undefined || value.length > longestExample
    ? undefined
    : message('For example {0} in {1}.', code(value), pageLink(found));
}

const longestExample = 80;

function first<T>(all: Iterable<T>, isWanted: (one: T) => boolean): T | undefined {
  for (const one of all) {
    if (isWanted(one)) {
      return one;
    }
  }
  return undefined;
}
