import type { Connection, WorkspaceSymbol } from 'vscode-languageserver';
import {
  findPlace,
  mostSymbols,
  workspaceSymbols,
  type FoundSymbol,
  type SymbolPlace,
} from '../core/features/structure/workspaceSymbols.ts';
import { guarded } from './guard.ts';
import type { Log } from './log.ts';
import type { SiteAccess } from './siteAccess.ts';

interface SiteSymbolsOptions {
  readonly access: SiteAccess;
  /** URIs of the folders that are open. */
  readonly folders: readonly string[];
  /** Headings are wanted. */
  readonly headings: boolean;
  /** The editor asks for the place in a file when it goes there. */
  readonly resolves: boolean;
}

/** Finds what has a name in all sites of the workspace; the place in its file is looked up once the editor goes there. */
export class SiteSymbols {
  readonly #options: SiteSymbolsOptions;

  constructor(options: SiteSymbolsOptions) {
    this.#options = options;
  }

  listen(connection: Connection, log: Log): void {
    connection.onWorkspaceSymbol(
      guarded(log, 'workspace/symbol', null, ({ query }: { readonly query: string }) => this.#find(query)),
    );
    connection.onWorkspaceSymbolResolve((symbol, token) =>
      guarded(log, 'workspaceSymbol/resolve', symbol, (asked: WorkspaceSymbol) => this.#resolve(asked))(
        symbol,
        token,
      ),
    );
  }

  async #find(query: string): Promise<WorkspaceSymbol[]> {
    const { access, folders, headings } = this.#options;
    await Promise.all(folders.map((folder) => access.siteOf(`${folder}/content`)));
    return access
      .sites()
      .flatMap(({ snapshot }) => workspaceSymbols(snapshot, query, headings))
      .sort((a, b) => a.worth - b.worth)
      .slice(0, mostSymbols)
      .map((symbol) => this.#toSymbol(symbol));
  }

  #toSymbol({ name, kind, container, uri, place }: FoundSymbol): WorkspaceSymbol {
    const isLater = place.kind !== 'top' && this.#options.resolves;
    return {
      name,
      kind,
      ...(container !== '' && { containerName: container }),
      location: isLater ? { uri } : { uri, range: topOfFile },
      ...(isLater && { data: place }),
    };
  }

  async #resolve(symbol: WorkspaceSymbol): Promise<WorkspaceSymbol> {
    const place = placeOf(symbol);
    const page = place && (await this.#options.access.fileAt(symbol.location.uri))?.page;
    return place === undefined || page === undefined
      ? symbol
      : {
          ...symbol,
          location: { uri: symbol.location.uri, range: page.lines.toRange(findPlace(page, place)) },
        };
  }
}

const topOfFile = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The data of a symbol comes from the editor, in whatever shape. */
function placeOf({ data }: WorkspaceSymbol): SymbolPlace | undefined {
  const { kind, text, level, key, term } = (data ?? {}) as { readonly [name: string]: unknown };
  if (kind === 'heading' && typeof text === 'string' && typeof level === 'number') {
    return { kind, text, level };
  }
  return kind === 'term' && typeof key === 'string' && typeof term === 'string'
    ? { kind, key, term }
    : undefined;
}
