import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import type { SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
import { createNativeEngine, type NativeOptions } from '../../../server/src/engine/native/nativeEngine.ts';
import type { PreviewEngine, RenderedPage } from '../../../server/src/engine/types.ts';
import type { InstalledHugo } from '../../../server/src/core/hugo/version.ts';
import { findInstalledHugo } from '../../../server/src/workspace/installedHugo.ts';
import { parseTxtar } from '../../support/txtar.ts';

/** `HUGO_PROGRAM` tries another release than that on PATH. */
export const installed: InstalledHugo | undefined = await findInstalledHugo({
  named: process.env['HUGO_PROGRAM'],
});

export const withHugo =
  installed === undefined ? 'SKIPPED: no hugo on PATH' : `with hugo ${installed.version}`;

/** A site on disk with an engine. */
export interface TestSite {
  readonly folder: string;
  /** Where the engine makes its own folder. */
  readonly temp: string;
  readonly engine: PreviewEngine;
  /** Another engine for the same site. */
  engineOf(options: Partial<NativeOptions>): PreviewEngine;
  /** Renders a text, or the file as it is on disk. */
  show(path: string, text?: string): Promise<RenderedPage>;
  write(path: string, text: string): void;
  /** Every file of the site, with a digest of its bytes. */
  files(): Readonly<Record<string, string>>;
}

const open: { engine: PreviewEngine; top: string }[] = [];
afterAll(async () => {
  for (const { engine, top } of open) {
    await engine.dispose();
    rmSync(top, { recursive: true, force: true });
  }
});

/** Writes a site that is given as txtar. */
export function openSite(txtar: string, options: Partial<NativeOptions> = {}): TestSite {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'scribe-native-')));
  const [folder, temp] = [join(top, 'site'), join(top, 'temp')];
  mkdirSync(temp);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  parseTxtar(txtar).forEach((text, path) => write(path, text));
  const configured = [...parseTxtar(txtar)].map(([path, text]) => ({ path, text }));
  const snapshot = { config: mergeConfig(configured) } as SiteSnapshot;
  const engineOf = (more: Partial<NativeOptions>): PreviewEngine =>
    createNativeEngine(
      {
        root: pathToFileURL(folder).toString(),
        snapshot: () => snapshot,
        readFiles: () => Promise.reject(new Error('the installed Hugo reads the site itself')),
      },
      {
        program: installed?.program ?? '',
        version: installed?.version ?? '',
        isTrusted: () => true,
        tempFolder: temp,
        ...more,
      },
    );
  const engine = engineOf(options);
  open.push({ engine, top });
  return {
    folder,
    temp,
    engine,
    engineOf,
    show: (path, text = readFileSync(join(folder, path), 'utf8')) =>
      engine.render({ path, text, marked: false }),
    write,
    files: () => digests(folder),
  };
}

function digests(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        file.slice(folder.length + 1),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );
}

/** The processes that work in a folder. */
export function processesIn(folder: string): string[] {
  return execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder));
}
