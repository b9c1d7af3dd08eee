import { outlineJson } from '../frontMatter/outline/outlineJson.ts';
import { outlineToml } from '../frontMatter/outline/outlineToml.ts';
import { outlineYaml } from '../frontMatter/outline/outlineYaml.ts';
import type { OutlineEntry } from '../frontMatter/types.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { range } from '../text/range.ts';
import { dataLookups } from './dataLookups.ts';
import { startOfFile, type Named } from './named.ts';
import { contentOf, nameIn } from './pageNames.ts';
import type { SiteText } from './types.ts';

/** The entries of the site's data that a file declares: itself, at `path`, every key of it, and values by which templates look entries up. */
export function dataNames(site: SiteSnapshot, path: string, { uri, text }: SiteText): readonly Named[] {
  const extension = uri.slice(uri.lastIndexOf('.') + 1).toLowerCase();
  const entries = outlines[extension]?.(text, range(0, text.length)) ?? [];
  return [
    { symbol: { kind: 'dataEntry', path }, range: startOfFile, role: 'declaration' },
    ...entries.flatMap((entry) => [...keyOf(path, text, entry), ...valuesOf(site, path, text, entry)]),
  ];
}

function keyOf(path: string, text: string, { path: keys, key, keyRange }: OutlineEntry): Named[] {
  const where = nameIn(text, keyRange, key);
  const entry = [path, ...keys].join('.').toLowerCase();
  return where === undefined || key === '[]'
    ? []
    : [{ symbol: { kind: 'dataEntry', path: entry }, range: where, role: 'declaration' }];
}

function valuesOf(
  site: SiteSnapshot,
  path: string,
  text: string,
  { path: keys, scalars }: OutlineEntry,
): Named[] {
  const full = [path, ...keys].join('.').toLowerCase().split('.');
  const field = full.pop();
  const folder = full.slice(0, -1).join('.');
  const isLookedUp = dataLookups(site).some((each) => each.folder === folder && each.field === field);
  return isLookedUp && field !== undefined
    ? scalars.map((scalar) => ({
        symbol: { kind: 'dataValue', folder, field, value: scalar.text },
        range: contentOf(text, scalar),
        role: 'declaration',
      }))
    : [];
}

const outlines: Readonly<Record<string, typeof outlineYaml>> = {
  yaml: outlineYaml,
  yml: outlineYaml,
  toml: outlineToml,
  json: outlineJson,
};
