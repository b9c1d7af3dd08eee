import type { ChangePlan, PlannedEdit, SiteSearch, SiteText } from '../../references/types.ts';
import type { TemplateSource } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { encodedPath } from '../../text/path.ts';
import type { WriteName } from './writeName.ts';

/** How the names of one kind of symbol are changed. */
export interface Renaming {
  /** As it is called now. */
  readonly name: string;
  /** Why it cannot be renamed, whatever to. */
  readonly refusal?: Message | undefined;
  /** Why it cannot get this name. */
  readonly refuses: (newName: string) => Message | undefined;
  readonly write: WriteName;
  /** Where it is named, where that is not for `searchSymbol` to say. */
  readonly search?: SiteSearch;
  /** The files that are called as it is. */
  readonly moves?: (newName: string) => ChangePlan['moves'];
  /** What changes besides. */
  readonly extra?: {
    readonly files: readonly string[];
    readonly editsIn: (file: SiteText, newName: string) => readonly PlannedEdit[];
  };
}

/** A part of a name that templates may write behind a dot. */
export const identifier = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Why something that stands in `source` is not the writer's to rename. */
export function notOwn(name: string, { origin, path }: TemplateSource): Message | undefined {
  switch (origin) {
    case 'project':
      return undefined;
    case 'embedded':
      return message('"{0}" belongs to Hugo, which knows it by this name alone.', name);
    case 'theme':
    case 'module':
      return message(
        '"{0}" comes with a theme or module, in {1}, and cannot be renamed from here.',
        name,
        path,
      );
  }
}

export function sameName(name: string): Message {
  return message('It is called "{0}" already.', name);
}

export function taken(name: string): Message {
  return message('There is a "{0}" already; the two would become one.', name);
}

/** The URI of a file whose path ends with the parts of `name`, once these are those of `newName`; what follows the first dot of the file stays. */
export function renamedFile(uri: string, name: string, newName: string): string {
  const parts = uri.split('/');
  const file = parts.at(-1) ?? '';
  const dot = file.indexOf('.');
  const folder = parts.slice(0, parts.length - name.split('/').length);
  return [...folder, encodedPath(newName)].join('/') + (dot < 0 ? '' : file.slice(dot));
}
