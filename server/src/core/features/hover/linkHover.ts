import { anchorsOf } from '../../references/anchors.ts';
import { everyLink, type SiteLink } from '../../references/everyLink.ts';
import { keySchema } from '../../schema/keySchema.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { recordOf } from '../../site/recordOf.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { plain } from '../../text/markdown.ts';
import { message } from '../../text/message.ts';
import { isPicture, joinPath } from '../../text/path.ts';
import { touches } from '../../text/range.ts';
import { fileOf, type Lead } from '../leads.ts';
import { factsOf, pageLink } from '../provenance.ts';
import { headline, type HoverRequest, type HoverText } from './hoverRequest.ts';

/** The link of the text, or the reference, whose address stands at `offset` (UTF-16). What front matter says, its keys explain. */
export function findLink(site: SiteSnapshot, page: PageDocument, offset: number): SiteLink | undefined {
  return offset < (page.fence?.bodyStart ?? 0)
    ? undefined
    : everyLink(site, page).find(({ range }) => touches(range, offset));
}

/** The page that a link leads to, with its state and its picture, and the heading that the address names; or the file. */
export function linkHover(request: HoverRequest, { target, fragment }: SiteLink): HoverText | undefined {
  const { site, page, client } = request;
  const from = recordOf(site, page);
  switch (target.kind) {
    case 'file':
      return { paragraphs: [], leads: [{ kind: 'file', uri: target.uri }] };
    case 'samePage':
      return toText(headingText(request, page, fragment?.value));
    case 'page':
    case 'source': {
      const facts = factsOf(
        site,
        target.page,
        from?.language ?? target.page.language,
        client.now ?? client.today,
      );
      const heading = headingText(request, request.target, fragment?.value);
      return {
        paragraphs: [headline(request, `**${pageLink(target.page)}**`, facts.map(escaped)), heading ?? ''],
        leads: pictureOf(site, target.page),
      };
    }
    default:
      return undefined;
  }
}

function escaped<Fact>(fact: Fact): Fact | string {
  return typeof fact === 'string' ? plain(fact) : fact;
}

function toText(paragraph: string | undefined): HoverText | undefined {
  return paragraph === undefined ? undefined : { paragraphs: [paragraph] };
}

function headingText(
  { site, say }: HoverRequest,
  page: PageDocument | undefined,
  anchor: string | undefined,
): string | undefined {
  const found =
    page === undefined || anchor === undefined || anchor === ''
      ? undefined
      : anchorsOf(site, page).anchors.find(({ id }) => id === anchor);
  return found === undefined || found.title === ''
    ? undefined
    : say(message('Heading: {0}', plain(found.title)));
}

/** The first picture that its front matter names and that there is. */
function pictureOf(site: SiteSnapshot, page: PageRecord): readonly Lead[] {
  const folder = page.path.slice(0, Math.max(0, page.path.lastIndexOf('/')));
  for (const { id, values } of page.keys) {
    for (const value of values.slice(0, 1).filter(isPicture)) {
      const beside = page.bundle === 'none' ? undefined : site.files.file('content', joinPath(folder, value));
      const uses = keySchema(site, page, id.split('.'))?.uses ?? [];
      const uri = beside?.uri ?? fileOf(site, value, uses);
      if (uri !== undefined) {
        return [{ kind: 'file', uri }];
      }
    }
  }
  return [];
}
