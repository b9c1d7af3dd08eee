// Org's keywords hold no maps, so they cannot ask for a page to be rendered. They become YAML that says the same, line by line.
import { writeKey, writeValue } from '../../core/frontMatter/writing.ts';
import type { PageDocument } from '../../core/site/pageDocument.ts';
import type { OffsetEdit } from '../../core/text/edit.ts';
import { range } from '../../core/text/range.ts';

const keyword = /^#\+([^\s:]+):[ \t]*([^\n\r]*)/gm;
const dateKeys = new Set(['date', 'lastmod', 'publishdate', 'expirydate']);

/** Edits that make YAML of the page's org front matter; none for other formats (Hugo: parser/metadecoders/decoder.go, `unmarshalORG`). */
export function orgToYaml({ text, fence, style }: PageDocument): readonly OffsetEdit[] {
  if (fence?.format !== 'org') {
    return [];
  }
  const { start, end } = fence.content;
  const seen = new Set<string>();
  const edits: OffsetEdit[] = [{ range: range(start, start), newText: `---${style.eol}` }];
  for (const match of text.slice(start, end).matchAll(keyword)) {
    const at = start + match.index;
    const [line, name = '', value = ''] = match;
    edits.push({ range: range(at, at + line.length), newText: toYaml(name, value.trim(), seen) });
  }
  const closer = /[\n\r]$/.test(text.slice(0, end)) ? `---${style.eol}` : `${style.eol}---${style.eol}`;
  edits.push({ range: range(end, end), newText: closer });
  return edits;
}

/** The pair of a keyword; a comment for a key that was there already. */
function toYaml(name: string, value: string, seen: Set<string>): string {
  const key = name.toLowerCase().replace(/\[\]$/, '');
  if (seen.has(key)) {
    return `# ${key}`;
  }
  seen.add(key);
  const isList = name.endsWith('[]') || ['tags', 'categories', 'aliases'].includes(key);
  const text = dateKeys.has(key) ? (/^<(\S+)/.exec(value)?.[1] ?? value) : value;
  const shown = isList ? value.split(/\s+/).filter((word) => word !== '') : text;
  return `${writeKey('yaml', key)}: ${writeValue('yaml', shown, '"')}`;
}
