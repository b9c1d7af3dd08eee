// Real Hugo reads the same configurations: its title, taxonomies and mounts must be ours.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { mergeConfig, configFilesOf } from '../../server/src/core/config/mergeConfig.ts';
import type { SiteConfig } from '../../server/src/core/config/types.ts';
import { configCases } from '../core/config/configCases.ts';
import { siteKindOf } from '../../server/src/core/site/findSite.ts';
import { cleanPath } from '../../server/src/core/text/path.ts';
import { parseTxtar } from '../support/txtar.ts';

const hugo = spawnSync('hugo', ['version'], { encoding: 'utf8' });
const is0111 = hugo.status === 0 && hugo.stdout.includes('v0.111.');
const scratch = mkdtempSync(join(tmpdir(), 'hugo-scribe-config-'));
const corpus = (process.env['SITE_CORPUS'] ?? '').split(':').filter((folder) => folder !== '');
const sites = corpus.flatMap((folder) => sitesBelow(folder, 2));

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.skipIf(!is0111)('Hugo 0.111 reads a configuration as we do', () => {
  const cases = configCases.filter(
    ({ notFor0111, files }) => !notFor0111 && /(?:hugo|config)[/.]/.test(files),
  );
  test.each(cases)('$name', ({ files }) => {
    const folder = mkdtempSync(join(scratch, 'site-'));
    const texts = [...parseTxtar(files)].map(([path, text]) => ({ path, text }));
    for (const { path, text } of texts) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const config = mergeConfig(texts);
    for (const { source } of config.mounts) {
      mkdirSync(join(folder, source), { recursive: true });
    }
    expect(ours(config)).toEqual(theirs(folder));
  });
});

describe.skipIf(!is0111 || sites.length === 0)('a site of SITE_CORPUS is read as by Hugo', () => {
  test.for(sites)('%s', (folder, { skip }) => {
    const loads = spawnSync('hugo', ['config', '--source', folder]).status === 0;
    skip(!loads, 'Hugo itself does not load it (missing modules)');
    const paths = readdirSync(folder, { encoding: 'utf8' });
    const below = paths.includes('config') ? filesBelow(folder, 'config') : [];
    const files = configFilesOf([...paths, ...below]).map((path) => ({ path, text: readText(folder, path) }));
    expect(ours(mergeConfig(files))).toEqual(theirs(folder));
  });
});

function sitesBelow(folder: string, depth: number): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = new Set(entries.map(({ name }) => name));
  if (existsSync(join(folder, 'config/_default'))) {
    names.add('config/_default');
  }
  const config = ['config.toml', 'config.yaml', 'config.yml', 'config.json'].find((name) => names.has(name));
  if (siteKindOf(names, config === undefined ? '' : readText(folder, config)) === 'yes') {
    return [folder];
  }
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return depth === 0 ? [] : folders.flatMap(({ name }) => sitesBelow(join(folder, name), depth - 1));
}

function filesBelow(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(below, path).replaceAll('\\', '/'),
  );
}

function readText(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

interface Picture {
  readonly title: string;
  readonly taxonomies: readonly string[];
  readonly mounts: readonly string[];
}

function ours(config: SiteConfig): Picture {
  return {
    title: config.title ?? '',
    taxonomies: [...config.taxonomies].map(([singular, plural]) => `${singular}:${plural}`).sort(),
    mounts: config.mounts.map(({ source, target }) => `${source} > ${target}`).sort(),
  };
}

function theirs(folder: string): Picture {
  const settings = hugoSays(folder, 'config');
  const [project = '{}'] = hugoSays(folder, 'config', 'mounts')
    .split(/^(?=\{$)/m)
    .filter((part) => part.startsWith('{'));
  const { mounts } = JSON.parse(project) as { mounts: { source: string; target: string }[] };
  return {
    title: /^title(?: =|:) "(.*)"$/m.exec(settings)?.[1] ?? '',
    taxonomies: (/^taxonomies(?: =|:) map\[(.*)\]$/m.exec(settings)?.[1] ?? '')
      .split(' ')
      .filter((pair) => pair !== '')
      .sort(),
    mounts: mounts.map(({ source, target }) => `${cleanPath(source)} > ${target}`).sort(),
  };
}

function hugoSays(folder: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    'hugo',
    [...args, '--source', folder, '--environment', 'production'],
    { encoding: 'utf8' },
  );
  expect(stderr === '' || status === 0, stderr).toBe(true);
  return stdout;
}
