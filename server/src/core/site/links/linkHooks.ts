import type { SiteConfig } from '../../config/types.ts';
import { flagAt, mapAt, textAt } from '../../config/value.ts';
import { verdictFor } from '../../hugo/version.ts';
import type { SiteSnapshot } from '../snapshot.ts';
import { memoize } from '../../text/memoize.ts';

/** Since when Hugo has a render hook for links of its own, which sites with several languages use without asking. */
const embeddedSince = '0.123.0';

/**
 * Whether a template may make something else of the addresses of links (or of pictures) than the writer put: a render hook of the site,
 * of a theme that is not on disk, or Hugo's own.
 */
export function mayRewrite(site: SiteSnapshot, kind: 'link' | 'image'): boolean {
  const { missingModules, config, hugo } = site;
  const embedded = mapAt(config.raw, 'markup', 'goldmark', 'renderHooks', kind);
  const use = textAt(embedded, 'useEmbedded');
  return (
    missingModules.length > 0 ||
    flagAt(embedded, 'enableDefault') ||
    use === 'always' ||
    use === 'fallback' ||
    (isMultilingual(config) && use !== 'never' && verdictFor(hugo, embeddedSince) !== 'none') ||
    hookNames(site.templates()).has(kind)
  );
}

/** Whether every Hugo of the site's range looks among the assets for what an address names: its own render hooks do. */
export function readsAssets(site: SiteSnapshot, kind: 'link' | 'image'): boolean {
  const { missingModules, config, hugo } = site;
  const use = textAt(mapAt(config.raw, 'markup', 'goldmark', 'renderHooks', kind), 'useEmbedded');
  return (
    missingModules.length === 0 &&
    verdictFor(hugo, embeddedSince) === 'all' &&
    (use === 'always' ||
      (!hookNames(site.templates()).has(kind) &&
        (use === 'fallback' || (isMultilingual(config) && use !== 'never'))))
  );
}

function isMultilingual({ languages }: SiteConfig): boolean {
  return languages.filter(({ disabled }) => !disabled).length > 1;
}

type Templates = ReturnType<SiteSnapshot['templates']>;

const hookNames = memoize(
  (templates: Templates): ReadonlySet<string> =>
    new Set(
      templates.flatMap(({ role, path }) =>
        role === 'hook' ? (/render-([a-z]+)\b/.exec(path)?.[1] ?? []) : [],
      ),
    ),
);
