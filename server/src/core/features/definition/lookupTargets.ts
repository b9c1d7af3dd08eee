import { cascadedIdentity } from '../../site/cascade.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { renderingTemplates } from '../../site/templateLookup.ts';
import { fileTarget, type DefinitionTarget } from './targets.ts';

/** The template that renders the page because its `type` or `layout` says `value`: one that stands in a folder of that name or has it itself. */
export function lookupTargets(site: SiteSnapshot, uri: string, value: string): readonly DefinitionTarget[] {
  const page = site.page(uri);
  const rendering =
    page === undefined ? [] : renderingTemplates(site.templates(), cascadedIdentity(site, page), site.hugo);
  return rendering.flatMap(({ role, path, source }) => {
    const isChosen = role === 'page' && path.toLowerCase().split(/[/.]/).includes(value.toLowerCase());
    return isChosen && source.uri !== undefined ? [fileTarget(source.uri)] : [];
  });
}
