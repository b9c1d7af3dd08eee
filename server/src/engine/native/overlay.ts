// Everything that we give to the installed Hugo and take from it stands in one temporary folder, so that nothing is ever written into the site.
import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, extname, join, relative, sep } from 'node:path';
import { defaultEnvironment } from '../../core/config/configFiles.ts';
import type { SiteConfig } from '../../core/config/types.ts';
import { compareVersions, type HugoVersion } from '../../core/hugo/version.ts';
import { contentMounts, overlaidFile, overlayConfig, overlayPlace } from './overlayConfig.ts';

/** The template of the output format `scribe`: what we have to know of a page that was rendered. */
const report = `{{ $time := "" }}{{ with .File }}{{ $time = string .FileInfo.ModTime.UnixNano }}{{ end -}}
{{ $html := "" }}{{ with .OutputFormats.Get "html" }}{{ $html = .RelPermalink }}{{ end -}}
{{ dict "url" .RelPermalink "permalink" .Permalink "base" (string site.BaseURL) "language" .Language.Lang "html" $html "time" $time | jsonify }}
`;

const configExtensions = new Set(['.toml', '.yaml', '.yml', '.json']);

export class Overlay {
  readonly folder: string;
  readonly #site: string;
  #config: SiteConfig;
  readonly #written = new Set<string>();

  private constructor(folder: string, site: string, config: SiteConfig) {
    this.folder = folder;
    this.#site = site;
    this.#config = config;
  }

  /** A new folder below `parent` for the site in `site`. */
  static async create(site: string, config: SiteConfig, parent: string = tmpdir()): Promise<Overlay> {
    const folder = await mkdtemp(join(await realpath(parent), 'hugo-scribe-'));
    return new Overlay(folder, site, config);
  }

  get publicFolder(): string {
    return join(this.folder, 'public');
  }

  /** What Hugo is started with: build in watch mode, with the site's configuration and ours merged over it. */
  get args(): readonly string[] {
    return [
      '--watch',
      ...['--environment', defaultEnvironment],
      ...['--configDir', join(this.folder, 'config')],
      ...['--destination', this.publicFolder],
      '--noBuildLock',
    ];
  }

  /** Writes all but the texts of pages anew. */
  async prepare(config: SiteConfig, hugo: HugoVersion): Promise<void> {
    this.#config = config;
    this.#written.clear();
    const inside = (name: string): string => join(this.folder, name);
    const names = ['config', 'content', 'layouts', 'public', 'resources'];
    await Promise.all(names.map((name) => rm(inside(name), { recursive: true, force: true })));
    const folders = {
      content: inside('content'),
      layouts: inside('layouts'),
      empty: inside('empty'),
      resources: inside('resources'),
      cache: inside('cache'),
    };
    const mounts = contentMounts(config).map((_, index) => join('content', String(index)));
    const wanted = [...mounts, 'empty', 'public', 'resources', 'next', join('layouts', '_default')];
    await Promise.all(wanted.map((name) => mkdir(inside(name), { recursive: true })));
    for (const kind of ['single', 'list']) {
      await writeFile(inside(join('layouts', '_default', `${kind}.scribe.json`)), report);
    }
    await this.#copyConfig();
    await this.#copyGenerated();
    await this.#write(
      join('config', defaultEnvironment, 'zz-hugo-scribe', 'hugo.json'),
      overlayConfig(config, hugo, folders),
    );
  }

  /** Whether unsaved text of a file (path relative to the site) can be shown. */
  covers(path: string): boolean {
    return overlayPlace(this.#config, path) !== undefined;
  }

  /** Whether a content file has been in the overlay since the last `prepare`. */
  has(path: string): boolean {
    return this.#written.has(path);
  }

  /** Puts a text in the place of a content file. The answer is the moment of change of what was written, in ns, which is how Hugo tells of it, too. */
  async write(path: string, text: string): Promise<string | undefined> {
    const place = this.#fileOf(path);
    this.#written.add(path);
    return place === undefined ? undefined : this.#write(place, text);
  }

  /** Takes a text away whose file is gone. */
  async remove(path: string): Promise<void> {
    const place = this.#fileOf(path);
    if (place !== undefined) {
      await rm(join(this.folder, place), { force: true });
    }
  }

  /** Keeps a page that Hugo cannot build from stopping it. */
  async leaveOut(path: string, hugo: HugoVersion): Promise<void> {
    const key = compareVersions(hugo, '0.145.0') >= 0 ? 'build' : '_build';
    await this.write(path, `---\n${key}: {render: never, list: never}\n---\n`);
  }

  /** The path relative to the site of a path that Hugo names. */
  toSitePath(named: string): string | undefined {
    const below = slashed(relative(this.folder, named));
    const [room, mount, ...rest] = below.split('/');
    if (room === 'content' && mount !== undefined) {
      return overlaidFile(this.#config, { mount: Number(mount), path: rest.join('/') });
    }
    if (room === 'config') {
      return below;
    }
    const path = isAbsolutePath(named) ? slashed(relative(this.#site, named)) : slashed(named);
    return path.startsWith('../') || isAbsolutePath(path) ? undefined : path;
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  #fileOf(path: string): string | undefined {
    const place = overlayPlace(this.#config, path);
    return place && join('content', String(place.mount), place.path);
  }

  /** Written elsewhere and renamed, so that Hugo never reads half a text. */
  async #write(name: string, text: string): Promise<string> {
    const [file, next] = [join(this.folder, name), join(this.folder, 'next', 'text')];
    await mkdir(dirname(file), { recursive: true });
    await writeFile(next, text);
    await rename(next, file);
    return String((await stat(file, { bigint: true })).mtimeNs);
  }

  /** Hugo merges a configuration folder over the configuration file, and the last file of a folder over all others: that is ours. */
  async #copyConfig(): Promise<void> {
    for (const name of ['_default', defaultEnvironment]) {
      await copyFolder(join(this.#site, 'config', name), join(this.folder, 'config', name), (file) =>
        configExtensions.has(extname(file).toLowerCase()),
      );
    }
  }

  /** Stylesheets that another Hugo has made, for one that cannot make them. */
  async #copyGenerated(): Promise<void> {
    const below = join('resources', '_gen', 'assets');
    await copyFolder(join(this.#site, below), join(this.folder, below), () => true);
  }
}

/** What Hugo tells of a page that it rendered. */
export interface PageReport {
  readonly url: string;
  readonly permalink: string;
  /** The site's base URL. */
  readonly base: string;
  readonly language: string;
  /** Path of the page's HTML on the site; empty when it has none. */
  readonly html: string;
  /** The moment of change of the file that it read, in ns. */
  readonly time: string;
}

export function parseReport(text: string): PageReport | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isReport(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isReport(value: unknown): value is PageReport {
  const names = ['url', 'permalink', 'base', 'language', 'html', 'time'];
  return (
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => name in value && typeof value[name as keyof typeof value] === 'string')
  );
}

export async function readTextFile(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function copyFolder(from: string, to: string, wanted: (file: string) => boolean): Promise<void> {
  try {
    await cp(from, to, {
      recursive: true,
      dereference: true,
      filter: async (file) => (await stat(file)).isDirectory() || wanted(file),
    });
  } catch {
    // A folder that is not there, or that cannot be read, has nothing for Hugo either.
  }
}

function isAbsolutePath(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:[\\/]/i.test(path);
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
