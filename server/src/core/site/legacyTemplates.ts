/**
 * Where Hugo 0.146 and newer put templates that stand where older releases looked for them: `tags/list.html`, `section/blogg.html`,
 * `_default/terms.html` (tpl/tplimpl/legacy.go and templatestore.go).
 */
import type { SiteTemplate } from './snapshot.ts';
import type { LookupConfig } from './templateLookup.ts';
import { templateNameOf } from './templateName.ts';
import type { PlacedTemplate } from './templateWeight.ts';

/** An old path, and the folder that it serves now; `S` stands for the singular, `P` for the plural of a taxonomy. */
type Row = readonly [path: string, folder: '' | '/P'];

const termRows: readonly Row[] = [
  ['/P/term', '/P'],
  ['/P/S', '/P'],
  ['/term/term', ''],
  ['/term/S', '/P'],
  ['/term/taxonomy', '/P'],
  ['/term/list', ''],
  ['/taxonomy/term', ''],
  ['/taxonomy/S', '/P'],
  ['/S/term', '/P'],
  ['/S/S', '/P'],
  ['/_default/S', '/P'],
  ['/_default/taxonomy', ''],
];

const taxonomyRows: readonly Row[] = [
  ['/P/S.terms', '/P'],
  ['/P/terms', '/P'],
  ['/P/taxonomy', '/P'],
  ['/P/list', '/P'],
  ['/S/S.terms', '/P'],
  ['/S/terms', '/P'],
  ['/S/taxonomy', '/P'],
  ['/S/list', '/P'],
  ['/taxonomy/S.terms', '/P'],
  ['/taxonomy/terms', ''],
  ['/taxonomy/taxonomy', ''],
  ['/taxonomy/list', ''],
  ['/_default/S.terms', ''],
  ['/_default/terms', ''],
  ['/_default/taxonomy', ''],
];

interface Mapping {
  /** Of several for one place the lowest counts. */
  readonly order: number;
  readonly role: 'page' | 'base';
  readonly kind: 'term' | 'taxonomy' | 'section';
  readonly folder: string;
}

/** What templates at old places are now, besides what their names say; each place once. */
export function legacyPlaces(templates: readonly SiteTemplate[], config: LookupConfig): PlacedTemplate[] {
  const rows = taxonomyMappings(config);
  const used = new Map<string, { readonly order: number; readonly placed: PlacedTemplate }>();
  for (const template of templates) {
    const path = `/${template.path}`.toLowerCase().replaceAll(' ', '-');
    const base = path.replace(/\.[^./]*$/, '');
    for (const mapping of [...(rows.get(base) ?? []), ...sectionMappings(base)]) {
      const placed = toPlaced(template, path, mapping, config);
      const key = [mapping.role, mapping.folder, mapping.kind, placed.about.format].join('\n');
      const known = used.get(key);
      if (template.role !== 'hook' && (known === undefined || mapping.order < known.order)) {
        used.set(key, { order: mapping.order, placed });
      }
    }
  }
  return [...used.values()].map(({ placed }) => placed);
}

function toPlaced(
  template: SiteTemplate,
  path: string,
  { role, folder, kind }: Mapping,
  config: LookupConfig,
): PlacedTemplate {
  const name = templateNameOf(path.slice(path.lastIndexOf('/') + 1), config);
  return {
    template,
    path,
    role,
    folder,
    about: { ...name, kind, layout: '', language: '', variants: [], isBase: role === 'base' },
  };
}

/** By old path without extension. */
function taxonomyMappings({ taxonomies }: LookupConfig): ReadonlyMap<string, readonly Mapping[]> {
  const mappings = new Map<string, Mapping[]>();
  const add = (kind: 'term' | 'taxonomy', rows: readonly Row[]): void => {
    for (const [order, [path, folder]] of rows.entries()) {
      for (const [singular, plural] of taxonomies) {
        const filled = path.replaceAll('S', singular).replaceAll('P', plural);
        const mapping: Mapping = { order, role: 'page', kind, folder: folder && `/${plural}` };
        const known = mappings.get(filled) ?? [];
        mappings.set(filled, [...known.filter((other) => other.kind !== kind), mapping]);
      }
    }
  };
  add('taxonomy', taxonomyRows);
  add('term', termRows);
  return mappings;
}

/** Of a section's templates, and of their `baseof` (`blogg-baseof`). */
function sectionMappings(base: string): Mapping[] {
  const role = base.endsWith('-baseof') ? 'base' : 'page';
  const [, folder = '', name = ''] = /^\/([^/]+)\/([^/.]+?)(?:-baseof)?$/.exec(base) ?? [];
  const isNamed = !standardLayouts.has(name);
  return sectionRows.flatMap(([holds, target], order) =>
    name !== '' && holds(folder, name, isNamed)
      ? [{ order, role, kind: 'section', folder: target === '' ? '' : `/${name}` }]
      : [],
  );
}

const standardLayouts: ReadonlySet<string> = new Set(['all', 'list', 'single']);

const sectionRows: readonly (readonly [
  holds: (folder: string, name: string, isNamed: boolean) => boolean,
  target: '' | 'name',
])[] = [
  [(folder, name, isNamed) => folder === name && isNamed, 'name'],
  [(folder, name, isNamed) => folder === 'section' && name !== 'section' && isNamed, 'name'],
  [(folder, name) => folder === 'section' && name === 'section', ''],
  [(folder, name) => folder === 'section' && name === 'list', ''],
  [(folder, _name, isNamed) => folder === '_default' && isNamed, 'name'],
];
