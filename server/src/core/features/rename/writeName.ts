// A new name in the place of the old one, as the file there has to write it.
import { findFence } from '../../frontMatter/fence.ts';
import type { FrontMatterFormat } from '../../frontMatter/types.ts';
import { writeKey, writeText } from '../../frontMatter/writing.ts';
import type { SiteText } from '../../references/types.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import type { TextRange } from '../../text/range.ts';

/** How the name is written between `range` of the file; quotes that stand around it stay. */
export type WriteName = (site: SiteSnapshot, file: SiteText, range: TextRange, name: string) => string;

/** In a template, or in a tag. */
export const bareName: WriteName = (_site, _file, _range, name) => name;

export const keyName: WriteName = (site, file, range, name) => {
  const format = formatAt(site, file, range);
  const quote = quoteAround(file.text, range);
  return format === undefined ? name : quote === '' ? writeKey(format, name) : escaped(name, quote);
};

export const valueText: WriteName = (site, file, range, name) => {
  const format = formatAt(site, file, range);
  const quote = quoteAround(file.text, range);
  return format === undefined
    ? name
    : quote === ''
      ? writeText(format, name, '', true)
      : escaped(name, quote);
};

/** Of the front matter that holds the place, or of a file of the data; nothing in a template. */
function formatAt(
  { hugo }: SiteSnapshot,
  { uri, text }: SiteText,
  { start }: TextRange,
): FrontMatterFormat | undefined {
  const { fence } = findFence(text, hugo);
  const isInFrontMatter = fence !== undefined && start < fence.bodyStart;
  return isInFrontMatter ? fence.format : dataFormats.get(uri.slice(uri.lastIndexOf('.') + 1).toLowerCase());
}

const dataFormats: ReadonlyMap<string, FrontMatterFormat> = new Map([
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
  ['toml', 'toml'],
  ['json', 'json'],
]);

function quoteAround(text: string, { start, end }: TextRange): string {
  const mark = text.charAt(start - 1);
  return (mark === '"' || mark === "'") && text.charAt(end) === mark ? mark : '';
}

function escaped(name: string, quote: string): string {
  return quote === '"' ? JSON.stringify(name).slice(1, -1) : name.replaceAll("'", "''");
}
