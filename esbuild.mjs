// Bundles the extension, the language server and the command line, one CommonJS file each; `--watch` rebuilds on change.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  { entryPoints: { 'server/engineHost': 'server/src/engineHost.ts' } },
  { entryPoints: { 'server/cli': 'server/src/cli.ts' }, banner: { js: '#!/usr/bin/env node' } },
];

/** What runs inside the panels of the preview and of the gallery, in the editor's own browser. */
const webview = { platform: 'browser', format: 'iife', target: 'chrome122', sourcemap: false };
bundles.push(
  {
    ...webview,
    entryPoints: {
      'client/preview': 'client/src/webview/main.ts',
      'client/previewPage': 'client/src/webview/pageScript.ts',
      'client/gallery': 'client/src/webview/gallery/main.ts',
    },
  },
  {
    ...webview,
    entryPoints: {
      'client/preview': 'client/src/webview/preview.css',
      'client/gallery': 'client/src/webview/gallery/gallery.css',
    },
  },
);

// Hugo as WebAssembly. The package exports neither file, and nothing else of it ships.
const hugoFolder = 'node_modules/@bookshop/hugo-engine/full-hugo-renderer';
const hugoFiles = {
  'hugo_renderer.wasm.gz': '1a6bf61212c09611862001fc1d1b25db15d80e61a69b16dafa18a5db9aea996f',
  'wasm_exec.js': 'adefe77b2a4274572d2a0b34218fb424317a1469e9d446e84ae957c37183a72f',
};
copyHugo('dist/server/hugo');

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

function copyHugo(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, expected] of Object.entries(hugoFiles)) {
    const bytes = readFileSync(join(hugoFolder, name));
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== expected) {
      throw new Error(
        `${join(hugoFolder, name)} is not the file that was looked at: its sha256 is ${found}.`,
      );
    }
    const copy = join(folder, name);
    if (!existsSync(copy) || !readFileSync(copy).equals(bytes)) {
      writeFileSync(copy, bytes);
    }
  }
}
