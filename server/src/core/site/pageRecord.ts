import { findFence } from '../frontMatter/fence.ts';
import { outlineOf } from '../frontMatter/outline.ts';
import { resolveScalar } from '../frontMatter/scalar.ts';
import type { FrontMatterFormat, Outline, OutlineEntry, ScalarNode } from '../frontMatter/types.ts';
import type { HugoRange } from '../hugo/version.ts';
import { scanShortcodes } from '../shortcodes/scan.ts';
import type { ContentFile } from './contentFile.ts';
import type { PageKey, PageRecord, ValueType } from './snapshot.ts';

const mostValues = 40;
const longestValue = 200;

/**
 * What the index keeps of one content file, by the line scanners alone: linear, and right on every finished line.
 * `file` says what its place says of it. A text without front matter, or with a broken one, gives what can be read.
 */
export function toPageRecord(uri: string, file: ContentFile, text: string, hugo: HugoRange): PageRecord {
  const { fence } = findFence(text, hugo);
  return {
    uri,
    path: file.path,
    language: file.language,
    section: file.section,
    bundle: file.bundle,
    keys: fence === undefined ? [] : toPageKeys(outlineOf(text, fence), hugo),
    calls: callsIn(text, fence?.bodyStart ?? 0, hugo),
    arguments: [],
  };
}

/** The id under which the index knows a key: its path dotted and lower-cased, as Hugo matches keys without regard to case. */
export function toKeyId(path: readonly string[]): string {
  return path.join('.').toLowerCase();
}

/** A key that occurs again (in the next item of a list, or twice by mistake) adds its values to the first. */
function toPageKeys({ entries, fence }: Outline, hugo: HugoRange): PageKey[] {
  const keys = new Map<string, PageKey>();
  for (const { path, key, scalars, shape } of entries) {
    const id = toKeyId(path);
    const earlier = keys.get(id);
    keys.set(id, {
      id,
      spelling: key,
      type: typeOf(shape, scalars[0], fence.format, hugo),
      values: indexedValues(earlier?.values ?? [], scalars),
    });
  }
  return [...keys.values()];
}

function indexedValues(earlier: readonly string[], scalars: readonly ScalarNode[]): readonly string[] {
  const [only] = scalars;
  if (scalars.length <= 1 && earlier.length === 0) {
    return only === undefined || !isIndexed(only.text) ? [] : [only.text];
  }
  const values = new Set(earlier);
  for (const { text } of scalars) {
    if (values.size < mostValues && isIndexed(text)) {
      values.add(text);
    }
  }
  return [...values];
}

function isIndexed(value: string): boolean {
  return value !== '' && value.length <= longestValue;
}

function callsIn(text: string, from: number, hugo: HugoRange): string[] {
  const calls: string[] = [];
  if (!text.includes('{{', from)) {
    return calls;
  }
  for (const { kind, name, inline } of scanShortcodes(text, from, hugo).tags) {
    if ((kind === 'open' || kind === 'selfClosing') && name !== '' && !inline) {
      calls.push(name);
    }
  }
  return calls;
}

function typeOf(
  shape: OutlineEntry['shape'],
  scalar: ScalarNode | undefined,
  format: FrontMatterFormat,
  hugo: HugoRange,
): ValueType {
  if (shape === 'list' || shape === 'map') {
    return shape;
  }
  if (shape === 'none' || scalar === undefined) {
    return 'null';
  }
  const isDate = scalar.style === 'plain' && dateLike.test(scalar.text);
  return isDate ? 'date' : resolveScalar(scalar, format, hugo).type;
}

/** TOML has dates of its own; in the other formats a writer means one by its looks. */
const dateLike = /^\d{4}-\d\d?-\d\d?(?:$|[t ])/i;
