// Moves as writers make them in an explorer, chosen by a seed.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileMove } from '../../server/src/core/references/relocation.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { planMove } from '../../server/src/lsp/plannedMove.ts';
import { nodeClock } from '../../server/src/workspace/nodeClock.ts';
import { pick, type ChooseChange } from './chosenChange.ts';
import { pathsBelow } from './crawl.ts';

type Choose = (site: SiteSnapshot, random: () => number) => FileMove | undefined;

/** Of what is chosen in turn. `isSilent` moves nothing that a reader sees: the published site stays as it is, to the byte. */
const moves: readonly { readonly choose: Choose; readonly isSilent?: boolean }[] = [
  {
    choose: (site, random) => {
      const from = pick(pagesOf(site), random);
      const to = pick(folders(site), random);
      return from === undefined || to === undefined || parentOf(from) === to
        ? undefined
        : { from, to: `${to}/${nameOf(from)}` };
    },
  },
  { choose: (site, random) => renamed(pick(pagesOf(site), random)) },
  {
    choose: (site, random) => {
      const from = pick(ownFiles(site), random);
      return from === undefined ? undefined : { from, to: `${site.root}/static/moved/${nameOf(from)}` };
    },
  },
  { choose: (site, random) => renamed(pick(folders(site), random)) },
  {
    choose: (site, random) => {
      const from = pick(pagesOf(site), random);
      return from === undefined ? undefined : { from, to: from.replace(/\.([^./]+)$/, '/index.$1') };
    },
  },
  {
    choose: (site, random) => {
      const below = folders(site).filter((uri) => uri.split('/').length > site.root.split('/').length + 2);
      const from = pick(below, random);
      const to = pick(
        folders(site).filter((uri) => from !== undefined && !uri.startsWith(from)),
        random,
      );
      return from === undefined || to === undefined || parentOf(from) === to
        ? undefined
        : { from, to: `${to}/${nameOf(from)}` };
    },
  },
  { choose: (site, random) => renamed(pick(templates(site, 'shortcode'), random)), isSilent: true },
  { choose: (site, random) => renamed(pick(templates(site, 'partial'), random)), isSilent: true },
  { choose: (site, random) => renamed(pick(dataFiles(site), random)), isSilent: true },
];

export const chooseMove: ChooseChange = (site, random, index) => {
  const { choose, isSilent = false } = moves[index % moves.length] ?? {};
  const move = choose?.(site, random);
  if (move === undefined) {
    return undefined;
  }
  const shown = (uri: string): string => decodeURI(uri.slice(site.root.length + 1));
  return {
    name: `${shown(move.from)} -> ${shown(move.to)}`,
    plan: planMove(site, [move], nodeClock().now),
    moves: [move],
    isSilent,
  };
};

const isPage = (uri: string): boolean => !/\/_?index\.[^/]*$/.test(uri);

const parentOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));
const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

/** With another name in the same folder, of letters that data and templates may have as well. */
function renamed(uri: string | undefined): FileMove | undefined {
  return uri === undefined ? undefined : { from: uri, to: `${parentOf(uri)}/moved_${nameOf(uri)}` };
}

function folders(site: SiteSnapshot): readonly string[] {
  const uris = [...site.pages()]
    .filter(({ path, bundle }) => path.includes('/') && bundle !== 'leaf')
    .map(({ uri }) => parentOf(uri));
  return [...new Set(uris)].sort();
}

function pagesOf(site: SiteSnapshot): readonly string[] {
  const uris = [...site.pages()].map(({ uri }) => uri);
  return uris.filter((uri) => isPage(uri)).sort();
}

function ownFiles(site: SiteSnapshot): readonly string[] {
  return pathsBelow(fileURLToPath(`${site.root}/static`))
    .filter((path) => /\.(?:png|jpe?g|svg|webp|pdf)$/i.test(path))
    .map((path) => pathToFileURL(path).href);
}

function templates(site: SiteSnapshot, role: 'shortcode' | 'partial'): readonly string[] {
  return site
    .templates()
    .filter((template) => template.role === role && template.source.origin === 'project')
    .flatMap(({ source: { uri } }) => uri ?? []);
}

function dataFiles(site: SiteSnapshot): readonly string[] {
  const folder = fileURLToPath(`${site.root}/data`);
  return existsSync(folder)
    ? pathsBelow(folder)
        .map((path) => pathToFileURL(path).href)
        .filter((uri) => site.data.pathOf(uri) !== undefined)
    : [];
}
