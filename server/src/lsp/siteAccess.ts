// What every feature that goes through a whole site needs of the conversation: which site a file belongs to, the texts of many files with those
// of open documents first, and time for the editor in between.
import type { CancellationToken } from 'vscode-languageserver';
import { longestText } from '../core/features/tooLong.ts';
import { siteFileAt } from '../core/references/siteFile.ts';
import type {
  ChangePlan,
  Occurrence,
  PlannedEdit,
  Refusal,
  SiteSearch,
  SiteText,
} from '../core/references/types.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { Message } from '../core/text/message.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import type { LiveSite } from '../workspace/sites.ts';
import type { SiteSource } from '../workspace/siteSource.ts';
import { Slices, type Schedule } from '../workspace/slices.ts';
import { normalUri } from '../workspace/uris.ts';
import type { OpenPages } from './openPages.ts';

export interface SiteAccessOptions {
  readonly pages: OpenPages;
  readonly fileSystem: FileSystem;
  /** The site that any file belongs to. */
  readonly siteOf: (uri: string) => Promise<LiveSite | undefined>;
  readonly sites: () => readonly LiveSite[];
  readonly schedule: Schedule;
  readonly now: () => number;
}

/** A file of a site as it stands in the editor, or else on the disk. */
export interface SiteFile extends SiteText {
  readonly live: LiveSite;
  readonly lines: LineIndex;
  /** Where the file is content. */
  readonly page: PageDocument | undefined;
}

/** A file with what was found or is to be changed in it. */
export interface InFile<Item> {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly items: readonly Item[];
}

/** A change of many files, with all that it changes. */
export interface SiteChange extends Pick<ChangePlan, 'title' | 'moves'> {
  readonly files: readonly InFile<PlannedEdit>[];
  /** How many places it breaks, by the URIs of their files. */
  readonly left: ReadonlyMap<string, number>;
}

/** Files that are read at once. */
const batch = 32;

export class SiteAccess {
  readonly #options: SiteAccessOptions;

  constructor(options: SiteAccessOptions) {
    this.#options = options;
  }

  sites(): readonly LiveSite[] {
    return this.#options.sites();
  }

  /** The site that any file belongs to. */
  siteOf(uri: string): Promise<LiveSite | undefined> {
    return this.#options.siteOf(uri);
  }

  /** How the files of a site are read in slices. */
  source({ root }: LiveSite): SiteSource {
    const { fileSystem, schedule, now } = this.#options;
    return { fileSystem, root, slices: new Slices(schedule, now) };
  }

  /** URIs of the open documents. */
  openUris(): readonly string[] {
    return this.#options.pages.uris().map(normalUri);
  }

  /** `undefined` for a file of no site, one that is not there, and one that is longer than `longestText`. */
  async fileAt(uri: string): Promise<SiteFile | undefined> {
    const { pages, siteOf, fileSystem } = this.#options;
    const live = await siteOf(uri);
    await live?.configured;
    const text = pages.document(uri)?.getText() ?? (live && (await fileSystem.readMany([uri]))[0]);
    if (live === undefined || text === undefined || text.length > longestText) {
      return undefined;
    }
    const { hugo } = live.snapshot;
    const page = live.isContent(uri)
      ? (pages.page(uri, hugo) ?? new PageDocument(uri, text, hugo))
      : undefined;
    return { uri: normalUri(uri), text, live, lines: page?.lines ?? new LineIndex(text), page };
  }

  /** The same once its site has been read as far as it can be: for whoever asks on purpose, and waits for the answer anyway. */
  async fileOnceRead(uri: string): Promise<SiteFile | undefined> {
    const live = await this.#options.siteOf(uri);
    await live?.ready;
    return this.fileAt(uri);
  }

  /** The files in their order, without those that cannot be read or are too long; ends early when nobody waits any more. */
  async *texts(uris: readonly string[], token: CancellationToken): AsyncGenerator<SiteText> {
    const { fileSystem, schedule, now, pages } = this.#options;
    const open = new Map(pages.uris().map((uri) => [normalUri(uri), pages.document(uri)?.getText()]));
    const slices = new Slices(schedule, now);
    for (let start = 0; start < uris.length && !token.isCancellationRequested; start += batch) {
      const some = uris.slice(start, start + batch);
      const closed = some.filter((uri) => !open.has(uri));
      const read = await fileSystem.readMany(closed);
      const texts = new Map(closed.map((uri, index) => [uri, read[index]]));
      for (const uri of some) {
        await slices.pause();
        const text = open.get(uri) ?? texts.get(uri);
        if (text !== undefined && text.length <= longestText) {
          yield { uri, text };
        }
      }
    }
  }

  /** All that a search finds, file by file. */
  search({ files, find }: SiteSearch, token: CancellationToken): Promise<readonly InFile<Occurrence>[]> {
    return this.#gather(files, find, token);
  }

  /** A change with all its edits, file by file; or why it cannot be made, which the plan or the text of a file may say. */
  async changeOf(plan: ChangePlan | Refusal, token: CancellationToken): Promise<SiteChange | Refusal> {
    if ('refusal' in plan) {
      return plan;
    }
    let refusal: Message | undefined;
    const left = new Map<string, number>();
    const itemsIn = (file: SiteText): readonly PlannedEdit[] => {
      refusal ??= plan.obstacleIn?.(file);
      const count = plan.leftIn?.(file).length ?? 0;
      if (count > 0) {
        left.set(file.uri, count);
      }
      return plan.editsIn(file);
    };
    const files = await this.#gather(plan.files, itemsIn, token);
    return refusal === undefined ? { title: plan.title, moves: plan.moves, files, left } : { refusal };
  }

  async #gather<Item>(
    files: readonly string[],
    itemsIn: (file: SiteText) => readonly Item[],
    token: CancellationToken,
  ): Promise<readonly InFile<Item>[]> {
    const found: InFile<Item>[] = [];
    for await (const file of this.texts(files, token)) {
      const items = itemsIn(file);
      if (items.length > 0) {
        found.push({ uri: file.uri, lines: new LineIndex(file.text), items });
      }
    }
    return found;
  }
}

/** With the open templates and data: the index knows open pages as they stand, but those as they were saved. */
export function withUnsaved<Plan extends { readonly files: readonly string[] }>(
  access: SiteAccess,
  site: SiteSnapshot,
  plan: Plan,
): Plan {
  const open = access.openUris().filter((uri) => siteFileAt(site, uri) !== undefined);
  return { ...plan, files: [...new Set([...plan.files, ...open])] };
}
