// What a use says of the text that a value stands in: where the file is, whose name the value is a part of.
import type { UseType } from '../signature.ts';
import type { Notes, Use } from './notes.ts';
import type { Spot } from './places.ts';
import type { Joined, Value } from './values.ts';

/** Notes what `value` is used for, by itself or as a part of a name. */
export function noteUse(notes: Notes, value: Value, type: UseType, at: Spot): void {
  for (const atom of value) {
    if (atom.kind === 'subject') {
      notes.type(atom.subject, { type, folder: undefined }, at);
    } else if (atom.kind === 'joined') {
      const use = useOfPart(type, atom);
      if (use !== undefined) {
        notes.type(atom.subject, use, at);
      }
    }
  }
}

/** What a part of a text is, when the whole is a `type`; nothing for one that is no name of something. */
function useOfPart(type: UseType, { before, after }: Joined): Use | undefined {
  switch (type) {
    case 'asset':
    case 'resource':
      return named(type, before?.replace(/^\.?\//, ''), after);
    case 'page':
      return named(type, before === undefined || /^[./]/.test(before) ? before : `/${before}`, after);
    case 'path':
      return fileUse(before, after);
    case 'url':
      return addressUse(before, after);
    case 'partial':
      return named(type, before?.replace(/^\//, ''), after?.replace(/\.html$/, ''));
    default:
      return undefined;
  }
}

const component = /^\.?\/?(static|assets)\/(.*)$/s;

/** A file of the site by its path: what is below `static` is found under its address, what is below `assets` as an asset. */
function fileUse(before: string | undefined, after: string | undefined): Use {
  const [, root, rest = ''] = component.exec(before ?? '') ?? [];
  if (root === undefined) {
    return named('path', undefined, after);
  }
  return root === 'static' ? named('path', `/${rest}`, after) : named('asset', rest, after);
}

/** A part of an address: `before` is what stands in front of the value, with the host where the template writes one. */
export function addressUse(
  before: string | undefined,
  after: string | undefined,
  isOfFile = false,
): Use | undefined {
  if (before === undefined || /[?#]|^(?!https?:)[a-z][a-z\d+.-]*:/i.test(before)) {
    return undefined;
  }
  if (before === '') {
    return { type: isOfFile ? 'path' : 'url', folder: undefined };
  }
  const address = before.replace(/^\.\/+/, '/');
  return named('path', /^(?:[./]|https?:)/i.test(address) ? address : `/${address}`, after);
}

function named(type: UseType, before: string | undefined, after: string | undefined): Use {
  const end = (before?.lastIndexOf('/') ?? -1) + 1;
  const folder = before?.slice(0, end);
  const prefix = before?.slice(end);
  return {
    type,
    folder: folder === undefined || folder === '' || folder.includes('*') ? undefined : folder,
    ...(isName(prefix) && { prefix }),
    ...(isName(after) && { suffix: after }),
  };
}

/** Marks of a pattern match anything: they are no part of a name. */
function isName(part: string | undefined): part is string {
  return part !== undefined && part !== '' && !/[*?[{]/.test(part);
}
