import { keySchema } from '../../schema/keySchema.ts';
import type { KeySchema, NamedValue } from '../../schema/keySchema.ts';
import { isTaxonomy } from '../../schema/valueType.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { code, plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import type { Message } from '../../text/message.ts';
import { fieldDocumentation } from '../fieldDocumentation.ts';
import { pageLink, readBy, readsThatConcern, usedInPages } from '../provenance.ts';
import type { KeySubject } from '../subject.ts';
import { headline, type HoverRequest, type HoverText } from './hoverRequest.ts';

/** So many of a key's values are told. */
const valuesTold = 6;
/** Among so many of the most used. */
const valuesSearched = 100;
/** A longer one is a sentence of its page's own. */
const longestValue = 60;

/** What is known of a key, for somebody who writes `page`. */
export function keyHover(request: HoverRequest, { entry: { key, path } }: KeySubject): HoverText | undefined {
  const { site, page, client, say } = request;
  const record = site.page(page.uri);
  const schema = keySchema(site, record, path);
  if (schema === undefined) {
    return undefined;
  }
  const { id, field, type, team } = schema;
  const common = commonValues(site, schema);
  return {
    paragraphs: [
      headline(request, `**${code(key)}**`, [
        type,
        team?.isRequired === true ? message('required') : undefined,
        field === undefined ? undefined : message('read by Hugo'),
        field === undefined ? usedInPages(site, id) : undefined,
        field === undefined ? usedInSection(site, record, id) : undefined,
      ]),
      team?.documentation === undefined ? '' : plain(team.documentation),
      field === undefined ? '' : fieldDocumentation(field, client.translate),
      ...[
        namedValues(schema),
        common,
        schema.default === undefined ? undefined : message('Without it: {0}.', code(schema.default.value)),
        field === undefined ? archetypeDefault(schema) : undefined,
        field === undefined ? readsOf(site, schema) : undefined,
        field === undefined && common === undefined ? examplePage(site, record, id) : undefined,
      ].map((text) => (text === undefined ? '' : say(text))),
    ],
  };
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
  const list = [...new Set(named.map(({ value }) => value))]
    .slice(0, valuesTold * 2)
    .map(code)
    .join(', ');
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

function commonValues(site: SiteSnapshot, { id, field, type }: KeySchema): Message | undefined {
  const isOfSite = field === undefined || isTaxonomy(site, id);
  const values = isOfSite && type !== 'date' ? site.values(id, valuesSearched) : [];
  const told = values
    .filter(({ value, pages }) => pages > 1 && value.length <= longestValue)
    .slice(0, valuesTold);
  const list = told.map(({ value, pages }) => `${code(value)} (${String(pages)})`).join(', ');
  return list === '' ? undefined : message('Most used: {0}', list);
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

/** Those of this page's templates and of lists that show it; where there are none, those of other pages. */
function readsOf(site: SiteSnapshot, schema: KeySchema): Message | undefined {
  const reads = readsThatConcern(schema);
  const places = reads.map(({ at }) => at);
  return readBy(site, places, reads[0]?.scope === 'elsewhere');
}

/** Another page that has it, of the same section where there is one. */
function examplePage(site: SiteSnapshot, page: PageRecord | undefined, id: string): Message | undefined {
  const has = ({ uri, keys }: PageRecord): boolean =>
    uri !== page?.uri && keys.some((key) => key.id === id && key.values.length > 0);
  const found = first(site.pagesIn(page?.section ?? ''), has) ?? first(site.pages(), has);
  const value = found?.keys.find((key) => key.id === id)?.values[0];
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
