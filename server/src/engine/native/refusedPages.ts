// Hugo names one page that it cannot build, and gives up. A site that was written for an older release can have dozens of them, so that our own
// readers look for the others before Hugo is started again.
import { readdir, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentExtensions } from '../../core/hugo/contentExtensions.ts';
import type { SiteConfig } from '../../core/config/types.ts';
import type { HugoRange } from '../../core/hugo/version.ts';
import { PageDocument } from '../../core/site/pageDocument.ts';
import { formatMessage } from '../../core/text/message.ts';
import { joinPath } from '../../core/text/path.ts';
import { readTextFile } from './overlay.ts';
import { contentMounts } from './overlayConfig.ts';

const mostPages = 5_000;
const largestPage = 1_000_000;

/** The pages (paths relative to the site's folder) that this Hugo refuses for certain, with the reason. */
export async function findRefusedPages(
  folder: string,
  config: SiteConfig,
  hugo: HugoRange,
): Promise<ReadonlyMap<string, string>> {
  const refused = new Map<string, string>();
  const paths = (
    await Promise.all(contentMounts(config).map(({ source }) => listPages(folder, source)))
  ).flat();
  for (const path of paths.slice(0, mostPages)) {
    const reason = await reasonToRefuse(join(folder, path), path, hugo);
    if (reason !== undefined) {
      refused.set(path, reason);
    }
  }
  return refused;
}

async function listPages(folder: string, source: string): Promise<string[]> {
  const names = await readdir(join(folder, source), { recursive: true }).catch(() => []);
  return names
    .map((name) => joinPath(source, name.split(sep).join('/')))
    .filter((path) => contentExtensions.has(extname(path).slice(1).toLowerCase()));
}

async function reasonToRefuse(file: string, path: string, hugo: HugoRange): Promise<string | undefined> {
  const size = await stat(file).then(
    (found) => found.size,
    () => Infinity,
  );
  const text = size > largestPage ? undefined : await readTextFile(file);
  if (text === undefined) {
    return undefined;
  }
  const { fenceProblems, frontMatter, shortcodes } = new PageDocument(path, text, hugo);
  const problems = [...fenceProblems, ...(frontMatter?.problems ?? []), ...shortcodes.problems];
  const fatal = problems.find((problem) => problem.fatal === 'always');
  return fatal && formatMessage(fatal.message);
}
