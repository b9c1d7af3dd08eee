// Answers where a new post can stand, which file it will be, and all that it is made of. The editor makes it, as one step that can be undone.
import type { Connection } from 'vscode-languageserver';
import type { Today } from '../core/schema/newPageLines.ts';
import {
  archetypeFor,
  factsFor,
  isFolder,
  newPostText,
  textFrom,
  type NewFile,
  type NewText,
} from '../core/schema/newPost/newPostText.ts';
import { placeAt, postPlaces } from '../core/schema/newPost/places.ts';
import { planNewPost, type PostPlan } from '../core/schema/newPost/planNewPost.ts';
import { newPostSnippet } from '../core/schema/newPost/snippet.ts';
import { isContentPath } from '../core/site/contentFile.ts';
import type { Archetype, SiteSnapshot } from '../core/site/snapshot.ts';
import { formatMessage, message } from '../core/text/message.ts';
import { decoded, encodedPath } from '../core/text/path.ts';
import {
  makeNewPostRequest,
  planPostRequest,
  postPlacesRequest,
  type MakeNewPostResult,
  type NewPostFile,
  type PlanPostParams,
  type PlanPostResult,
  type PostPlaceItem,
  type PostPlacesParams,
  type PostPlacesResult,
} from '../protocol.ts';
import type { LiveSite } from '../workspace/sites.ts';
import { normalUri } from '../workspace/uris.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/** `clock` says what day it is for the writer. */
export function answerNewPost(connection: Connection, session: Session, clock: () => Required<Today>): void {
  const posts = new NewPosts(session, clock);
  const { log } = session;
  connection.onRequest(
    postPlacesRequest,
    guarded(log, 'newPost/places', { places: [] }, (params: PostPlacesParams) => posts.places(params)),
  );
  connection.onRequest(
    planPostRequest,
    guarded(log, 'newPost/plan', null, (params: PlanPostParams) => posts.plan(params)),
  );
  connection.onRequest(
    makeNewPostRequest,
    guarded(log, 'newPost/make', null, (params: PlanPostParams) => posts.make(params)),
  );
}

/** Files that an archetype brings beside its page; more are left out. */
const mostOthers = 200;

class NewPosts {
  readonly #session: Session;
  readonly #clock: () => Required<Today>;
  /** Archetypes for which Hugo was woken where it has to be. */
  readonly #awake = new WeakSet<Archetype>();

  constructor(session: Session, clock: () => Required<Today>) {
    this.#session = session;
    this.#clock = clock;
  }

  /** The site of the file comes first, then all others that are known, else those of the workspace's folders. */
  async places({ uri, isFolder: points = false, folders }: PostPlacesParams): Promise<PostPlacesResult> {
    const { access } = this.#session;
    const asked = uri === undefined ? [] : [points ? `${uri}/new.md` : uri];
    const around = [...asked, ...folders.map((folder) => `${folder}/content/new.md`)];
    const own = asked[0] === undefined ? undefined : await access.siteOf(asked[0]);
    const found = await Promise.all(around.map((each) => access.siteOf(each)));
    const sites = [...new Set([...found.flatMap((live) => live ?? []), ...access.sites()])];
    await Promise.all(sites.map((live) => live.ready));
    const place = own && uri !== undefined ? placeAt(own.snapshot, normalUri(uri), points) : undefined;
    const places = sites.flatMap((live) =>
      postPlaces(live.snapshot).map((each) => toItem(live, sites.length > 1, each)),
    );
    return place === undefined || own === undefined
      ? { places }
      : { places, chosen: toItem(own, sites.length > 1, { ...place, pages: 0 }) };
  }

  async plan(params: PlanPostParams): Promise<PlanPostResult | null> {
    const live = await this.#siteOf(params);
    if (live === undefined) {
      return null;
    }
    const plan = await this.#planIn(live, params);
    this.#wakeFor(live, plan);
    return this.#toResult(plan);
  }

  async make(params: PlanPostParams): Promise<MakeNewPostResult | null> {
    const live = await this.#siteOf(params);
    if (live === undefined) {
      return null;
    }
    const { snapshot: site } = live;
    const plan = await this.#planIn(live, params);
    const title = params.title.trim() || undefined;
    const own = newPostText(site, plan, this.#clock(), title);
    const byHugo = plan.problem === undefined ? await this.#byHugo(live, plan, own) : undefined;
    const { text, archetype, failure } =
      byHugo === undefined ? own : newPostText(site, plan, this.#clock(), title, byHugo);
    const others =
      archetype === undefined || plan.problem !== undefined ? [] : await this.#others(live, plan, archetype);
    return {
      ...this.#toResult(plan),
      uri: plan.uri,
      text,
      snippet: newPostSnippet(site, text),
      others,
      ...(failure === undefined ? {} : { note: formatMessage(failure.note, this.#session.translate) }),
    };
  }

  async #siteOf({ place: { root } }: PlanPostParams): Promise<LiveSite | undefined> {
    const live = await this.#session.access.siteOf(`${root}/content/new.md`);
    await live?.ready;
    return live?.root === root ? live : this.#session.access.sites().find((site) => site.root === root);
  }

  /** A file may stand there of which the index does not know. */
  async #planIn(live: LiveSite, { place, title, isBundle, path }: PlanPostParams): Promise<PostPlan> {
    const { fileSystem } = this.#session.access.source(live);
    const request = {
      folder: place.folder,
      language: place.language,
      title,
      ...(place.here === undefined ? {} : { here: place.here }),
      ...(isBundle === undefined ? {} : { isBundle }),
      ...(path === undefined ? {} : { path }),
    };
    const plan = planNewPost(live.snapshot, request, this.#clock());
    return plan.problem === undefined && (await fileSystem.stat(plan.uri)) !== undefined
      ? {
          ...plan,
          problem: message(
            'There is a file {0} already. Choose another title, or change the path.',
            plan.shown,
          ),
        }
      : plan;
  }

  #toResult({ path, shown, isBundle, problem }: PostPlan): PlanPostResult {
    return {
      path,
      shown,
      isBundle,
      ...(problem === undefined ? {} : { problem: formatMessage(problem, this.#session.translate) }),
    };
  }

  /** By the time that the writer has typed a title, Hugo is awake where the archetype needs it. */
  #wakeFor(live: LiveSite, plan: PostPlan): void {
    const archetype = archetypeFor(live.snapshot, plan);
    if (archetype === undefined || this.#awake.has(archetype)) {
      return;
    }
    this.#awake.add(archetype);
    const { failure } = newPostText(live.snapshot, plan, this.#clock());
    if (failure?.runners.includes('embedded') === true) {
      this.#session.archetypes.wake(live, plan.uri);
    }
  }

  /** What Hugo makes of an archetype that only it can run: the one in memory, else the one that is installed. */
  async #byHugo(
    live: LiveSite,
    plan: PostPlan,
    { archetype, failure }: NewText,
  ): Promise<string | undefined> {
    const { archetypes } = this.#session;
    const source = archetype?.text ?? '';
    const runners = failure?.runners ?? [];
    const embedded = runners.includes('embedded')
      ? await archetypes.run(live, plan.uri, source, factsFor(plan, this.#clock()))
      : undefined;
    return embedded === undefined && runners.includes('native')
      ? this.#session.newContent(live.root, plan.path)
      : embedded;
  }

  /** What an archetype that is a folder brings beside the page: pages are run as it is, all else is copied. */
  async #others(live: LiveSite, plan: PostPlan, archetype: Archetype): Promise<readonly NewPostFile[]> {
    const { uri } = archetype.source;
    if (
      uri === undefined ||
      !isFolder(archetype) ||
      !plan.isBundle ||
      archetypeFor(live.snapshot, plan) !== archetype
    ) {
      return [];
    }
    const { fileSystem } = this.#session.access.source(live);
    const from = parentOf(uri);
    const files = (await this.#filesBelow(live, from)).filter((file) => file !== uri).slice(0, mostOthers);
    const isPage = (file: string): boolean => isContentPath(decoded(file), live.snapshot.hugo);
    const pages = files.filter(isPage);
    const texts = new Map((await fileSystem.readMany(pages)).map((text, index) => [pages[index], text]));
    return files.map((file) => {
      const to = parentOf(plan.uri) + file.slice(from.length);
      const text = texts.get(file);
      const made = text === undefined ? undefined : runOther(live.snapshot, plan, text, to, this.#clock());
      return made === undefined ? { uri: to, from: file } : { uri: to, text: made };
    });
  }

  async #filesBelow(live: LiveSite, folder: string, depth = 0): Promise<readonly string[]> {
    const { fileSystem } = this.#session.access.source(live);
    const entries = depth > mostDepth ? [] : ((await fileSystem.list(folder)) ?? []);
    const files: string[] = [];
    for (const { name, kind, target } of entries) {
      const uri = `${folder}/${encodedPath(name)}`;
      if (kind === 'file') {
        files.push(uri);
      } else if (target === undefined) {
        files.push(...(await this.#filesBelow(live, uri, depth + 1)));
      }
    }
    return files;
  }
}

const mostDepth = 5;

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** `undefined` where it cannot be run: then it is copied. */
function runOther(
  site: SiteSnapshot,
  plan: NewFile,
  text: string,
  uri: string,
  when: Today,
): string | undefined {
  const below = decoded(uri.slice(parentOf(plan.uri).length));
  const path = parentOf(plan.path) + below;
  const made = textFrom(site, text, { uri, path, language: plan.language }, when);
  return 'text' in made ? made.text : undefined;
}

function toItem(
  { root, snapshot: { config } }: LiveSite,
  isOneOfSeveral: boolean,
  place: {
    readonly folder: string;
    readonly language: string;
    readonly here?: string;
    readonly pages: number;
  },
): PostPlaceItem {
  const language = config.languages.find(({ code }) => code === place.language);
  return {
    root,
    folder: place.folder,
    language: place.language,
    ...(place.here === undefined ? {} : { here: place.here }),
    site: isOneOfSeveral ? (config.title ?? root.slice(root.lastIndexOf('/') + 1)) : '',
    languageName: config.languages.length > 1 ? (language?.name ?? place.language) : '',
    pages: place.pages,
  };
}
