// Bundles the Mocha suite for the extension host, where no TypeScript and no module of ours but Mocha can be loaded.
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../support/processes.mjs';

export const suiteBundle = join(root, 'dist/test/index.js');

export async function bundleSuite() {
  await build({
    entryPoints: [join(root, 'test/vscode/suite/index.ts')],
    outfile: suiteBundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}
