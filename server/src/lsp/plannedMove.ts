// All that moving files in an explorer changes: links to pages and files, and the names of what is called after its file.
import { namedByFiles, type NamedByFile } from '../core/features/move/fileNames.ts';
import { moveFiles, type FileMove } from '../core/features/move/moveFiles.ts';
import { planRename } from '../core/features/rename/rename.ts';
import { Relocation } from '../core/references/relocation.ts';
import { searchSymbol } from '../core/references/searches.ts';
import type { ChangePlan, PlannedEdit, Refusal } from '../core/references/types.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { message } from '../core/text/message.ts';

/** One plan for everything. `now` is the writer's time, RFC 3339. */
export function planMove(site: SiteSnapshot, moves: readonly FileMove[], now: string): ChangePlan | Refusal {
  const links = moveFiles(site, moves, now);
  const plans = namedByFiles(site, moves).map((named) => planNamed(site, named));
  if ('refusal' in links || plans.length === 0) {
    return links;
  }
  const all = [links, ...plans].map((plan) => ({ ...plan, own: new Set(plan.files) }));
  const relocation = new Relocation(site.root, site.config, moves);
  return {
    title: links.title,
    files: [...new Set(all.flatMap(({ files }) => files))],
    editsIn: (file) =>
      withoutOverlap(
        all.flatMap(({ own, editsIn, title: label }) =>
          own.has(file.uri) ? editsIn(file).map((edit) => ({ label, ...edit })) : [],
        ),
      ),
    obstacleIn: (file) =>
      all.map(({ obstacleIn }) => obstacleIn?.(file)).find((obstacle) => obstacle !== undefined),
    leftIn: (file) => all.flatMap(({ leftIn }) => leftIn?.(file) ?? []),
    remarks: all.flatMap(({ remarks = [] }) => remarks),
    moves: all.flatMap((plan) => plan.moves).filter(({ from }) => !relocation.isMoved(from)),
  };
}

/** The change of a name, or all the places that have it where it cannot be changed. */
function planNamed(site: SiteSnapshot, { symbol, newName }: NamedByFile): ChangePlan {
  const plan = newName === undefined ? undefined : planRename(site, symbol, newName);
  if (plan !== undefined && !('refusal' in plan)) {
    return plan;
  }
  const { files, find } = searchSymbol(site, symbol);
  return {
    title: message('Update links to what is moved'),
    files,
    editsIn: () => [],
    leftIn: (file) =>
      find(file)
        .filter(({ range, role }) => role === 'use' && range.start < range.end)
        .map(({ range }) => range),
    remarks: plan === undefined ? [] : [plan.refusal],
    moves: [],
  };
}

/** Of two that meet the first stays. */
function withoutOverlap(edits: readonly PlannedEdit[]): readonly PlannedEdit[] {
  const kept: PlannedEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    if (edit.range.start >= (kept.at(-1)?.range.end ?? -1)) {
      kept.push(edit);
    }
  }
  return kept;
}
