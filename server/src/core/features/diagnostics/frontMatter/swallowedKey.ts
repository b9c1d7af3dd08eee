import { lineEndFrom, lineStartOf, nextLineFrom } from '../../../frontMatter/outline/outlineLines.ts';
import type { Fence, OutlineEntry } from '../../../frontMatter/types.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule, Fix } from '../../finding.ts';

export const swallowedKey: DiagnosticRule = {
  code: 'swallowed-key',
  summary: 'Key of the page that belongs to a table above it',
  why: 'In TOML everything below [params] or [[resources]] belongs to that table, up to the next one. A date, a title or tags that stand there are none of the page for Hugo.',
  defaultSeverity: 'warning',
  fix: 'Moves the key before the first table',
  examples: [
    {
      wrong: '+++\ntitle = "Ink"\n\n[params]\ncolor = "blue"\ndraft = true\n+++\n',
      right: '+++\ntitle = "Ink"\ndraft = true\n\n[params]\ncolor = "blue"\n+++\n',
    },
  ],
  *check(site, page) {
    const { fence } = page;
    if (fence?.format !== 'toml') {
      return;
    }
    const entries = page.outline?.entries ?? [];
    const atTop = new Set(entries.flatMap(({ path }) => (path.length === 1 ? path[0]?.toLowerCase() : [])));
    const ofPage = new Set([...pageKeys, ...site.config.taxonomies.values()]);
    const top = topOf(page, fence);
    for (const entry of entries) {
      const key = entry.key.toLowerCase();
      const table = tableOf(page, entry);
      if (table !== undefined && ofPage.has(key) && !ownKeys.get(table)?.has(key) && !atTop.has(key)) {
        yield {
          range: entry.keyRange,
          message: message(
            '"{0}" belongs to the table "{1}" above, so Hugo does not take it for that of the page. Move it before the first table.',
            entry.key,
            entry.path
              .slice(0, -1)
              .filter((part) => part !== '[]')
              .join('.'),
          ),
          fixes: moving(page, entry, top),
        };
      }
    }
  },
};

/** What Hugo reads at the top only. */
const pageKeys: readonly string[] = [
  'title',
  'date',
  'draft',
  'publishdate',
  'expirydate',
  'lastmod',
  'aliases',
  'slug',
  'url',
  'description',
  'keywords',
  'translationkey',
];

/** The tables that Hugo reads, and those of these keys that they have themselves. */
const ownKeys: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['params', new Set(['description', 'keywords', 'slug', 'url'])],
  ['resources', new Set(['title'])],
  ['menu', new Set(['title', 'url'])],
  ['menus', new Set(['title', 'url'])],
  ['sitemap', new Set<string>()],
  ['build', new Set<string>()],
  ['_build', new Set<string>()],
]);

/** The name of the table of Hugo below whose header the key stands, on a line of its own. */
function tableOf({ text }: PageDocument, { path, keyRange }: OutlineEntry): string | undefined {
  const [first = ''] = path;
  const name = first.toLowerCase();
  const depth = path.filter((part) => part !== '[]').length;
  const wanted = name === 'menu' || name === 'menus' ? 3 : 2;
  const before = text.slice(lineStartOf(text, keyRange.start, 0), keyRange.start);
  return ownKeys.has(name) && depth === wanted && before.trim() === '' ? name : undefined;
}

/** Behind the last key above the first table: where a key of the page belongs. */
function topOf({ text }: PageDocument, { content: { start, end } }: Fence): number | undefined {
  const header = /^[ \t]*\[/m.exec(text.slice(start, end))?.index;
  return header === undefined ? undefined : start + text.slice(start, start + header).trimEnd().length;
}

function moving(
  { text, fence, style }: PageDocument,
  { keyRange, valueRange }: OutlineEntry,
  top: number | undefined,
): readonly Fix[] {
  if (fence === undefined || top === undefined || top > keyRange.start) {
    return [];
  }
  const { start, end } = fence.content;
  const last = Math.max(valueRange.end, keyRange.end);
  const from = lineStartOf(text, keyRange.start, start);
  const lines = text.slice(from, lineEndFrom(text, last));
  const edits = [
    { range: range(top, top), newText: top === start ? `${lines}${style.eol}` : `${style.eol}${lines}` },
    { range: range(from, nextLineFrom(text, last, end)), newText: '' },
  ];
  return [{ title: message('Move it before the first table'), edits }];
}
