// What Hugo fails on depends on its release and on the page. The rules of shortcodes share these answers.
import { verdictFor } from '../../hugo/version.ts';
import { changedIn } from '../../hugo/versions.ts';
import { askedPage } from '../../schema/askedPage.ts';
import { isBundled } from '../../site/bundled.ts';
import type { PageDocument } from '../../site/pageDocument.ts';
import { publishState, type PublishState } from '../../site/publishState.ts';
import type { PageRecord, SiteSnapshot } from '../../site/snapshot.ts';
import type { ShortcodeTag } from '../../shortcodes/types.ts';
import { memoizeBoth } from '../../text/memoize.ts';
import type { RuleFinding, Severity } from '../finding.ts';

/** Findings on shortcodes with the severity that the page allows at the moment `now` (RFC 3339). */
export function* judged(
  site: SiteSnapshot,
  page: PageDocument,
  now: string,
  findings: Iterable<RuleFinding>,
): Iterable<RuleFinding> {
  let severity: Severity | undefined;
  for (const finding of findings) {
    severity ??= severityOfShortcodes(site, page, now);
    if (severity === undefined) {
      return;
    }
    yield { ...finding, severity: finding.severity === 'warning' ? 'warning' : severity };
  }
}

/**
 * Findings on what Hugo sees when it renders the content of a page. It fails for sure where the page is published, has a page of its own and a layout
 * that shows its content, as those of lists and of the home page often do not. Elsewhere the same mistake waits for its day: a warning.
 */
export function* judgedAtRender(
  site: SiteSnapshot,
  page: PageDocument,
  now: string,
  findings: Iterable<RuleFinding>,
): Iterable<RuleFinding> {
  let severity: Severity | undefined;
  for (const finding of findings) {
    severity ??= isRenderedForSure(site, page, now) ? 'error' : 'warning';
    yield { ...finding, severity: finding.severity ?? severity };
  }
}

/** The page as the site knows it, or by its address alone, wherever its file stands. */
export function recordAnywhere(site: SiteSnapshot, page: PageDocument): PageRecord {
  return site.page(page.uri) ?? unsaved(page, site);
}

const unsaved = memoizeBoth((page: PageDocument, site: SiteSnapshot): PageRecord => askedPage(site, page));

function isRenderedForSure(site: SiteSnapshot, page: PageDocument, now: string): boolean {
  const record = recordAnywhere(site, page);
  return (
    record.bundle !== 'branch' &&
    !isPlainHtml(page) &&
    !isBundled(site, record) &&
    !site.config.languages.some(({ code, disabled }) => disabled && code === record.language) &&
    publishState(page, site.config, now) === 'published'
  );
}

/** A finding on each tag, made when it is asked for: a page may have very many, and the first are enough. */
export function* onTags(
  tags: readonly ShortcodeTag[],
  toFinding: (tag: ShortcodeTag) => RuleFinding,
): Iterable<RuleFinding> {
  for (const tag of tags) {
    yield toFinding(tag);
  }
}

/**
 * How bad a shortcode is that Hugo cannot build. Old releases skip those of drafts, of scheduled and of expired pages, where the mistake waits for its
 * day, and copy `.html` files without front matter as they are: nothing (`undefined`) is wrong there if no release of the site's range reads them.
 */
function severityOfShortcodes(site: SiteSnapshot, page: PageDocument, now: string): Severity | undefined {
  const isPlain = isPlainHtml(page);
  if (isRead.has(publishState(page, site.config, now)) && !isPlain) {
    return 'error';
  }
  const severities = { all: 'error', some: 'warning', none: isPlain ? undefined : 'warning' } as const;
  return severities[verdictFor(site.hugo, changedIn.contentModel)];
}

const isRead = new Set<PublishState>(['published', 'neverRendered']);

function isPlainHtml(page: PageDocument): boolean {
  return page.fence === undefined && /\.html?$/i.test(page.uri);
}
