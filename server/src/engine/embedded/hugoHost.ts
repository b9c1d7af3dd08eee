// One site in one Hugo, in the child process: the order in which Hugo has to be given its files, and what to leave out when it refuses.
//
// Hugo builds the whole site only while it knows of no changed file, and every file that is written counts as changed until a build has seen it.
// So files are written while Hugo has an empty site, a build takes note of them, and then the real site is made and built whole.
//
// Of the pages of one folder that change Hugo 0.147.6 takes in a single one per build, and mounts may make one folder of several: so each page gets
// a build of its own, which is cheap as nothing is rendered in it.
import { findFence } from '../../core/frontMatter/fence.ts';
import { unknownHugo } from '../../core/hugo/version.ts';
import { archetypeTemplates } from './archetypePage.ts';
import { findCulprit, isPage, standIn } from './culprit.ts';
import type { Culprit } from './culprit.ts';
import type { Failure, HostReply, HostRequest, Outcome, PageText } from './hostMessages.ts';
import { HugoPanic } from './hugoRuntime.ts';
import type { BuildResult, Hugo } from './hugoRuntime.ts';
import { findToldPage, scribeTemplates, toPublished, withoutCounting } from './scribeFormat.ts';
import type { Place, ToldPage } from './scribeFormat.ts';

type Load = Extract<HostRequest, { kind: 'load' }>;
type Show = Extract<HostRequest, { kind: 'show' }>;

const configFile = 'config.toml';
const nowhere = 'nowhere';
const directories = ['content', 'layout', 'data', 'i18n', 'asset', 'archetype', 'static'];
const kinds = ['home', 'page', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', 'robotsTXT', '404'];
const emptySite = [
  ...directories.map((directory) => `${directory}Dir = '${nowhere}'`),
  `disableKinds = ${JSON.stringify(kinds)}`,
].join('\n');

/** So many files are left out before a page is given up. */
const mostFailures = 25;
const longestLine = 20_000;
/** When more pages change at once, the whole site is built anew. */
const mostPages = 20;

export class HugoHost {
  private readonly hugo: Hugo;
  private readonly onBuild: () => void;
  private config = emptySite;
  private isUp = false;
  private configuring = false;
  /** What Hugo has not been given yet; `undefined` is a file that is to go. */
  private pending = new Map<string, string | undefined>();
  /** The text of each template or data file that is left out; `undefined` where there was none. */
  private readonly leftOut = new Map<string, string | undefined>();
  /** Shortcodes are left out for one request: the next text may call them rightly. */
  private readonly boxed = new Map<string, string | undefined>();
  /** What was left out and has not changed since may fail again, before everybody's eyes. */
  private excused: ReadonlySet<string> = new Set();
  /** The page that was shown last: whoever has seen it wants to know what breaks it now, not to see less of it. */
  private shown: { readonly path: string; readonly place: Place; readonly output: string } | undefined;

  /** Of this request. */
  private builds = 0;
  /** Its output is known to be there; else it has to be looked for. */
  private isOutputThere = false;

  /** `onBuild` is called before each build of a request but the first, of which whoever asks knows. */
  constructor(hugo: Hugo, onBuild: () => void) {
    this.hugo = hugo;
    this.onBuild = onBuild;
    this.clear();
  }

  answer(request: HostRequest): HostReply {
    this.builds = 0;
    try {
      switch (request.kind) {
        case 'write':
          this.hugo.writeBinaries(new Map(request.binaries));
          this.hugo.write(request.texts);
          return { kind: 'written' };
        case 'load':
          return { kind: 'shown', outcome: this.load(request) };
        case 'show':
          return { kind: 'shown', outcome: this.show(request) };
        case 'read':
          return { kind: 'files', files: request.urls.map((url) => this.published(url)) };
      }
    } catch (error) {
      const reason = error instanceof HugoPanic ? error.message : String(error);
      return { kind: 'panic', reason, configuring: this.configuring };
    }
  }

  /** Nothing is rendered yet, so that whatever hangs or fails in the page does not take the site along. */
  private load({ config, leftOut }: Load): Outcome {
    this.config = config;
    this.hugo.write([...scribeTemplates, ...archetypeTemplates]);
    leftOut.forEach((path) => this.replace(this.leftOut, path));
    return this.build(undefined);
  }

  private show({ page, changes, retry }: Show): Outcome {
    const restored = [...this.boxed, ...(retry ? this.leftOut : [])];
    this.boxed.clear();
    if (retry) {
      const changed = new Set(changes.map(([path]) => path));
      this.excused = new Set([...this.leftOut.keys()].filter((path) => !changed.has(path)));
      this.leftOut.clear();
    }
    [...restored, ...changes].forEach(([path, text]) => this.pending.set(path, text));
    return this.build(page);
  }

  private published(url: string): Uint8Array | undefined {
    return this.hugo.read(toPublished(url, this.shown?.place ?? { base: '/', host: '' }));
  }

  /** Builds, leaving out what fails, until the page is there or it is to blame itself. */
  private build(page: PageText | undefined): Outcome {
    const failures: Failure[] = [];
    for (;;) {
      const result = this.buildOnce(page);
      const told = page && findToldPage(result.log, page.path);
      const output = told?.output;
      const html = output === undefined ? undefined : this.hugo.read(output);
      if (page !== undefined && told !== undefined && output !== undefined && html !== undefined) {
        this.shown = { path: page.path, place: told, output };
        this.isOutputThere = true;
        return this.toOutcome(result, failures, told, html);
      }
      const log = toLog(result, false);
      const culprit = this.findCulprit(result, page, failures);
      if (culprit !== undefined) {
        failures.push({ ...culprit, log });
        this.leave(culprit, failures);
      } else {
        this.recover(page);
        return this.toOutcome(result, failures, told);
      }
    }
  }

  private toOutcome(
    result: BuildResult,
    failures: readonly Failure[],
    told: ToldPage | undefined,
    html?: Uint8Array,
  ): Outcome {
    const { url, permalink, formats } = told ?? {};
    const words = result.error === undefined ? told?.words : undefined;
    return {
      html,
      url,
      permalink,
      formats,
      words,
      log: toLog(result, html !== undefined),
      failures,
      leftOut: [...this.leftOut.keys()],
    };
  }

  private buildOnce(page: PageText | undefined): BuildResult {
    this.removeOutput();
    if (page !== undefined) {
      this.pending.set(page.path, page.text);
    }
    const others = [...this.pending.keys()].filter((path) => isPage(path) && path !== page?.path);
    if (!this.isUp || others.length > mostPages) {
      return this.buildWhole();
    }
    for (const path of others) {
      const result = this.buildWith([path]);
      if (findCulprit(result.error ?? '', page?.path ?? '')?.kind === 'page') {
        return result;
      }
    }
    return this.buildWith([...this.pending.keys()]);
  }

  /** What is there after the next build has been made by it. */
  private removeOutput(): void {
    const output = this.shown?.output;
    if (output !== undefined && (this.isOutputThere || this.hugo.read(output) !== undefined)) {
      this.hugo.remove([output]);
    }
    this.isOutputThere = false;
  }

  private buildWith(paths: readonly string[]): BuildResult {
    this.give(paths);
    return this.buildNext();
  }

  private buildNext(): BuildResult {
    if (this.builds++ > 0) {
      this.onBuild();
    }
    return this.hugo.build();
  }

  /** Writes what is pending of these files. */
  private give(paths: readonly string[]): void {
    const texts = paths.map((path) => [path, this.pending.get(path)] as const);
    paths.forEach((path) => this.pending.delete(path));
    this.hugo.remove(texts.flatMap(([path, text]) => (text === undefined ? [path] : [])));
    this.hugo.write(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
  }

  private buildWhole(): BuildResult {
    this.give([...this.pending.keys()]);
    this.hugo.write([[configFile, this.config]]);
    this.buildNext();
    this.configure();
    const result = this.buildNext();
    this.isUp = result.error === undefined || /^Build error: (?:render|logged)/.test(result.error);
    if (!this.isUp) {
      this.clear();
    }
    return result;
  }

  /** Gives Hugo an empty site. */
  private clear(): void {
    this.hugo.write([[configFile, emptySite]]);
    this.configure();
    this.hugo.build();
  }

  private configure(): void {
    this.configuring = true;
    this.hugo.configure();
    this.configuring = false;
  }

  private findCulprit(
    { error }: BuildResult,
    page: PageText | undefined,
    failures: readonly Failure[],
  ): Culprit | undefined {
    if (error === undefined || failures.length >= mostFailures) {
      return undefined;
    }
    const culprit = findCulprit(error, page?.path ?? '');
    const isSeen = page !== undefined && this.shown?.path === page.path;
    if (culprit === undefined || culprit.kind === 'page') {
      return culprit;
    }
    const isLeftOut = this.leftOut.has(culprit.path) || this.boxed.has(culprit.path);
    return isLeftOut || (isSeen && !this.excused.has(culprit.path)) ? undefined : culprit;
  }

  private leave({ kind, path }: Culprit, failures: readonly Failure[]): void {
    if (kind !== 'page') {
      this.replace(kind === 'shortcode' ? this.boxed : this.leftOut, path);
      return;
    }
    const isAgain = failures.filter((failure) => failure.path === path).length > 1;
    const text = this.text(path);
    this.pending.set(path, isAgain || text === undefined ? undefined : withoutBody(text));
  }

  private replace(list: Map<string, string | undefined>, path: string): void {
    list.set(path, this.text(path));
    this.pending.set(path, standIn(path));
  }

  private text(path: string): string | undefined {
    if (this.pending.has(path)) {
      return this.pending.get(path);
    }
    const bytes = this.hugo.read(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  /** A page that stops the whole site is taken from it, so that its next text finds the site built. */
  private recover(page: PageText | undefined): void {
    if (!this.isUp && page !== undefined) {
      this.pending.set(page.path, '');
      this.buildWhole();
    }
  }
}

function toLog({ log, error = '' }: BuildResult, isMade: boolean): string {
  const said = [...log, error];
  return (isMade ? withoutCounting(said) : said).map(withoutMiddle).join('\n');
}

/** Endless recursion is told call by call. What counts is where it began and where it ended. */
function withoutMiddle(line: string): string {
  return line.length <= longestLine
    ? line
    : `${line.slice(0, longestLine / 2)} … ${line.slice(-longestLine / 2)}`;
}

function withoutBody(text: string): string {
  const { fence } = findFence(text, unknownHugo);
  return fence === undefined ? '' : `${text.slice(0, fence.bodyStart)}\n`;
}
