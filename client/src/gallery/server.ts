// What the gallery asks of the language server.
import type { CancellationToken } from 'vscode';
import {
  closeGalleryNotification,
  galleryExamplesRequest,
  insertCallRequest,
  openGalleryRequest,
  thumbnailRequest,
} from '../../../server/src/protocol.ts';
import type {
  GalleryExamplesResult,
  InsertCallParams,
  InsertCallResult,
  OpenGalleryParams,
  OpenGalleryResult,
  ThumbnailParams,
  ThumbnailResult,
} from '../../../server/src/protocol.ts';
import type { Asked } from '../asked.ts';

/** Answers `undefined` where the server has ended, or nobody waits any more. */
export class GalleryServer {
  readonly #server: Asked;

  constructor(server: Asked) {
    this.#server = server;
  }

  open(params: OpenGalleryParams): Promise<OpenGalleryResult | undefined> {
    return orNothing(this.#server.ask(openGalleryRequest, params));
  }

  examples(params: OpenGalleryParams): Promise<GalleryExamplesResult | undefined> {
    return orNothing(this.#server.ask(galleryExamplesRequest, params));
  }

  thumbnail(params: ThumbnailParams, token: CancellationToken): Promise<ThumbnailResult | undefined> {
    return orNothing(this.#server.ask(thumbnailRequest, params, token));
  }

  insert(params: InsertCallParams): Promise<InsertCallResult | undefined> {
    return orNothing(this.#server.ask(insertCallRequest, params));
  }

  close(): void {
    this.#server.tell(closeGalleryNotification, {});
  }
}

async function orNothing<Result>(answer: Promise<Result | undefined>): Promise<Result | undefined> {
  try {
    return await answer;
  } catch {
    return undefined;
  }
}
