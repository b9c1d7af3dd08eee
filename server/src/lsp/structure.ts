// What an editor shows of the structure of pages: outline, folding, selection, paired names, colors, names of arguments, and the symbols of a whole site.
import {
  InlayHintKind,
  SemanticTokensBuilder,
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type InlayHint,
  type Range,
  type SemanticTokens,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { documentSymbols, type SymbolOptions } from '../core/features/structure/documentSymbols.ts';
import { foldingRanges } from '../core/features/structure/foldingRanges.ts';
import { argumentHints, type ArgumentHint } from '../core/features/structure/inlayHints.ts';
import { linkedNames, namePattern } from '../core/features/structure/linkedEditing.ts';
import { selectionRange } from '../core/features/structure/selectionRanges.ts';
import {
  semanticTokens,
  tokenModifiers,
  tokenTypes,
  type SemanticToken,
} from '../core/features/structure/semanticTokens.ts';
import type { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import type { InitializationOptions } from '../protocol.ts';
import type { LiveSite } from '../workspace/sites.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';
import { SiteSymbols } from './siteSymbols.ts';

export const structureAbilities: ServerCapabilities = {
  documentSymbolProvider: { label: 'Hugo' },
  workspaceSymbolProvider: { resolveProvider: true },
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  linkedEditingRangeProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: true,
    range: true,
  },
  inlayHintProvider: true,
};

/** An open page of a site. */
interface Asked {
  readonly live: LiveSite;
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
}

/**
 * Answers for content pages alone. What depends on templates is asked for again once they have been read, and where `refresh` says so.
 */
export function answerStructure(
  connection: Connection,
  session: Session,
  { capabilities, workspaceFolders, initializationOptions }: InitializeParams,
): { readonly refresh: () => void } {
  const options = initializationOptions as InitializationOptions | undefined;
  const headings = options?.showsHeadings !== true;
  const refresh = toRefresh(connection, capabilities);
  const answer = answerFor(session);
  answerShape(connection, answer, { translate: session.translate, headings });
  answerMeaning(connection, answer, session, refresh);
  new SiteSymbols({
    access: session.access,
    folders: (workspaceFolders ?? []).map(({ uri }) => uri),
    headings,
    resolves: capabilities.workspace?.symbol?.resolveSupport?.properties.includes('location.range') === true,
  }).listen(connection, session.log);
  return { refresh };
}

type Answer = <P extends { readonly textDocument: TextDocumentIdentifier }, R>(
  method: string,
  toAnswer: (asked: Asked, params: P) => R | Promise<R>,
) => (params: P, token: CancellationToken) => Promise<R | null>;

function answerFor({ log, access }: Session): Answer {
  return <P extends { readonly textDocument: TextDocumentIdentifier }, R>(
    method: string,
    toAnswer: (asked: Asked, params: P) => R | Promise<R>,
  ) =>
    guarded<P, R | null>(log, method, null, async (params, token) => {
      const file = await access.fileAt(params.textDocument.uri);
      if (file?.page === undefined || token.isCancellationRequested) {
        return null;
      }
      const { live, page } = file;
      return toAnswer({ live, site: live.snapshot, page }, params);
    });
}

/** What the text alone says, with what the templates say of pairs. */
function answerShape(connection: Connection, answer: Answer, { translate, headings }: SymbolOptions): void {
  connection.onDocumentSymbol(
    answer('documentSymbol', ({ site, page }) =>
      documentSymbols(site, page, { translate, headings: headings || !isMarkdown.test(page.uri) }),
    ),
  );
  connection.onFoldingRanges(answer('foldingRange', ({ site, page }) => foldingRanges(site, page)));
  connection.onSelectionRanges(
    answer('selectionRange', ({ site, page }, { positions }) =>
      positions.map((position) => selectionRange(site, page, page.lines.offsetAt(position))),
    ),
  );
  connection.languages.onLinkedEditingRange(
    answer('linkedEditingRange', ({ site, page }, { position }) => {
      const names = linkedNames(site, page, page.lines.offsetAt(position));
      return names === undefined
        ? null
        : { ranges: names.map((name) => page.lines.toRange(name)), wordPattern: namePattern };
    }),
  );
}

/** What has a meaning in the site, which its templates say. */
function answerMeaning(
  { languages }: Connection,
  answer: Answer,
  session: Session,
  refresh: () => void,
): void {
  const waiting = new WeakSet<LiveSite>();
  const refreshOnceRead = ({ live, site }: Asked): void => {
    if (!site.progress.templates && !waiting.has(live)) {
      waiting.add(live);
      void live.ready.then(refresh);
    }
  };
  const tokens = answer('semanticTokens', (asked: Asked, params: TokensParams) => {
    refreshOnceRead(asked);
    const { site, page } = asked;
    return encode(page, semanticTokens(site, page, params.range && page.lines.toOffsets(params.range)));
  });
  const noTokens: SemanticTokens = { data: [] };
  languages.semanticTokens.on(async (params, token) => (await tokens(params, token)) ?? noTokens);
  languages.semanticTokens.onRange(async (params, token) => (await tokens(params, token)) ?? noTokens);
  languages.inlayHint.on(
    answer('inlayHint', async (asked, params) => {
      refreshOnceRead(asked);
      const { site, page } = asked;
      const { inlayHints } = await session.settingsOf(site.root);
      return inlayHints
        ? argumentHints(site, page, page.lines.toOffsets(params.range)).map(toHint(page))
        : [];
    }),
  );
}

interface TokensParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly range?: Range;
}

/** What an editor that knows headings takes for Markdown. */
const isMarkdown = /\.(?:md|mdown|markdown)$/i;

function toRefresh({ languages }: Connection, { workspace }: InitializeParams['capabilities']): () => void {
  const asked = [
    ...(workspace?.semanticTokens?.refreshSupport === true ? [languages.semanticTokens] : []),
    ...(workspace?.inlayHint?.refreshSupport === true ? [languages.inlayHint] : []),
  ];
  return () => {
    for (const each of asked) {
      each.refresh().catch(() => undefined);
    }
  };
}

function encode({ lines }: PageDocument, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { range: where, type, isOfHugo } of tokens) {
    const { line, character } = lines.positionAt(where.start);
    if (where.end <= lines.rangeOf(line).end) {
      const length = where.end - where.start;
      builder.push(line, character, length, tokenTypes.indexOf(type), isOfHugo ? 1 : 0);
    }
  }
  return builder.build();
}

function toHint({ lines }: PageDocument): (hint: ArgumentHint) => InlayHint {
  return ({ offset, name }) => ({
    position: lines.positionAt(offset),
    label: `${name}:`,
    kind: InlayHintKind.Parameter,
    paddingRight: true,
  });
}
