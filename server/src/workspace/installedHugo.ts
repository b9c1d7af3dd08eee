// The installed `hugo` is asked for its version and nothing else, and only in a trusted workspace. It is found on the absolute folders of
// PATH by ourselves, and never inside a folder of the workspace, so that a program that came with the site can never be the one that runs.
import { execFile } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join, relative, sep } from 'node:path';
import type { HugoVersion, InstalledHugo } from '../core/hugo/version.ts';

const patience = 5_000;

export interface SearchOptions {
  readonly path?: string;
  /** The program that the writer names in a setting of this machine; then no other is looked for. */
  readonly named?: string | undefined;
  /** Absolute folders of the workspace; nothing that stands in one of them is run. */
  readonly untouched?: readonly string[];
}

/** The `hugo` that a setting names, or else the first on PATH; `undefined` when it is not there, may not be run, or does not answer in time. */
export async function findInstalledHugo(options: SearchOptions = {}): Promise<InstalledHugo | undefined> {
  const { path = process.env['PATH'] ?? '', named, untouched = [] } = options;
  const name = process.platform === 'win32' ? 'hugo.exe' : 'hugo';
  const places =
    named === undefined || named === '' ? path.split(delimiter).map((folder) => join(folder, name)) : [named];
  const program = places.find((place) => isAbsolute(place) && mayRun(place, untouched));
  const line = program === undefined ? undefined : await askForVersion(program);
  const version = line === undefined ? undefined : parseHugoVersion(line);
  return program === undefined || line === undefined || version === undefined
    ? undefined
    : { program, version, extended: isExtended(line) };
}

/** Reads `hugo v0.147.6-… linux/amd64 …`, the line that `hugo version` prints. */
export function parseHugoVersion(line: string): HugoVersion | undefined {
  return /^hugo v(\d+\.\d+\.\d+)/.exec(line)?.[1];
}

/** Whether that line tells of the extended edition: `hugo v0.147.6-…+extended+withdeploy linux/amd64`. */
export function isExtended(line: string): boolean {
  return /^hugo v\S*\+extended/.test(line);
}

function mayRun(program: string, untouched: readonly string[]): boolean {
  try {
    accessSync(program, constants.X_OK);
    const real = realpathSync(program);
    return !untouched.some((folder) => isInside(realpathSync(folder), real));
  } catch {
    return false;
  }
}

function isInside(folder: string, file: string): boolean {
  const below = relative(folder, file);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}

function askForVersion(program: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      program,
      ['version'],
      { cwd: homedir(), timeout: patience, windowsHide: true },
      (error, output) => resolve(error === null ? output : undefined),
    );
  });
}
