import { partialNameOf } from '../../references/templateNames.ts';
import type { SiteSymbol } from '../../references/types.ts';
import type { SiteSnapshot, SiteTemplate } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import { notOwn, renamedFile, sameName, taken, type Renaming } from './renaming.ts';
import { bareName } from './writeName.ts';

/** The template, and every call of it. */
export function renamePartial(
  site: SiteSnapshot,
  { name }: Extract<SiteSymbol, { kind: 'partial' }>,
): Renaming {
  const templates = partialsNamed(site, name);
  const foreign = templates.find(({ source }) => source.origin !== 'project');
  return {
    name,
    refusal:
      templates.length === 0
        ? message('There is no partial "{0}" in this site.', name)
        : foreign && notOwn(name, foreign.source),
    refuses: (newName) => {
      if (!/^[\p{L}\p{N}_-]+(?:\/[\p{L}\p{N}_-]+)*$/u.test(newName)) {
        return message(
          'The name of a partial is made of letters, digits, "-" and "_"; "/" stands for a folder.',
        );
      }
      return newName === name
        ? sameName(name)
        : partialsNamed(site, newName).length > 0
          ? taken(newName)
          : undefined;
    },
    write: bareName,
    moves: (newName) =>
      templates.flatMap(({ source: { uri } }) =>
        uri === undefined ? [] : { from: uri, to: renamedFile(uri, name, newName) },
      ),
  };
}

function partialsNamed(site: SiteSnapshot, name: string): readonly SiteTemplate[] {
  const wanted = name.toLowerCase();
  return site
    .templates()
    .filter((template) => template.role === 'partial' && partialNameOf(template)?.toLowerCase() === wanted);
}
