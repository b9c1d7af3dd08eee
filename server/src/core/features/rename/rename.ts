// One name in all its places: the template and every call, the key on all pages and in all templates. What comes from a theme, belongs to Hugo or would meet
// another of its name is refused with the reason, before anything has changed.
import { searchSymbol } from '../../references/searches.ts';
import { siteFileAt } from '../../references/siteFile.ts';
import { symbolsAt } from '../../references/symbolAt.ts';
import { unlocatedRead } from '../../references/templateNames.ts';
import type { ChangePlan, Refusal, SiteSymbol, SiteText } from '../../references/types.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { textOf, type TextRange } from '../../text/range.ts';
import { renameArgument } from './argument.ts';
import { renameDataEntry } from './dataEntry.ts';
import { renameDataValue } from './dataValue.ts';
import { headingAt, renameHeading } from './heading.ts';
import { renameKey } from './key.ts';
import { renamePartial } from './partial.ts';
import type { Renaming } from './renaming.ts';
import { renameShortcode } from './shortcode.ts';
import { renameTerm } from './term.ts';

/** What the writer may rename at a place. */
export interface RenameTarget {
  readonly symbol: SiteSymbol;
  /** Where its name stands: UTF-16, half-open. */
  readonly range: TextRange;
  /** As it is written there. */
  readonly name: string;
}

/**
 * What stands at `offset` (UTF-16) of a file of the site and has a name that can be changed everywhere; a refusal where it has one that cannot, and
 * `undefined` where there is none. `page` is the file where it is content.
 */
export function renameTargetAt(
  site: SiteSnapshot,
  file: SiteText,
  page: PageDocument | undefined,
  offset: number,
): RenameTarget | Refusal | undefined {
  const heading = page && headingAt(site, page, offset);
  const [found] = symbolsAt(site, file, page, offset).filter(({ range: { start, end } }) => start < end);
  const target = heading ?? found;
  if (target === undefined) {
    return undefined;
  }
  const refusal = stillReading(site) ?? renamingOf(site, target.symbol, page).refusal;
  return refusal === undefined ? { ...target, name: textOf(file.text, target.range) } : { refusal };
}

/** The change that gives a symbol another name everywhere. `page` is the content file that the writer renames it on, where it is one. */
export function planRename(
  site: SiteSnapshot,
  symbol: SiteSymbol,
  newName: string,
  page?: PageDocument,
): ChangePlan | Refusal {
  const name = newName.trim();
  const renaming = renamingOf(site, symbol, page);
  const refusal = stillReading(site) ?? renaming.refusal ?? renaming.refuses(name);
  if (refusal !== undefined) {
    return { refusal };
  }
  const { search = searchSymbol(site, symbol), write, moves, extra } = renaming;
  return {
    title: message('Rename "{0}" to "{1}"', renaming.name, name),
    files: [...new Set([...search.files, ...(extra?.files ?? [])])],
    editsIn: (file) => [
      ...search
        .find(file)
        .filter(({ range: { start, end } }) => start < end)
        .map(({ range }) => ({ range, newText: write(site, file, range, name) })),
      ...(extra?.editsIn(file, name) ?? []),
    ],
    obstacleIn: (file) => obstacleIn(site, symbol, file, renaming.name),
    moves: moves?.(name) ?? [],
  };
}

function obstacleIn(
  site: SiteSnapshot,
  symbol: SiteSymbol,
  { uri, text }: SiteText,
  name: string,
): Message | undefined {
  const file = siteFileAt(site, uri);
  const place = file?.kind === 'template' ? unlocatedRead(site, file.template, text, symbol) : undefined;
  return (
    place &&
    message(
      '{0} reads "{1}" in line {2} by a name that does not stand there: it is made, or comes from another template. Change that first.',
      place.path,
      name,
      place.line,
    )
  );
}

/** Moved files take their links along there, and nowhere else. */
const inExplorer: Renaming = {
  name: '',
  refusal: message('Rename or move the file in the Explorer: links to it follow.'),
  refuses: () => undefined,
  write: (_site, _file, _range, name) => name,
};

function stillReading({
  progress: { templates, content, files },
}: SiteSnapshot): Refusal['refusal'] | undefined {
  return templates && content && files
    ? undefined
    : message('The site is still being read. Try again in a moment.');
}

function renamingOf(site: SiteSnapshot, symbol: SiteSymbol, page: PageDocument | undefined): Renaming {
  switch (symbol.kind) {
    case 'shortcode':
      return renameShortcode(site, symbol);
    case 'argument':
      return renameArgument(site, symbol);
    case 'key':
      return renameKey(site, symbol);
    case 'term':
      return renameTerm(site, symbol);
    case 'heading':
      return renameHeading(site, symbol, page);
    case 'dataEntry':
      return renameDataEntry(site, symbol);
    case 'dataValue':
      return renameDataValue(site, symbol);
    case 'partial':
      return renamePartial(site, symbol);
    case 'page':
    case 'file':
      return inExplorer;
  }
}
