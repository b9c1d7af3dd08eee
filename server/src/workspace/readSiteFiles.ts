// Reads what a Hugo in memory needs of a site, in slices. Open documents win over their files. Nothing of `static` is read: addresses are
// looked up on the disk (core/preview/staticFiles.ts).
import { ignoredPaths } from '../core/site/ignoredPaths.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { message, type Message } from '../core/text/message.ts';
import { joinPath } from '../core/text/path.ts';
import { choosePages, type PageChoice } from '../core/preview/choosePages.ts';
import { engineConfig, engineOutputs } from '../core/preview/engineConfig.ts';
import { pageKind } from '../core/preview/outputs.ts';
import { neededTools } from '../core/preview/neededTools.ts';
import { otherPage, otherPageRule } from '../core/preview/otherPage.ts';
import { spareTemplates } from '../core/preview/spareTemplates.ts';
import { siteTree, type SiteTree } from '../core/preview/siteTree.ts';
import { withoutTools } from '../core/preview/withoutTools.ts';
import type { SiteFiles } from '../core/preview/siteFiles.ts';
import { contentRule } from './readContent.ts';
import type { SiteLayout } from './readLayout.ts';
import { isPicture, isText, readManyTexts, readPictures } from './readResources.ts';
import type { SiteSource } from './siteSource.ts';
import { uriAt } from './uris.ts';
import { walkFolder } from './walkFolder.ts';

export interface ReadSiteOptions {
  /** The page that is shown, by path relative to the site. */
  readonly page: string;
  readonly snapshot: SiteSnapshot;
  /** Open documents, by URI. */
  readonly documents: ReadonlyMap<string, string>;
  /** The moment, RFC 3339. */
  readonly now: string;
}

/** With more content, in UTF-16 units, other pages come with their front matter alone. */
const mostContent = 5_000_000;
/** What data, styles and other texts may come to. */
const mostOtherText = 12_000_000;

/** Everything that a Hugo in memory needs to show `page`. What does not fit is left out, and said in the notes. */
export async function readSiteFiles(
  source: SiteSource,
  layout: SiteLayout,
  options: ReadSiteOptions,
): Promise<SiteFiles> {
  const { page, documents } = options;
  const tree = siteTree(layout.mounted);
  const files = await listFiles(source, layout, tree, options.snapshot);
  const layouts = await readManyTexts(source, files.layouts, documents);
  const templates = new Map([...layouts].map(([path, text]) => [logicalPath(tree, path), text]));
  const content = await readPages(source, layout, files.pages, templates, options);
  const adapted = new Map([...layouts].map(([path, text]) => [path, withoutTools(text)]));
  const contents = [
    adapted,
    content.texts,
    await readManyTexts(source, files.texts, documents, mostOtherText),
  ];
  const { bundling, webp } = neededTools(templates.values());
  const pictures = await readPictures(
    source,
    webp ? [] : files.pictures,
    nearPictures(page, content.texts.get(page) ?? ''),
  );
  const placed = <Value>(read: ReadonlyMap<string, Value>): [string, Value][] =>
    [...read].flatMap(([path, value]) => {
      const place = tree.toEnginePath(path);
      return place === undefined ? [] : [[place, value]];
    });
  const parts = {
    site: layout.config.raw,
    modules: layout.modules.found.map(({ config }) => config.raw),
    mounts: tree.mounts,
  };
  const outputs = engineOutputs(parts);
  return {
    config: engineConfig(parts),
    texts: new Map([...contents.flatMap(placed), ...content.spare]),
    binaries: new Map(placed(pictures)),
    toEnginePath: (path) => tree.toEnginePath(path),
    toSitePath: (path) => tree.toSitePath(path),
    outputsOf: (path) => {
      const { snapshot } = options;
      const { taxonomies, defaultLanguage } = snapshot.config;
      const language = snapshot.page(uriAt(source.root, path))?.language ?? defaultLanguage;
      return outputs(pageKind(logicalPath(tree, path), taxonomies.values()), language);
    },
    needsTools: bundling || webp,
    notes: [
      ...notesOf(layout.modules.missing, content.choice, files.pages.length),
      ...(bundling ? [message('Styles and scripts made with Sass, PostCSS or a bundler are left out.')] : []),
      ...(webp ? [message('Pictures that the site’s templates make into WebP are left out.')] : []),
    ],
  };
}

/** Those in the folder of the page, and those whose names stand in its text. */
function nearPictures(page: string, text: string): (path: string) => boolean {
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  return (path) => path.startsWith(folder) || text.includes(path.slice(path.lastIndexOf('/') + 1));
}

function notesOf(missing: readonly string[], { complete, chosen }: PageChoice, pages: number): Message[] {
  return [
    ...(missing.length === 0
      ? []
      : [message('Not on disk, so what comes from there is left out: {0}.', missing.join(', '))]),
    ...(complete ? [] : [message('Lists show part of the site: {0} of {1} pages.', chosen.size, pages)]),
  ];
}

type Kind = 'layouts' | 'pages' | 'texts' | 'pictures';
/** Paths relative to the site. `texts` are data, translations, text assets, and what else there is in bundles. */
type ListedFiles = { readonly [kind in Kind]: string[] };

async function listFiles(
  source: SiteSource,
  layout: SiteLayout,
  { table }: SiteTree,
  { hugo }: SiteSnapshot,
): Promise<ListedFiles> {
  const listed: ListedFiles = { layouts: [], pages: [], texts: [], pictures: [] };
  const isIgnored = ignoredPaths(layout.config);
  const contentFile = contentRule({ ...layout, mounts: table }, hugo);
  const kindOf = (path: string): Kind | undefined => {
    const mounted = table.classify(path);
    if (mounted === undefined || isIgnored(mounted.logicalPath, path)) {
      return undefined;
    }
    if (mounted.component === 'layouts') {
      return 'layouts';
    }
    const isPage = contentFile(path) !== undefined;
    return isPage ? 'pages' : isPicture(path) ? 'pictures' : isText(path) ? 'texts' : undefined;
  };
  for (const folder of table.folders(['layouts', 'content', 'data', 'i18n', 'assets'])) {
    const { files } = await walkFolder(source, folder);
    for (const file of files) {
      const path = joinPath(folder, file);
      const kind = kindOf(path);
      if (kind !== undefined) {
        listed[kind].push(path);
      }
      await source.slices.pause();
    }
  }
  return listed;
}

interface ReadContent {
  readonly texts: ReadonlyMap<string, string>;
  /** Templates for what is missing, by engine path. */
  readonly spare: ReadonlyMap<string, string>;
  readonly choice: PageChoice;
}

async function readPages(
  source: SiteSource,
  layout: SiteLayout,
  paths: readonly string[],
  templates: ReadonlyMap<string, string>,
  { page, snapshot, documents, now }: ReadSiteOptions,
): Promise<ReadContent> {
  const uriOf = (path: string): string => uriAt(source.root, path);
  const [text = ''] = (await readManyTexts(source, [page], documents)).values();
  const choice = choosePages(snapshot.pages(), { uri: uriOf(page), text }, layout.config);
  const wanted = choice.complete ? paths : paths.filter((path) => choice.chosen.has(uriOf(path)));
  const read = await readManyTexts(source, wanted, documents);
  const pages = [...read].map(
    ([path, written]) => [path, new PageDocument(uriOf(path), written, snapshot.hugo)] as const,
  );
  const fits = pages.reduce((sum, [, { text: one }]) => sum + one.length, 0) <= mostContent;
  const rule = otherPageRule(snapshot, now, (uri) => fits || choice.whole.has(uri));
  const texts = new Map<string, string>([[page, text]]);
  for (const [path, document] of pages) {
    const given = path === page ? text : otherPage(document, rule);
    if (given !== undefined) {
      texts.set(path, given);
    }
    await source.slices.pause();
  }
  const lacks = layout.modules.missing.length > 0 || layout.outOfReach;
  const spare = lacks
    ? spareTemplates(
        templates,
        pages.map(([, document]) => document),
        (name) => snapshot.shortcode(name) !== undefined,
      )
    : new Map<string, string>();
  return { texts, choice, spare };
}

function logicalPath({ table }: SiteTree, path: string): string {
  return table.classify(path)?.logicalPath ?? path;
}
