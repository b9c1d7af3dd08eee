// Answers which shortcodes, keys, files and pages of a site nothing uses; asked for by a command, never by itself.
import type { Connection } from 'vscode-languageserver';
import { doubtsAbout, unusedIn, unusedKinds } from '../core/features/unused/unused.ts';
import { formatMessage } from '../core/text/message.ts';
import { unusedRequest, type UnusedParams, type UnusedResult } from '../protocol.ts';
import { readMentions } from '../workspace/readMentions.ts';
import { pathBelow } from '../workspace/uris.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

const nothing: UnusedResult = { items: [], doubts: [] };

/** `clock` says what is published now (RFC 3339). */
export function answerUnused(
  connection: Connection,
  session: Session,
  clock: () => { readonly now: string },
): void {
  connection.onRequest(
    unusedRequest,
    guarded(session.log, 'unused', nothing, ({ uri }: UnusedParams) => findUnused(uri, session, clock().now)),
  );
}

async function findUnused(uri: string, { access, translate }: Session, now: string): Promise<UnusedResult> {
  const live = await access.siteOf(uri);
  await live?.ready;
  if (live === undefined) {
    return nothing;
  }
  const { snapshot: site, root } = live;
  const mentions = await readMentions(access.source(live), site);
  const kinds = new Set(unusedKinds);
  return {
    items: unusedIn(site, mentions, kinds, now).map((item) => ({
      ...item,
      path: pathBelow(root, item.uri) ?? item.uri,
    })),
    doubts: doubtsAbout(site, mentions, kinds).map((doubt) => formatMessage(doubt, translate)),
  };
}
