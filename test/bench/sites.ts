import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes files (path to text) into a folder of their own. */
export function writeSite(files: ReadonlyMap<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'scribe-bench-'));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The first site of SITE_CORPUS that is safespring's, with the page that corresponds to the first seed. */
export function safespringPage(): string | undefined {
  const folders = (process.env['SITE_CORPUS'] ?? '').split(':').filter((folder) => folder !== '');
  return folders
    .flatMap((folder) => [folder, join(folder, 'safespring')])
    .map((folder) => join(folder, 'content/blogg/2023/2023-06-it-driftnatverk.md'))
    .find((file) => existsSync(file));
}
