import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { touches } from '../text/range.ts';
import { anchorsOf } from './anchors.ts';
import { everyLink, type SiteLink } from './everyLink.ts';
import type { SymbolAt } from './symbolAt.ts';

/** What the link at `offset` (UTF-16) of a page leads to, a page, a file or a heading, by the part of the address that is pointed at; and the heading that stands there. */
export function linkSymbolsAt(site: SiteSnapshot, page: PageDocument, offset: number): readonly SymbolAt[] {
  return [
    ...everyLink(site, page)
      .filter(({ range }) => touches(range, offset))
      .flatMap((link) => targetOf(page, link, offset) ?? []),
    ...headingAt(site, page, offset),
  ];
}

function targetOf({ uri: own }: PageDocument, link: SiteLink, offset: number): SymbolAt | undefined {
  const { target, path, fragment } = link;
  const uri = target.kind === 'page' ? target.page.uri : target.kind === 'samePage' ? own : undefined;
  if (uri !== undefined && fragment !== undefined && (uri === own || touches(fragment.range, offset))) {
    return { symbol: { kind: 'heading', uri, anchor: fragment.value }, range: fragment.range };
  }
  switch (target.kind) {
    case 'page':
    case 'source':
      return { symbol: { kind: 'page', uri: target.page.uri }, range: path };
    case 'file':
      return { symbol: { kind: 'file', uri: target.uri }, range: path };
    default:
      return undefined;
  }
}

function headingAt(site: SiteSnapshot, page: PageDocument, offset: number): readonly SymbolAt[] {
  return anchorsOf(site, page)
    .anchors.filter(({ range, idRange }) => touches(range, offset) || (idRange && touches(idRange, offset)))
    .map(({ id, range, idRange }) => ({
      symbol: { kind: 'heading', uri: page.uri, anchor: id },
      range: idRange ?? range,
    }));
}
