// All that leads somewhere on a page: links and pictures of its text, and arguments of shortcodes that templates make addresses of. Worked
// out once for all the rules that ask.
import type { PageDocument } from '../site/pageDocument.ts';
import type { LinkTarget } from '../site/links/resolveLink.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { ShortcodeCall } from '../shortcodes/types.ts';
import type { MarkdownLink } from '../markdown/types.ts';
import type { TextRange } from '../text/range.ts';
import { treeOf } from '../site/pageCalls.ts';
import { argumentLinks } from './argumentLinks.ts';
import { linksInArguments } from './argumentText.ts';
import { keepsHtml } from './keepsHtml.ts';
import { pageTargets } from './pageTargets.ts';
import { recordOf } from '../site/recordOf.ts';
import { memoizeBoth } from '../text/memoize.ts';

/**
 * How it is written. `pageLinks` answers links of the text and arguments alone, `everyLink` also definitions (each once), calls of `ref` and `relref`, values of front
 * matter, and former addresses of the page (`aliases`).
 */
export type LinkOrigin = MarkdownLink['form'] | 'argument' | 'definition' | 'ref' | 'frontMatter' | 'alias';

export interface PageLink {
  readonly origin: LinkOrigin;
  /** As written; of an argument with what the template puts around it. */
  readonly address: string;
  /** Where it is written. */
  readonly range: TextRange;
  /** All of the link, or of the call. */
  readonly whole: TextRange;
  /** How much of the address stands before what is written, and behind it. */
  readonly around: { readonly before: number; readonly after: number };
  readonly isImage: boolean;
  readonly target: LinkTarget;
}

/** In no order. A page that the site does not know has none. */
export function pageLinks(site: SiteSnapshot, page: PageDocument): readonly PageLink[] {
  return linksOn(page, site);
}

const linksOn = memoizeBoth((page: PageDocument, site: SiteSnapshot): readonly PageLink[] => {
  const record = recordOf(site, page);
  return record === undefined ? [] : [...textLinks(site, page), ...argumentLinks(site, page, record)];
});

function textLinks(site: SiteSnapshot, page: PageDocument): PageLink[] {
  const links = [...page.markdown.links, ...linksInArguments(site, page)];
  if (links.length === 0) {
    return [];
  }
  const rendered = renderedBy(site, page);
  const targetOf = pageTargets(site, page);
  const seen = new Set<number>();
  return links.flatMap((link): PageLink[] => {
    const { destination, form, isImage, range: whole } = link;
    const { range, value } = destination;
    if (destination.hasShortcode || seen.has(range.start) || !rendered(link)) {
      return [];
    }
    seen.add(range.start);
    const target: LinkTarget =
      (form === 'bare' || form === 'autolink') && !/^https?:/i.test(value)
        ? { kind: 'elsewhere' }
        : withItsSlashes(value, targetOf(value, isImage));
    return [{ origin: form, address: value, range, whole, around: nothing, isImage, target }];
  });
}

/** Many web servers find nothing at `/img//sky.png` or `/img/sky.png/`, though the file is there. */
function withItsSlashes(written: string, target: LinkTarget): LinkTarget {
  return target.kind === 'file' &&
    /^\/[^?#]*(?:\/\/|\.[a-z]{3,4}\/$)/i.test(written) &&
    !target.uri.endsWith('/index.html')
    ? { kind: 'missing', path: written.replace(/[?#].*$/s, '') }
    : target;
}

const nothing = { before: 0, after: 0 };

/** Tells of a link whether it becomes one: what stands within a call is Markdown only where its template says so. */
function renderedBy(site: SiteSnapshot, page: PageDocument): (link: MarkdownLink) => boolean {
  const opaque = opaqueStretches(site, treeOf(site, page).calls);
  const isHtml = keepsHtml(site, page);
  return ({ form, range }) =>
    (form !== 'html' || isHtml) && !opaque.some(({ start, end }) => start <= range.start && range.end <= end);
}

/** The inner content of calls whose template does not render it as Markdown, or is not known; what `%` puts into the text is Markdown. */
export function opaqueStretches(site: SiteSnapshot, calls: readonly ShortcodeCall[]): TextRange[] {
  return calls.flatMap(({ open, inner, children }) => {
    const signature = inner && site.shortcode(open.name)?.signature;
    const isText = inner === undefined || open.delimiter === '%' || signature?.inner.markdown !== undefined;
    return isText ? opaqueStretches(site, children) : [inner];
  });
}
