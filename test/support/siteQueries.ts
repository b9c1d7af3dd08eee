import { placeKey } from '../../server/src/core/site/publishedPlaces.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';

/** All that a snapshot says of its pages, as plain data: two snapshots of the same pages give the same. */
export function answersOf(
  snapshot: SiteSnapshot,
  asked: {
    readonly uris: readonly string[];
    readonly sections: readonly string[];
    readonly folders: readonly string[];
    readonly starts: readonly string[];
    readonly ids: readonly string[];
    readonly parents: readonly string[];
    readonly names: readonly string[];
    readonly limits: readonly number[];
  },
): unknown {
  return {
    pageCount: snapshot.pageCount(),
    all: [...snapshot.pages()].map(({ uri }) => uri).sort(),
    pages: asked.uris.map((uri) => snapshot.page(uri)),
    sections: asked.sections.map((section) => [...snapshot.pagesIn(section)].map(({ uri }) => uri).sort()),
    firstFolders: [...snapshot.sections()].sort(),
    folders: asked.folders.map((folder) => [...snapshot.pagesInFolder(folder)].map(({ uri }) => uri).sort()),
    limited: asked.limits.map((limit) => [
      [...snapshot.pages(limit)].length,
      ...asked.sections.map((section) => [...snapshot.pagesIn(section, limit)].length),
      ...asked.folders.map((folder) => [...snapshot.pagesInFolder(folder, limit)].length),
    ]),
    cascading: [...snapshot.cascading()].map(({ uri }) => uri).sort(),
    addresses: [1, 99].flatMap((limit) =>
      asked.starts.flatMap((start) =>
        (['address', 'name', 'path', 'words'] as const).map((kind) =>
          snapshot.pagesAt(start, kind, limit).map(({ uri }) => uri),
        ),
      ),
    ),
    published: asked.starts.map((start) =>
      snapshot
        .pagesPublishedAt(placeKey(start, snapshot.config))
        .map(({ uri }) => uri)
        .sort(),
    ),
    standing: asked.starts.map((start) =>
      snapshot
        .pagesStandingAt(placeKey(start, snapshot.config))
        .map(({ uri }) => uri)
        .sort(),
    ),
    keys: asked.ids.map((id) => plainStats(snapshot.keyStats(id))),
    below: asked.parents.map((parent) => snapshot.keysBelow(parent).map(plainStats)),
    values: asked.limits.map((limit) => asked.ids.map((id) => snapshot.values(id, limit))),
    arguments: asked.names.map((name) => snapshot.argumentStats(name).map(plainStats)),
    given: asked.limits.map((limit) =>
      asked.names.flatMap((name) =>
        snapshot.argumentStats(name).map(({ id }) => [id, snapshot.argumentValues(id, limit)]),
      ),
    ),
    uses: asked.names.map((name) => snapshot.shortcodeUse(name)),
  };
}

function plainStats(stats: ReturnType<SiteSnapshot['keyStats']>): unknown {
  return stats && { ...stats, types: [...stats.types].sort() };
}
