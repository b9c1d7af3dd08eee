import { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { otherPage, otherPageRule } from '../core/preview/otherPage.ts';
import { siteTree } from '../core/preview/siteTree.ts';
import { withoutTools } from '../core/preview/withoutTools.ts';
import type { FileChange } from './changes.ts';
import type { SiteLayout } from './readLayout.ts';
import { isPicture, isText, readManyTexts } from './readResources.ts';
import type { SiteSource } from './siteSource.ts';
import { pathFrom, uriAt } from './uris.ts';

/**
 * The new texts by path relative to the site, `undefined` for a file that is gone or that Hugo would not publish; *reset* when everything must be read
 * again: the configuration, a folder or a picture changed.
 */
export type SiteFilesChange = ReadonlyMap<string, string | undefined> | 'reset';
export type SiteFilesListener = (change: SiteFilesChange) => void;

/** What files that changed on the disk are to an engine. */
export async function readSiteChanges(
  source: SiteSource,
  layout: SiteLayout,
  snapshot: SiteSnapshot,
  changes: readonly FileChange[],
): Promise<SiteFilesChange> {
  const { table } = siteTree(layout.mounted);
  const inside = changes.flatMap(({ uri, type }) => {
    const path = pathFrom(source.root, uri);
    const isHeld =
      path !== undefined && table.classify(path) !== undefined && (isText(path) || isPicture(path));
    return isHeld ? [{ path, type }] : [];
  });
  const written = inside.filter(({ type }) => type !== 'deleted').map(({ path }) => path);
  const texts = await readManyTexts(source, written, new Map());
  const isWhole = inside.every(({ path, type }) => (type === 'deleted' ? isFile(path) : texts.has(path)));
  if (!isWhole) {
    return 'reset';
  }
  const rule = otherPageRule(snapshot, new Date().toISOString());
  return new Map(
    inside.map(({ path }) => {
      const text = texts.get(path);
      const uri = uriAt(source.root, path);
      if (text === undefined) {
        return [path, undefined];
      }
      const isTemplate = table.classify(path)?.component === 'layouts';
      const isPage = snapshot.page(uri) !== undefined;
      return [
        path,
        isTemplate
          ? withoutTools(text)
          : isPage
            ? otherPage(new PageDocument(uri, text, snapshot.hugo), rule)
            : text,
      ];
    }),
  );
}

/** By its name alone: what is gone can be asked no more. */
function isFile(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).includes('.') && isText(path);
}
