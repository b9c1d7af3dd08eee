import type { EngineSite, RenderedPage, RenderRequest } from '../../../server/src/engine/types.ts';
import { createInstantEngine } from '../../../server/src/engine/instant/instantEngine.ts';
import type { SiteSnapshot } from '../../../server/src/core/site/snapshot.ts';
import type { Translate } from '../../../server/src/core/text/message.ts';
import { siteOf } from '../../support/site.ts';

/** A site with nothing but a configuration, in TOML. */
export function siteWith(config: string): SiteSnapshot {
  return siteOf(`-- hugo.toml --\n${config}\n`);
}

/** A page as the instant engine shows it on `site`. */
export function render(
  text: string,
  {
    site = siteWith(''),
    path = 'content/page.md',
    marked = false,
    translate,
  }: Partial<RenderRequest> & { readonly site?: SiteSnapshot; readonly translate?: Translate } = {},
): Promise<RenderedPage> {
  const engineSite: EngineSite = {
    root: site.root,
    snapshot: () => site,
    readFiles: () => Promise.reject(new Error('The instant engine reads no files.')),
  };
  return createInstantEngine(engineSite, translate).render({ path, text, marked });
}

/** What stands between `<main>` and `</main>`, without the line end. */
export async function bodyOf(...request: Parameters<typeof render>): Promise<string> {
  return partOf(await render(...request), /<main>\n([\s\S]*?)\n?<\/main>/);
}

/** The front matter card; empty where there is none. */
export async function cardOf(...request: Parameters<typeof render>): Promise<string> {
  return partOf(await render(...request), /<header class="front-matter">\n([\s\S]*?)\n<\/header>/);
}

function partOf({ html }: RenderedPage, pattern: RegExp): string {
  return pattern.exec(html ?? '')?.[1] ?? '';
}

/** Boxes written short: `[note title=T: inner</div></div>`, with `!` before what is wrong. What stands in attributes is left out. */
export function shorten(html: string): string {
  return html
    .replace(
      /<(?:div|span) class="hugo-shortcode[^"]*" role="group" aria-label="[^"]*"(?: data-line="\d+")?>/g,
      '[',
    )
    .replace(/<div class="hugo-shortcode-head">(.*?)<\/div>/g, '$1')
    .replace(/<span class="hugo-shortcode-name">(.*?)<\/span>/g, '$1')
    .replace(/ <span class="hugo-shortcode-fault">(.*?)<\/span>/g, '!$1')
    .replace(/<dl class="hugo-shortcode-arguments">(.*?)<\/dl>/gs, (_, items: string) =>
      items.replace(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs, ' $1=$2'),
    )
    .replace(/<span class="hugo-shortcode-argument">(.*?)<\/span>/g, '$1')
    .replace(/ ?<(?:div|span) class="hugo-shortcode-inner">/g, ': ')
    .replace(/<span class="hugo-shortcode-in-code"[^>]*>(.*?)<\/span>/gs, '<mark>$1</mark>');
}
