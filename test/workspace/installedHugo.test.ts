import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseHugoVersion, readInstalledHugo } from '../../server/src/workspace/installedHugo.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scribe-hugo-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function install(script: string): void {
  const program = join(folder, 'hugo');
  writeFileSync(program, `#!/bin/sh\n${script}\n`);
  chmodSync(program, 0o755);
}

test.each([
  ['hugo v0.147.6-abc+extended linux/amd64 BuildDate=2025 VendorInfo=x', '0.147.6'],
  ['hugo v0.111.3+extended linux/amd64 BuildDate=unknown', '0.111.3'],
  ['Hugo Static Site Generator v0.40', undefined],
  ['', undefined],
])('reads the version out of %j', (line, version) => {
  expect(parseHugoVersion(line)).toBe(version);
});

test('asks the hugo on PATH', async () => {
  install('echo "hugo v0.120.4-x linux/amd64"');
  expect(await readInstalledHugo([folder, '/nowhere'].join(delimiter))).toBe('0.120.4');
});

test('knows nothing where there is no hugo, or where it fails', async () => {
  expect(await readInstalledHugo(folder)).toBeUndefined();
  install('exit 3');
  expect(await readInstalledHugo(folder)).toBeUndefined();
});

test('never runs a program of a relative folder, such as the site itself', async () => {
  install('echo "hugo v6.6.6-x linux/amd64"');
  const relative = ['.', ''].join(delimiter);
  const home = process.cwd();
  process.chdir(folder);
  try {
    expect(await readInstalledHugo(relative)).toBeUndefined();
  } finally {
    process.chdir(home);
  }
});
