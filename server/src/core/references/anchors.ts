import { scanHtmlTag } from '../markdown/htmlTag.ts';
import { ForwardSearch } from '../markdown/forward.ts';
import { toLabel } from '../markdown/inline.ts';
import type { MarkdownHeading } from '../markdown/types.ts';
import { flagAt } from '../config/value.ts';
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
  const [newest = [], ...others] = eras
    .filter(({ since, until }) => verdictFor(site.hugo, since, until) !== 'none')
    .map((era) => headingAnchors(reading, era));
  const known = new Set(newest.map(({ id }) => id));
  const anchors = [...newest, ...(keepsHtml(site, page) ? htmlAnchors(page) : []), ...footnotes(page)].sort(
    (a, b) => a.range.start - b.range.start,
  );
  return {
    anchors,
    otherIds: new Set(others.flat().flatMap(({ id }) => (known.has(id) ? [] : [id]))),
    isOpen: page.markdown.isLimited || texts.isOpen,
  };
});

/** What releases made ids of. */
interface Era {
  readonly since: string | undefined;
  readonly until: string | undefined;
  /** `undefined` for a text that gives no id. */
  readonly textOf: (source: string, settings: HeadingSettings) => string | undefined;
}

interface HeadingSettings extends InlineSettings {
  readonly hasEmoji: boolean;
}

/** The newest first: what a reader sees, the source, the source with pictures for the names of emoji. */
const eras: readonly Era[] = [
  { since: '0.144.0', until: undefined, textOf: (source, settings) => idText(source, settings) || undefined },
  { since: '0.120.0', until: '0.144.0', textOf: (source) => source },
  {
    since: undefined,
    until: '0.120.0',
    textOf: (source, { hasEmoji }) => (hasEmoji ? source.replace(/:[\w+-]{1,50}:/g, '\u263A') : source),
  },
];

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
    return {
      own: inner !== undefined && isMarkdown ? [inner, ...below.own] : below.own,
      opaque:
        inner !== undefined && !isMarkdown && open.delimiter === '<'
          ? [inner, ...below.opaque]
          : below.opaque,
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

function headingAnchors({ site, page, texts }: Reading, era: Era): readonly Anchor[] {
  const settings = idSettings(site.config);
  const givers = new Map<TextRange | undefined, IdGiver>();
  const inline: HeadingSettings = {
    ...settings,
    isDefined: labelsOf(page),
    hasEmoji: flagAt(site.config.raw, 'enableEmoji'),
  };
  return page.markdown.headings.flatMap((heading): Anchor[] => {
    const own = texts.own.findLast((each) => isWithin(heading.range, each));
    const opaque = texts.opaque.findLast((each) => isWithin(heading.range, each));
    if (opaque !== undefined && (own === undefined || opaque.start > own.start)) {
      return [];
    }
    const giver = givers.get(own) ?? new IdGiver(settings.type);
    givers.set(own, giver);
    const source = lastLine(textOf(page.text, heading.text));
    const id = idOf(heading, giver, settings.isOn ? era.textOf(source, inline) : undefined);
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

function idOf({ id }: MarkdownHeading, giver: IdGiver, text: string | undefined): string | undefined {
  if (id !== undefined) {
    return giver.keep(id.value);
  }
  return text === undefined ? undefined : giver.idOf(text);
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
