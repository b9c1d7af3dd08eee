import { reorderKeys } from '../frontMatter/reorder.ts';
import { askedPage } from '../schema/askedPage.ts';
import { newPage } from '../schema/newPage.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { OffsetEdit } from '../text/edit.ts';
import { message, type Message } from '../text/message.ts';

export interface Tidying {
  readonly title: Message;
  readonly edits: readonly OffsetEdit[];
}

/** Puts the front matter of a page into the order in which its archetype, or else the pages of its section, have their keys; nothing where it is in order. */
export function tidyFrontMatter(site: SiteSnapshot, page: PageDocument): Tidying | undefined {
  const { keys, archetype } = newPage(site, askedPage(site, page));
  const order = keys.map(({ schema }) => schema.id);
  const edits = page.fence === undefined ? [] : reorderKeys(page.text, page.fence, order, page.hugo);
  return edits.length === 0
    ? undefined
    : {
        title:
          archetype === undefined
            ? message('Sort the front matter as other pages of the section do')
            : message('Sort the front matter as the archetype "{0}" does', archetype.name),
        edits,
      };
}
