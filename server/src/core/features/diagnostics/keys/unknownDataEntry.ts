import type { ScalarNode } from '../../../frontMatter/types.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { scopesFor, templateKeys } from '../../../schema/templateKeys.ts';
import type { SiteData, SiteSnapshot } from '../../../site/snapshot.ts';
import type { ValueUse } from '../../../templates/signature.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { misspelling, nearestOf } from '../../../text/near.ts';
import { pageKeys, replaceScalar, valuesOfOthers, type PageEntry, type PageKeys } from './pageKeys.ts';

/** So many of a long list are looked at. */
const mostMissing = 10;

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
      const table = own.scalars.length === 0 ? undefined : tableOf(site, keys, own);
      const missing = own.scalars
        .filter(({ text }) => table?.names.has(text) === false)
        .slice(0, mostMissing);
      if (table !== undefined && missing.length > 0 && isTrusted(site, keys, own.id, table.names)) {
        yield* missing.map((scalar) => findingOn(page, scalar, table));
      }
    }
  },
};

function findingOn(page: PageDocument, scalar: ScalarNode, { names, path }: Table): RuleFinding {
  const { text } = scalar;
  const near = nearestOf(names, (name) =>
    name.startsWith(text.slice(0, 1)) ? misspelling(text, name) : undefined,
  );
  if (near === undefined) {
    return {
      range: scalar.range,
      severity: 'hint',
      message: message('"{1}" has no "{0}", which a template looks up there.', text, path),
    };
  }
  const edits = replaceScalar(page, scalar, near.item);
  return {
    range: scalar.range,
    message: message(
      '"{1}" has no "{0}", which a template looks up there. Did you mean "{2}"?',
      text,
      path,
      near.item,
    ),
    fixes: edits.length === 0 ? [] : [{ title: message('Change it to "{0}"', near.item), edits }],
  };
}

/** What the value of a key may be. */
interface Table {
  readonly names: ReadonlySet<string>;
  /** The first of its files. */
  readonly path: string;
}

const tables = new WeakMap<SiteData, Map<string, Table | undefined>>();

/** The entries among which templates of this page look the value up; nothing where there are none. */
function tableOf(site: SiteSnapshot, { asked }: PageKeys, { id }: PageEntry): Table | undefined {
  const reads = (templateKeys(site).key(id)?.reads ?? []).filter(({ reading }) =>
    reading.types.some(({ type }) => type === 'data'),
  );
  if (reads.length === 0) {
    return undefined;
  }
  const scopeOf = scopesFor(site, asked);
  const uses = reads
    .filter((read) => scopeOf(read) !== 'elsewhere')
    .flatMap(({ reading }) => reading.types.filter(({ type }) => type === 'data'));
  const name = [...new Set(uses.map(({ folder, field }) => `${folder ?? ''}\n${field ?? ''}`))].join('\n\n');
  const found = tables.get(site.data) ?? new Map<string, Table | undefined>();
  tables.set(site.data, found);
  if (!found.has(name)) {
    found.set(name, readTable(site.data, uses));
  }
  return found.get(name);
}

function readTable(data: SiteData, uses: readonly ValueUse[]): Table | undefined {
  const entries = uses.flatMap(({ folder = '', field }) =>
    field === undefined ? data.entries(folder) : data.values(folder, field),
  );
  const [first] = entries;
  return first && { names: new Set(entries.map(({ value }) => value)), path: first.path };
}

function isTrusted(site: SiteSnapshot, keys: PageKeys, id: string, names: ReadonlySet<string>): boolean {
  const others = valuesOfOthers(site, keys, id);
  const all = others.reduce((sum, { pages }) => sum + pages, 0);
  const found = others.reduce((sum, { value, pages }) => sum + (names.has(value) ? pages : 0), 0);
  return found >= shareFound * all;
}
