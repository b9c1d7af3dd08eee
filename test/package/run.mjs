// The packed extension: exactly the files of files.txt, small, complete, and free of what is only ours.
// After a wanted change: `node test/package/run.mjs --update`.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { closeWithCounts } from '../support/counts.mjs';
import { root } from '../support/processes.mjs';
import { createChecks } from '../support/checks.mjs';
import { readZip } from './readZip.mjs';

const vsix = join(root, 'hugo-scribe.vsix');
const listFile = join(root, 'test/package/files.txt');
const largestVsix = 1.5 * 1024 * 1024;
const hugo = 'extension/dist/server/hugo/';

const files = readZip(readFileSync(vsix));
const names = [...files.keys()].sort();
if (process.argv.includes('--update')) {
  writeFileSync(listFile, `${names.join('\n')}\n`);
}

const { check, counts } = createChecks();

await check('packs the files of test/package/files.txt and no other', () => {
  assert.deepEqual(names, readFileSync(listFile, 'utf8').trim().split('\n'));
});
await check('is smaller than 1.5 MB, Hugo itself left aside', () => {
  const size = statSync(vsix).size - files.get(`${hugo}hugo_renderer.wasm.gz`).length;
  assert.ok(size < largestVsix, `${size} bytes`);
});
await check('has the Hugo of the build, byte for byte', () => {
  const names = ['hugo_renderer.wasm.gz', 'wasm_exec.js'];
  const folder = join(root, 'node_modules/@bookshop/hugo-engine/full-hugo-renderer');
  assert.deepEqual(
    names.filter((name) => !files.get(`${hugo}${name}`).equals(readFileSync(join(folder, name)))),
    [],
  );
});
await check('has every file that the manifest names', () => {
  const manifest = files.get('extension/package.json').toString();
  const named = [...manifest.matchAll(/"\.?\/?((?:dist|syntaxes|snippets|media|l10n)\/[^"]+\.\w+)"/g)].map(
    ([, path]) => `extension/${path}`,
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((path) => !files.has(path)),
    [],
  );
});
await check('has the licence text of the modules in its bundles', () => {
  const notices = files.get('extension/dist/THIRD_PARTY_NOTICES.txt').toString();
  const named = new Set([...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \([^)]+\)/gm)].map(([, name]) => name));
  const wanted = [
    'vscode-languageclient',
    'vscode-languageserver',
    'yaml',
    '@bookshop/hugo-engine',
    'Hugo',
    'Go',
  ];
  assert.deepEqual(
    wanted.filter((name) => !named.has(name)),
    [],
  );
  assert.match(notices, /Apache License\s+Version 2\.0/);
  assert.match(notices, /Copyright 2009 The Go Authors/);
});
await check('names no folder of the machine that built it', () => {
  const text = names
    .filter((name) => /\.(js|json|txt|md)$/.test(name))
    .map((name) => files.get(name).toString());
  assert.deepEqual(text.filter((content) => content.includes(root)).length, 0);
});

closeWithCounts(counts);
