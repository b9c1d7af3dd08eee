// Writes hugo-scribe.vsix: a production build, the licences of everything bundled in it, and nothing that is not in .vscodeignore.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const vsix = 'hugo-scribe.vsix';
const licenceFile = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

rmSync('dist', { recursive: true, force: true });
run('esbuild.mjs', '--production');
const packages = [...bundledModules(), 'node_modules/@bookshop/hugo-engine'].map(packageNotice);
writeFileSync('dist/THIRD_PARTY_NOTICES.txt', notices([...packages, ...hugoNotices()]));
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--no-rewrite-relative-links',
  '-o',
  vsix,
);

function run(script, ...args) {
  execFileSync(process.execPath, [script, ...args], { stdio: 'inherit' });
}

/** The folders of the modules that esbuild found something in, such as `node_modules/yaml`. */
function bundledModules() {
  const inputs = JSON.parse(readFileSync('dist/inputs.json', 'utf8'));
  const folders = inputs.map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

function notices(parts) {
  const head =
    'Hugo Scribe contains code of the following packages, under the licences that follow each name.';
  return [head, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`) + '\n';
}

function packageNotice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})\n\n${licenceText(folder)}`;
}

/** What is inside @bookshop/hugo-engine: Hugo, compiled by Go, and Go's own wasm_exec.js. Their licences do not come with it. */
function hugoNotices() {
  return [
    ['Hugo 0.147.6 (Apache-2.0), Copyright The Hugo Authors', 'licenses/hugo.txt'],
    [
      'Go 1.26.6 (BSD-3-Clause): wasm_exec.js and the libraries of Go in hugo_renderer.wasm',
      'licenses/go.txt',
    ],
  ].map(([title, file]) => `${title}\n\n${readFileSync(file, 'utf8').trim()}`);
}

function licenceText(folder) {
  const files = readdirSync(folder).filter((name) => licenceFile.test(name));
  if (files.length === 0) {
    throw new Error(`${folder} is bundled and has no licence file: its text has to be added here.`);
  }
  return files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}
