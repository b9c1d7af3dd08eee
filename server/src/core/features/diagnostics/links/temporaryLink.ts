import { basePathOf } from '../../../site/links/linkAddress.ts';
import { resolveLink } from '../../../site/links/resolveLink.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import { textOf } from '../../../text/range.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { pageLinks, type PageLink } from '../../../references/pageLinks.ts';
import { recordOf } from '../../../site/recordOf.ts';

export const temporaryLink: DiagnosticRule = {
  code: 'temporary-link',
  summary: 'Link to a preview of the site',
  why: 'An address copied from "hugo server" works on this machine only, one of a deploy preview until it is deleted.',
  defaultSeverity: 'warning',
  fix: 'Leads to the same page of the site itself',
  examples: [
    {
      wrong: '[Ink](http://localhost:1313/ink/)\n',
      right: '[Ink](/ink/)\n',
      site: '-- content/ink.md --\n---\ntitle: Ink\n---\n',
    },
  ],
  *check(site, page) {
    const record = recordOf(site, page);
    for (const link of record === undefined ? [] : pageLinks(site, page)) {
      const found = link.target.kind === 'elsewhere' && record ? previewOf(site, record, link) : undefined;
      if (found !== undefined && link.address === textOf(page.text, link.range)) {
        const { path, isThere } = found;
        const newText = basePathOf(site.config) + path;
        yield {
          range: link.range,
          message: message(
            '"{0}" is a preview that readers cannot open, or not for long. Lead to the page itself.',
            link.address,
          ),
          fixes: isThere
            ? [{ title: message('Change it to "{0}"', newText), edits: [{ range: link.range, newText }] }]
            : [],
        };
      }
    }
  },
};

interface Preview {
  readonly path: string;
  /** The site has something at that path. */
  readonly isThere: boolean;
}

function previewOf(
  site: SiteSnapshot,
  record: PageRecord,
  { origin, address }: PageLink,
): Preview | undefined {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#]+)(\/\S*)?/i.exec(address) ?? [];
  const isLocal = local.test(host);
  if (!isLocal && !previews.some((pattern) => pattern.test(host))) {
    return undefined;
  }
  const isThere = isOnSite(site, record, path);
  const isOurs = isThere || (host.endsWith(':1313') && isOnSite(site, record, sectionOf(path)));
  const isMeant = !isLocal || (isOurs && origin !== 'bare' && origin !== 'autolink');
  return isMeant ? { path, isThere } : undefined;
}

/** Texts about software name these too: only where the site itself has the page is it a preview, or a section of that name at the port of Hugo. */
const local = /^(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?$/i;

function isOnSite(site: SiteSnapshot, record: PageRecord, path: string): boolean {
  const { kind } = resolveLink(site, record, path, false);
  return path.length > 1 && (kind === 'page' || kind === 'file' || kind === 'generated');
}

/** `/docs/` of `/docs/ink/`. */
function sectionOf(path: string): string {
  return /^\/[^/?#]+\//.exec(path)?.[0] ?? '';
}

const previews: readonly RegExp[] = [
  /--[^.]*\.netlify\.(?:app|com)$/i,
  /-git-[^.]*\.vercel\.app$/i,
  /^[\da-f]{8}\.[^.]+\.pages\.dev$/i,
];
