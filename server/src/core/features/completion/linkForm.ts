// In which form a new address is written: as the page and its neighbors write theirs.
import type { AddressForm } from '../../references/writeAddress.ts';
import { mayRewrite } from '../../site/links/linkHooks.ts';
import { folderOf } from '../../site/pagePath.ts';
import type { PageRecord, SiteSnapshot, ValueStats } from '../../site/snapshot.ts';
import type { ValueUse } from '../../templates/signature.ts';

/** How addresses of pages are written around here. */
export type LinkHabit = Omit<AddressForm, 'isRelative'>;

/** So many pages beside are asked. */
const mostAsked = 100;
/** How much the page's own links count. */
const ownWeight = 5;

/** How the page and those in its folder and section write the addresses of pages; `isReference` for `ref`. */
export function linkHabit(site: SiteSnapshot, from: PageRecord, isReference: boolean): LinkHabit {
  const around = [...site.pagesInFolder(folderOf(from), mostAsked), ...site.pagesIn(from.section, mostAsked)];
  const counts = { slash: 0, none: 0, file: 0 };
  const count = (page: PageRecord, weight: number): void => {
    for (const lead of page.leads ?? []) {
      const form = formOf(lead);
      if (form !== undefined) {
        counts[form] += weight;
      }
    }
  };
  count(from, ownWeight);
  around.forEach((page) => {
    count(page, 1);
  });
  const canNameFile = isReference || mayRewrite(site, 'link');
  return {
    endsWithSlash: counts.slash >= counts.none,
    namesFile: canNameFile && counts.file > counts.slash + counts.none,
  };
}

/**
 * How a key or an argument with these `values`, most used first, names a page, so that each is offered once: as the most of them that name it do; one that none of
 * them names as all of them do, with a slash at the end or without. Anything else stays, and all of it where templates do not take the value for an address as it is.
 */
export function pageForm(
  uses: readonly ValueUse[],
  values: readonly ValueStats[],
): (value: string) => string {
  if (!uses.some(isWholeAddress)) {
    return (value) => value;
  }
  const addresses = values.filter(({ value }) => isPageAddress(value));
  const known = new Map(addresses.map(({ value }) => [withSlash(value), value] as const).reverse());
  const pagesWith = (form: string): number =>
    addresses.reduce((sum, { value, pages }) => sum + (formOf(value) === form ? pages : 0), 0);
  const usual = pagesWith('slash') < pagesWith('none') ? withoutSlash : withSlash;
  return (value) => (isPageAddress(value) ? (known.get(withSlash(value)) ?? usual(value)) : value);
}

/** Of a page, from the root of the site. */
function isPageAddress(value: string): boolean {
  const form = formOf(value);
  return value.startsWith('/') && (form === 'slash' || form === 'none');
}

function withSlash(address: string): string {
  return address.replace(/\/?(?=[?#]|$)/, '/');
}

function withoutSlash(address: string): string {
  return address.replace(/\/(?=[?#]|$)/, '');
}

function isWholeAddress({ type, folder = '', prefix = '', suffix = '' }: ValueUse): boolean {
  return type === 'url' && folder + prefix + suffix === '';
}

function formOf(lead: string): 'slash' | 'none' | 'file' | undefined {
  const [path = ''] = lead.split(/[?#]/, 1);
  if (/^[a-z][\w+.-]*:|^\/\//i.test(path) || path.length < 2) {
    return undefined;
  }
  if (/\.(?:md|markdown)$/i.test(path)) {
    return 'file';
  }
  if (/\.\w{1,5}$/.test(path) || !path.includes('/')) {
    return undefined;
  }
  return path.endsWith('/') ? 'slash' : 'none';
}
