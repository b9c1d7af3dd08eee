import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { Message } from '../../text/message.ts';
import type { ClientAbilities } from '../client.ts';
import type { Lead } from '../leads.ts';

/** What every part of the hover is asked with. */
export interface HoverRequest {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly client: ClientAbilities;
  /** A message in the writer's language. */
  readonly say: (message: Message) => string;
}

/** What is said of a subject. */
export interface HoverText {
  readonly paragraphs: readonly string[];
  /** Where its value leads. */
  readonly leads?: readonly Lead[];
  /** An example of the call of this shortcode is welcome. */
  readonly exampleOf?: string;
}

/** The first line of a hover: what it speaks of, in bold or not, and the most important facts. */
export function headline(
  { say }: HoverRequest,
  subject: string,
  facts: readonly (Message | string | undefined)[],
): string {
  const said = facts.flatMap((fact) =>
    fact === undefined ? [] : typeof fact === 'string' ? fact : say(fact),
  );
  return [subject, ...said].join(' · ');
}
