import { scanHtmlTag } from '../markdown/htmlTag.ts';
import { ForwardSearch } from '../markdown/forward.ts';
import { toLabel } from '../markdown/inline.ts';
import type { MarkdownHeading } from '../markdown/types.ts';
import { verdictFor } from '../hugo/version.ts';
import type { ShortcodeCall } from '../shortcodes/types.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import { treeOf } from '../site/pageCalls.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { memoizeBoth } from '../text/memoize.ts';
import { textOf, range, type TextRange } from '../text/range.ts';
import { IdGiver, idSettings } from './anchorIds.ts';
import { keepsHtml } from './keepsHtml.ts';
import { idText, shownText, type InlineSettings } from './shownText.ts';

/** A place of a page that a link can lead to: what stands behind `#`. */
export interface Anchor {
  /** As Hugo writes it; of a footnote `fn:1`. */
  readonly id: string;
  /** Of the heading; 0 of others. */
  readonly level: number;
  /** What a reader sees of the heading; empty for others. */
  readonly title: string;
  /** The text of the heading, the id in HTML, the mark of the footnote: UTF-16, half-open, in the file. */
  readonly range: TextRange;
  /** `explicit` is a heading with an id that the writer gave (`idRange`). */
  readonly kind: 'heading' | 'explicit' | 'html' | 'footnote';
  /** Where the id itself is written. */
  readonly idRange: TextRange | undefined;
}

export interface PageAnchors {
  /** In the order of the text, by the newest Hugo of the site's range. */
  readonly anchors: readonly Anchor[];
  /** Ids that headings have with other releases of the range alone. */
  readonly otherIds: ReadonlySet<string>;
  /** Something on the page may make others, which nobody can tell here. */
  readonly isOpen: boolean;
}

/** The ids within the content of a page. What stands around it is the templates'. */
export function anchorsOf(site: SiteSnapshot, page: PageDocument): PageAnchors {
  return anchorsIn(page, site);
}

const anchorsIn = memoizeBoth((page: PageDocument, site: SiteSnapshot): PageAnchors => {
  const texts = renderedTexts(site, treeOf(site, page).calls);
  const reading = { site, page, texts };
  const isNew = verdictFor(site.hugo, shownSince);
  const headings = headingAnchors(reading, isNew !== 'none');
  const former = isNew === 'some' ? headingAnchors(reading, false) : [];
  const known = new Set(headings.map(({ id }) => id));
  const anchors = [...headings, ...(keepsHtml(site, page) ? htmlAnchors(page) : []), ...footnotes(page)].sort(
    (a, b) => a.range.start - b.range.start,
  );
  return {
    anchors,
    otherIds: new Set(former.map(({ id }) => id).filter((id) => !known.has(id))),
    isOpen: page.markdown.isLimited || texts.isOpen,
  };
});

/** Since when the id comes of what a reader sees. */
const shownSince = '0.144.0';

/** Which texts of a page Hugo renders, each by itself. */
interface RenderedTexts {
  /** The inner content of calls that is rendered by itself; of each the innermost. */
  readonly own: readonly TextRange[];
  /** Inner content that is no Markdown, or is not known to be. */
  readonly opaque: readonly TextRange[];
  /** Calls may make headings that are not on the page. */
  readonly isOpen: boolean;
}

function renderedTexts(site: SiteSnapshot, calls: readonly ShortcodeCall[]): RenderedTexts {
  const parts = calls.map(({ open, inner, children }): RenderedTexts => {
    const below = renderedTexts(site, children);
    const definition = site.shortcode(open.name);
    const isMarkdown = definition?.signature?.inner.markdown !== undefined;
    const mayMake = open.delimiter === '%' || definition?.signature === undefined;
    const isOwn = inner !== undefined && open.delimiter === '<';
    return {
      own: isOwn && isMarkdown ? [inner, ...below.own] : below.own,
      opaque: isOwn && !isMarkdown ? [inner, ...below.opaque] : below.opaque,
      isOpen: below.isOpen || mayMake,
    };
  });
  return {
    own: parts.flatMap(({ own }) => own),
    opaque: parts.flatMap(({ opaque }) => opaque),
    isOpen: parts.some(({ isOpen }) => isOpen),
  };
}

interface Reading {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly texts: RenderedTexts;
}

function headingAnchors({ site, page, texts }: Reading, isShown: boolean): readonly Anchor[] {
  const settings = idSettings(site.config);
  const givers = new Map<TextRange | undefined, IdGiver>();
  const inline: InlineSettings = { ...settings, isDefined: labelsOf(page) };
  return page.markdown.headings.flatMap((heading): Anchor[] => {
    const own = texts.own.findLast((each) => isWithin(heading.range, each));
    const opaque = texts.opaque.findLast((each) => isWithin(heading.range, each));
    if (opaque !== undefined && (own === undefined || opaque.start > own.start)) {
      return [];
    }
    const giver = givers.get(own) ?? new IdGiver(settings.type);
    givers.set(own, giver);
    const source = lastLine(textOf(page.text, heading.text));
    const id = idOf(heading, giver, isShown ? idText(source, inline) : source, isShown, settings.isOn);
    return id === undefined || hasCall(page, heading)
      ? []
      : [
          {
            id,
            level: heading.level,
            title: shownText(textOf(page.text, heading.text), titleSettings(inline)).trim(),
            range: heading.text,
            kind: heading.id === undefined ? 'heading' : 'explicit',
            idRange: heading.id?.range,
          },
        ];
  });
}

/** Dashes and addresses of a title are as the writer put them. */
function titleSettings({ isDefined }: InlineSettings): InlineSettings {
  return { hasDashes: false, hasLinks: false, isDefined };
}

/** Those of reference definitions and of footnotes. */
function labelsOf({ markdown, text, fence }: PageDocument): InlineSettings['isDefined'] {
  const labels = new Set(markdown.definitions.map(({ label }) => label));
  for (const { 1: label = '' } of text.slice(fence?.bodyStart ?? 0).matchAll(/\[(\^[^\]\s]{1,99})\]:/g)) {
    labels.add(toLabel(label));
  }
  return (label) => labels.has(label);
}

function idOf(
  { id }: MarkdownHeading,
  giver: IdGiver,
  text: string,
  isShown: boolean,
  isOn: boolean,
): string | undefined {
  if (id !== undefined) {
    return giver.keep(id.value);
  }
  return !isOn || (isShown && text === '') ? undefined : giver.idOf(text);
}

/** Hugo gives a heading of several lines the id of its last one. */
function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1).replace(/^[ \t>]+/, '');
}

/** Its id holds the mark that Hugo puts there while it renders: nobody links to that. */
function hasCall({ shortcodes }: PageDocument, { text }: MarkdownHeading): boolean {
  return shortcodes.tags.some(({ range: tag }) => isWithin(tag, text));
}

/** `<a id="x">`, `<a name="x">` in the text and in blocks of HTML. */
function htmlAnchors({ text, fence, markdown }: PageDocument): readonly Anchor[] {
  const search = new ForwardSearch(text);
  const anchors: Anchor[] = [];
  let verbatim = 0;
  for (let at = text.indexOf('<', fence?.bodyStart ?? 0); at >= 0; at = text.indexOf('<', at)) {
    while ((markdown.verbatim[verbatim]?.range.end ?? Infinity) <= at) {
      verbatim++;
    }
    const hidden = markdown.verbatim[verbatim]?.range;
    if (hidden !== undefined && hidden.start <= at) {
      at = hidden.end;
      continue;
    }
    const tag = scanHtmlTag(text, at, search);
    const value = tag?.attributes.find(
      ({ name }) => name === 'id' || (name === 'name' && tag.name === 'a'),
    )?.value;
    if (value !== undefined && value.end > value.start) {
      anchors.push({
        id: textOf(text, value),
        level: 0,
        title: '',
        range: value,
        kind: 'html',
        idRange: value,
      });
    }
    at = tag?.range.end ?? at + 1;
  }
  return anchors;
}

/** Hugo numbers them in the order in which the text names them. */
function footnotes({ text, markdown, fence }: PageDocument): readonly Anchor[] {
  const body = fence?.bodyStart ?? 0;
  const marks = [...text.slice(body).matchAll(/\[\^([^\]\s]{1,99})\](:?)/g)];
  const defined = new Set(marks.flatMap(({ 1: label = '', 2: colon }) => (colon === '' ? [] : [label])));
  const first = new Map<string, TextRange>();
  for (const { 0: mark, 1: label = '', 2: colon, index } of marks) {
    if (colon === '' && defined.has(label) && !first.has(label)) {
      first.set(label, range(body + index, body + index + mark.length));
    }
  }
  const places = [...first.values()].filter(
    (where) => !markdown.verbatim.some((each) => isWithin(where, each.range)),
  );
  return places.flatMap((where, index) =>
    ['fn', 'fnref'].map((kind): Anchor => ({
      id: `${kind}:${String(index + 1)}`,
      level: 0,
      title: '',
      range: where,
      kind: 'footnote',
      idRange: undefined,
    })),
  );
}

function isWithin(inner: TextRange, { start, end }: TextRange): boolean {
  return start <= inner.start && inner.end <= end;
}
