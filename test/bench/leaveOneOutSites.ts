// Sites for the leave-one-out runs: the checkouts that SITE_CORPUS names, else the small one of the fixtures.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PageRecord, SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { toPageRecord } from '../../server/src/core/site/pageRecord.ts';
import { SiteStore } from '../../server/src/core/site/store.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites } from '../../server/src/workspace/nodeSites.ts';

/** A page of a whole site with the text of its file. */
export interface WholePage {
  readonly record: PageRecord;
  readonly text: string;
}

export interface WholeSite {
  readonly name: string;
  readonly snapshot: SiteSnapshot;
  readonly pages: readonly WholePage[];
  /** The site with another text of one page, which is open then; the page's own contribution is gone. */
  edited(page: WholePage, text: string): SiteSnapshot;
  /** The file of the page counts again. */
  close(page: WholePage): void;
}

const configuration = /^(?:hugo|config)\.(?:toml|ya?ml|json)$/;

/** Folders of sites; a folder that is no site itself stands for the sites in it, two levels down. */
export function siteFolders(): string[] {
  const named = (process.env['SITE_CORPUS'] ?? '').split(':').filter((folder) => folder !== '');
  const found = named.flatMap((folder) => sitesBelow(folder, 2));
  return found.length === 0 ? [resolve('test/fixtures/site')] : found;
}

function sitesBelow(folder: string, depth: number): string[] {
  if (!existsSync(folder)) {
    return [];
  }
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => configuration.test(name)) || existsSync(join(folder, 'config/_default'))) {
    return [folder];
  }
  const folders =
    depth === 0 ? [] : entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return folders.flatMap(({ name }) => sitesBelow(join(folder, name), depth - 1));
}

export async function readWholeSite(folder: string): Promise<WholeSite> {
  const sites = nodeSites(new NodeFileSystem());
  const live = await sites.siteOf(pathToFileURL(join(folder, 'content/any.md')).href);
  if (live === undefined) {
    throw new Error(`${folder} is no site.`);
  }
  await live.ready;
  const { snapshot } = live;
  const pages = [...snapshot.pages()]
    .map((record) => ({ record, text: readFileSync(fileURLToPath(record.uri), 'utf8') }))
    .sort((a, b) => (a.record.uri < b.record.uri ? -1 : 1));
  sites.dispose();
  const store = new SiteStore({
    root: snapshot.root,
    config: snapshot.config,
    hugo: snapshot.hugo,
    progress: snapshot.progress,
    missingModules: snapshot.missingModules,
    redirects: snapshot.redirects,
    shortcodesComplete: snapshot.shortcodesComplete,
    shortcodes: snapshot.shortcodes(),
    templates: snapshot.templates(),
    archetypes: snapshot.archetypes(),
    data: snapshot.data,
    files: snapshot.files,
    team: snapshot.team,
  });
  store.update({ files: pages.map(({ record }) => [record.uri, record] as const) });
  return {
    name: folder.endsWith('/site') ? folder.split('/').slice(-2).join('/') : basename(folder),
    snapshot: store.snapshot,
    pages,
    edited: ({ record }, text) =>
      store.update({
        open: [[record.uri, toPageRecord(record.uri, { ...record, baseName: '' }, text, snapshot.hugo)]],
      }),
    close: ({ record }) => void store.update({ open: [[record.uri, undefined]] }),
  };
}
