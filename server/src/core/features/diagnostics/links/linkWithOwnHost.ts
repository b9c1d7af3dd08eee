import { readAddress } from '../../../site/links/linkAddress.ts';
import type { SiteConfig } from '../../../config/types.ts';
import { message } from '../../../text/message.ts';
import { textOf } from '../../../text/range.ts';
import { pageLinks, type PageLink } from '../../../references/pageLinks.ts';
import type { DiagnosticRule } from '../../finding.ts';

export const linkWithOwnHost: DiagnosticRule = {
  code: 'link-with-own-host',
  summary: 'Link to the site itself with its host',
  why: 'Such a link leaves every preview and every copy of the site for the published one, and has to be changed when the site moves to another host.',
  defaultSeverity: 'hint',
  fix: 'Leaves out the host',
  examples: [
    {
      wrong: '[Ink](https://scribe.test/ink/)\n',
      right: '[Ink](/ink/)\n',
      site: "-- hugo.toml --\nbaseURL = 'https://scribe.test/'\n-- content/ink.md --\n",
    },
  ],
  *check(site, page) {
    for (const link of pageLinks(site, page)) {
      const length = isWrittenOut(link) ? hostLength(link.address, site.config) : 0;
      if (length > 0 && textOf(page.text, link.range) === link.address) {
        const newText = link.address.slice(length) || '/';
        yield {
          range: link.range,
          message: message('This is a page of this site: "{0}" is enough.', newText),
          fixes: [{ title: message('Change it to "{0}"', newText), edits: [{ range: link.range, newText }] }],
        };
      }
    }
  },
};

/** What a template does with an address that begins with a scheme, nobody knows here; an address by itself is to be read. */
function isWrittenOut({ origin, target }: PageLink): boolean {
  const isThere = target.kind === 'page' || target.kind === 'file' || target.kind === 'generated';
  return isThere && (origin === 'inline' || origin === 'reference' || origin === 'html');
}

/** How much of an address names scheme and host of the site. */
function hostLength(address: string, config: SiteConfig): number {
  const [host = ''] = /^https?:\/\/[^/?#]+/i.exec(address) ?? [];
  return host !== '' && readAddress(address, config).kind === 'site' ? host.length : 0;
}
