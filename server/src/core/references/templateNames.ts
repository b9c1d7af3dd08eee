import type { SiteSnapshot, SiteTemplate } from '../site/snapshot.ts';
import { parseTemplate } from '../templates/parse.ts';
import { readTemplate } from '../templates/readTemplate.ts';
import type { CallNode, Command, TemplateNode } from '../templates/types.ts';
import { memoize } from '../text/memoize.ts';
import { range, type TextRange } from '../text/range.ts';
import type { Place } from '../templates/signature.ts';
import { startOfFile, type Named } from './named.ts';
import { sameSymbol } from './sameSymbol.ts';
import type { SiteSymbol } from './types.ts';
import { filesInTemplate, pagesInTemplate } from './templateFiles.ts';
import { TemplatePlaces, type Word } from './templatePlaces.ts';
import {
  shortcodeNameOf,
  statementsIn,
  statementsOf,
  shortcodeSymbol,
  type Statement,
} from './templateStatements.ts';

/**
 * All names in the text of a template as it stands in the editor, in the order of the text: arguments, keys, entries of the data, partials, shortcodes
 * that pages are asked for; and what the file itself is. It is read anew; what it reads for its callers alone (a partial that is handed an argument) is known
 * from the saved files, and counts where the name still stands in its place.
 */
export function templateNames(site: SiteSnapshot, template: SiteTemplate, text: string): readonly Named[] {
  const { places, own, body } = readAnew(site, template, text);
  const { path } = template.source;
  const names = [
    ...statementsIn(site, path).flatMap((statement) => namedAt(places, statement)),
    ...own.flatMap((statement) => namedBy(places, statement)),
    ...partialNames(site, places, text, body),
    ...filesInTemplate(site, text),
    ...pagesInTemplate(site, text),
  ];
  return [...whatItIs(site, template), ...unique(names)];
}

/**
 * Where the template reads `symbol` by a name that does not stand there: another file hands it over, `dict "key" "title"`, or it is made, `printf`. `undefined`
 * where all names stand in their places.
 */
export function unlocatedRead(
  site: SiteSnapshot,
  template: SiteTemplate,
  text: string,
  symbol: SiteSymbol,
): Place | undefined {
  const { places } = readAnew(site, template, text);
  return statementsIn(site, template.source.path).find(
    (statement) => sameSymbol(symbol, statement.symbol) && namedBy(places, statement).length === 0,
  )?.at;
}

interface ReadAnew {
  readonly places: TemplatePlaces;
  /** What it says of itself. */
  readonly own: readonly Statement[];
  readonly body: readonly TemplateNode[];
}

function readAnew(site: SiteSnapshot, template: SiteTemplate, text: string): ReadAnew {
  const { tree } = parseTemplate(text);
  const { path } = template.source;
  const reading = readTemplate(
    { path, text, tree },
    () => undefined,
    template.role === 'shortcode' ? 'shortcode' : 'page',
  );
  return {
    places: new TemplatePlaces(text, tree.body),
    own: [...statementsOf(site, template, reading)].filter(({ at }) => at.path === path),
    body: tree.body,
  };
}

function whatItIs(site: SiteSnapshot, template: SiteTemplate): Named[] {
  const shortcode = shortcodeNameOf(template, site.config);
  const partial = template.role === 'partial' ? partialNameOf(template) : undefined;
  const own = { range: startOfFile, role: 'declaration' } as const;
  return [
    ...(shortcode === undefined ? [] : [{ symbol: shortcodeSymbol(site, shortcode), ...own }]),
    ...(partial === undefined ? [] : [{ symbol: { kind: 'partial', name: partial } as const, ...own }]),
  ];
}

/** What comes by way of a variable, `$key := "title"`, is named where it is written. */
function namedBy(places: TemplatePlaces, statement: Statement): Named[] {
  const { symbol, path } = statement;
  const named = namedAt(places, statement);
  const last = path.at(-1);
  const elsewhere = named.length > 0 || last === undefined ? undefined : places.onlyText(last);
  return elsewhere === undefined ? named : [{ symbol, range: elsewhere, role: roleOf(symbol) }];
}

function namedAt(places: TemplatePlaces, { symbol, path, before, isFolded, at }: Statement): Named[] {
  const wanted = [...path];
  const last = wanted.pop();
  const words = places
    .wordsAt(at.range)
    .map((word) => ({ ...word, read: isFolded ? word.text.toLowerCase() : word.text }));
  const found = best(
    words.flatMap((word, index) =>
      word.read === last ? { word, fit: fitBefore(words, index, wanted, before) } : [],
    ),
  );
  return found === undefined ? [] : [{ symbol, range: found.range, role: roleOf(symbol) }];
}

/** What templates read, they make to what it is. */
function roleOf({ kind }: SiteSymbol): Named['role'] {
  return kind === 'argument' || kind === 'key' ? 'declaration' : 'use';
}

interface Fitting {
  readonly word: Word;
  /** How many of the words before it are those that belong there. */
  readonly fit: number;
}

/** Of several the one that stands behind its parents, then the one in the fewest parentheses, then the first. */
function best(all: readonly Fitting[]): Word | undefined {
  const [first] = all.toSorted((a, b) => b.fit - a.fit || a.word.depth - b.word.depth);
  return first?.word;
}

function fitBefore(
  words: readonly { readonly read: string }[],
  index: number,
  parents: readonly string[],
  before: readonly string[],
): number {
  let fit = 0;
  while (fit < parents.length && words[index - 1 - fit]?.read === parents[parents.length - 1 - fit]) {
    fit++;
  }
  const start = words[index - 1 - fit]?.read;
  return fit === parents.length && start !== undefined && before.includes(start) ? fit + 1 : fit;
}

const partialCalls: ReadonlySet<string> = new Set([
  'partial',
  'partialCached',
  'partials.Include',
  'partials.IncludeCached',
]);

function partialNames(
  site: SiteSnapshot,
  places: TemplatePlaces,
  text: string,
  body: readonly TemplateNode[],
): Named[] {
  return [
    ...places.commands.flatMap((command) => partialCalled(places, command)),
    ...templateCalls(body).flatMap((call) => partialIncluded(text, call)),
  ].map(([written, where]) => ({
    symbol: { kind: 'partial', name: partialSpelling(site, written) },
    range: where,
    role: 'use',
  }));
}

type Written = readonly [name: string, range: TextRange];

/** The name in `partial "nav/item.html" .`, without extension and without a slash before it. */
function partialCalled(places: TemplatePlaces, { operands: [first, second] }: Command): Written[] {
  if (first?.kind !== 'function' || second?.kind !== 'string') {
    return [];
  }
  const content = places.contentOf(second);
  const called = [first.name, ...first.path.map(({ name }) => name)].join('.');
  return content === undefined || !partialCalls.has(called) ? [] : [bareName(second.value, content.start)];
}

/** `template "partials/nav.html" .` is how partials were called once. */
function partialIncluded(text: string, { name, range: where }: CallNode): Written[] {
  const [folder] = /^_?partials\//.exec(name) ?? [];
  const start = text.indexOf(name, where.start);
  return folder === undefined || start < 0 || start > where.end
    ? []
    : [bareName(name.slice(folder.length), start + folder.length)];
}

function bareName(written: string, start: number): Written {
  const [slash] = /^\/?/.exec(written) ?? [''];
  const name = written.slice(slash.length).replace(/\.html$/, '');
  return [name, range(start + slash.length, start + slash.length + name.length)];
}

function templateCalls(nodes: readonly TemplateNode[]): CallNode[] {
  return nodes.flatMap((node): CallNode[] => {
    if (node.kind === 'template') {
      return [node];
    }
    const inner =
      'clauses' in node ? node.clauses.flatMap(({ body }) => body) : 'body' in node ? node.body : [];
    return templateCalls(inner);
  });
}

/** A partial as its file is called, whatever the case of the letters: Hugo 0.146 and newer do not mind it. */
export function partialSpelling(site: SiteSnapshot, written: string): string {
  return partialSpellings(site.templates()).get(written.toLowerCase()) ?? written;
}

const partialSpellings = memoize(
  (templates: readonly SiteTemplate[]): ReadonlyMap<string, string> =>
    new Map(
      templates.flatMap((template) => {
        const name = template.role === 'partial' ? partialNameOf(template) : undefined;
        return name === undefined ? [] : [[name.toLowerCase(), name] as const];
      }),
    ),
);

/** As templates call it: `nav/item` for `partials/nav/item.html`. */
export function partialNameOf({ path }: SiteTemplate): string | undefined {
  return /^_?partials\/(.+?)(?:\.html)?$/.exec(path)?.[1];
}

/** Each symbol once at each place, in the order of the text. */
function unique(names: readonly Named[]): readonly Named[] {
  const byPlace = new Map(
    names.map((each) => [[each.range.start, each.range.end, JSON.stringify(each.symbol)].join(' '), each]),
  );
  return [...byPlace.values()].sort((a, b) => a.range.start - b.range.start);
}
