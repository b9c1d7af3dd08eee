import { MovedSite } from '../../references/movedSite.ts';
import { Relocation, type FileMove } from '../../references/relocation.ts';
import type { ChangePlan, PlannedEdit, Refusal, SiteText } from '../../references/types.ts';
import { PageDocument } from '../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import { memoize } from '../../text/memoize.ts';
import { message } from '../../text/message.ts';
import { companions } from './companions.ts';
import { formerAddress, lostAddresses } from './formerAddress.ts';
import { otherLayout } from './otherLayout.ts';
import { keepAddress } from '../../references/keepAddress.ts';
import { movedLinks, type Move, type MovedLinks } from './movedLinks.ts';
import { mentionEdits, mentioningFiles, mentionsOf } from './mentions.ts';
import { suspectsOf, type Suspects } from './pagesThatLead.ts';
import { relativeAliases } from './relativeAliases.ts';
import { refusalOf } from './refusal.ts';

export type { FileMove } from '../../references/relocation.ts';

/**
 * What has to change in a site when files and folders get other names (as in an explorer, which does that itself): every link, reference and value that
 * leads to them or from them keeps leading there, and pages whose addresses change keep the old ones as aliases. URIs are those of the site; files that
 * are nothing to Hugo, and templates, change nothing. The plan's own `moves` are files of page bundles that have to go along. `now` is the writer's time, RFC 3339: who is not published yet has no address to keep.
 */
export function moveFiles(site: SiteSnapshot, moves: readonly FileMove[], now: string): ChangePlan | Refusal {
  const asked = moves.filter(({ from, to }) => from !== to);
  const besides = companions(site, asked);
  const relocation = new Relocation(site.root, site.config, [...asked, ...besides]);
  const after = new MovedSite(site, relocation);
  const refusal = refusalOf(site, after);
  if (refusal !== undefined) {
    return { refusal };
  }
  const move: Move = { site, after, now };
  const mentions = mentionsOf(move);
  const suspects = suspectsOf(move);
  const isConcerned = (page: PageRecord): boolean => {
    const { text, values } = suspects(page);
    return text || values || after.arrivals.has(page.uri);
  };
  const pages = new Set([...site.pages()].filter(isConcerned).map(({ uri }) => uri));
  const others = mentioningFiles(site, mentions).filter((uri) => !pages.has(uri));
  const changes = memoize((file: SiteText): MovedLinks =>
    site.page(file.uri) === undefined
      ? { edits: withoutOverlap(mentionEdits(move, file, mentions)), left: [] }
      : pageChanges(move, file, suspects),
  );
  return {
    files: [...pages, ...others],
    editsIn: (file) => changes(file).edits,
    leftIn: (file) => changes(file).left,
    remarks: [...lostAddresses(move), ...otherLayout(move)],
    moves: besides,
    title: message('Update links to what is moved'),
  };
}

function pageChanges(
  move: Move,
  { uri, text }: SiteText,
  suspects: (page: PageRecord) => Suspects,
): MovedLinks {
  const page = new PageDocument(uri, text, move.site.hugo);
  const record = move.site.page(uri);
  const links = record === undefined ? { edits: [], left: [] } : movedLinks(move, page, suspects(record));
  return { edits: withoutOverlap([...keptAddress(move, page), ...links.edits]), left: links.left };
}

/** Where two edits meet these are the first. */
function keptAddress(move: Move, page: PageDocument): readonly PlannedEdit[] {
  const former = formerAddress(move, page.uri);
  if (former === undefined) {
    return [];
  }
  const label = message('Keep the old address alive');
  return [...relativeAliases(page, former.before), ...keepAddress(page, former.before, former.after)].map(
    (edit) => ({ ...edit, label }),
  );
}

/** Of two that meet the first stays. */
function withoutOverlap(edits: readonly PlannedEdit[]): readonly PlannedEdit[] {
  const kept: PlannedEdit[] = [];
  let end = -1;
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    if (edit.range.start >= end) {
      kept.push(edit);
      end = edit.range.end;
    }
  }
  return kept;
}
