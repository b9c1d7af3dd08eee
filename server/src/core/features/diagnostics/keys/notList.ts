import { setValue } from '../../../frontMatter/edit.ts';
import { findField } from '../../../hugo/frontMatterFields.ts';
import { templateKeys } from '../../../schema/templateKeys.ts';
import { isTaxonomy } from '../../../schema/valueType.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { pageKeys, type PageEntry } from './pageKeys.ts';

/** So many pages have to have the key, and so many of them as a list. */
const leastPages = 10;
const shareLists = 0.9;

export const notList: DiagnosticRule = {
  code: 'not-list',
  summary: 'Text where the site expects a list',
  why: 'Templates go through the items of this key, and nearly all pages give a list. With a text in its place a template takes its letters for the list, leaves the page out, or stops the build.',
  defaultSeverity: 'warning',
  fix: 'Makes the text the only item of a list',
  examples: [
    {
      wrong: '---\nplaces: Uppsala\n---\n',
      right: '---\nplaces: [Uppsala]\n---\n',
      site: Array.from(
        { length: 10 },
        (_, at) => `-- content/${String(at)}.md --\n---\nplaces: [Uppsala, Lund]\n---\n`,
      )
        .join('')
        .concat('-- layouts/_default/single.html --\n{{ range .Params.places }}{{ . }}{{ end }}\n'),
    },
  ],
  *check(site, page) {
    if (!site.progress.templates || !site.progress.content) {
      return;
    }
    for (const own of pageKeys(site, page).entries) {
      const { entry } = own;
      const [scalar] = own.scalars;
      if (
        entry.shape !== 'scalar' ||
        scalar === undefined ||
        isSeveral(site, own, scalar.text) ||
        !isList(site, own)
      ) {
        continue;
      }
      const isOne = !scalar.text.includes(',');
      const edits =
        page.fence === undefined || !isOne ? [] : setValue(page.text, page.fence, entry.path, [scalar.text]);
      yield {
        range: scalar.range,
        message: message(
          'The templates go through "{0}" as a list, and nearly all pages give one. Make this text an item of a list.',
          entry.key,
        ),
        fixes: edits.length === 0 ? [] : [{ title: message('Make it a list'), edits, isSure: true }],
      };
    }
  },
};

/** Of terms with commas between them another rule speaks. */
function isSeveral(site: SiteSnapshot, { id, path }: PageEntry, text: string): boolean {
  return text.includes(',') && (isTaxonomy(site, id) || findField(path) !== undefined);
}

/** Templates go through it, use it for nothing else, and the pages agree. */
function isList(site: SiteSnapshot, { id }: PageEntry): boolean {
  const reads = templateKeys(site).key(id)?.reads ?? [];
  const ofWhole = reads.filter(({ reading }) => reading.path.at(-1) !== '[]');
  const uses = ofWhole.flatMap(({ reading }) => reading.types.map(({ type }) => type));
  const types = site.keyStats(id)?.types ?? new Map<string, number>();
  const lists = types.get('list') ?? 0;
  const others = (types.get('string') ?? 0) + (types.get('int') ?? 0) + (types.get('date') ?? 0);
  return (
    uses.includes('list') &&
    uses.every((type) => type === 'list' || type === 'bool' || type === 'data') &&
    lists >= leastPages &&
    lists >= shareLists * (lists + others)
  );
}
