import { memoize } from '../text/memoize.ts';
import type { PageIdentity } from './templateLookup.ts';
import type { SiteTemplate } from './snapshot.ts';

/**
 * The template for a page with its `baseof` and its render hooks as Hugo before 0.146 finds them: by a list of paths, of which the first that
 * exists in any module counts, capitals and all (output/layout.go, 0.111 to 0.145).
 */
export function formerTemplates(templates: readonly SiteTemplate[], page: PageIdentity): SiteTemplate[] {
  const byPath = templatesByPath(templates);
  const { layouts, folders } = lookupOf(page);
  const chosen = firstOf(byPath, pathsOf(folders, layouts, page.language));
  const bases = [...layouts.map((name) => `${name}-baseof`), 'baseof'];
  const base = firstOf(byPath, pathsOf(folders, bases, page.language));
  const hooks = hookNames(byPath).map((name) =>
    firstOf(byPath, pathsOf(hookFolders(page), [name], page.language)),
  );
  return [...(chosen === undefined ? [] : [chosen, base]), ...hooks].flatMap((template) => template ?? []);
}

/** The template that `.Render` takes, which must have the name. */
export function formerView(
  templates: readonly SiteTemplate[],
  page: PageIdentity,
  name: string,
): SiteTemplate | undefined {
  return firstOf(templatesByPath(templates), pathsOf(lookupOf(page).folders, [name], page.language));
}

function firstOf(
  byPath: ReadonlyMap<string, SiteTemplate>,
  paths: Iterable<string>,
): SiteTemplate | undefined {
  for (const path of paths) {
    const template = byPath.get(path);
    if (template !== undefined) {
      return template;
    }
  }
  return undefined;
}

const templatesByPath = memoize((templates: readonly SiteTemplate[]): ReadonlyMap<string, SiteTemplate> => {
  const byPath = new Map<string, SiteTemplate>();
  for (const template of templates) {
    const known = byPath.get(template.path);
    if (known === undefined || template.rank < known.rank) {
      byPath.set(template.path, template);
    }
  }
  return byPath;
});

interface Lookup {
  readonly layouts: readonly string[];
  readonly folders: readonly string[];
}

/** Names of layouts and folders, best first. A folder counts before a name. */
function lookupOf(page: PageIdentity): Lookup {
  const { layouts, folders } = lookupByKind[page.kind](page);
  return {
    layouts: [...(page.layout === undefined ? [] : [page.layout]), ...layouts],
    folders: [page.type, ...folders, '_default'].filter((folder) => !reservedFolders.has(folder)),
  };
}

const lookupByKind: Readonly<Record<PageIdentity['kind'], (page: PageIdentity) => Lookup>> = {
  page: () => ({ layouts: ['single'], folders: [] }),
  home: () => ({ layouts: ['index', 'home', 'list'], folders: [''] }),
  section: ({ section }) => ({
    layouts: [section, 'section', 'list'],
    folders: [section, 'section'],
  }),
  taxonomy: ({ taxonomy: { singular } = noTaxonomy }) => ({
    layouts: [`${singular}.terms`, 'terms', 'taxonomy', 'list'],
    folders: [singular, 'taxonomy'],
  }),
  term: ({ taxonomy: { singular } = noTaxonomy }) => ({
    layouts: ['term', singular, 'taxonomy', 'list'],
    folders: ['term', 'taxonomy', singular],
  }),
};

const noTaxonomy = { singular: '', plural: '' };
const reservedFolders: ReadonlySet<string> = new Set(['shortcodes', 'partials']);

/** Hooks know the page's type, its first folder or taxonomy, and nothing of its layout. */
function hookFolders({ type, kind, section, taxonomy }: PageIdentity): string[] {
  const own = kind === 'section' ? section : (taxonomy?.singular ?? '');
  return [type, own, '_default'].filter((folder) => folder !== '').map((folder) => `${folder}/_markup`);
}

const hookNames = memoize((byPath: ReadonlyMap<string, SiteTemplate>): readonly string[] => [
  ...new Set(
    [...byPath.keys()].flatMap((path) => /\/_markup\/(render-[^/.]+)\.[^/]*$/.exec(path)?.[1] ?? []),
  ),
]);

function* pathsOf(
  folders: readonly string[],
  layouts: readonly string[],
  language: string,
): Generator<string> {
  for (const folder of folders) {
    for (const variant of [`.${language}.html`, '.html', `.${language}`, '']) {
      for (const layout of layouts) {
        yield `${folder === '' ? '' : `${folder}/`}${layout}${variant}.html`;
      }
    }
  }
}
