import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { anchorsOf } from './anchors.ts';
import { everyLink, type SiteLink } from './everyLink.ts';
import type { Named } from './named.ts';
import type { SiteSymbol } from './types.ts';

/** The addresses on a page by what they lead to: their paths name a page or a file, their fragments a heading; and the headings that stand there. */
export function linkNames(site: SiteSnapshot, page: PageDocument): readonly Named[] {
  return [
    ...everyLink(site, page).flatMap((link) => namesOfLink(page.uri, link)),
    ...anchorsOf(site, page).anchors.map(({ id, range, idRange }): Named => ({
      symbol: { kind: 'heading', uri: page.uri, anchor: id },
      range: idRange ?? range,
      role: 'declaration',
    })),
  ];
}

/** What a link in the file `own` names. */
export function namesOfLink(own: string, { target, path, fragment }: SiteLink): readonly Named[] {
  const uri = target.kind === 'page' ? target.page.uri : target.kind === 'samePage' ? own : undefined;
  const symbol = symbolOf(target);
  return [
    ...(symbol === undefined ? [] : [{ symbol, range: path, role: 'use' } as const]),
    ...(uri === undefined || fragment === undefined
      ? []
      : [
          {
            symbol: { kind: 'heading', uri, anchor: fragment.value },
            range: fragment.range,
            role: 'use',
          } as const,
        ]),
  ];
}

function symbolOf(target: SiteLink['target']): SiteSymbol | undefined {
  switch (target.kind) {
    case 'page':
    case 'source':
      return { kind: 'page', uri: target.page.uri };
    case 'file':
      return { kind: 'file', uri: target.uri };
    default:
      return undefined;
  }
}
