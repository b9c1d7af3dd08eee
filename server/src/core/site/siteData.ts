/**
 * The data of a site as completion asks for it. The line scanners of front matter read it, because they are linear, give places, and take
 * a broken file as far as it goes; anchors and the like, which only a full reader follows, are rare in data.
 */
import { outlineJson } from '../frontMatter/outline/outlineJson.ts';
import { outlineToml } from '../frontMatter/outline/outlineToml.ts';
import { outlineYaml } from '../frontMatter/outline/outlineYaml.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { range } from '../text/range.ts';
import { csvRows } from './csvRows.ts';
import type { DataEntry, SiteData } from './snapshot.ts';

/** A file below a `data` directory. */
export interface DataFile {
  /** Below the directory: `authors/jane.yaml`. */
  readonly path: string;
  /** For people: `data/authors/jane.yaml`. */
  readonly shown: string;
  readonly uri: string;
  readonly text: string;
  /** The place of its module in the order of precedence; 0 is the project. */
  readonly rank: number;
}

/** One key of a file with its value. */
export interface DataRow {
  /** Lower-cased, `[]` for the items of a list. */
  readonly path: readonly string[];
  readonly key: string;
  readonly keyOffset: number;
  /** Where the value is one scalar. */
  readonly value: { readonly text: string; readonly offset: number } | undefined;
}

/** Of a bigger file the beginning is read. */
export const longestData = 1_000_000;

/**
 * The data of all modules, each file read when it is first asked for. Keys of the project hide those of themes, as Hugo merges them
 * (hugolib/hugo_sites.go, `handleDataFile`); a list is hidden whole. A file of another format is an entry without content.
 */
export function toSiteData(files: Iterable<DataFile>): SiteData {
  const tree = new DataTree(files);
  return {
    entries: (path) => unique([...tree.filesBelow(partsOf(path)), ...tree.keysBelow(partsOf(path))]),
    values: (path, field) => unique([...tree.valuesOf(partsOf(path), field.toLowerCase())]),
    pathOf: (uri) => tree.pathOf(uri),
  };
}

interface PlacedRow extends DataRow {
  readonly file: DataFile;
}

class DataTree {
  /** By their path without extension, dotted and lower-cased; the project's first. */
  readonly #files = new Map<string, DataFile[]>();
  readonly #rows = new Map<string, readonly PlacedRow[]>();
  readonly #paths = new Map<string, string>();

  constructor(files: Iterable<DataFile>) {
    for (const file of [...files].sort((a, b) => a.rank - b.rank).filter(isRead)) {
      const key = stemOf(file.path).toLowerCase().replaceAll('/', '.');
      this.#files.set(key, [...(this.#files.get(key) ?? []), file]);
      this.#paths.set(file.uri, key);
    }
  }

  pathOf(uri: string): string | undefined {
    return this.#paths.get(uri);
  }

  /** The files and folders of a folder. */
  *filesBelow(folder: readonly string[]): Generator<DataEntry> {
    for (const [file] of this.#files.values()) {
      const parts = file === undefined ? [] : stemOf(file.path).split('/');
      const name = parts[folder.length];
      if (file !== undefined && name !== undefined && startsWith(parts, folder)) {
        yield toEntry(name, file, 0);
      }
    }
  }

  /** The keys of a map that is a file, or stands in one. */
  *keysBelow(path: readonly string[]): Generator<DataEntry> {
    for (const row of this.#rowsOn(path)) {
      if (row.path.length === path.length + 1 && row.key !== '[]') {
        yield toEntry(row.key, row.file, row.keyOffset);
      }
    }
  }

  *valuesOf(path: readonly string[], field: string): Generator<DataEntry> {
    for (const { path: rowPath, value, file } of this.#rowsNear(path)) {
      if (value !== undefined && rowPath.length === path.length + 2 && rowPath.at(-1) === field) {
        yield toEntry(value.text, file, value.offset);
      }
    }
  }

  /** Rows below `path`, of files that are `path` or lead to it. */
  *#rowsOn(path: readonly string[]): Generator<PlacedRow> {
    for (let length = path.length; length > 0; length--) {
      for (const row of this.#rowsOf(path.slice(0, length).join('.'))) {
        if (startsWith(row.path, path)) {
          yield row;
        }
      }
    }
  }

  /** Those and the rows of the files in the folder `path`. */
  *#rowsNear(path: readonly string[]): Generator<PlacedRow> {
    yield* this.#rowsOn(path);
    for (const key of this.#files.keys()) {
      const parts = key.split('.');
      if (parts.length === path.length + 1 && startsWith(parts, path)) {
        yield* this.#rowsOf(key);
      }
    }
  }

  #rowsOf(key: string): readonly PlacedRow[] {
    const known = this.#rows.get(key) ?? mergedRows(key, this.#files.get(key) ?? []);
    this.#rows.set(key, known);
    return known;
  }
}

const lineIndexes = new WeakMap<DataFile, LineIndex>();

function toEntry(value: string, file: DataFile, offset: number): DataEntry {
  const lines = lineIndexes.get(file) ?? new LineIndex(file.text);
  lineIndexes.set(file, lines);
  const { line, character } = lines.positionAt(offset);
  return { value, uri: file.uri, path: file.shown, offset, line: line + 1, column: character };
}

/** The rows of files with one name. */
function mergedRows(key: string, files: readonly DataFile[]): PlacedRow[] {
  const base = key.split('.');
  const hidden = new Set<string>();
  return files.flatMap((file) => {
    const own = rowsOf(file).filter(
      ({ path: [top = ''] }) => !hidden.has(top) && !hidden.has('[]') && (top !== '[]' || hidden.size === 0),
    );
    for (const {
      path: [top],
    } of own) {
      if (top !== undefined) {
        hidden.add(top);
      }
    }
    return own.map((row) => ({ ...row, path: [...base, ...row.path], file }));
  });
}

function rowsOf({ path, text }: DataFile): readonly DataRow[] {
  const cut = text.length > longestData ? text.slice(0, text.lastIndexOf('\n', longestData)) : text;
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'csv') {
    return csvRows(cut);
  }
  return (outlines[extension]?.(cut, range(0, cut.length)) ?? []).map(
    ({ path: keys, key, keyRange, shape, scalars }) => ({
      path: keys.map((part) => part.toLowerCase()),
      key,
      keyOffset: keyRange.start,
      value:
        shape === 'scalar' && scalars[0]
          ? { text: scalars[0].text, offset: scalars[0].range.start }
          : undefined,
    }),
  );
}

const outlines: Readonly<Record<string, typeof outlineYaml>> = {
  yaml: outlineYaml,
  yml: outlineYaml,
  toml: outlineToml,
  json: outlineJson,
};

function partsOf(path: string): readonly string[] {
  return path === '' ? [] : path.toLowerCase().split('.');
}

function startsWith(parts: readonly string[], start: readonly string[]): boolean {
  return start.every((part, index) => parts[index]?.toLowerCase() === part);
}

/** Hugo passes over names with a dot before them. */
function isRead({ path }: DataFile): boolean {
  return !path.startsWith('.') && !path.includes('/.');
}

/** Without the extension. */
function stemOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? path.slice(0, dot) : path;
}

function unique(entries: readonly DataEntry[]): readonly DataEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value));
}
