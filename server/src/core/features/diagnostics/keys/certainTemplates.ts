// What a template demands stops the build only where Hugo executes that template for the page, whatever the page says.
import { nameOf } from '../../../schema/templateKeys.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { publishState } from '../../../site/publishState.ts';
import type { PageRecord, SiteSnapshot, SiteTemplate } from '../../../site/snapshot.ts';
import { identityOf, renderingTemplates } from '../../../site/templateLookup.ts';

/**
 * How bad it is that the template at `path` (as its source has it) refuses the page at the moment `now`: an error where every Hugo of the site's
 * range renders the page with it, a warning where that waits for the day of its publication; nothing where the template may never be executed.
 */
export function severityOfRefusal(
  site: SiteSnapshot,
  page: PageDocument,
  record: PageRecord,
  path: string,
  now: string,
): 'error' | 'warning' | undefined {
  const { pages, bases } = renderers(site, record);
  const isBy = (templates: readonly SiteTemplate[]): boolean =>
    withCertainPartials(site, templates).some(({ source }) => source.path === path);
  const isSure =
    publishState(page, site.config, now) === 'published' &&
    !record.keys.some(({ id }) => id === 'outputs') &&
    site.missingModules.length === 0;
  if (isBy(bases.length > 0 ? bases : pages)) {
    return isSure ? 'error' : 'warning';
  }
  return isBy(pages) ? 'warning' : undefined;
}

/** What renders the page, where it is one page template, with one base template or none. The blocks of a page are executed where its base wants them. */
function renderers(
  site: SiteSnapshot,
  page: PageRecord,
): { readonly pages: readonly SiteTemplate[]; readonly bases: readonly SiteTemplate[] } {
  const rendering = renderingTemplates(site.templates(), identityOf(page, site.config), site.hugo);
  const pages = rendering.filter(({ role }) => role === 'page');
  const bases = rendering.filter(({ role }) => role === 'base');
  return pages.length === 1 && bases.length <= 1 ? { pages, bases } : { pages: [], bases: [] };
}

/** Templates, with the partials that they always hand the page. */
function withCertainPartials(site: SiteSnapshot, start: readonly SiteTemplate[]): readonly SiteTemplate[] {
  const certain = new Set(start);
  for (const { reading } of certain) {
    for (const { kind, name, of, isCertain } of reading?.calls ?? []) {
      const isSure = kind === 'partial' && of === 'page' && isCertain;
      const called = isSure ? partialOf(site.templates(), name) : undefined;
      if (called !== undefined) {
        certain.add(called);
      }
    }
  }
  return [...certain];
}

function partialOf(templates: readonly SiteTemplate[], name: string): SiteTemplate | undefined {
  const wanted = name.toLowerCase().replace(/\.html$/, '');
  return templates
    .filter((template) => template.role === 'partial' && nameOf(template) === wanted)
    .sort((a, b) => a.rank - b.rank)[0];
}
