// `node test/corpus/preview.mjs SITE... [--pages=N] [--only=PART]`: shows N pages (all by default) of each site as the preview does, builds the whole
// site with the same Hugo, and lists the pages that differ.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, runCommand } from '../support/processes.mjs';

mkdirSync(join(root, '.cache'), { recursive: true });
const bundle = join(root, '.cache/preview.cjs');
await build({
  entryPoints: [join(root, 'test/corpus/preview.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  mainFields: ['module', 'main'],
});
const engine = join(root, 'node_modules/@bookshop/hugo-engine/full-hugo-renderer');
const given = process.argv.slice(2);
const option = (name) => given.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '';
const folder = mkdtempSync(join(tmpdir(), 'hugo-scribe-preview-'));
let code = 0;
for (const site of given.filter((one) => !one.startsWith('--'))) {
  for (const mode of ['show', 'compare']) {
    const results = [join(folder, 'shown.json'), option('pages'), option('only')];
    code =
      code ||
      (await runCommand(process.execPath, [bundle, mode, engine, site, ...results], { minutes: 15 })).code;
  }
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = code;
