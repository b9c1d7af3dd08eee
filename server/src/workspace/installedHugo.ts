// The installed `hugo` is asked for its version and nothing else, and only in a trusted workspace. It is found on the absolute folders of
// PATH by ourselves, so that a program of the same name in the site can never be the one that runs.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import type { HugoVersion } from '../core/hugo/version.ts';

const patience = 5_000;

/** The release of the `hugo` on PATH; `undefined` when there is none, or when it does not answer in time. */
export function readInstalledHugo(path = process.env['PATH'] ?? ''): Promise<HugoVersion | undefined> {
  const program = findOnPath(process.platform === 'win32' ? 'hugo.exe' : 'hugo', path);
  if (program === undefined) {
    return Promise.resolve(undefined);
  }
  return new Promise((resolve) => {
    execFile(
      program,
      ['version'],
      { cwd: homedir(), timeout: patience, windowsHide: true },
      (error, output) => resolve(error === null ? parseHugoVersion(output) : undefined),
    );
  });
}

/** Reads `hugo v0.147.6-… linux/amd64 …`, the line that `hugo version` prints. */
export function parseHugoVersion(line: string): HugoVersion | undefined {
  return /^hugo v(\d+\.\d+\.\d+)/.exec(line)?.[1];
}

function findOnPath(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
