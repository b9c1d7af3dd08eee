import { shortcodeNameOf } from '../../references/templateStatements.ts';
import type { SiteSymbol } from '../../references/types.ts';
import { shortcodeKey } from '../../site/shortcodeTemplates.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message } from '../../text/message.ts';
import { notOwn, renamedFile, sameName, taken, type Renaming } from './renaming.ts';
import { bareName } from './writeName.ts';

/** The template with its variants for languages and output formats, and every call. */
export function renameShortcode(
  site: SiteSnapshot,
  { name }: Extract<SiteSymbol, { kind: 'shortcode' }>,
): Renaming {
  const definition = site.shortcode(name);
  const [source] = definition?.sources ?? [];
  const isSame = (other: string): boolean => shortcodeKey(other, site.hugo) === shortcodeKey(name, site.hugo);
  return {
    name,
    refusal:
      source === undefined
        ? message('There is no shortcode "{0}" in this site.', name)
        : notOwn(name, source),
    refuses: (newName) => {
      if (!/^[\p{L}\p{N}_-]+(?:\/[\p{L}\p{N}_-]+)*$/u.test(newName)) {
        return message(
          'The name of a shortcode is made of letters, digits, "-" and "_"; "/" stands for a folder.',
        );
      }
      return newName === name
        ? sameName(name)
        : !isSame(newName) && site.shortcode(newName)
          ? taken(newName)
          : undefined;
    },
    write: bareName,
    moves: (newName) =>
      ownTemplates(site, isSame).map((own) => ({
        from: own.uri,
        to: renamedFile(own.uri, own.name, newName),
      })),
  };
}

function ownTemplates(
  site: SiteSnapshot,
  isMeant: (name: string) => boolean,
): { readonly uri: string; readonly name: string }[] {
  return site.templates().flatMap((template) => {
    const { uri, origin } = template.source;
    const name = template.role === 'shortcode' ? shortcodeNameOf(template, site.config) : undefined;
    return origin === 'project' && uri !== undefined && name !== undefined && isMeant(name)
      ? [{ uri, name }]
      : [];
  });
}
