import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot, ValueStats } from '../../site/snapshot.ts';
import { code } from '../../text/markdown.ts';
import { message, type Message } from '../../text/message.ts';
import type { ClientAbilities } from '../client.ts';
import type { Lead } from '../leads.ts';
import { stillReading, usedOnPages } from '../provenance.ts';

/** What every part of the hover is asked with. */
export interface HoverRequest {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly client: ClientAbilities;
  /** A message in the writer's language. */
  readonly say: (message: Message) => string;
  /** The page that the link leads to, where somebody has read it. */
  readonly target?: PageDocument | undefined;
}

/** What is said of a subject. */
export interface HoverText {
  readonly paragraphs: readonly string[];
  /** Where its value leads. */
  readonly leads?: readonly Lead[];
  /** An example of the call of this shortcode is welcome. */
  readonly exampleOf?: string;
}

/** On how many pages it is, as far as that is known; nothing for none. */
export function onPages({ site }: HoverRequest, pages: number): Message | undefined {
  if (pages === 0) {
    return undefined;
  }
  return site.progress.content ? usedOnPages(pages) : stillReading;
}

/** So many values are told. */
const valuesTold = 6;
/** A longer one is a sentence of its page's own. */
export const longestValue = 60;

/** Values that several pages have, most used first; nothing while not all pages are known. */
export function mostUsed({ site }: HoverRequest, values: readonly ValueStats[]): Message | undefined {
  const told = site.progress.content
    ? values.filter(({ value, pages }) => pages > 1 && value.length <= longestValue).slice(0, valuesTold)
    : [];
  const list = told.map(({ value, pages }) => `${code(value)} (${String(pages)})`).join(', ');
  return list === '' ? undefined : message('Most used: {0}', list);
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
