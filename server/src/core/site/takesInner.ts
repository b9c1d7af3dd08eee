import type { SiteSnapshot } from './snapshot.ts';
import type { TakesInner } from '../shortcodes/types.ts';

/**
 * Whether shortcodes of the site take inner content, as far as that is proven: nobody knows while templates are being read, and a
 * theme that is not on disk may replace every shortcode but the project's own.
 */
export function takesInnerIn(site: SiteSnapshot): TakesInner {
  const answers = new Map<string, boolean | undefined>();
  return (name) => {
    if (!answers.has(name)) {
      answers.set(name, proofOf(site, name));
    }
    return answers.get(name);
  };
}

function proofOf(site: SiteSnapshot, name: string): boolean | undefined {
  const definition = site.progress.templates ? site.shortcode(name) : undefined;
  const isOwn = definition?.sources[0]?.origin === 'project';
  return site.shortcodesComplete || isOwn ? definition?.takesInner : undefined;
}
