// Installs the pinned editor into test/vscode: VS Code's server, Node 24 to run it, Playwright, and the server's run-time modules.
// Everything comes from the npm registry at locked versions; no install script runs and nothing is compiled.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stampFile = join(here, 'node_modules/.setup-stamp');
const decisive = [
  'package-lock.json',
  'modules/package-lock.json',
  'modules/stubs/spdlog/index.js',
  'modules/stubs/native-watchdog/index.js',
];

/** Installs what is missing or has changed since the last time; otherwise returns at once. */
export function setUpEditor() {
  const stamp = stampOf(decisive);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
    return;
  }
  console.log('Installing the pinned VS Code server (about 540 MB, once) ...');
  rmSync(stampFile, { force: true });
  installLocked(here);
  installLocked(join(here, 'modules'));
  linkModules();
  writeFileSync(stampFile, stamp);
}

function stampOf(files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of files) {
    hash.update(readFileSync(join(here, file)));
  }
  return hash.digest('hex');
}

function installLocked(folder) {
  // loglevel=error: code-server asks npm for Node 24, which only the server itself needs.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** The server comes without its modules (its own install would fetch 400 MB and compile): it is given those of modules/. */
function linkModules() {
  const link = join(here, 'node_modules/code-server/lib/vscode/node_modules');
  rmSync(link, { recursive: true, force: true });
  symlinkSync('../../../../modules/node_modules', link, 'junction');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUpEditor();
}
