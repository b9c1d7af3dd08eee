// Bundles the extension, the language server and the command line, one CommonJS file each; `--watch` rebuilds on change.
import { context } from 'esbuild';

const options = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: process.argv.includes('--production'),
  sourcemap: !process.argv.includes('--production'),
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
  legalComments: 'none',
  // vscode-languageserver's "main" is UMD; its ES module build bundles smaller.
  mainFields: ['module', 'main'],
};

const bundles = [
  { entryPoints: { 'client/extension': 'client/src/extension.ts' } },
  { entryPoints: { 'server/main': 'server/src/main.ts' } },
  { entryPoints: { 'server/cli': 'server/src/cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
];

const contexts = await Promise.all(bundles.map((bundle) => context({ ...options, ...bundle, outdir: 'dist' })));
if (process.argv.includes('--watch')) {
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  await Promise.all(contexts.map((one) => one.rebuild()));
  await Promise.all(contexts.map((one) => one.dispose()));
}
