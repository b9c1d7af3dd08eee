// What is known of a site's shortcodes when nobody has written a page yet, measured on the calls of its real pages.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findArgument, shortcodeSchema } from '../../server/src/core/schema/shortcodeSchema.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { SiteStore } from '../../server/src/core/site/store.ts';
import { readWholeSite, siteFolders, type WholeSite } from './leaveOneOutSites.ts';
import { atLeast, told, type Row } from './measure.ts';

interface Use {
  readonly shortcode: string;
  /** Of a named argument; absent for the call itself. */
  readonly argument?: string;
}

export async function templatesAlone(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const folder of siteFolders()) {
    rows.push(...rowsOf(await readWholeSite(folder)));
  }
  return rows;
}

function rowsOf(site: WholeSite): Row[] {
  const empty = withoutPages(site.snapshot);
  const defined = site.snapshot.templates().filter(({ role }) => role === 'shortcode');
  const { calls, named } = usesOn(site);
  const isDefined = ({ shortcode }: Use): boolean => empty.shortcode(shortcode) !== undefined;
  const isKnown = ({ shortcode, argument = '' }: Use): boolean =>
    findArgument(shortcodeSchema(empty, shortcode), argument) !== undefined;
  const isOpen = ({ shortcode }: Use): boolean => shortcodeSchema(empty, shortcode).isOpen;
  const isRead = (use: Use): boolean =>
    isDefined(use) && (isKnown(use) || (!isOpen(use) && isNamedInTemplate(empty, use)));
  const unknown = defined.filter(({ path }) => empty.shortcode(nameOf(path)) === undefined);
  const read = named.filter(isRead);
  return [
    atLeast(
      `${site.name}: shortcodes that templates define`,
      percent(defined.length - unknown.length, defined.length),
      100,
      '%',
      `${String(defined.length)}${list(unknown.map(({ path }) => path))}`,
    ),
    atLeast(
      `${site.name}: uses of named arguments that templates read`,
      percent(read.filter(isKnown).length, read.length),
      100,
      '%',
      `${String(read.length)}${list(read.filter((use) => !isKnown(use)).map(show))}`,
    ),
    told(`${site.name}: calls of what no template defines`, summary(calls.filter((use) => !isDefined(use)))),
    told(
      `${site.name}: uses of named arguments that only pages tell`,
      summary(named.filter((use) => !isRead(use))),
    ),
  ];
}

/** Whether a reader of the template's own file would find the name asked for there. */
function isNamedInTemplate(site: SiteSnapshot, { shortcode, argument = '' }: Use): boolean {
  const uri = site.shortcode(shortcode)?.sources[0]?.uri;
  const text = uri === undefined ? '' : readFileSync(fileURLToPath(uri), 'utf8');
  return text.includes(`.Get "${argument}"`) || text.includes(`.Get \`${argument}\``);
}

function usesOn({ pages, snapshot }: WholeSite): { calls: readonly Use[]; named: readonly Use[] } {
  const tags = pages
    .flatMap(({ record, text }) => new PageDocument(record.uri, text, snapshot.hugo).shortcodes.tags)
    .filter(({ kind, sound, name, inline }) => sound && name !== '' && !inline && kind !== 'close');
  return {
    calls: tags.map(({ name }) => ({ shortcode: name })),
    named: tags.flatMap(({ name, args }) =>
      args.flatMap((each) => (each.name === undefined ? [] : { shortcode: name, argument: each.name })),
    ),
  };
}

function withoutPages(snapshot: SiteSnapshot): SiteSnapshot {
  const { root, config, hugo, progress, missingModules, shortcodesComplete, data, files, redirects, team } =
    snapshot;
  return new SiteStore({
    ...{ root, config, hugo, progress, missingModules, shortcodesComplete, data, files, redirects, team },
    shortcodes: snapshot.shortcodes(),
    templates: snapshot.templates(),
    archetypes: snapshot.archetypes(),
  }).snapshot;
}

function nameOf(path: string): string {
  return path.replace(/^.*?_?shortcodes\//, '').replace(/\.[^/]*$/, '');
}

function percent(part: number, all: number): number {
  return all === 0 ? 100 : (100 * part) / all;
}

function summary(uses: readonly Use[]): string {
  return `${String(uses.length)}${list(uses.map(show))}`;
}

function show({ shortcode, argument }: Use): string {
  return argument === undefined ? shortcode : `${shortcode} ${argument}`;
}

function list(names: readonly string[]): string {
  return names.length === 0 ? '' : `: ${[...new Set(names)].join(', ')}`;
}
