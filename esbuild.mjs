// Bundles the extension, the language server and the command line, one CommonJS file each; `--watch` rebuilds on change.
import { writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { context } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

const options = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: process.argv.includes('--production'),
  sourcemap: !process.argv.includes('--production'),
  external: ['vscode', 'mocha'],
  define: { HUGO_SCRIBE_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
  // vscode-languageserver's "main" is UMD; its ES module build bundles smaller.
  mainFields: ['module', 'main'],
};

const bundles = [
  { entryPoints: { 'client/extension': 'client/src/extension.ts' } },
  { entryPoints: { 'server/main': 'server/src/main.ts' } },
  { entryPoints: { 'server/cli': 'server/src/cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
];

/** What runs inside the panel of the preview, in the editor's own browser. */
const webview = { platform: 'browser', format: 'iife', target: 'chrome122', sourcemap: false };
bundles.push(
  {
    ...webview,
    entryPoints: {
      'client/preview': 'client/src/webview/main.ts',
      'client/previewPage': 'client/src/webview/pageScript.ts',
    },
  },
  { ...webview, entryPoints: { 'client/preview': 'client/src/webview/preview.css' } },
);

const contexts = await Promise.all(
  bundles.map((bundle) => context({ ...options, ...bundle, outdir: 'dist' })),
);
if (process.argv.includes('--watch')) {
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  const results = await Promise.all(contexts.map((one) => one.rebuild()));
  // What went into the bundles: package.mjs collects the licences of the modules among it.
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync('dist/inputs.json', JSON.stringify([...new Set(inputs)].sort()));
  await Promise.all(contexts.map((one) => one.dispose()));
}
