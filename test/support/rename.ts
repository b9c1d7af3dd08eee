// What F2 does to a site: its files before and after, as one txtar text each.
import { planRename, renameTargetAt } from '../../server/src/core/features/rename/rename.ts';
import { siteFileAt } from '../../server/src/core/references/siteFile.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { formatMessage } from '../../server/src/core/text/message.ts';
import { takeCursor } from './marks.ts';
import { siteOf, type SiteOptions } from './site.ts';
import { parseTxtar } from './txtar.ts';

const root = 'file:///site/';

/** The files that a rename at the cursor changes, with new names and texts; or the sentence that refuses it. */
export function renamedIn(
  txtar: string,
  newName: string,
  options: SiteOptions = {},
): Record<string, string> | string {
  const marked = parseTxtar(txtar);
  const [path = '', text = ''] = [...marked].find(([, each]) => each.includes('█')) ?? [];
  const taken = takeCursor(text);
  const texts = new Map([...marked, [path, taken.text]]);
  const site = siteOf(txtar.replace('█', ''), options);
  const file = { uri: root + path, text: taken.text };
  const page =
    siteFileAt(site, file.uri) === undefined ? new PageDocument(file.uri, file.text, site.hugo) : undefined;
  const target = renameTargetAt(site, file, page, taken.offset);
  if (target === undefined) {
    return 'nothing to rename';
  }
  const plan = 'refusal' in target ? target : planRename(site, target.symbol, newName, page);
  if ('refusal' in plan) {
    return formatMessage(plan.refusal);
  }
  const changed = new Map<string, string>();
  for (const uri of plan.files) {
    const before = texts.get(decodeURIComponent(uri.slice(root.length))) ?? '';
    const obstacle = plan.obstacleIn?.({ uri, text: before });
    if (obstacle !== undefined) {
      return formatMessage(obstacle);
    }
    const edits = plan.editsIn({ uri, text: before });
    if (edits.length > 0) {
      changed.set(uri, applied(before, edits));
    }
  }
  for (const { from, to } of plan.moves) {
    for (const each of [...texts.keys()]
      .map((name) => root + name)
      .filter((uri) => uri === from || uri.startsWith(`${from}/`))) {
      const moved = changed.get(each) ?? texts.get(each.slice(root.length)) ?? '';
      changed.delete(each);
      changed.set(to + each.slice(from.length), moved);
    }
  }
  return Object.fromEntries(
    [...changed].map(([uri, after]) => [decodeURIComponent(uri.slice(root.length)), after]),
  );
}

function applied(
  text: string,
  edits: readonly { range: { start: number; end: number }; newText: string }[],
): string {
  return edits
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce((done, { range, newText }) => done.slice(0, range.start) + newText + done.slice(range.end), text);
}
