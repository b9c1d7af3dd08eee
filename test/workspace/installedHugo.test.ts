import {
  chmodSync,
  existsSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findInstalledHugo, parseHugoVersion } from '../../server/src/workspace/installedHugo.ts';

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
  expect((await findInstalledHugo({ path: [folder, '/nowhere'].join(delimiter) }))?.version).toBe('0.120.4');
});

test('knows nothing where there is no hugo, or where it fails', async () => {
  expect(await findInstalledHugo({ path: folder })).toBeUndefined();
  install('exit 3');
  expect(await findInstalledHugo({ path: folder })).toBeUndefined();
});

test('never runs a program of a relative folder, such as the site itself', async () => {
  install('echo "hugo v6.6.6-x linux/amd64"');
  const relative = ['.', ''].join(delimiter);
  const home = process.cwd();
  process.chdir(folder);
  try {
    expect(await findInstalledHugo({ path: relative })).toBeUndefined();
  } finally {
    process.chdir(home);
  }
});

test.each([
  ['hugo v0.152.2-6abd+extended+withdeploy linux/amd64 BuildDate=x', true],
  ['hugo v0.111.3+extended linux/amd64', true],
  ['hugo v0.120.4-abc linux/amd64 VendorInfo=+extended', false],
])('tells the edition of %j', async (line, extended) => {
  install(`echo "${line}"`);
  expect(await findInstalledHugo({ path: folder })).toMatchObject({
    program: join(folder, 'hugo'),
    extended,
  });
});

test('takes the program that a setting names, and no other', async () => {
  install('echo "hugo v0.120.4-x linux/amd64"');
  expect(await findInstalledHugo({ path: '', named: join(folder, 'hugo') })).toMatchObject({
    version: '0.120.4',
  });
  expect(await findInstalledHugo({ path: folder, named: join(folder, 'gone') })).toBeUndefined();
  expect(await findInstalledHugo({ path: folder, named: 'hugo' })).toBeUndefined();
});

test('never runs a program that stands in the workspace, even through a link', async () => {
  install('touch "$(dirname "$0")/ran"; echo "hugo v6.6.6-x linux/amd64"');
  const elsewhere = mkdtempSync(join(tmpdir(), 'scribe-path-'));
  try {
    symlinkSync(join(folder, 'hugo'), join(elsewhere, 'hugo'));
    const untouched = [realpathSync(folder)];
    expect(await findInstalledHugo({ path: folder, untouched })).toBeUndefined();
    expect(await findInstalledHugo({ path: elsewhere, untouched })).toBeUndefined();
    expect(await findInstalledHugo({ named: join(folder, 'hugo'), untouched })).toBeUndefined();
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
