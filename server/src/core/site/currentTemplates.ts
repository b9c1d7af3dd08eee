import { bestTemplate, fits, type Descriptor, type PlacedTemplate } from './templateWeight.ts';
import { legacyPlaces } from './legacyTemplates.ts';
import type { SiteTemplate } from './snapshot.ts';
import { memoizeBoth } from '../text/memoize.ts';
import type { LookupConfig, PageIdentity } from './templateLookup.ts';
import { templateNameOf } from './templateName.ts';

/**
 * The template for a page with its `baseof` and its render hooks as Hugo 0.146 and newer find them: all templates in the folders above the page are
 * weighed (tpl/tplimpl/templatestore.go and templatedescriptor.go, 0.146 to 0.165).
 */
export function currentTemplates(templates: readonly SiteTemplate[], page: PageIdentity): SiteTemplate[] {
  const { placed, wanted, path } = lookupOf(templates, page);
  const chosen = bestTemplate(placed, 'page', wanted, path);
  const bases = placed.filter((base) => chosen !== undefined && suits(base, chosen));
  const base = bestTemplate(bases, 'base', wanted, path);
  const hooks = hookVariants(placed).map((variants) =>
    bestTemplate(placed, 'hook', { ...wanted, variants }, path),
  );
  return [...(chosen === undefined ? [] : [chosen, base]), ...hooks].flatMap(
    (found) => found?.template ?? [],
  );
}

/** The template that `.Render` takes, which must have the name. */
export function currentView(
  templates: readonly SiteTemplate[],
  page: PageIdentity,
  name: string,
): SiteTemplate | undefined {
  const layoutOfPage = name.toLowerCase();
  const { placed, wanted, path } = lookupOf(templates, page);
  const named = placed.filter(({ about: { layout } }) => layout === layoutOfPage);
  return bestTemplate(named, 'page', { ...wanted, layoutOfPage }, path)?.template;
}

interface Lookup {
  readonly placed: readonly PlacedTemplate[];
  readonly wanted: Descriptor;
  readonly path: string;
}

function lookupOf(templates: readonly SiteTemplate[], page: PageIdentity): Lookup {
  return {
    placed: placedFor(templates, page),
    wanted: {
      kind: page.kind,
      layout: page.kind === 'page' ? 'single' : 'list',
      layoutOfPage: page.layout?.toLowerCase() ?? '',
      format: 'html',
      language: page.language,
      defaultLanguage: page.config.defaultLanguage,
      variants: [],
    },
    path: withHyphens(page.path === '' ? '' : `/${page.path}`),
  };
}

const placedByLanguage = memoizeBoth<
  readonly SiteTemplate[],
  LookupConfig,
  Map<string, readonly PlacedTemplate[]>
>(() => new Map());

/** What does not depend on the page but for its language. */
function placedFor(templates: readonly SiteTemplate[], page: PageIdentity): readonly PlacedTemplate[] {
  const known = placedByLanguage(templates, page.config);
  const placed = known.get(page.language) ?? place(withoutHidden(templates, page), page.config);
  known.set(page.language, placed);
  return placed;
}

/** Whether a `baseof` may hold the blocks of a template, whatever page that renders. */
function suits({ role, about: base }: PlacedTemplate, { about }: PlacedTemplate): boolean {
  const isLanguage = base.language === '' || about.language === '' || base.language === about.language;
  return (
    role === 'base' && isLanguage && fits(role, base, { ...about, layoutOfPage: '', defaultLanguage: '' })
  );
}

function hookVariants(placed: readonly PlacedTemplate[]): (readonly string[])[] {
  const hooks = placed.filter(({ role }) => role === 'hook');
  return [...new Map(hooks.map(({ about: { variants } }) => [variants.join('-'), variants])).values()];
}

/** `list.sv.html` hides the `list.html` beside it from Swedish pages; a language in a name gives no other advantage. */
function withoutHidden(
  templates: readonly SiteTemplate[],
  { language }: PageIdentity,
): readonly SiteTemplate[] {
  const word = `.${language}.`;
  const paths = templates.map(({ path }) => path.toLowerCase());
  const hidden = new Set(paths.filter((path) => path.includes(word)).map((path) => path.replace(word, '.')));
  return templates.filter((_template, index) => !hidden.has(paths[index] ?? ''));
}

/** Of several files that say the same at one place, one is used: that with the shorter name, then the project's, then the first. */
function place(templates: readonly SiteTemplate[], config: LookupConfig): PlacedTemplate[] {
  const used = new Map<string, PlacedTemplate>();
  for (const template of templates.toSorted(byPath)) {
    const found = placeOf(template, config);
    const known = found && used.get(keyOf(found));
    if (found !== undefined && (known === undefined || isBefore(found, known))) {
      used.set(keyOf(found), found);
    }
  }
  for (const mapped of legacyPlaces(templates, config)) {
    used.set(keyOf(mapped), mapped);
  }
  return [...used.values()];
}

function isBefore(one: PlacedTemplate, other: PlacedTemplate): boolean {
  return (one.about.words - other.about.words || one.template.rank - other.template.rank) < 0;
}

function keyOf({ role, folder, about }: PlacedTemplate): string {
  const { kind, layout, format, language, variants } = about;
  return [role, folder, kind, layout, format, language, ...variants].join('\n');
}

function placeOf(template: SiteTemplate, config: LookupConfig): PlacedTemplate | undefined {
  const path = currentPath(template.path);
  const at = path.lastIndexOf('/');
  const name = templateNameOf(path.slice(at + 1), config);
  const folder = path.slice(0, at);
  if (template.role === 'hook') {
    const [, kind = '', variant] = /^render-([^-]*)(?:-(.*))?$/.exec(name.layout) ?? [];
    const variants = variant === undefined ? [kind] : [kind, variant];
    return /\/_markup$/.test(folder)
      ? {
          template,
          path,
          role: 'hook',
          folder: folder.slice(0, -'/_markup'.length),
          about: { ...name, layout: '', variants },
        }
      : undefined;
  }
  const isIndex = name.layout === 'index';
  const about = {
    ...name,
    kind: isIndex && name.kind === '' ? 'home' : name.kind,
    layout: isIndex ? '' : name.layout,
    variants: [],
  };
  return { template, path, role: name.isBase ? 'base' : 'page', folder, about };
}

/** `_default` is the top now, and `list-baseof` is `baseof.list`. */
function currentPath(written: string): string {
  return withHyphens(`/${written}`.toLowerCase())
    .replace(/^\/_default(?=\/)/, '')
    .replace(/\/([^/]*?)-baseof(?=[^/]*$)/, '/baseof.$1');
}

function withHyphens(path: string): string {
  return path.replaceAll(' ', '-');
}

function byPath(a: SiteTemplate, b: SiteTemplate): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
