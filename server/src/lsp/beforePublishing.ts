// Answers what a page still lacks before it is published; asked for by a command, never by itself.
import type { Connection } from 'vscode-languageserver';
import { beforePublishing, type OpenItem } from '../core/features/beforePublishing.ts';
import { anchorTargets } from '../core/references/anchorTargets.ts';
import type { OtherPages } from '../core/site/otherPages.ts';
import type { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { applyEdits } from '../core/text/edit.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { formatMessage, type Message } from '../core/text/message.ts';
import {
  beforePublishingRequest,
  type BeforePublishingItem,
  type BeforePublishingParams,
  type BeforePublishingResult,
} from '../protocol.ts';
import { toTextEdits } from './convert.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';
import type { SiteAccess } from './siteAccess.ts';

const notContent: BeforePublishingResult = {
  state: '',
  path: '',
  length: [],
  items: [],
  sure: { count: 0, edits: [] },
};

/** `clock` gives the writer's day, and time as in RFC 3339. */
export function answerBeforePublishing(
  connection: Connection,
  session: Session,
  clock: () => { readonly today: string; readonly now: string },
): void {
  connection.onRequest(
    beforePublishingRequest,
    guarded(session.log, 'beforePublishing', notContent, ({ uri }: BeforePublishingParams) =>
      listOf(uri, session, clock()),
    ),
  );
}

/** Waits until the site is read: half of what the other pages say would be wrong. */
async function listOf(
  uri: string,
  session: Session,
  clock: { readonly today: string; readonly now: string },
): Promise<BeforePublishingResult> {
  const { access, translate } = session;
  const file = await access.fileOnceRead(uri);
  if (file?.page === undefined) {
    return notContent;
  }
  const { page, live } = file;
  const { severities } = await session.settingsOf(live.root);
  const others = await othersOf(live.snapshot, page, access);
  const { items, sure, description, path } = beforePublishing(live.snapshot, page, {
    ...clock,
    severities,
    others,
  });
  const say = (text: Message): string => formatMessage(text, translate);
  return {
    state: description === undefined ? '' : say(description.label),
    path: path ?? '',
    length: description?.length.map(say) ?? [],
    items: items.map((item) => toItem(item, page, say)),
    sure: { count: sure.count, edits: toTextEdits(sure.edits, page.lines) },
  };
}

/** The pages in which links name a place, as they stand in the editor or else on the disk. */
async function othersOf(site: SiteSnapshot, page: PageDocument, access: SiteAccess): Promise<OtherPages> {
  const targets = anchorTargets(site, page).map(
    async ({ uri }) => [uri, (await access.fileAt(uri))?.page] as const,
  );
  const pages = new Map(await Promise.all(targets));
  return (uri) => pages.get(uri);
}

/** A fix that makes or changes another file is left to the editor's own list of fixes, which shows what it does. */
function toItem(
  { group, message: text, range, isToFill, fix }: OpenItem,
  page: PageDocument,
  say: (text: Message) => string,
): BeforePublishingItem {
  const isOwn = fix !== undefined && fix.creates === undefined && fix.elsewhere === undefined;
  const after = new LineIndex(applyEdits(page.text, fix?.edits ?? []));
  return {
    group,
    text: say(text),
    range: page.lines.toRange(range),
    isToFill: isToFill === true,
    ...(isOwn && {
      fix: {
        title: say(fix.title),
        edits: toTextEdits(fix.edits, page.lines),
        ...(fix.cursor !== undefined && { cursor: after.positionAt(fix.cursor) }),
      },
    }),
  };
}
