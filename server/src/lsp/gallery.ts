// The gallery of shortcodes: what there is to choose from, what it looks like, and what is written when one is chosen.
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { shortcodeCards } from '../core/features/gallery/cards.ts';
import { Examples, pagesOfExamples, type Example } from '../core/features/gallery/examples.ts';
import { insertion } from '../core/features/gallery/insertion.ts';
import { askedPage } from '../core/schema/askedPage.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import { formatMessage, message } from '../core/text/message.ts';
import {
  closeGalleryNotification,
  galleryExamplesRequest,
  insertCallRequest,
  openGalleryRequest,
  thumbnailRequest,
  type GalleryExamplesResult,
  type InsertCallParams,
  type InsertCallResult,
  type OpenGalleryParams,
  type OpenGalleryResult,
  type ThumbnailParams,
  type ThumbnailResult,
} from '../protocol.ts';
import type { LiveSite } from '../workspace/sites.ts';
import { normalUri, pathFrom } from '../workspace/uris.ts';
import { guarded, guardedNotification } from './guard.ts';
import type { Session } from './session.ts';

export function answerGallery(connection: Connection, session: Session): void {
  const { log } = session;
  const gallery = new Gallery(session);
  connection.onRequest(
    openGalleryRequest,
    guarded(log, 'gallery/open', nothing, (params: OpenGalleryParams) => gallery.open(params)),
  );
  connection.onRequest(
    galleryExamplesRequest,
    guarded(log, 'gallery/examples', { examples: [] }, (params: OpenGalleryParams, token) =>
      gallery.examples(params, token),
    ),
  );
  connection.onRequest(
    thumbnailRequest,
    guarded(log, 'gallery/thumbnail', {}, (params: ThumbnailParams, token) =>
      gallery.thumbnail(params, token),
    ),
  );
  connection.onRequest(
    insertCallRequest,
    guarded(log, 'gallery/insert', {}, (params: InsertCallParams) => gallery.insert(params)),
  );
  connection.onNotification(
    closeGalleryNotification,
    guardedNotification(log, 'gallery/close', () => gallery.close()),
  );
}

const nothing: OpenGalleryResult = {
  section: '',
  cards: [],
  resourceRoots: [],
  hasThumbnails: false,
  isReading: false,
  notContent: true,
};

/** An editor has one gallery at a time. */
class Gallery {
  readonly #session: Session;
  #examples: ReadonlyMap<string, Example> = new Map();
  /** The site whose engine is kept. */
  #live: LiveSite | undefined;
  /** The style sheets that the editor has. */
  #sent = new Set<string>();

  constructor(session: Session) {
    this.#session = session;
  }

  async open({ uri }: OpenGalleryParams): Promise<OpenGalleryResult> {
    const { access, translate, previews } = this.#session;
    const file = await access.fileAt(uri);
    if (file?.page === undefined) {
      return nothing;
    }
    const { live, page } = file;
    this.#keep(live);
    const { snapshot: site } = live;
    const asked = askedPage(site, page);
    return {
      section: asked.section,
      cards: shortcodeCards(site, asked.section, (text) => formatMessage(text, translate)),
      resourceRoots: live.resourceRoots,
      hasThumbnails: previews.enginesOf(live).mayRun('auto'),
      isReading: !(site.progress.templates && site.progress.content),
    };
  }

  async examples({ uri }: OpenGalleryParams, token: CancellationToken): Promise<GalleryExamplesResult> {
    const { access } = this.#session;
    const file = await access.fileAt(uri);
    if (file?.page === undefined) {
      return { examples: [] };
    }
    const { snapshot: site } = file.live;
    const examples = new Examples(site);
    const records = pagesOfExamples(site, askedPage(site, file.page));
    const byUri = new Map(records.map((record) => [record.uri, record]));
    for await (const { uri: other, text } of access.texts([...byUri.keys()], token)) {
      const record = byUri.get(other);
      if (record !== undefined) {
        examples.add(record, new PageDocument(other, text, site.hugo));
      }
    }
    this.#examples = examples.found;
    return {
      examples: [...examples.found].map(([name, example]) => ({
        name,
        text: example.text,
        uri: example.uri,
        title: example.title,
        line: example.line,
      })),
    };
  }

  async thumbnail(
    { uri, name, resourceBase }: ThumbnailParams,
    token: CancellationToken,
  ): Promise<ThumbnailResult> {
    const file = await this.#session.access.fileAt(uri);
    const example = this.#examples.get(name);
    const path = file && pathFrom(file.live.root, normalUri(uri));
    if (file?.page === undefined || example === undefined || path === undefined || this.#live === undefined) {
      return {};
    }
    const { live, page } = file;
    const { section } = askedPage(live.snapshot, page);
    const thumbnail = await this.#session.previews.thumbnails.render(
      { live, page, path, section, call: example.rendered, resourceBase },
      token,
    );
    if (thumbnail === undefined || token.isCancellationRequested) {
      return {};
    }
    const sheets = [...thumbnail.sheets].map(([hash, css]) =>
      this.#sent.has(hash) ? { hash } : { hash, css },
    );
    sheets.forEach(({ hash }) => this.#sent.add(hash));
    return { html: thumbnail.html, sheets };
  }

  async insert({ uri, name, range: where }: InsertCallParams): Promise<InsertCallResult> {
    const { access, translate } = this.#session;
    const file = await access.fileAt(uri);
    const found =
      file?.page === undefined
        ? undefined
        : insertion(file.live.snapshot, file.page, file.lines.toOffsets(where), name);
    if (file === undefined || found === undefined) {
      return { note: formatMessage(message('{0} is no longer a shortcode of this site.', name), translate) };
    }
    return {
      snippet: found.snippet,
      range: file.lines.toRange(found.range),
      asksAgain: found.asksAgain,
      ...(found.note === undefined ? {} : { note: formatMessage(found.note, translate) }),
    };
  }

  close(): void {
    this.#keep(undefined);
    this.#examples = new Map();
    this.#sent = new Set();
  }

  /** The engine that makes thumbnails is kept as long as the gallery is open. */
  #keep(live: LiveSite | undefined): void {
    const { previews } = this.#session;
    if (live?.root !== this.#live?.root) {
      if (live !== undefined) {
        previews.enginesOf(live).retain();
      }
      if (this.#live !== undefined) {
        previews.enginesOf(this.#live).release();
      }
    }
    this.#live = live;
    this.#sent = new Set();
  }
}
