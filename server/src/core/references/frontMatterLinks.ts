import type { OutlineEntry, ScalarNode } from '../frontMatter/types.ts';
import { keySchema } from '../schema/keySchema.ts';
import { basePathOf } from '../site/links/linkAddress.ts';
import { resolveLink, type LinkTarget } from '../site/links/resolveLink.ts';
import { toKeyId } from '../site/pageRecord.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { FileComponent, PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import type { ValueUse } from '../templates/signature.ts';
import { joinPath } from '../text/path.ts';
import { range, type TextRange } from '../text/range.ts';
import type { PageLink } from './pageLinks.ts';
import { referredPage } from './ref/referredPage.ts';

/**
 * The values of front matter that lead to a page or a file of the site, by what Hugo and the templates do with them, else by their looks; and the aliases of
 * the page. A value that leads nowhere is none: rules of front matter speak of those. A page with more than 3,000 entries is made by a program: where the others
 * lead, nobody says.
 */
export function frontMatterLinks(
  site: SiteSnapshot,
  page: PageDocument,
  record: PageRecord,
): readonly PageLink[] {
  return (page.outline?.entries ?? [])
    .slice(0, mostEntries)
    .filter(({ path, shape }) => shape !== 'map' && !notLinks.has(path[0]?.toLowerCase() ?? ''))
    .flatMap((entry) => {
      const isAlias = toKeyId(entry.path) === 'aliases';
      const values = entry.scalars.slice(0, mostValues).flatMap((scalar) => writtenIn(scalar) ?? []);
      return isAlias
        ? values.map((value) => toLink(value, 'alias', '', '', { kind: 'samePage' }))
        : values.length === 0
          ? []
          : linksOf(site, record, entry, values);
    });
}

/** Keys that say where the page itself stands, or that are text, whatever it looks like. */
const notLinks: ReadonlySet<string> = new Set([
  'url',
  'slug',
  'title',
  'linktitle',
  'description',
  'summary',
  'date',
]);

interface Written {
  readonly value: string;
  /** Without its quotes. */
  readonly range: TextRange;
  readonly whole: TextRange;
}

const mostEntries = 3000;

/** Of one entry; the same holds of the others. */
const mostValues = 1000;

/** Longer texts are no addresses. */
const longestAddress = 300;

/** A text that may be an address and is written without escapes. */
function writtenIn({ text, range: whole, source, style }: ScalarNode): Written | undefined {
  const quotes = style === 'plain' ? 0 : 1;
  const isPlain = source.slice(quotes, source.length - quotes) === text;
  return isPlain &&
    text !== '' &&
    text.length <= longestAddress &&
    text.trim() === text &&
    !text.includes('\n')
    ? { value: text, range: range(whole.start + quotes, whole.end - quotes), whole }
    : undefined;
}

function linksOf(
  site: SiteSnapshot,
  record: PageRecord,
  { path }: OutlineEntry,
  values: readonly Written[],
): readonly PageLink[] {
  const uses = usesOf(site, record, path);
  return values.flatMap((value) => {
    const ways = [
      ...uses.flatMap((use) => waysOf(site, record, value.value, use)),
      ...looksOf(site, record, value.value),
    ];
    const found = ways.find(({ target }) => isFound(target()));
    return found === undefined
      ? []
      : [toLink(value, 'frontMatter', found.before, found.after, found.target())];
  });
}

const leading: ReadonlySet<string> = new Set(['url', 'path', 'page', 'asset', 'resource']);

function usesOf(site: SiteSnapshot, record: PageRecord, path: readonly string[]): readonly ValueUse[] {
  const id = toKeyId(path);
  if (/^menus?(?:\.[^.]+)?(?:\.\[\])?\.(?:url|pageref)$/.test(id)) {
    return [{ type: id.endsWith('url') ? 'url' : 'page', folder: undefined }];
  }
  if (id === 'resources.[].src') {
    return [{ type: 'resource', folder: undefined }];
  }
  const known = path.length > 8 ? undefined : keySchema(site, record, path);
  return known?.uses.filter(({ type, folder = '' }) => leading.has(type) && !folder.includes('//')) ?? [];
}

/** One reading of a value: what stands around it in the address, and where that leads. */
interface Way {
  readonly before: string;
  readonly after: string;
  readonly target: () => LinkTarget;
}

function waysOf(
  site: SiteSnapshot,
  record: PageRecord,
  value: string,
  { type, folder, prefix = '', suffix = '' }: ValueUse,
): readonly Way[] {
  const base = folder === undefined || folder === '' ? '' : `${folder.replace(/\/*$/, '')}/`;
  const before = base + prefix;
  const whole = before + (before === '' ? value : value.replace(/^\/+/, '')) + suffix;
  switch (type) {
    case 'page':
      return [{ before: '', after: '', target: () => pageTarget(site, record, value) }];
    case 'asset':
      return [{ before, after: suffix, target: () => fileTarget(site, 'assets', whole) }];
    case 'resource':
      return record.bundle === 'none'
        ? []
        : [
            {
              before,
              after: suffix,
              target: () => fileTarget(site, 'content', joinPath(parentOf(record.path), whole)),
            },
          ];
    default:
      return startsOf(site, whole).map((start) => ({
        before: start + before,
        after: suffix,
        target: () => resolveLink(site, record, start + whole, false),
      }));
  }
}

/** What a template may put before an address: the folder of the site's own, and a slash. */
function startsOf({ config }: SiteSnapshot, address: string): readonly string[] {
  const base = basePathOf(config);
  const rooted = base === '' ? [] : [base];
  return address.startsWith('/') ? ['', ...rooted] : /^[.#]/.test(address) ? [''] : ['', `${base}/`];
}

/** What looks like an address from the root of the site, from the page, or like the name of a file. */
function looksOf(site: SiteSnapshot, record: PageRecord, value: string): readonly Way[] {
  if (!(/\s/.test(value) ? /^\/|\.\w{2,5}$/ : /[./]/).test(value) || value.includes(':')) {
    return [];
  }
  return [
    ...startsOf(site, value).map((before) => ({
      before,
      after: '',
      target: (): LinkTarget => resolveLink(site, record, before + value, false),
    })),
    { before: '', after: '', target: (): LinkTarget => fileTarget(site, 'assets', value) },
  ];
}

function isFound({ kind }: LinkTarget): boolean {
  return kind === 'page' || kind === 'file' || kind === 'source' || kind === 'samePage';
}

/** In no time is a page left out. */
const endOfTime = '9999-12-31T00:00:00Z';

function pageTarget(site: SiteSnapshot, record: PageRecord, path: string): LinkTarget {
  const { page, leftOut } = referredPage(site, record, path, record.language, endOfTime);
  const found = page ?? leftOut;
  return found === undefined ? { kind: 'unknown' } : { kind: 'page', page: found };
}

function fileTarget({ files }: SiteSnapshot, component: FileComponent, path: string): LinkTarget {
  const file = files.file(component, joinPath(path));
  return file === undefined || file.isFolder ? { kind: 'unknown' } : { kind: 'file', uri: file.uri };
}

function toLink(
  { value, range: where, whole }: Written,
  origin: PageLink['origin'],
  before: string,
  after: string,
  target: LinkTarget,
): PageLink {
  return {
    origin,
    address: before + value + after,
    range: where,
    whole,
    around: { before: before.length, after: after.length },
    isImage: false,
    target,
  };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
