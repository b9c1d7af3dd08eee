import { mapAt, flagAt } from '../../../config/value.ts';
import { removeKey, setValue } from '../../../frontMatter/edit.ts';
import type { Entry, Node } from '../../../frontMatter/types.ts';
import { knownAddress } from '../../../site/pageAddress.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix } from '../../finding.ts';
import { entriesOf, rootOf } from './fieldValues.ts';

export const selfAlias: DiagnosticRule = {
  code: 'self-alias',
  summary: 'Alias that is the page’s own address',
  why: 'An alias leads from a former address to the page. One that is the page’s own address does nothing in Hugo, and makes visitors go round in circles where the server makes redirects of aliases.',
  defaultSeverity: 'information',
  fix: 'Removes the alias',
  examples: [
    {
      wrong: '---\naliases: [/p/, /old/]\n---\n',
      right: '---\naliases: [/old/]\n---\n',
      path: 'content/p.md',
      site: '-- content/p.md --\n---\ntitle: Ink\n---\n',
    },
  ],
  *check(site, page) {
    const root = rootOf(page);
    const entry = root && entriesOf(root).get('aliases');
    const record = site.page(page.uri);
    if (entry === undefined || record === undefined || !hasPlainAddresses(site)) {
      return;
    }
    const node = entry.value;
    const own = knownAddress(site, record);
    for (const item of node?.kind === 'list' ? node.items : [node]) {
      if (item?.kind === 'scalar' && item.text.startsWith('/') && toAddress(item.text) === own) {
        yield {
          range: item.range,
          message: message('This is the page’s own address, so it needs no alias.'),
          isUnnecessary: true,
          fixes: removal(page, entry, item),
        };
      }
    }
  },
};

function removal({ text, fence }: PageDocument, { key, value }: Entry, alias: Node): readonly Fix[] {
  const others = value?.kind === 'list' ? value.items.filter((item) => item !== alias) : [];
  const rest = others.flatMap((item) => (item.kind === 'scalar' ? item.text : []));
  if (fence === undefined || rest.length < others.length) {
    return [];
  }
  const edits = rest.length === 0 ? removeKey(text, fence, [key]) : setValue(text, fence, [key], rest);
  return [{ title: message('Remove this one'), edits, isSure: true }];
}

/** Where pages stand by their files, `url` and `slug` alone. */
function hasPlainAddresses({ config: { raw } }: SiteSnapshot): boolean {
  return mapAt(raw, 'permalinks').size === 0 && !flagAt(raw, 'uglyURLs');
}

function toAddress(alias: string): string {
  const path = alias.toLowerCase().replace(/index\.html$/, '');
  return path.endsWith('/') ? path : `${path}/`;
}
