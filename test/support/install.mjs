// Brings node_modules in line with package-lock.json, with nothing but Node's own modules: it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './processes.mjs';

/** Runs `npm ci` unless every package of the lock file is there in its locked version. */
export function installPackages() {
  if (isInstalled()) {
    return;
  }
  console.log('Installing the packages of package-lock.json ...');
  execFileSync('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

function isInstalled() {
  const locked = packagesOf('package-lock.json');
  const present = packagesOf('node_modules/.package-lock.json');
  return Object.entries(locked).every(([path, { version, optional }]) => {
    const found = present[path]?.version;
    // An optional package is one for another operating system.
    return path === '' || found === version || (optional && found === undefined);
  });
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages;
  } catch {
    return {};
  }
}
