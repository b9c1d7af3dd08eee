// Where else a name stands, asked from pages, templates, archetypes and data alike.
import {
  DocumentHighlightKind,
  type CancellationToken,
  type CodeLens,
  type Connection,
  type DocumentHighlight,
  type InitializeParams,
  type Location,
  type LocationLink,
  type Range,
  type ReferenceParams,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { useCount } from '../core/features/codeLens.ts';
import {
  definitionOfName,
  highlights,
  implementations,
  references,
  type FilePlace,
} from '../core/features/references.ts';
import type { SiteSearch } from '../core/references/types.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { formatMessage } from '../core/text/message.ts';
import { toDefinition } from './convert.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';
import { withUnsaved, type SiteAccess, type SiteFile } from './siteAccess.ts';

/** What the editor is told that can be asked for. */
export const referenceAbilities = {
  definitionProvider: true,
  referencesProvider: true,
  implementationProvider: true,
  documentHighlightProvider: true,
  codeLensProvider: {},
} satisfies Partial<ServerCapabilities>;

export function answerReferences(
  connection: Connection,
  session: Session,
  { capabilities }: InitializeParams,
): void {
  const { log, access, answers } = session;
  const linkSupport = capabilities.textDocument?.definition?.linkSupport === true;
  connection.onReferences(guarded(log, 'references', null, (at, token) => findReferences(access, at, token)));
  connection.onImplementation(
    guarded(log, 'implementation', null, async (at, token) =>
      found(access, await placeAt(access, at), implementations, token),
    ),
  );
  connection.onDefinition(
    guarded(
      log,
      'definition',
      null,
      async (at, token) =>
        (await answers.definition(at, token)) ?? (await findDefinition(access, at, linkSupport, token)),
    ),
  );
  connection.onDocumentHighlight(guarded(log, 'documentHighlight', null, (at) => highlight(access, at)));
}

interface Pointed extends FilePlace {
  readonly site: SiteSnapshot;
  readonly file: SiteFile;
}

async function placeAt(
  access: SiteAccess,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
): Promise<Pointed | undefined> {
  const file = await access.fileAt(uri);
  return (
    file && {
      site: file.live.snapshot,
      file,
      page: file.page,
      offset: file.lines.offsetAt(position),
    }
  );
}

async function findReferences(
  access: SiteAccess,
  at: ReferenceParams,
  token: CancellationToken,
): Promise<Location[] | null> {
  const { includeDeclaration } = at.context;
  const place = await placeAt(access, at);
  return found(access, place, (site, where) => references(site, where, includeDeclaration), token);
}

async function found(
  access: SiteAccess,
  place: Pointed | undefined,
  searchOf: (site: SiteSnapshot, place: FilePlace) => SiteSearch | undefined,
  token: CancellationToken,
): Promise<Location[] | null> {
  await place?.file.live.ready;
  const site = place?.file.live.snapshot;
  const search = place && site && searchOf(site, place);
  return site === undefined || search === undefined ? null : locationsOf(access, site, search, token);
}

async function locationsOf(
  access: SiteAccess,
  site: SiteSnapshot,
  search: SiteSearch,
  token: CancellationToken,
): Promise<Location[]> {
  const files = await access.search(withUnsaved(access, site, search), token);
  return files.flatMap(({ uri, lines, items }) =>
    items.map(({ range }) => ({ uri, range: lines.toRange(range) })),
  );
}

async function findDefinition(
  access: SiteAccess,
  at: TextDocumentPositionParams,
  linkSupport: boolean,
  token: CancellationToken,
): Promise<LocationLink[] | Location[] | null> {
  const place = await placeAt(access, at);
  const definition = place && definitionOfName(place.site, place);
  if (place === undefined || definition === undefined) {
    return null;
  }
  const { site, file } = place;
  const { target } = definition;
  const origin = file.lines.toRange(definition.origin);
  const targets =
    'uri' in target
      ? [{ uri: target.uri, range: { start: top, end: top } }]
      : await locationsOf(access, site, target, token);
  return targets.length === 0
    ? null
    : toDefinition(origin, withoutItself(targets, file, origin), linkSupport);
}

/** Where there are others: an editor shows the uses of what stands at its only definition. */
function withoutItself(
  targets: readonly Location[],
  { uri }: SiteFile,
  { start }: Range,
): readonly Location[] {
  const others = targets.filter((target) => target.uri !== uri || target.range.start.line !== start.line);
  return others.length > 0 ? others : targets;
}

const top = { line: 0, character: 0 };

async function highlight(
  access: SiteAccess,
  at: TextDocumentPositionParams,
): Promise<DocumentHighlight[] | null> {
  const place = await placeAt(access, at);
  const names = place === undefined ? [] : highlights(place.site, place);
  return place === undefined || names.length === 0
    ? null
    : names.map(({ range, role }) => ({
        range: place.file.lines.toRange(range),
        kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
}

/** How often a template is used, above it. `command` shows where. */
export async function useLenses(
  session: Session,
  uri: string,
  command: string | undefined,
  token: CancellationToken,
): Promise<readonly CodeLens[]> {
  const { access, translate } = session;
  const file = await access.fileAt(uri);
  if (file === undefined || !(await session.settingsOf(file.live.root)).codeLens) {
    return [];
  }
  await file.live.ready;
  const count = useCount(file.live.snapshot, file);
  if (count === undefined) {
    return [];
  }
  const text = 'title' in count ? count.title : count.titleOf(await usesIn(access, count.search, token));
  const title = formatMessage(text, translate);
  const shown = command === undefined ? { title, command: '' } : { title, command, arguments: [uri, top] };
  return [{ range: { start: top, end: top }, command: shown }];
}

async function usesIn(access: SiteAccess, search: SiteSearch, token: CancellationToken): Promise<number> {
  const files = await access.search(search, token);
  return files.flatMap(({ items }) => items.filter(({ role }) => role === 'use')).length;
}
