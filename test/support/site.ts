// A site out of one txtar text, without a disk: what `workspace` does with files, as far as a test of a feature needs it.
import { mergeConfig } from '../../server/src/core/config/mergeConfig.ts';
import { defaultModuleMounts } from '../../server/src/core/config/modules.ts';
import { parseTeamFile, teamFileNames } from '../../server/src/core/config/teamFile.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { toArchetype } from '../../server/src/core/site/archetypes.ts';
import { contentFileOf, isContentPath } from '../../server/src/core/site/contentFile.ts';
import { emptyFacts } from '../../server/src/core/site/emptyFacts.ts';
import { toMountedFiles } from '../../server/src/core/site/mountedFiles.ts';
import { mountTable, type MountedModule, type MountedPath } from '../../server/src/core/site/mounts.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { toPageRecord } from '../../server/src/core/site/pageRecord.ts';
import { parseRedirects, redirectFiles } from '../../server/src/core/site/redirects.ts';
import { toSiteData } from '../../server/src/core/site/siteData.ts';
import type { PageRecord, SiteSnapshot, TemplateSource } from '../../server/src/core/site/snapshot.ts';
import { SiteStore, type SiteFacts } from '../../server/src/core/site/store.ts';
import { TemplateLibrary } from '../../server/src/core/site/templateLibrary.ts';
import { parseTxtar } from './txtar.ts';

export interface SiteOptions {
  readonly hugo?: HugoRange;
  readonly missingModules?: readonly string[];
  readonly isReading?: boolean;
  /** Pages as they stand in the editor, by path. */
  readonly open?: Readonly<Record<string, string>>;
}

const root = 'file:///site';

/** A range of releases, both ends included; one number alone is exact. */
export function hugo(min: string | undefined, max = min): HugoRange {
  return { ...unknownHugo, min, max, source: 'setting' };
}

interface MountedText extends MountedPath {
  readonly file: string;
  readonly uri: string;
  readonly text: string;
  readonly source: TemplateSource & { readonly uri: string };
  readonly rank: number;
}

/**
 * The snapshot of the site in `txtar`: its configuration and `.hugo-scribe.yaml` at the top, its own `content/`, `layouts/`, `archetypes/`, `data/`,
 * `static/` and `assets/`, and those of all themes below `themes/`.
 */
export function siteOf(txtar: string, options: SiteOptions = {}): SiteSnapshot {
  const texts = parseTxtar(txtar);
  const config = mergeConfig(
    [...texts].map(([path, text]) => ({ path, text })).filter(({ path }) => /^(?:hugo|config)\./.test(path)),
  );
  const { hugo: range = unknownHugo, missingModules = [], isReading = false, open = {} } = options;
  const files = mountedTexts(texts, { folder: '', origin: 'project', mounts: config.mounts });
  const library = new TemplateLibrary(config);
  for (const { source, logicalPath, rank, text } of below(files, 'layouts')) {
    library.put({ source, path: logicalPath, rank, text });
  }
  Array.from(library.learn());
  const isRead = !isReading;
  const progress = { templates: isRead, content: false, files: isRead, pagesRead: 0, pagesTotal: undefined };
  const store = new SiteStore({
    ...emptyFacts(root),
    config,
    hugo: range,
    progress,
    missingModules,
    redirects: parseRedirects(
      [...texts].map(([path, text]) => ({ path, text })).filter(({ path }) => redirectFiles.includes(path)),
    ),
    shortcodesComplete: !isReading && missingModules.length === 0,
    shortcodes: library.shortcodes(range),
    templates: library.templates(),
    ...otherFacts(files, range),
    team: teamOf(texts),
  });
  const toPage = (logicalPath: string, uri: string, text: string, language?: string): PageRecord =>
    toPageRecord(uri, contentFileOf(logicalPath, config, language), text, range);
  store.update({
    files: below(files, 'content')
      .filter(({ logicalPath }) => isContentPath(logicalPath, range))
      .map(
        ({ uri, logicalPath, language, text }) => [uri, toPage(logicalPath, uri, text, language)] as const,
      ),
  });
  return store.update({
    facts: { progress: { ...progress, content: isRead } },
    open: Object.entries(open).map(
      ([path, text]) => [uriOf(path), toPage(path.replace(/^content\//, ''), uriOf(path), text)] as const,
    ),
  });
}

/** A page of that site, as an open document. */
export function pageOf(site: SiteSnapshot, path: string, text: string): PageDocument {
  return new PageDocument(uriOf(path), text, site.hugo);
}

/** Those that are mounted, the project's first. */
function mountedTexts(texts: ReadonlyMap<string, string>, project: MountedModule): MountedText[] {
  const themes = new Set([...texts.keys()].flatMap((path) => /^themes\/[^/]+(?=\/)/.exec(path)?.[0] ?? []));
  const modules = [
    project,
    ...[...themes].map((folder): MountedModule => ({ folder, origin: 'theme', mounts: defaultModuleMounts })),
  ];
  const table = mountTable(modules);
  return [...texts]
    .flatMap(([file, text]) => {
      const mounted = table.classify(file);
      if (mounted === undefined) {
        return [];
      }
      const source = { uri: uriOf(file), path: file, origin: mounted.module.origin };
      return [{ ...mounted, file, text, uri: source.uri, source, rank: modules.indexOf(mounted.module) }];
    })
    .sort((a, b) => a.rank - b.rank);
}

function below(files: readonly MountedText[], component: MountedPath['component']): MountedText[] {
  return files.filter((file) => file.component === component);
}

function otherFacts(
  files: readonly MountedText[],
  range: HugoRange,
): Pick<SiteFacts, 'archetypes' | 'data' | 'files'> {
  return {
    archetypes: below(files, 'archetypes').flatMap(
      ({ logicalPath, text, source, rank }) => toArchetype(logicalPath, text, source, rank, range) ?? [],
    ),
    data: toSiteData(
      below(files, 'data').map(({ logicalPath, file, uri, text, rank }) => ({
        path: logicalPath,
        shown: file,
        uri,
        text,
        rank,
      })),
    ),
    files: toMountedFiles(
      (['static', 'assets', 'content'] as const).flatMap((component) =>
        below(files, component)
          .filter(({ logicalPath }) => component !== 'content' || !isContentPath(logicalPath, range))
          .map(({ logicalPath, uri }) => ({ component, path: logicalPath, uri })),
      ),
      false,
    ),
  };
}

function teamOf(texts: ReadonlyMap<string, string>): SiteFacts['team'] {
  const name = teamFileNames.find((one) => texts.has(one));
  return (
    name && parseTeamFile(uriOf(name), texts.get(name) ?? '', name.endsWith('json') ? 'json' : 'yaml').team
  );
}

function uriOf(path: string): string {
  return `${root}/${path}`;
}
