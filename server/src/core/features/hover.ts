import { MarkupKind } from 'vscode-languageserver-types';
import type { Hover } from 'vscode-languageserver-types';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { formatMessage } from '../text/message.ts';
import type { ClientAbilities } from './client.ts';
import type { HoverRequest } from './hover/hoverRequest.ts';
import { keyHover } from './hover/keyHover.ts';
import { shortcodeHover } from './hover/shortcodeHover.ts';

/** What there is to say of the key, value or shortcode at `offset` (UTF-16), in Markdown; nothing where there is nothing. */
export function hover(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
  client: ClientAbilities,
): Hover | undefined {
  const request: HoverRequest = {
    site,
    page,
    offset,
    client,
    say: (message) => formatMessage(message, client.translate),
  };
  const part = offset < (page.fence?.bodyStart ?? 0) ? keyHover(request) : shortcodeHover(request);
  return (
    part && {
      contents: { kind: MarkupKind.Markdown, value: part.markdown },
      range: page.lines.toRange(part.range),
    }
  );
}
