// Where a value leads, as the last part of its hover.
import { publishStateOf, type PublishState } from '../../site/publishState.ts';
import type { PageRecord } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import type { Lead } from '../leads.ts';
import { dataLink, pageLink, stateNote } from '../provenance.ts';
import type { HoverRequest } from './hoverRequest.ts';

/** The entry of the data, or the page with its state; files are shown by who can look whether they are there. */
export function leadText({ site, client }: HoverRequest, lead: Lead | undefined): Message | undefined {
  switch (lead?.kind) {
    case 'page':
      return pageText(lead.page, publishStateOf(lead.page, site, client.now ?? client.today));
    case 'data':
      return message('From the data in {0}.', dataLink(lead.entry));
    default:
      return undefined;
  }
}

function pageText(page: PageRecord, state: PublishState): Message {
  const note = stateNote(state);
  return note === undefined
    ? message('Leads to {0}.', pageLink(page))
    : message('Leads to {0}: {1}.', pageLink(page), note);
}
