import { publishState } from '../../core/site/publishState.ts';
import type { SiteSnapshot } from '../../core/site/snapshot.ts';
import { formatMessage, type Message, type Translate } from '../../core/text/message.ts';
import { finishPage } from '../../engine/page/finish.ts';
import type { PreviewEngine } from '../../engine/types.ts';
import type { OpenPreviewParams, PreviewPage, PreviewProblem } from '../../protocol.ts';
import type { FileSystem } from '../../workspace/fileSystem.ts';
import type { LiveSite } from '../../workspace/sites.ts';
import { readResources, resolveAddress } from './addresses.ts';
import type { PageMemory } from './pageMemory.ts';
import type { PreviewState } from './preview.ts';

export interface PageContext {
  readonly live: LiveSite;
  readonly fileSystem: FileSystem;
  readonly params: OpenPreviewParams;
  readonly memory: PageMemory;
  /** The one that made the page. */
  readonly engine: PreviewEngine;
  readonly problems: readonly PreviewProblem[];
  readonly trusted: boolean;
  readonly translate: Translate;
  /** RFC 3339. */
  readonly now: string;
}

/** Addresses in a page count from here where the site names no host. */
const noHost = 'https://site.invalid';

/** The page as the editor gets it: safe to show, with the state of its text. */
export async function toPreviewPage(state: PreviewState, context: PageContext): Promise<PreviewPage> {
  const { live, fileSystem, params, memory, engine, problems, trusted, translate, now } = context;
  const { text, rendered, stale, milliseconds, progress } = state;
  const say = (message: Message): string => formatMessage(message, translate);
  const { snapshot } = live;
  const scripts = params.options.scripts && trusted;
  const finished = await finishPage(rendered.html ?? '', {
    permalink: toPermalink(rendered.permalink, rendered.url),
    resourceBase: params.resourceBase,
    remote: params.options.remote,
    // The webview puts in the nonce of its own shell.
    scripts: scripts ? { nonce: 'shell' } : undefined,
    sheets: params.sheetsApart === true && !scripts ? memory.sheets : undefined,
    addresses: memory.addresses,
    kept: memory.kept,
    resolve: (path) => resolveAddress(live, fileSystem, path),
    read: (resources) => readResources(memory.publishedBy(engine), fileSystem, resources),
    say,
  });
  return {
    uri: params.uri,
    version: text.version,
    engine: rendered.engine,
    hugo: rendered.hugo,
    milliseconds: Math.round(milliseconds),
    html: finished.html,
    sheets: memory.toSend(finished.sheets),
    stale,
    url: rendered.url ?? '',
    permalink: rendered.permalink ?? '',
    language: toLanguage(snapshot, params.uri),
    publish: publishState(text.page, snapshot.config, now),
    problems,
    notes: [...new Set([...state.notes, ...finished.notes].map(say))],
    progress: progress === undefined ? '' : say(progress),
  };
}

/** Nothing where the site has one language: Hugo takes it for English unless told, whatever the pages are written in. */
function toLanguage(site: SiteSnapshot, uri: string): string {
  const { languages, defaultLanguage } = site.config;
  return languages.length > 1 ? (site.page(uri)?.language ?? defaultLanguage) : '';
}

/** Where addresses in a page count from. */
export function toPermalink(permalink: string | undefined, url = '/'): string {
  return permalink !== undefined && /^https?:\/\/[^/]/.test(permalink) ? permalink : noHost + url;
}
