import type { FileComponent, MountedFile, MountedFiles } from './snapshot.ts';

/** A file below `static`, `assets`, or that is no page, `content`. */
export interface FileBelow {
  readonly component: FileComponent;
  /** Below the component, with `/`: `img/background/sky.jpg`. */
  readonly path: string;
  readonly uri: string;
}

/** An unchanging picture of the files; what changes makes a new one that shares all other folders with the old. */
export interface MountedFileTree extends MountedFiles {
  /** With a file that was made; one that is there already stays. Costs the folders on its way. */
  with(file: FileBelow): MountedFileTree;
  /** Without a file that was deleted, or that is not there; folders that are left empty go with it. */
  without(file: FileBelow): MountedFileTree;
}

/** Of several files at one place the first counts, so those of the project have to come first. */
export function toMountedFiles(files: Iterable<FileBelow>, isCapped: boolean): MountedFileTree {
  const draft = new MountedFilesDraft();
  for (const file of files) {
    draft.add(file);
  }
  return draft.finish(isCapped);
}

/** The same for who takes many files in slices. */
export class MountedFilesDraft {
  readonly #roots = new Map<string, FolderDraft>();

  add({ component, path, uri }: FileBelow): void {
    const root = this.#roots.get(component) ?? newDraft();
    this.#roots.set(component, root);
    const parts = partsOf(path);
    const name = parts.pop();
    const folder = parts.reduce(draftBelow, root);
    if (name !== undefined && !folder.files.has(name)) {
      folder.files.set(name, uri);
    }
  }

  finish(isCapped: boolean): MountedFileTree {
    const roots = [...this.#roots].map(([component, draft]) => [component, toFolder(draft)] as const);
    return new Files(new Map(roots), isCapped);
  }
}

interface FolderDraft {
  readonly files: Map<string, string>;
  readonly folders: Map<string, FolderDraft>;
}

function newDraft(): FolderDraft {
  return { files: new Map(), folders: new Map() };
}

function draftBelow({ folders }: FolderDraft, name: string): FolderDraft {
  const draft = folders.get(name) ?? newDraft();
  folders.set(name, draft);
  return draft;
}

function toFolder({ files, folders }: FolderDraft): Folder {
  return new Folder(files, new Map([...folders].map(([name, draft]) => [name, toFolder(draft)])));
}

class Files implements MountedFileTree {
  readonly isCapped: boolean;
  readonly #roots: ReadonlyMap<string, Folder>;

  constructor(roots: ReadonlyMap<string, Folder>, isCapped: boolean) {
    this.#roots = roots;
    this.isCapped = isCapped;
  }

  filesIn(component: FileBelow['component'], folder: string): readonly MountedFile[] {
    return this.#folder(component, partsOf(folder))?.list() ?? [];
  }

  file(component: FileBelow['component'], path: string): MountedFile | undefined {
    const parts = partsOf(path);
    const name = parts.pop() ?? '';
    const uri = this.#folder(component, parts)?.files.get(name);
    return uri === undefined ? undefined : { name, uri, isFolder: false };
  }

  with({ component, path, uri }: FileBelow): MountedFileTree {
    return this.#changed(component, (root) => root.with(partsOf(path), uri));
  }

  without({ component, path, uri }: FileBelow): MountedFileTree {
    return this.#changed(component, (root) => root.without(partsOf(path), uri));
  }

  #folder(component: string, parts: readonly string[]): Folder | undefined {
    return parts.reduce<Folder | undefined>(
      (folder, name) => folder?.folders.get(name),
      this.#roots.get(component),
    );
  }

  #changed(component: string, change: (root: Folder) => Folder): MountedFileTree {
    const before = this.#roots.get(component) ?? emptyFolder();
    const after = change(before);
    return after === before ? this : new Files(new Map(this.#roots).set(component, after), this.isCapped);
  }
}

class Folder {
  /** Name to URI. */
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, Folder>;
  #list: readonly MountedFile[] | undefined;

  constructor(files: ReadonlyMap<string, string>, folders: ReadonlyMap<string, Folder>) {
    this.files = files;
    this.folders = folders;
  }

  list(): readonly MountedFile[] {
    this.#list ??= [
      ...sorted(this.folders).map(([name, folder]) => ({ name, uri: folder.uri(), isFolder: true })),
      ...sorted(this.files).map(([name, uri]) => ({ name, uri, isFolder: false })),
    ];
    return this.#list;
  }

  /** The folder on disk that holds the first of its files; of a folder that joins several, one of them. */
  uri(): string {
    const [below = ''] = this.files.values();
    const [folder] = this.folders.values();
    return parentOf(below === '' ? (folder?.uri() ?? '') : below);
  }

  with([name = '', ...rest]: readonly string[], uri: string): Folder {
    if (rest.length > 0) {
      const before = this.folders.get(name) ?? emptyFolder();
      return this.#withFolder(name, before, before.with(rest, uri));
    }
    return name === '' || this.files.has(name)
      ? this
      : new Folder(new Map(this.files).set(name, uri), this.folders);
  }

  without([name = '', ...rest]: readonly string[], uri: string): Folder {
    const folder = this.folders.get(name);
    if (rest.length > 0) {
      return folder === undefined ? this : this.#withFolder(name, folder, folder.without(rest, uri));
    }
    return this.files.get(name) === uri ? new Folder(without(this.files, name), this.folders) : this;
  }

  #withFolder(name: string, before: Folder, after: Folder): Folder {
    if (after === before) {
      return this;
    }
    const isEmpty = after.files.size === 0 && after.folders.size === 0;
    const folders = isEmpty ? without(this.folders, name) : new Map(this.folders).set(name, after);
    return new Folder(this.files, folders);
  }
}

function emptyFolder(): Folder {
  return new Folder(new Map(), new Map());
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
}
