// Where a value leads: to a file, a page or an entry of the site's data. Hover shows it, definition goes there.
import { nameOf } from '../schema/templateKeys.ts';
import { findPageAt } from '../site/pageAddress.ts';
import type { DataEntry, PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { ValueUse } from '../templates/signature.ts';
import { decoded, joinPath } from '../text/path.ts';

export type FileLead =
  | { readonly kind: 'file'; readonly uri: string }
  /** A file in the folder of the page: whether it is there is for the disk to say. */
  | { readonly kind: 'beside'; readonly path: string };

export type Lead =
  | FileLead
  | { readonly kind: 'page'; readonly page: PageRecord }
  | { readonly kind: 'data'; readonly entry: DataEntry };

/**
 * Where `value` leads, most likely first: by what templates do with it (`uses`), else by its looks, as an address of the site or a
 * file's name. An address of another host leads nowhere.
 */
export function leadsOf(site: SiteSnapshot, value: string, uses: readonly ValueUse[]): readonly Lead[] {
  const path = toPath(value);
  const known: readonly Lead[] = [
    ...uses.filter(({ type }) => type === 'data').flatMap((use) => inData(site, value, use)),
    ...uses.filter(({ type }) => type === 'partial').flatMap((use) => partialAt(site, value, use)),
    ...(path === undefined ? [] : uses.flatMap((use) => filesOfUse(site, path, use))),
    ...(path === undefined ? [] : uses.flatMap((use) => pagesOfUse(site, path, use))),
  ];
  const isSure = known.some(({ kind }) => kind !== 'beside');
  const all =
    isSure || path === undefined
      ? known
      : [...known, ...filesOfLooks(site, path), ...pagesOfLooks(site, path)];
  return all.filter((lead, i) => all.findIndex((other) => idOf(other) === idOf(lead)) === i);
}

/** The file below `static` or `assets` that the value leads to, by URI. Looks at no page: for many values at once. */
export function fileOf(site: SiteSnapshot, value: string, uses: readonly ValueUse[]): string | undefined {
  const path = toPath(value);
  const leads =
    path === undefined
      ? []
      : [...uses.flatMap((use) => filesOfUse(site, path, use)), ...filesOfLooks(site, path)];
  return leads.find((lead) => lead.kind === 'file')?.uri;
}

export function fileLeads(leads: readonly Lead[]): readonly FileLead[] {
  return leads.flatMap((lead) => (lead.kind === 'file' || lead.kind === 'beside' ? lead : []));
}

function filesOfUse(site: SiteSnapshot, path: string, use: ValueUse): readonly FileLead[] {
  const { type, folder = '', prefix = '', suffix = '' } = use;
  const whole = joinPath(folder, prefix + path) + suffix;
  switch (type) {
    case 'path':
    case 'url':
      return fileAt(site, 'static', whole);
    case 'asset':
      return fileAt(site, 'assets', whole);
    case 'resource':
      return [{ kind: 'beside', path: whole }];
    default:
      return [];
  }
}

function pagesOfUse(site: SiteSnapshot, path: string, { type, folder = '' }: ValueUse): readonly Lead[] {
  return type === 'path' || type === 'url' || type === 'page' ? pageAt(site, joinPath(folder, path)) : [];
}

/** Only what begins at the top of the site or ends like a file's name is clear enough. */
function filesOfLooks(site: SiteSnapshot, path: string): readonly FileLead[] {
  const isPage = /\.(?:md|html)$/i.test(path);
  const isName = !isPage && /[^/]\.[a-z]\w{1,4}$/i.test(path);
  const mounted =
    path.startsWith('/') || isName ? [...fileAt(site, 'static', path), ...fileAt(site, 'assets', path)] : [];
  return isName && !path.startsWith('/') ? [{ kind: 'beside', path }, ...mounted] : mounted;
}

function pagesOfLooks(site: SiteSnapshot, path: string): readonly Lead[] {
  return path.startsWith('/') || /\.(?:md|html)$/i.test(path) ? pageAt(site, path) : [];
}

function fileAt(site: SiteSnapshot, component: 'static' | 'assets', path: string): readonly FileLead[] {
  const file = site.files.file(component, path);
  return file === undefined || file.isFolder ? [] : [{ kind: 'file', uri: file.uri }];
}

/** By its address, or as `ref` names it: by its file, with or without extension. */
function pageAt(site: SiteSnapshot, path: string): readonly Lead[] {
  const address = path.replace(/(?:(?:^|\/)_?index)?\.(?:md|html)$/i, '');
  const page = joinPath(address) === '' ? undefined : findPageAt(site, address);
  return page === undefined ? [] : [{ kind: 'page', page }];
}

function partialAt(
  site: SiteSnapshot,
  value: string,
  { folder = '', prefix = '', suffix = '' }: ValueUse,
): readonly FileLead[] {
  const wanted = (folder + prefix + value + suffix).toLowerCase().replace(/\.html$/, '');
  const partial = site.templates().find((each) => each.role === 'partial' && nameOf(each) === wanted);
  const uri = partial?.source.uri;
  return uri === undefined ? [] : [{ kind: 'file', uri }];
}

function inData({ data }: SiteSnapshot, value: string, { folder = '', field }: ValueUse): readonly Lead[] {
  const entries = field === undefined ? data.entries(folder) : data.values(folder, field);
  const entry =
    entries.find((each) => each.value === value) ??
    entries.find((each) => each.value.toLowerCase() === value.toLowerCase());
  return entry === undefined ? [] : [{ kind: 'data', entry }];
}

/** Without query and fragment, unescaped; `undefined` for nothing, for an address of another host, and for one that leads out of the site. */
function toPath(value: string): string | undefined {
  const [written = ''] = value.split(/[?#]/);
  const isElsewhere = /^(?:[a-z][\w+.-]*:|\/\/)/i.test(written);
  if (written.trim() === '' || isElsewhere || written.split(/[/\\]/).includes('..')) {
    return undefined;
  }
  return decoded(written);
}

function idOf(lead: Lead): string {
  switch (lead.kind) {
    case 'file':
      return lead.uri;
    case 'beside':
      return lead.path;
    case 'page':
      return lead.page.uri;
    case 'data':
      return `${lead.entry.uri} ${String(lead.entry.offset)}`;
  }
}
