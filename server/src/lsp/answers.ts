import { CompletionTriggerKind, MarkupContent } from 'vscode-languageserver';
import type {
  CancellationToken,
  CompletionItem,
  CompletionList,
  CompletionParams,
  Hover,
  Location,
  LocationLink,
  SignatureHelp,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { ClientAbilities } from '../core/features/client.ts';
import { complete, linkedFile } from '../core/features/complete.ts';
import { definition } from '../core/features/definition.ts';
import { hover, hoveredFile } from '../core/features/hover.ts';
import type { FileLead } from '../core/features/leads.ts';
import { fileLink, pageLink } from '../core/features/provenance.ts';
import { signatureHelp } from '../core/features/signatureHelp.ts';
import { exampleCalls, pagesCalling } from '../core/schema/exampleCall.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { formatMessage, message, type Message, type Translate } from '../core/text/message.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import type { LiveSite } from '../workspace/sites.ts';
import { childUri, normalUri, parentUri, pathBelow } from '../workspace/uris.ts';
import { toDefinition, withDocumentation, withMore } from './convert.ts';
import { exampleText, fileText } from './fileText.ts';
import type { SiteFile } from './siteAccess.ts';

/** A place in an open document of a site. */
export interface Place {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  /** UTF-16. */
  readonly offset: number;
}

interface AnswersOptions {
  readonly fileSystem: FileSystem;
  readonly translate: Translate;
  readonly locate: (at: TextDocumentPositionParams, token: CancellationToken) => Promise<Place | undefined>;
  readonly sites: () => readonly LiveSite[];
  readonly fileAt: (uri: string) => Promise<SiteFile | undefined>;
  readonly client: () => ClientAbilities;
  /** The editor wants to know what it shall underline when it goes to a definition. */
  readonly linkSupport: boolean;
  /** What becomes of the call at a place, as Markdown. */
  readonly renderCall: (place: Place, token: CancellationToken) => Promise<string | undefined>;
}

/** A page with an example is looked for among so many. */
const pagesTried = 3;

/** Answers what an editor asks about one place of a document: core's answer, with what only the disk knows. */
export class Answers {
  readonly #options: AnswersOptions;

  constructor(options: AnswersOptions) {
    this.#options = options;
  }

  async complete(at: CompletionParams, token: CancellationToken): Promise<CompletionList | null> {
    const place = await this.#options.locate(at, token);
    const isAsked =
      (at.context?.triggerKind ?? CompletionTriggerKind.Invoked) === CompletionTriggerKind.Invoked;
    if (place === undefined) {
      return null;
    }
    const { site, page, offset } = place;
    const target = await this.#read(linkedFile(site, page, offset));
    return complete(site, page, offset, this.#options.client(), isAsked, target);
  }

  /** The file that an item leads to, where it is one of a site: what the editor sends back is not trusted. */
  async resolve(item: CompletionItem): Promise<CompletionItem> {
    const file = fileOf(item);
    const uri = file === undefined ? undefined : normalUri(file);
    if (uri === undefined || !this.#options.sites().some((site) => mayShow(site, uri))) {
      return item;
    }
    const text = await fileText(this.#options.fileSystem, uri, this.#options.translate);
    return text === undefined ? item : withDocumentation(item, text);
  }

  async signatureHelp(
    at: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<SignatureHelp | null> {
    const place = await this.#options.locate(at, token);
    return place === undefined
      ? null
      : (signatureHelp(place.site, place.page, place.offset, this.#options.client()) ?? null);
  }

  async definition(
    at: TextDocumentPositionParams,
    token: CancellationToken,
  ): Promise<LocationLink[] | Location[] | null> {
    const place = await this.#options.locate(at, token);
    const found = place && definition(place.site, place.page, place.offset);
    if (place === undefined || found === undefined) {
      return null;
    }
    const targets = [];
    for (const target of found.targets) {
      const uri = target.kind === 'beside' ? await this.#find(place, target) : target.uri;
      if (uri !== undefined) {
        targets.push({ uri, range: target.kind === 'beside' ? topOfFile : target.range });
      }
    }
    return toDefinition(found.origin, targets, this.#options.linkSupport);
  }

  async hover(at: TextDocumentPositionParams, token: CancellationToken): Promise<Hover | null> {
    const place = await this.#options.locate(at, token);
    const target = place && (await this.#read(hoveredFile(place.site, place.page, place.offset)));
    const found = place && hover(place.site, place.page, place.offset, this.#options.client(), target);
    if (place === undefined || found === undefined) {
      return null;
    }
    const { contents, range, about, files, exampleOf } = found;
    const below = [
      await this.#firstFile(place, files),
      exampleOf === undefined ? undefined : await this.#example(place, exampleOf),
    ];
    const result = about === 'shortcode' ? await this.#options.renderCall(place, token) : undefined;
    const all = withMore({ contents, range }, below, result);
    return MarkupContent.is(all.contents) && all.contents.value === '' ? null : all;
  }

  /** Another page, as it stands in the editor or else on the disk. */
  async #read(uri: string | undefined): Promise<PageDocument | undefined> {
    return uri === undefined ? undefined : (await this.#options.fileAt(uri))?.page;
  }

  async #firstFile(place: Place, files: readonly FileLead[]): Promise<string | undefined> {
    for (const file of files) {
      const uri = await this.#find(place, file);
      const link = uri && fileLink(place.site, uri);
      const text = uri && (await fileText(this.#options.fileSystem, uri, this.#options.translate, link));
      if (text !== undefined) {
        return text;
      }
    }
    return undefined;
  }

  /** The URI of a file; of one in the page's folder only when it is there. */
  async #find({ page }: Place, file: FileLead): Promise<string | undefined> {
    if (file.kind === 'file') {
      return file.uri;
    }
    const folder = parentUri(normalUri(page.uri));
    const uri = folder && childUri(folder, file.path.replace(/^\/+/, ''));
    return uri !== undefined && (await this.#options.fileSystem.stat(uri)) === 'file' ? uri : undefined;
  }

  async #example({ site, page }: Place, name: string): Promise<string | undefined> {
    for (const record of pagesCalling(site, page, name, pagesTried)) {
      const [text] = await this.#options.fileSystem.readMany([record.uri]);
      const read = new PageDocument(record.uri, text ?? '', site.hugo);
      const call = exampleCalls(site, read).get(name);
      if (call !== undefined) {
        return exampleText(call.text, this.#say(message('For example in {0}:', pageLink(record))));
      }
    }
    return undefined;
  }

  #say(text: Message): string {
    return formatMessage(text, this.#options.translate);
  }
}

const topOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The data of an item comes from the editor, in whatever shape. */
function fileOf({ data }: CompletionItem): string | undefined {
  const file: unknown =
    typeof data === 'object' && data !== null ? (data as { readonly file?: unknown }).file : undefined;
  return typeof file === 'string' ? file : undefined;
}

/** It stands in a folder that pages of the site take pictures from, and its path does not lead out again. */
function mayShow({ resourceRoots }: LiveSite, uri: string): boolean {
  return resourceRoots.some((root) => {
    const path = pathBelow(root, uri);
    return path !== undefined && path !== '' && !path.split(/[/\\]/).includes('..');
  });
}
