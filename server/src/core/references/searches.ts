import { toArgumentId } from '../site/pageRecord.ts';
import { shortcodeKey } from '../site/shortcodeTemplates.ts';
import type { PageKey, PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { searchFile, searchHeading, searchPage } from './linkSearches.ts';
import { namesIn } from './names.ts';
import { sameSymbol } from './sameSymbol.ts';
import { uriOfTemplate } from './siteFile.ts';
import { filesInTemplate, pagesInTemplate } from './templateFiles.ts';
import { partialNameOf } from './templateNames.ts';
import { pathsNaming } from './templateStatements.ts';
import { pagesOfTerm } from './termPages.ts';
import type { SiteSearch, SiteSymbol } from './types.ts';

/**
 * Where a site names `symbol`, in pages of every language, templates, archetypes and data. Every range is the name alone, without quotes; that of a
 * positional argument is its value; pages, headings and files are named by the addresses that lead to them.
 */
export function searchSymbol(site: SiteSnapshot, symbol: SiteSymbol): SiteSearch {
  switch (symbol.kind) {
    case 'page':
      return inTemplatesToo(site, symbol.uri, searchPage(site, symbol.uri), pagesInTemplate);
    case 'file':
      return inTemplatesToo(site, symbol.uri, searchFile(site, symbol.uri), filesInTemplate);
    case 'heading':
      return searchHeading(site, symbol.uri, symbol.anchor);
    default:
      return searchNames(site, symbol);
  }
}

/**
 * Templates are few: they are read for a page or a file without that an index says who names it. A file itself is mostly a picture, in which there is no place to
 * show.
 */
function inTemplatesToo(
  site: SiteSnapshot,
  uri: string,
  { files, find }: SiteSearch,
  namesInTemplate: typeof filesInTemplate,
): SiteSearch {
  const templates = new Set(site.templates().flatMap(({ source }) => source.uri ?? []));
  const own = files.filter((each) => each !== uri || site.page(uri) !== undefined);
  return {
    files: [...new Set([...own, ...templates])],
    find: (file) =>
      templates.has(file.uri)
        ? namesInTemplate(site, file.text)
            .filter(({ symbol }) => 'uri' in symbol && symbol.uri === uri)
            .map(({ range, role }) => ({ uri: file.uri, range, role }))
        : find(file),
  };
}

function searchNames(site: SiteSnapshot, symbol: SiteSymbol): SiteSearch {
  return {
    files: [...new Set(filesNaming(site, symbol))],
    find: (file) =>
      namesIn(site, file, [symbol.kind])
        .filter((name) => sameSymbol(symbol, name.symbol))
        .map(({ range, role }) => ({ uri: file.uri, range, role })),
  };
}

/** The places where `symbol` comes from alone, without looking into pages: its template, the reads of a key or an argument, the entry, the page of the term. */
export function searchDeclarations(site: SiteSnapshot, symbol: SiteSymbol): SiteSearch {
  const { find } = searchSymbol(site, symbol);
  return {
    files: [...new Set([...declaring(site, symbol), ...templatesNaming(site, symbol)])],
    find: (file) => find(file).filter(({ role }) => role === 'declaration'),
  };
}

/** Templates first, then archetypes and data, then pages by their path. */
function* filesNaming(site: SiteSnapshot, symbol: SiteSymbol): Generator<string> {
  yield* declaring(site, symbol);
  yield* templatesNaming(site, symbol);
  for (const { source } of site.archetypes()) {
    if (source.uri !== undefined) {
      yield source.uri;
    }
  }
  const names = namingPages(site, symbol);
  if (names !== undefined) {
    const pages = [...site.pages()].filter(names);
    yield* pages.sort((a, b) => (a.path < b.path ? -1 : 1)).map(({ uri }) => uri);
  }
}

function* templatesNaming(site: SiteSnapshot, symbol: SiteSymbol): Generator<string> {
  for (const path of pathsNaming(site, (named) => sameSymbol(symbol, named))) {
    const uri = uriOfTemplate(site, path);
    if (uri !== undefined) {
      yield uri;
    }
  }
}

/** The files that are the symbol, hold it, or call it without that their reading says so. */
function declaring(site: SiteSnapshot, symbol: SiteSymbol): readonly string[] {
  switch (symbol.kind) {
    case 'shortcode':
      return site.shortcode(symbol.name)?.sources.flatMap(({ uri }) => uri ?? []) ?? [];
    case 'term':
      return pagesOfTerm(site, symbol).map(({ uri }) => uri);
    case 'dataEntry':
      return filesOfEntry(site, symbol.path);
    case 'dataValue':
      return filesOfValue(site, symbol);
    case 'partial':
      return templatesWithPartial(site, symbol.name);
    case 'page':
    case 'file':
    case 'heading':
      return [symbol.uri];
    default:
      return [];
  }
}

function filesOfValue(
  { data }: SiteSnapshot,
  { folder, field, value }: Extract<SiteSymbol, { kind: 'dataValue' }>,
): readonly string[] {
  return data
    .values(folder, field)
    .filter((entry) => entry.value.toLowerCase() === value.toLowerCase())
    .map(({ uri }) => uri);
}

/** The file that is the entry, or those that hold it. */
function filesOfEntry({ data }: SiteSnapshot, path: string): readonly string[] {
  const parts = path.split('.');
  const last = parts.at(-1) ?? '';
  const entries = data.entries(parts.slice(0, -1).join('.'));
  const inside = data.entries(path);
  return [...entries.filter(({ value }) => value.toLowerCase() === last || last === '[]'), ...inside].map(
    ({ uri }) => uri,
  );
}

/** Itself, and those that look it up. */
function templatesWithPartial(site: SiteSnapshot, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  const isIt = (called: string): boolean =>
    called
      .toLowerCase()
      .replace(/^\//, '')
      .replace(/\.html$/, '') === wanted;
  return site.templates().flatMap((template) => {
    const { source, reading } = template;
    const isOwn = template.role === 'partial' && partialNameOf(template)?.toLowerCase() === wanted;
    const calls = reading?.calls.some((call) => call.kind === 'partial' && isIt(call.name)) === true;
    return source.uri !== undefined && (isOwn || calls || reading?.asked.some(isIt) === true)
      ? [source.uri]
      : [];
  });
}

type IsPage = (page: PageRecord) => boolean;

function namingPages(site: SiteSnapshot, symbol: SiteSymbol): IsPage | undefined {
  switch (symbol.kind) {
    case 'shortcode': {
      const key = shortcodeKey(symbol.name, site.hugo);
      return ({ calls }) => calls.some((name) => shortcodeKey(name, site.hugo) === key);
    }
    case 'argument': {
      const id = toArgumentId(symbol.shortcode, symbol.key);
      return (page) => page.arguments.some((argument) => argument.id === id);
    }
    case 'key':
      return ({ keys }) => keys.some(({ id }) => isKeyOf(id, symbol.id));
    case 'term': {
      const term = symbol.term.toLowerCase();
      return ({ keys }) => keys.some((key) => isKeyOf(key.id, symbol.taxonomy) && mayHold(key, [term]));
    }
    case 'dataEntry':
      return pagesLookingUp(site, 'data', symbol.path);
    case 'dataValue':
      return pagesLookingUp(site, 'data', symbol.value.toLowerCase());
    case 'partial':
      return pagesLookingUp(site, 'partial', symbol.name.toLowerCase());
    default:
      return undefined;
  }
}

/** What `cascade` hands down is a key, too, and what stands below `params` may be one. */
function isKeyOf(id: string, wanted: string): boolean {
  return id === wanted || (/^(?:cascade|params)\./.test(id) && id.endsWith(`.${wanted}`));
}

const mostValues = 40;

/** The index keeps so many values and no longer ones. */
function mayHold({ values }: PageKey, wanted: readonly string[]): boolean {
  return values.length >= mostValues || values.some((value) => wanted.includes(value.toLowerCase()));
}

/** Those on which a key or an argument that templates look something up with may name it: what they write is a part of its name. */
function pagesLookingUp(site: SiteSnapshot, type: 'data' | 'partial', name: string): IsPage {
  const keys = new Set<string>();
  for (const { reading } of site.templates()) {
    for (const key of reading?.keys ?? []) {
      if (key.types.some((use) => use.type === type)) {
        keys.add(
          key.path
            .filter((part, index) => part !== '[]' || index < key.path.length - 1)
            .join('.')
            .toLowerCase(),
        );
      }
    }
  }
  const given = new Set(
    site
      .shortcodes()
      .flatMap(({ name: shortcode, signature }) =>
        (signature?.arguments ?? []).flatMap(({ key, types }) =>
          types.some((use) => use.type === type) ? [toArgumentId(shortcode, key)] : [],
        ),
      ),
  );
  const isPart = ({ values }: PageKey): boolean =>
    values.length >= mostValues || values.some((value) => name.includes(value.toLowerCase()));
  return (page) =>
    page.keys.some((key) => keys.has(key.id) && isPart(key)) ||
    page.arguments.some((argument) => given.has(argument.id) && isPart(argument));
}
