// What a template demands stops the build only where Hugo executes that template for the page, whatever the page says.
import { nameOf } from '../../../schema/templateKeys.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { publishState } from '../../../site/publishState.ts';
import type { PageRecord, SiteSnapshot, SiteTemplate } from '../../../site/snapshot.ts';
import { identityOf, renderingTemplates } from '../../../site/templateLookup.ts';
import type { Severity } from '../../finding.ts';

/**
 * How bad it is that the template at `path` (as its source has it) refuses the page at the moment `now`: an error where every Hugo of the site's
 * range renders the page with it.
 */
export function severityOfRefusal(
  site: SiteSnapshot,
  page: PageDocument,
  record: PageRecord,
  path: string,
  now: string,
): Severity {
  const isRendered =
    publishState(page, site.config, now) === 'published' &&
    !record.keys.some(({ id }) => id === 'outputs') &&
    site.missingModules.length === 0;
  return isRendered && certainTemplates(site, record).some(({ source }) => source.path === path)
    ? 'error'
    : 'warning';
}

/** The one template that renders the page, if it needs no base template, with the partials that it always calls. */
function certainTemplates(site: SiteSnapshot, page: PageRecord): readonly SiteTemplate[] {
  const templates = site.templates();
  const rendering = renderingTemplates(templates, identityOf(page, site.config), site.hugo).filter(
    ({ role }) => role !== 'hook',
  );
  if (rendering.length !== 1) {
    return [];
  }
  const certain = new Set(rendering);
  for (const { reading } of certain) {
    for (const { kind, name, of, isCertain } of reading?.calls ?? []) {
      const called =
        kind === 'partial' && of === 'page' && isCertain ? partialOf(templates, name) : undefined;
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
