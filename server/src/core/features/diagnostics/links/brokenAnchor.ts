import { anchorsOf, type PageAnchors } from '../../../references/anchors.ts';
import { everyLink } from '../../../references/everyLink.ts';
import type { PageLink } from '../../../references/pageLinks.ts';
import { bareId, hasLayoutId, hasOpenIds, hasShortcodeId } from '../../../references/templateAnchors.ts';
import { textAt } from '../../../config/value.ts';
import type { OtherPages } from '../../../site/otherPages.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { placeKey, publishedPlaces } from '../../../site/publishedPlaces.ts';
import { recordOf } from '../../../site/recordOf.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { memoize } from '../../../text/memoize.ts';
import { message, type Message } from '../../../text/message.ts';
import { nearestOf, misspelling } from '../../../text/near.ts';
import { range, textOf, type TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, Fix } from '../../finding.ts';

export const brokenAnchor: DiagnosticRule = {
  code: 'broken-anchor',
  summary: 'Link to a heading that does not exist',
  why: 'Neither Hugo nor the browser says a word: readers land at the top of the page instead of at what they should read.',
  defaultSeverity: 'warning',
  fix: 'Leads to the heading of nearly that name',
  examples: [
    { wrong: '[Ink](#iron-gal)\n\n## Iron gall\n', right: '[Ink](#iron-gall)\n\n## Iron gall\n' },
    { wrong: '[Ink](#Iron-Gall)\n\n## Iron Gall\n', right: '[Ink](#iron-gall)\n\n## Iron Gall\n' },
  ],
  *check(site, page, _, others) {
    const record = recordOf(site, page);
    if (record === undefined || !site.progress.templates || !isGoldmark(site)) {
      return;
    }
    for (const link of everyLink(site, page)) {
      const asked = askedIn(site, page, link);
      const target = asked && targetOf(site, { page, record }, link, others);
      if (asked !== undefined && target !== undefined && !mayHave(site, target, asked.id)) {
        const near = nearestIds(site, target.page, asked.id);
        const isSpelt = near.some((id) => bareId(id) === bareId(asked.id));
        const isKnown =
          !mayMakeOthers(site, target.page) && (near.length > 0 || isClosed(site, target.record, asked.id));
        if (isSpelt || isKnown) {
          yield {
            range: asked.range,
            message: describe(asked.id, target.page === page ? undefined : target.record, near[0]),
            fixes: near.map((id) => changeTo(id, asked.range)),
          };
        }
      }
    }
  },
};

/** Other programs make other ids of headings. */
function isGoldmark({ config }: SiteSnapshot): boolean {
  return (textAt(config.raw, 'markup', 'defaultMarkdownHandler') ?? 'goldmark') === 'goldmark';
}

interface AskedAnchor {
  readonly id: string;
  /** Of the fragment with its `#`. */
  readonly range: TextRange;
}

/** What a link asks for behind its `#`; nothing for what browsers know themselves (`#top`, `#:~:text=`), and for routes of programs. */
function askedIn(
  site: SiteSnapshot,
  { text }: PageDocument,
  { range: at, address }: PageLink,
): AskedAnchor | undefined {
  const hash = address.indexOf('#');
  const written = hash < 0 ? -1 : textOf(text, at).indexOf('#');
  const fragment = address.slice(hash + 1);
  const isName =
    /^[\p{L}\p{N}_.:%-]+$/u.test(fragment) && !fragment.startsWith(':') && !/^top$/i.test(fragment);
  if (written < 0 || !isName || hasLayoutId(site, fragment)) {
    return undefined;
  }
  const id = decoded(fragment);
  return id === undefined ? undefined : { id, range: range(at.start + written, at.end) };
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

interface Target {
  readonly page: PageDocument;
  readonly record: PageRecord;
}

/** The page that a link leads to by its own address, where its text is at hand. */
function targetOf(
  site: SiteSnapshot,
  own: Target,
  { target, origin }: PageLink,
  others: OtherPages,
): Target | undefined {
  if (origin === 'bare' || origin === 'autolink' || origin === 'definition' || origin === 'alias') {
    return undefined;
  }
  if (target.kind === 'samePage') {
    return own;
  }
  if (target.kind !== 'page') {
    return undefined;
  }
  const { page: record, path } = target;
  const key = path === undefined ? undefined : placeKey(path, site.config);
  const isItself =
    key === undefined ||
    publishedPlaces(record, site.config).some((place) => place.key === key && place.role === 'page');
  const page = record.uri === own.page.uri ? own.page : others(record.uri);
  return isItself && page !== undefined ? { page, record } : undefined;
}

/** Other pages stay as they are while one is typed in, and so do the templates, though the site is a new one at every key stroke. */
function knownAnchors(site: SiteSnapshot, page: PageDocument): PageAnchors {
  const known = anchorsByTemplates(page);
  const templates = site.templates();
  const anchors = known.get(templates) ?? anchorsOf(site, page);
  known.set(templates, anchors);
  return anchors;
}

const anchorsByTemplates = memoize<PageDocument, WeakMap<object, PageAnchors>>(() => new WeakMap());

/** Whether something on the page has the id, as far as can be told; of what is no Markdown nothing can. */
function mayHave(site: SiteSnapshot, { page, record }: Target, id: string): boolean {
  const { anchors, otherIds } = knownAnchors(site, page);
  return (
    anchors.some((anchor) => anchor.id === id) ||
    otherIds.has(id) ||
    !/\.(?:md|markdown|html?)$/i.test(page.uri) ||
    page.markdown.isLimited ||
    record.keys.some(
      (key) => key.id === 'markup' || key.values.some((value) => bareId(value) === bareId(id)),
    ) ||
    hasShortcodeId(site, page, id)
  );
}

/** There may be ids that nobody can tell here: none that is that of a heading but for case and marks. */
function mayMakeOthers(site: SiteSnapshot, page: PageDocument): boolean {
  return hasOpenIds(site, page) || hasHeadingOfCall(page);
}

/** What `%` puts into a heading becomes a part of its id. */
function hasHeadingOfCall({ shortcodes, markdown }: PageDocument): boolean {
  const calls = shortcodes.tags.filter(({ delimiter }) => delimiter === '%');
  return (
    calls.length > 0 &&
    markdown.headings.some(({ text }) =>
      calls.some((call) => text.start <= call.range.start && call.range.end <= text.end),
    )
  );
}

/** Lists show what templates make of other pages. What is not on disk may have ids of its own, but none of several words as headings have. */
function isClosed({ missingModules }: SiteSnapshot, { bundle }: PageRecord, id: string): boolean {
  return bundle !== 'branch' && (missingModules.length === 0 || id.split('-').length > 2);
}

/** The ids of the page that may be meant, the nearest first: the same but for marks and case, else one that goes on, else one that is spelt nearly so. */
function nearestIds(site: SiteSnapshot, page: PageDocument, id: string): readonly string[] {
  const ids = [...new Set(knownAnchors(site, page).anchors.map((anchor) => anchor.id))].filter(isPlain);
  const same = ids.filter((each) => bareId(each) === bareId(id));
  if (same.length > 0) {
    return same.slice(0, mostNear);
  }
  const longer =
    id.length < shortest ? [] : ids.filter((each) => continues(each, id) || id.startsWith(`${each}-`));
  const near = nearestOf(ids, (each) => misspelling(id, each));
  return longer.length > 0 ? longer.slice(0, mostNear) : near === undefined ? [] : [near.item];
}

const mostNear = 3;
const shortest = 4;

/** With further words behind it, or before it. */
function continues(longer: string, id: string): boolean {
  return longer.startsWith(`${id}-`) || longer.endsWith(`-${id}`);
}

function isPlain(id: string): boolean {
  return /^[\p{L}\p{N}_.:-]+$/u.test(id);
}

function describe(id: string, target: PageRecord | undefined, near: string | undefined): Message {
  if (target === undefined) {
    return near === undefined
      ? message('This page has no heading with the address "#{0}", so that the link leads nowhere.', id)
      : message('This page has no heading with the address "#{0}". Did you mean "#{1}"?', id, near);
  }
  return near === undefined
    ? message('The page {0} has no heading with the address "#{1}": readers get to its top.', target.path, id)
    : message(
        'The page {0} has no heading with the address "#{1}": readers get to its top. Did you mean "#{2}"?',
        target.path,
        id,
        near,
      );
}

function changeTo(id: string, at: TextRange): Fix {
  const newText = `#${id}`;
  return { title: message('Change it to "{0}"', newText), edits: [{ range: at, newText }] };
}
