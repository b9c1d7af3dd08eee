// Has the installed Hugo run an archetype that needs Hugo itself. It writes into a folder of ours, and nothing into the site.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHugo } from './hugoProcess.ts';

/** Most sites answer in a tenth of it. */
const patience = 10_000;

/** Older releases make these in every site that they look at; they stay where anything is in them. */
const emptyFolders = ['resources/_gen/assets', 'resources/_gen/images', 'resources/_gen', 'resources'];

/** The text of the file at `path` below the content; `undefined` where Hugo makes none. `root` is the URI of the site. */
export async function newContent(program: string, root: string, path: string): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'hugo-scribe-'));
  const site = fileURLToPath(root);
  const fresh = emptyFolders.filter((name) => !existsSync(join(site, name)));
  try {
    const content = join(folder, 'content');
    await mkdir(content);
    const args = ['new', path, '--contentDir', content, '--destination', join(folder, 'public')];
    const running = startHugo(program, [...args, '--noBuildLock'], site);
    const late = setTimeout(() => void running.kill(), patience);
    await running.ended;
    clearTimeout(late);
    return await readFile(join(content, path), 'utf8');
  } catch {
    return undefined;
  } finally {
    for (const name of fresh) {
      await rmdir(join(site, name)).catch(() => undefined);
    }
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
