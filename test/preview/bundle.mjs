import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/processes.mjs';

/** What a TypeScript file of this folder exports, bundled with what it needs of the server. */
export async function loadBundle(file) {
  const outfile = join(root, '.cache', `${basename(file, '.ts')}.cjs`);
  await build({
    entryPoints: [join(root, 'test/preview', file)],
    bundle: true,
    outfile,
    format: 'cjs',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return createRequire(outfile)(outfile);
}
