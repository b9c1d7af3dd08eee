// Whether a page will be published: said above its front matter and to the editor's status bar, and changed for the writer. Time alone changes it, too.
import {
  CodeLensRefreshRequest,
  type CodeLens,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import { publishNow, toggleDraft } from '../core/features/publishing/change.ts';
import { describePublication, staysFor } from '../core/features/publishing/describe.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import { publication, type Publication } from '../core/site/publication.ts';
import { publishFacts } from '../core/site/publishState.ts';
import { writtenRecord } from '../core/site/recordOf.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { formatMessage, message, type Message } from '../core/text/message.ts';
import { decoded } from '../core/text/path.ts';
import {
  publicationChangedNotification,
  publicationChangeRequest,
  publicationRequest,
  type InitializationOptions,
  type PublicationChangeParams,
  type PublicationChangeResult,
  type PublicationParams,
  type PublicationResult,
} from '../protocol.ts';
import type { LiveSite } from '../workspace/sites.ts';
import { toTextEdits } from './convert.ts';
import { debounce } from './debounce.ts';
import { guarded } from './guard.ts';
import type { ServerHost } from './server.ts';
import type { Session } from './session.ts';

type Host = Pick<ServerHost, 'connection' | 'schedule' | 'clock'>;

/** Connects the answers to the editor. */
export function answerPublishing(host: Host, session: Session, params: InitializeParams): Publishing {
  const publishing = new Publishing(host, session, params);
  const { connection } = host;
  const { log } = session;
  connection.onRequest(
    publicationRequest,
    guarded(log, 'publication', null, (asked: PublicationParams) => publishing.describe(asked)),
  );
  const nothing: PublicationChangeResult = { isDone: false };
  connection.onRequest(
    publicationChangeRequest,
    guarded(log, 'publication/change', nothing, (asked: PublicationChangeParams) => publishing.change(asked)),
  );
  return publishing;
}

/** So long no other count has come when the editor is told of one, in ms. */
const calm = 300;

/** A content file with what becomes of it. */
interface Asked {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly state: Publication;
  readonly now: string;
  /** The writer's. */
  readonly zone: string;
}

export class Publishing {
  readonly #host: Host;
  readonly #session: Session;
  readonly #refreshes: boolean;
  readonly #hasCommands: boolean;
  /** When the editor is told to ask again, in ms since 1970; there is one timer. */
  #wakesAt = Number.POSITIVE_INFINITY;

  /** How many words were said of each document that was asked about. */
  readonly #said = new Map<string, number>();

  /** Whether a site that was not read yet when it was asked for is so by now, as far as it can be. */
  readonly #waitedFor = new WeakMap<LiveSite, boolean>();

  constructor(host: Host, session: Session, { capabilities, initializationOptions }: InitializeParams) {
    const { publishingCommands } = (initializationOptions ?? {}) as InitializationOptions;
    this.#host = host;
    this.#session = session;
    this.#refreshes = capabilities.workspace?.codeLens?.refreshSupport === true;
    this.#hasCommands = publishingCommands === true;
    const refresh = debounce(host.schedule, calm, () => this.refresh());
    session.previews.counts.onCounted = ({ page, words }) => {
      const said = this.#said.get(page.uri);
      if (said !== undefined && said !== words) {
        refresh();
      }
    };
  }

  /** For the status bar. */
  async describe({ uri }: PublicationParams): Promise<PublicationResult | null> {
    const asked = await this.#stateOf(uri);
    if (asked === undefined) {
      return null;
    }
    const { site, page, state, now, zone } = asked;
    const { label, reason, notes, length } = describePublication(site, state, now, zone);
    const record = writtenRecord(site, page);
    return {
      state: shownStates[state.state],
      label: this.#text(label),
      reason: this.#text(reason),
      notes: notes.map((note) => this.#text(note)),
      language: languageName(site, state),
      length: this.#joined(length),
      path: state.path ?? '',
      url: state.url ?? '',
      notOpen: this.#text(state.state === 'published' ? whyNotOpen(state) : reason),
      isDraft: record !== undefined && publishFacts(site, page, record).isDraft,
      canPublish: 'edits' in publishNow(site, page, now),
    };
  }

  /** One line above the front matter: what becomes of the page, and what a writer does about it most. */
  async lenses(uri: string): Promise<readonly CodeLens[]> {
    const file = await this.#session.access.fileAt(uri);
    const isWanted = file !== undefined && (await this.#session.settingsOf(file.live.root)).publicationLens;
    const asked = isWanted ? await this.#stateOf(uri) : undefined;
    if (asked === undefined) {
      return [];
    }
    const { site, page, state, now, zone } = asked;
    const { label, length } = describePublication(site, state, now, zone);
    const path = state.path === undefined ? [] : [decoded(state.path)];
    const start = page.lines.positionAt(page.fence?.opener.start ?? 0);
    const lens = (title: string, command: string): CodeLens => ({
      range: { start, end: start },
      command: this.#hasCommands ? { title, command, arguments: [uri] } : { title, command: '' },
    });
    const actions = this.#hasCommands
      ? [
          ...('edits' in publishNow(site, page, now)
            ? [lens(this.#text(message('Publish now')), 'hugoScribe.publishNow')]
            : []),
          ...(path.length > 0 ? [lens(this.#text(message('Copy address')), 'hugoScribe.copyAddress')] : []),
        ]
      : [];
    const said = [this.#text(label), ...path, this.#joined(length)].join(' · ');
    return [lens(said, 'hugoScribe.publishingMenu'), ...actions];
  }

  /** Has the editor make the change; where there is none to make, says why. */
  async change({ uri, change }: PublicationChangeParams): Promise<PublicationChangeResult> {
    await this.#session.access.fileOnceRead(uri);
    const asked = await this.#stateOf(uri);
    if (asked === undefined) {
      return { isDone: false, refusal: this.#text(message('This file is no content of a Hugo site.')) };
    }
    const { site, page, now } = asked;
    const answer = change === 'toggleDraft' ? toggleDraft(site, page) : publishNow(site, page, now);
    if ('refusal' in answer) {
      return { isDone: false, refusal: this.#text(answer.refusal) };
    }
    const { applied } = await this.#connection.workspace.applyEdit({
      label: this.#text(answer.title),
      edit: { changes: { [uri]: toTextEdits(answer.edits, page.lines) } },
    });
    return { isDone: applied };
  }

  /** The editor asks for everything again. */
  refresh(): void {
    if (this.#refreshes) {
      void this.#connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    }
    void this.#connection.sendNotification(publicationChangedNotification);
  }

  get #connection(): Connection {
    return this.#host.connection;
  }

  /** A cascade, a bundle or another page may decide, so nothing is said before all of them are known; then the editor is told to ask again. */
  #isRead(live: LiveSite): boolean {
    if (!live.snapshot.progress.content && !this.#waitedFor.has(live)) {
      this.#waitedFor.set(live, false);
      void live.ready.finally(() => {
        this.#waitedFor.set(live, true);
        this.refresh();
      });
    }
    return live.snapshot.progress.content || this.#waitedFor.get(live) === true;
  }

  async #stateOf(uri: string): Promise<Asked | undefined> {
    const file = await this.#session.access.fileAt(uri);
    if (file === undefined || !this.#isRead(file.live)) {
      return undefined;
    }
    const site = file.live.snapshot;
    const { now, timeZone: zone = 'UTC' } = this.#host.clock();
    const page = file.page ?? new PageDocument(file.uri, file.text, site.hugo);
    const state = publication(site, page, now, this.#session.previews.counts.of(uri));
    if (state === undefined || (file.page === undefined && state.state !== 'ignored')) {
      return undefined;
    }
    this.#wakeIn(staysFor(state, now), Date.parse(now));
    this.#said.set(uri, state.words);
    return { site, page, state, now, zone };
  }

  #wakeIn(delay: number | undefined, now: number): void {
    if (delay === undefined || now + delay >= this.#wakesAt) {
      return;
    }
    const wakesAt = now + delay;
    this.#wakesAt = wakesAt;
    this.#host.schedule(() => {
      if (this.#wakesAt === wakesAt) {
        this.#wakesAt = Number.POSITIVE_INFINITY;
        this.refresh();
      }
    }, delay);
  }

  #text(text: Message | undefined): string {
    return text === undefined ? '' : formatMessage(text, this.#session.translate);
  }

  #joined(texts: readonly Message[]): string {
    return texts.map((text) => this.#text(text)).join(' · ');
  }
}

const shownStates: Readonly<Record<Publication['state'], PublicationResult['state']>> = {
  published: 'published',
  draft: 'draft',
  scheduled: 'scheduled',
  expired: 'expired',
  neverRendered: 'hidden',
  withSection: 'hidden',
  ignored: 'hidden',
  resource: 'hidden',
  disabledLanguage: 'hidden',
  disabledKind: 'hidden',
  plainFile: 'hidden',
};

function languageName({ config }: SiteSnapshot, { language }: Publication): string {
  const { languages } = config;
  const named = languages.find(({ code }) => code === language)?.name;
  return languages.length > 1 ? (named ?? language) : '';
}

function whyNotOpen({ path, url }: Publication): Message | undefined {
  if (path === undefined) {
    return message('Its address depends on more than its own text says, so only Hugo knows it.');
  }
  return url === undefined
    ? message(
        'The configuration names no host: "baseURL" is to be as readers know it, "https://example.com/".',
      )
    : undefined;
}
