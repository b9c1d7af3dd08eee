import { pageBySource } from '../site/links/pageBySource.ts';
import { resolveLink, type LinkTarget } from '../site/links/resolveLink.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { Argument, ShortcodeTag } from '../shortcodes/types.ts';
import type { ShortcodeSignature, TypeFact } from '../templates/signature.ts';
import { callsOn } from '../site/pageCalls.ts';
import { keepsQuotes } from '../shortcodes/keptQuotes.ts';
import type { PageLink } from './pageLinks.ts';

/** The arguments on a page of which all that templates do is to make an address of them. */
export function argumentLinks(site: SiteSnapshot, page: PageDocument, record: PageRecord): PageLink[] {
  return site.progress.templates
    ? callsOn(page).flatMap((tag) => {
        const signature = site.shortcode(tag.name)?.signature;
        return signature === undefined
          ? []
          : tag.args.flatMap((arg, position) =>
              keepsQuotes(arg) ? [] : linksOf(site, record, tag, arg, usesOf(signature, arg, position)),
            );
      })
    : [];
}

function usesOf(signature: ShortcodeSignature, { name }: Argument, position: number): readonly TypeFact[] {
  return signature.arguments.find(({ key }) => key === (name ?? position))?.types ?? [];
}

/**
 * Several uses are several addresses of one value: it leads to what one of them finds. What begins with a folder of the project is read from there (`readFile`),
 * and the file of a page looked up (`GetPage`).
 */
function linksOf(
  site: SiteSnapshot,
  record: PageRecord,
  tag: ShortcodeTag,
  { value, contentRange, quote }: Argument,
  uses: readonly TypeFact[],
): PageLink[] {
  const isFile = /^\/?(?:content|static|assets|data|layouts)\//.test(value);
  const isPlain =
    value.trim() === value && contentRange.end - contentRange.start === value.length && quote !== '\\"';
  const addresses = uses.filter(isAddress);
  const isAddressOnly = uses.every((use) => isAddress(use) || isLookedUp(use, value));
  if (value === '' || isFile || !isPlain || addresses.length === 0 || !isAddressOnly) {
    return [];
  }
  const isPage = uses.some(({ type }) => type === 'page');
  const [link, ...others] = addresses
    .flatMap((use) => addressesOf(value, use))
    .map(({ before, after }): PageLink => {
      const address = before + value + after;
      const isImage = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i.test(address);
      return {
        origin: 'argument',
        address,
        range: contentRange,
        whole: tag.range,
        around: { before: before.length, after: after.length },
        isImage,
        target:
          (isPage ? pageNamed(site, record, value) : undefined) ?? resolveLink(site, record, address, false),
      };
    });
  if (link === undefined) {
    return [];
  }
  const found = [link, ...others].find(({ target }) => isFound(target)) ?? link;
  return found.target.kind === 'source' ? [] : [found];
}

function isFound({ kind }: LinkTarget): boolean {
  return kind !== 'missing' && kind !== 'otherCase';
}

function isAddress({ type, folder = '' }: TypeFact): boolean {
  return (type === 'path' || type === 'url') && !folder.includes('//');
}

/** A template that makes an address of it may look for a page first, or split off the fragment. */
function isLookedUp({ type }: TypeFact, value: string): boolean {
  return type === 'page' || (type === 'list' && !/[\s,;|]/.test(value));
}

/** The page that a path names by its file. */
function pageNamed(site: SiteSnapshot, record: PageRecord, value: string): LinkTarget | undefined {
  const path = value.replace(/[?#].*$/s, '');
  const page = path === '' ? undefined : pageBySource(site, record, path, true);
  return page && { kind: 'page', page };
}

interface Around {
  readonly before: string;
  readonly after: string;
}

/** A value without a slash at its start counts from the page, or from the top of the site where the template makes it so. */
function addressesOf(value: string, { folder, prefix = '', suffix = '' }: TypeFact): readonly Around[] {
  if (folder === undefined && prefix === '') {
    const isWhole = /[/.#]/.test(value) || suffix !== '';
    const own = isWhole ? [{ before: '', after: suffix }] : [];
    return value.startsWith('/') || /^[\w.+-]*:/.test(value) || value.startsWith('#')
      ? own
      : own.flatMap((each) => [each, { before: '/', after: suffix }]);
  }
  const isBelow = folder === undefined || folder.endsWith('/') || value.startsWith('/') || prefix !== '';
  return [{ before: `${folder ?? ''}${isBelow ? '' : '/'}${prefix}`, after: suffix }];
}
