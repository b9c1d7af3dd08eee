// What every engine is to the rest of the server. An engine turns the text of one page into the HTML that its site makes of it; where the site's
// files come from and where the HTML goes is not its business.
import type { SiteFiles } from '../core/preview/siteFiles.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import type { InstalledHugo } from '../core/hugo/version.ts';
import type { Message, Translate } from '../core/text/message.ts';

/** *instant*: markdown-it, no Hugo. *embedded*: Hugo as WebAssembly, in a process of its own. *native*: the installed `hugo`. */
export type EngineKind = 'instant' | 'embedded' | 'native';

/** A site as its engines see it. */
export interface EngineSite {
  /** URI of the site's folder. */
  readonly root: string;
  /** The newest snapshot. */
  readonly snapshot: () => SiteSnapshot;
  /**
   * Reads everything that a Hugo in memory needs, with the page (path relative to the site) and its surroundings first when the site is
   * too big to be known whole. Asked again after every restart: no engine keeps texts to replay.
   */
  readonly readFiles: (page: string) => Promise<SiteFiles>;
}

export interface RenderRequest {
  /** Relative to the site's folder, with `/`. */
  readonly path: string;
  /** The whole text, saved or not. */
  readonly text: string;
  /** Whether blocks of the text are marked in the HTML (see page/markers.ts). */
  readonly marked: boolean;
}

/** One complaint of an engine. Positions are those of the writer's file: lines and UTF-16 units from 0. */
export interface EngineProblem {
  readonly severity: 'error' | 'warning';
  /** Hugo's own words, without paths and positions. */
  readonly message: string;
  /** Relative to the site's folder, with `/`; absent when Hugo names no file. */
  readonly path?: string;
  readonly line?: number;
  readonly character?: number;
}

export interface RenderedPage {
  readonly engine: EngineKind;
  /** The release of Hugo that made it, `0.147.6`; empty for *instant*. */
  readonly hugo: string;
  /** The whole document, with the marks of a marked request still in it; `undefined` when this text gave no page. */
  readonly html: string | undefined;
  /** Path of the page on the site, `/blogg/post/`, and with the site's host; `undefined` when they are not known. */
  readonly url: string | undefined;
  readonly permalink: string | undefined;
  /** How many words its content has as Hugo counts them, those of shortcodes' templates with them; absent when they are not known, as in a marked page. */
  readonly words?: number;
  /** The lines (from 0) of the writer's text whose blocks are marked, in the order of the marks. */
  readonly marks: readonly number[];
  readonly problems: readonly EngineProblem[];
  /** What was left out, each one calm line. */
  readonly notes: readonly Message[];
}

/** One site in one engine. Requests are served one after the other; of several that wait only the newest is. */
export interface PreviewEngine {
  readonly kind: EngineKind;
  /** Starts what has to be started; `render` does it by itself. Rejects when the engine cannot be used, with a sentence for the writer. */
  open(page: string): Promise<void>;
  /** Files that changed, by path relative to the site; `undefined` is one that is gone. Heard before the next `render`. */
  update(changes: ReadonlyMap<string, string | undefined>): void;
  /** Configuration, themes or mounts changed: everything is read again before the next `render`. */
  reset(): void;
  render(request: RenderRequest): Promise<RenderedPage>;
  /** The bytes of files that Hugo published along with the page (`/css/main.css`), in the order asked for. */
  readPublished(urls: readonly string[]): Promise<readonly (Uint8Array | undefined)[]>;
  /** Gives back every process, folder and byte. */
  dispose(): Promise<void>;
}

/** How each engine is made; the entry of the process knows the machine. */
export interface EngineMakers {
  instant(site: EngineSite, translate?: Translate): PreviewEngine;
  embedded(site: EngineSite): PreviewEngine;
  /** `isTrusted` is asked before each start. */
  native(site: EngineSite, hugo: InstalledHugo, isTrusted: () => boolean): PreviewEngine;
  /** What the installed Hugo makes of the archetype for a file at `path` below the content, in trusted workspaces only; nothing is written into the site. */
  newContent?(hugo: InstalledHugo, root: string, path: string): Promise<string | undefined>;
}
