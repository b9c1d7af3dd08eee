// What the fields and methods of pages, of collections of pages and of the site are.
import type { PageScope } from '../templateReading.ts';
import type { Call, Reading } from './reading.ts';
import { otherPages } from './subject.ts';
import { readNamed } from './subjects.ts';
import { noteUse } from './uses.ts';
import { constants, join, subjects, type Atom, type Value } from './values.ts';
import { words } from './words.ts';

type PageAtom = Extract<Atom, { kind: 'page' }>;

const collections = words(
  'Pages RegularPages RegularPagesRecursive AllPages Sections Ancestors Translations AllTranslations Data Paginator Paginate GetTerms Taxonomies',
);
const neighbors = words(
  'Next Prev NextInSection PrevInSection NextPage PrevPage Parent CurrentSection FirstSection Home GetPage',
);
/** What collections answer that is no collection. */
const noCollections = words(
  'Len Key Count Singular Plural Term Title HasNext HasPrev PageNumber PageSize TotalPages TotalNumberOfElements NumberOfElements URL',
);
const byParameter = words('ByParam GroupByParam GroupByParamDate');

export function pageField(reading: Reading, page: PageAtom, call: Call): Value {
  const { scope, below = scope } = page;
  switch (call.name) {
    case 'Params':
      return [{ kind: 'params', owner: scope }];
    case 'Param':
      // The site may have it, too.
      return join([readParameter(reading, scope, call), [{ kind: 'other' }]]);
    case 'Page':
      return [page];
    case 'Site':
      return [{ kind: 'site' }];
    case 'Resources':
      return [{ kind: 'resources', scope: below }];
    case 'Scratch':
    case 'Store':
      return [{ kind: 'store' }];
    case 'HasShortcode':
      call.args
        .flatMap(({ value }) => constants(value))
        .forEach(({ text }) => reading.notes.name('shortcode', text, call.at));
      return [];
    case 'Render':
      renderView(reading, scope, call);
      return [];
    default:
      return lookedUp(scope.of === 'page' ? otherPages : below, call);
  }
}

/** A content view gets the page; one whose name is not written there may read anything. */
function renderView({ notes, conditions }: Reading, scope: PageScope, { args, at }: Call): void {
  const isCertain = conditions.length === 0;
  for (const { value } of args) {
    const names = constants(value);
    names.forEach(({ text: name }) => notes.call({ kind: 'view', name, ...scope, isCertain, at }));
    if (names.length < value.length || value.length === 0) {
      notes.open(scope, at);
    }
  }
}

export function siteField(call: Call): Value {
  switch (call.name) {
    case 'Data':
      return [{ kind: 'data', path: '' }];
    case 'Menus':
      return [{ kind: 'menu' }];
    case 'BaseURL':
      return [{ kind: 'root' }];
    default:
      return lookedUp(otherPages, call);
  }
}

/** Pages found by way of a page or of the site. */
function lookedUp(scope: PageScope, { name, args }: Call): Value {
  if (name === 'GetPage') {
    return join(args.map(({ value }): Value => [pageAt(value)]));
  }
  if (neighbors.has(name)) {
    return [{ kind: 'page', scope: otherPages }];
  }
  const given = args.flatMap(({ value }) => value.filter(({ kind }) => kind === 'pages'));
  return collections.has(name) ? (given.length > 0 ? given : [{ kind: 'pages', scope }]) : [];
}

/** The page at a path, in its section where all of the first part is known. `/about` may be a section, or a page at the top that is in none. */
function pageAt(path: Value): PageAtom {
  const [only] = path;
  const start =
    only?.kind === 'constant' ? `${only.text}/` : only?.kind === 'joined' ? only.before : undefined;
  const [all, name] = (path.length === 1 && /^\/?([^/]+)\//.exec(start ?? '')) || [];
  if (name === undefined) {
    return { kind: 'page', scope: otherPages };
  }
  const below: PageScope = { of: 'others', section: name.toLowerCase() };
  return { kind: 'page', scope: all === start && only?.kind === 'constant' ? otherPages : below, below };
}

export function pagesField(reading: Reading, scope: PageScope, call: Call): Value {
  const { name } = call;
  if (byParameter.has(name)) {
    const value = readParameter(reading, scope, call);
    reading.notes.use(subjects(value));
    if (name === 'GroupByParamDate') {
      noteUse(reading.notes, value, 'date', call.at);
    }
  }
  if (name === 'Page' || neighbors.has(name)) {
    return [{ kind: 'page', scope }];
  }
  return noCollections.has(name) ? [] : [{ kind: 'pages', scope }];
}

/** Entries of menus, and menus of entries. */
export function menuField({ name }: Call): Value {
  if (name === 'Page') {
    return [{ kind: 'page', scope: otherPages }];
  }
  return name === 'Params' ? [] : [{ kind: 'menu' }];
}

/**
 * Resources of the page have their metadata in its front matter. Those of another are mostly content that lies in its bundle to be shown
 * elsewhere.
 */
export function resourcesField(reading: Reading, scope: PageScope, { name, args, at }: Call): Value {
  if (name === 'Get') {
    args.forEach(({ value }) => {
      noteUse(reading.notes, value, 'resource', at);
    });
  }
  const isPages = name === 'ByType' && args.some(({ value }) => constants(value)[0]?.text === 'page');
  if (isPages || scope.of === 'others') {
    return [{ kind: 'pages', scope: scope.of === 'page' ? otherPages : scope }];
  }
  return name === 'Params'
    ? [{ kind: 'subject', subject: reading.notes.subject(scope, ['resources', '[]', 'params']) }]
    : [{ kind: 'resources', scope }];
}

/** A key by its dotted name, as `.Param` and `.ByParam` take it. */
function readParameter(reading: Reading, scope: PageScope, call: Call): Value {
  return readNamed(reading, scope, call.args[0]?.value ?? [], call.at, (text) => text.split('.'));
}
