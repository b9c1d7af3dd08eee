import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { Message } from '../../text/message.ts';
import type { TextRange } from '../../text/range.ts';
import type { ClientAbilities } from '../client.ts';

/** What every part of the hover is asked with. */
export interface HoverRequest {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  /** Under the pointer (UTF-16). */
  readonly offset: number;
  readonly client: ClientAbilities;
  /** A message in the writer's language. */
  readonly say: (message: Message) => string;
}

export interface HoverPart {
  /** What it speaks of. */
  readonly range: TextRange;
  readonly markdown: string;
}
