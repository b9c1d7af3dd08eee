import { templateKeys } from '../../../schema/templateKeys.ts';
import type { DataEntry, SiteSnapshot } from '../../../site/snapshot.ts';
import type { ValueUse } from '../../../templates/signature.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { misspelling, nearestOf } from './near.ts';
import { pageKeys, replaceScalar, valuesOfOthers, type PageEntry, type PageKeys } from './pageKeys.ts';

/** Most of what other pages say has to be found, if they say anything. */
const shareFound = 0.8;

export const unknownDataEntry: DiagnosticRule = {
  code: 'unknown-data-entry',
  summary: 'Value that the site’s data does not have',
  why: 'A template looks the value up in the data of the site (an author, a format, a place) and finds nothing, so what belongs to it is missing on the page.',
  defaultSeverity: 'warning',
  fix: 'Changes the value to the nearest entry',
  examples: [
    {
      wrong: '---\nauthor: Jnae\n---\n',
      right: '---\nauthor: Jane\n---\n',
      site: `-- layouts/_default/single.html --
{{ range where site.Data.authors "name" .Params.author }}{{ .bio }}{{ end }}
-- data/authors.yaml --
- name: Jane
  bio: Writes.
`,
    },
  ],
  *check(site, page) {
    const { templates, files, content } = site.progress;
    if (!templates || !files || !content || site.missingModules.length > 0) {
      return;
    }
    const keys = pageKeys(site, page);
    for (const own of keys.entries) {
      const schema = isLookedUp(site, own) && own.scalars.length > 0 ? keys.schemaOf(own) : undefined;
      const uses = schema?.uses.filter(({ type }) => type === 'data') ?? [];
      const entries = uses.flatMap((use) => entriesOf(site, use));
      const names = new Set(entries.map(({ value }) => value));
      const missing = own.scalars.filter(({ text }) => !names.has(text));
      if (
        schema === undefined ||
        names.size === 0 ||
        missing.length === 0 ||
        !isTrusted(site, keys, schema.id, names)
      ) {
        continue;
      }
      for (const scalar of missing) {
        const near = nearestOf(names, (name) =>
          name.startsWith(scalar.text.slice(0, 1)) ? misspelling(scalar.text, name) : undefined,
        );
        const edits = near === undefined ? [] : replaceScalar(page, scalar, near.item);
        const [at] = entries;
        yield {
          range: scalar.range,
          ...(near === undefined ? { severity: 'hint' as const } : {}),
          message:
            near === undefined
              ? message('{1} has no "{0}", which a template looks up there.', scalar.text, at?.path ?? '')
              : message(
                  '{1} has no "{0}", which a template looks up there. Did you mean "{2}"?',
                  scalar.text,
                  at?.path ?? '',
                  near.item,
                ),
          fixes:
            edits.length === 0 || near === undefined
              ? []
              : [{ title: message('Change it to "{0}"', near.item), edits }],
        };
      }
    }
  },
};

/** Quickly: what is looked up in the data is mostly one key or two. */
function isLookedUp(site: SiteSnapshot, { id }: PageEntry): boolean {
  const reads = templateKeys(site).key(id)?.reads ?? [];
  return reads.some(({ reading }) => reading.types.some(({ type }) => type === 'data'));
}

function entriesOf({ data }: SiteSnapshot, { folder = '', field }: ValueUse): readonly DataEntry[] {
  return field === undefined ? data.entries(folder) : data.values(folder, field);
}

function isTrusted(site: SiteSnapshot, keys: PageKeys, id: string, names: ReadonlySet<string>): boolean {
  const others = valuesOfOthers(site, keys, id);
  const all = others.reduce((sum, { pages }) => sum + pages, 0);
  const found = others.reduce((sum, { value, pages }) => sum + (names.has(value) ? pages : 0), 0);
  return found >= shareFound * all;
}
