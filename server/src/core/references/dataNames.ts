import { outlineJson } from '../frontMatter/outline/outlineJson.ts';
import { outlineToml } from '../frontMatter/outline/outlineToml.ts';
import { outlineYaml } from '../frontMatter/outline/outlineYaml.ts';
import { range } from '../text/range.ts';
import { startOfFile, type Named } from './named.ts';
import { nameIn } from './pageNames.ts';
import type { SiteText } from './types.ts';

/** The entries of the site's data that a file declares: itself, at `path`, and every key of it. */
export function dataNames(path: string, { uri, text }: SiteText): readonly Named[] {
  const extension = uri.slice(uri.lastIndexOf('.') + 1).toLowerCase();
  const entries = outlines[extension]?.(text, range(0, text.length)) ?? [];
  return [
    { symbol: { kind: 'dataEntry', path }, range: startOfFile, role: 'declaration' },
    ...entries.flatMap(({ path: keys, key, keyRange }): Named[] => {
      const where = nameIn(text, keyRange, key);
      const entry = [path, ...keys].join('.').toLowerCase();
      return where === undefined || key === '[]'
        ? []
        : [{ symbol: { kind: 'dataEntry', path: entry }, range: where, role: 'declaration' }];
    }),
  ];
}

const outlines: Readonly<Record<string, typeof outlineYaml>> = {
  yaml: outlineYaml,
  yml: outlineYaml,
  toml: outlineToml,
  json: outlineJson,
};
