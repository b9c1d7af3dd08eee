// Templates and data are known by the names of their files: what moves one gives its shortcode, partial or entry another name.
import { partialNameOf } from '../../references/templateNames.ts';
import { shortcodeNameOf } from '../../references/templateStatements.ts';
import { Relocation, type FileMove } from '../../references/relocation.ts';
import type { SiteSymbol } from '../../references/types.ts';
import type { MountedPath } from '../../site/mounts.ts';
import type { SiteSnapshot, SiteTemplate } from '../../site/snapshot.ts';

/** What is called by the name of a file that moves. */
export interface NamedByFile {
  readonly symbol: SiteSymbol;
  /** Absent where it is not there any more, or cannot be named in the same way. */
  readonly newName: string | undefined;
}

/** The shortcodes, partials and entries of the data that get another name with these moves, each once. */
export function namedByFiles(site: SiteSnapshot, moves: readonly FileMove[]): readonly NamedByFile[] {
  const relocation = new Relocation(site.root, site.config, moves);
  const templates = site
    .templates()
    .filter(({ source }) => source.uri !== undefined && relocation.isMoved(source.uri));
  return [
    ...templates.flatMap((template) => namedByTemplate(site, relocation, template)),
    ...moves.flatMap((move) => namedByData(relocation, move)),
  ];
}

function namedByTemplate(
  site: SiteSnapshot,
  relocation: Relocation,
  template: SiteTemplate,
): readonly NamedByFile[] {
  const kind = template.role;
  const nameOf = (each: SiteTemplate): string | undefined =>
    kind === 'shortcode' ? shortcodeNameOf(each, site.config) : partialNameOf(each);
  const name = nameOf(template);
  if (
    name === undefined ||
    (kind !== 'shortcode' && kind !== 'partial') ||
    isVariant(site, template, nameOf)
  ) {
    return [];
  }
  const place = relocation.placeOf(relocation.after(template.source.uri ?? ''));
  const newName =
    place?.component === 'layouts' ? nameOf({ ...template, path: place.logicalPath }) : undefined;
  return newName === name ? [] : [{ symbol: { kind, name }, newName }];
}

/** One of several files for languages and formats, but not the one that has no such word in its name. */
function isVariant(
  site: SiteSnapshot,
  template: SiteTemplate,
  nameOf: (template: SiteTemplate) => string | undefined,
): boolean {
  return site
    .templates()
    .some(
      (other) =>
        other.role === template.role &&
        other.source.origin === 'project' &&
        other.path.length < template.path.length &&
        nameOf(other) === nameOf(template),
    );
}

function namedByData(relocation: Relocation, { from, to }: FileMove): readonly NamedByFile[] {
  const [was, becomes] = [from, to].map((uri) => entryAt(relocation.placeOf(uri)));
  if (was === undefined || was === '' || was.toLowerCase() === becomes?.toLowerCase()) {
    return [];
  }
  const [parent, next] = [was, becomes ?? ''].map((path) =>
    path.slice(0, Math.max(0, path.lastIndexOf('.'))),
  );
  const isSibling = becomes !== undefined && parent?.toLowerCase() === next?.toLowerCase();
  return [
    {
      symbol: { kind: 'dataEntry', path: was.toLowerCase() },
      newName: isSibling ? becomes.slice(becomes.lastIndexOf('.') + 1) : undefined,
    },
  ];
}

/** `authors.jane` for `authors/jane.yaml` and for a folder of that name. */
function entryAt(place: MountedPath | undefined): string | undefined {
  return place?.component === 'data'
    ? place.logicalPath.replace(/(?<=[^/])\.[^./]*$/, '').replaceAll('/', '.')
    : undefined;
}
