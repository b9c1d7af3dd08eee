// The file that a link wants and that is not there: made as its neighbors are, with what its archetype prescribes.
import { askedPage } from '../schema/askedPage.ts';
import type { Today } from '../schema/newPageLines.ts';
import { newPostText } from '../schema/newPost/newPostText.ts';
import { permalinkOf } from '../site/permalinks.ts';
import { folderOf } from '../site/pagePath.ts';
import { knownAddress } from '../site/pageAddress.ts';
import { PageDocument } from '../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { message } from '../text/message.ts';
import { decoded, encodedPath, joinPath } from '../text/path.ts';
import { textOf } from '../text/range.ts';
import type { Finding, Fix } from './finding.ts';

/** The findings that say of a path of this site that nothing stands there. */
const leadNowhere: ReadonlySet<string> = new Set(['unresolved-reference', 'broken-link']);

/** So many neighbors tell how a page of a folder is kept. */
const mostNeighbors = 50;

/**
 * A new page where a finding on `page` says that there is none. Only where the path is plainly one below the content directory: from its top, or
 * the name of a file beside the page, in a folder that has pages already. `today` is the writer's.
 */
export function newPageFix(site: SiteSnapshot, page: PageDocument, finding: Finding, today: Today): Fix[] {
  const from = site.page(page.uri);
  const path =
    from && leadNowhere.has(finding.code) ? contentPath(from, textOf(page.text, finding.range)) : undefined;
  if (from === undefined || path === undefined) {
    return [];
  }
  const uri = placeBeside(neighborsIn(site, from, folderOfPath(path)), path);
  if (uri === undefined || site.page(uri) !== undefined) {
    return [];
  }
  const fresh = new PageDocument(uri, '', site.hugo);
  if (finding.code === 'broken-link' && !leadsTo(site, fresh, path)) {
    return [];
  }
  const at = askedPage(site, fresh);
  const { text } = newPostText(site, { uri, path: at.path, language: from.language }, today);
  const shown = decoded(uri.slice(site.root.length + 1));
  return [{ title: message('Create the page "{0}"', shown), edits: [], creates: { uri, text } }];
}

/** The site gives the page the address that was asked for, whatever is written on it. */
function leadsTo(site: SiteSnapshot, page: PageDocument, path: string): boolean {
  const asked = askedPage(site, page);
  return (
    permalinkOf(asked, site.config) === undefined &&
    joinPath(knownAddress(site, asked)) === joinPath(path.toLowerCase())
  );
}

const fileName = /^[\p{L}\d][\p{L}\d._-]*$/u;

/** Below the content directory, without an extension; `undefined` where it may mean something else. */
function contentPath(from: PageRecord, written: string): string | undefined {
  const [address = ''] = /^[^#?]*/.exec(written) ?? [];
  const path = address.replace(/\.md$/i, '').replace(/\/$/, '');
  const isFromTop = address.startsWith('/');
  const isNeighbor = !address.includes('/') && path !== address && from.bundle === 'none';
  const whole = isNeighbor ? joinPath(`${folderOfPath(from.path)}/${path}`) : path.slice(1);
  const names = whole.split('/');
  const isPlain = names.every((name) => fileName.test(name) && !/^_?index$/i.test(name));
  return (isFromTop || isNeighbor) && isPlain ? whole : undefined;
}

function folderOfPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** In the language of the page. */
function neighborsIn(site: SiteSnapshot, { language }: PageRecord, folder: string): PageRecord[] {
  return [...site.pagesInFolder(folder, mostNeighbors)].filter(
    (page) => page.language === language && page.bundle !== 'branch' && folderOf(page) === folder,
  );
}

/** As most of the neighbors stand: a file, or the `index` of a folder; with their extension, and their language in the name. */
function placeBeside(neighbors: readonly PageRecord[], path: string): string | undefined {
  const bundles = neighbors.filter(({ bundle }) => bundle === 'leaf');
  const [model] =
    bundles.length * 2 > neighbors.length ? bundles : neighbors.filter(({ bundle }) => bundle === 'none');
  const [whole, folder, suffix] = /^(.*\/)[^/.]+((?:\.[a-z-]+)*\.md)$/i.exec(model?.uri ?? '') ?? [];
  if (model === undefined || whole === undefined || folder === undefined || suffix === undefined) {
    return undefined;
  }
  const name = encodedPath(path.slice(path.lastIndexOf('/') + 1));
  return model.bundle === 'leaf'
    ? `${folder.replace(/[^/]+\/$/, '')}${name}/index${suffix}`
    : `${folder}${name}${suffix}`;
}
