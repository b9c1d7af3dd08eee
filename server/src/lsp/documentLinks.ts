// Addresses that a click opens. The line of a heading is looked up when somebody clicks: only then its page has to be read.
import type {
  CancellationToken,
  Connection,
  DocumentLink,
  DocumentLinkParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import { anchorLine, documentLinks, type OpeningLink } from '../core/features/documentLinks.ts';
import { guarded } from './guard.ts';
import type { ServerHost } from './server.ts';
import type { Session } from './session.ts';

export const documentLinkAbilities: ServerCapabilities = { documentLinkProvider: { resolveProvider: true } };

export function answerDocumentLinks(
  connection: Connection,
  { log, access, translate }: Session,
  clock: ServerHost['clock'],
): void {
  const linksOf = async (
    { textDocument: { uri } }: DocumentLinkParams,
    token: CancellationToken,
  ): Promise<DocumentLink[] | null> => {
    const file = await access.fileAt(uri);
    return file?.page === undefined || token.isCancellationRequested
      ? null
      : documentLinks(file.live.snapshot, file.page, { snippets: false, translate, ...clock() }).map(toLink);
  };
  const resolve = async (link: DocumentLink): Promise<DocumentLink> => {
    const opening = openingOf(link);
    const file = opening && (await access.fileAt(opening.uri));
    const line = file?.page && anchorLine(file.live.snapshot, file.page, opening?.anchor ?? '');
    return file === undefined || opening === undefined
      ? link
      : { ...link, target: line === undefined ? opening.uri : `${opening.uri}#L${String(line + 1)}` };
  };
  connection.onDocumentLinks(guarded(log, 'documentLink', null, linksOf));
  connection.onDocumentLinkResolve((link, token) =>
    guarded(log, 'documentLink/resolve', link, resolve)(link, token),
  );
}

function toLink({ range, uri, anchor, tooltip }: OpeningLink): DocumentLink {
  return { range, tooltip, ...(anchor === undefined ? { target: uri } : { data: { uri, anchor } }) };
}

/** What the editor sends back, in whatever shape; a file of no site is not read. */
function openingOf({ data }: DocumentLink): Pick<OpeningLink, 'uri' | 'anchor'> | undefined {
  const { uri, anchor } = (typeof data === 'object' && data !== null ? data : {}) as {
    readonly uri?: unknown;
    readonly anchor?: unknown;
  };
  return typeof uri === 'string' && typeof anchor === 'string' ? { uri, anchor } : undefined;
}
