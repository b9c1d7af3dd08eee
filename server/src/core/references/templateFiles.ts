import { placeKey, publishedPlaces } from '../site/publishedPlaces.ts';
import type { PageRecord, SiteSnapshot } from '../site/snapshot.ts';
import { range } from '../text/range.ts';
import type { Named } from './named.ts';
import { decoded } from '../text/path.ts';

/** A path with an extension, as it stands between quotes, brackets and blanks, in text and in actions alike. */
const writtenFile = /(?<=["'`(=,\s])[^"'`()=,\s{}<>|?#]+\.[a-z][a-z\d]{1,4}(?=["'`),\s>?#])/gi;

/** The files of `static` and `assets` that a template names by their path: `src="/img/sky.png"`, `resources.Get "css/main.css"`. */
export function filesInTemplate(site: SiteSnapshot, text: string): readonly Named[] {
  return [...text.matchAll(writtenFile)].flatMap(({ 0: path, index }): Named[] => {
    const uri = fileAt(site, path);
    return uri === undefined
      ? []
      : [{ symbol: { kind: 'file', uri }, range: range(index, index + path.length), role: 'use' }];
  });
}

/** An address from the top of the site, in quotes: `href="/kontakt/"`, `relLangURL "/kontakt"`. */
const writtenAddress = /(?<=["'`])\/[^"'`\s{}<>|?#]*(?=["'`?#])/g;

/** The pages that a template leads to by their addresses. */
export function pagesInTemplate(site: SiteSnapshot, text: string): readonly Named[] {
  return [...text.matchAll(writtenAddress)].flatMap(({ 0: path, index }): Named[] => {
    const key = placeKey(decoded(path), site.config);
    return site
      .pagesPublishedAt(key)
      .filter((page) => isAt(page, key, site))
      .map(({ uri }) => ({
        symbol: { kind: 'page', uri },
        range: range(index, index + path.length),
        role: 'use',
      }));
  });
}

/** A page that is only in the list there is not what is meant. */
function isAt(page: PageRecord, key: string, { config }: SiteSnapshot): boolean {
  return publishedPlaces(page, config).some(
    (place) => place.key === key && (place.role === 'page' || place.role === 'alias'),
  );
}

/** What begins at the top of the site is published; what does not is mostly read from the assets. */
function fileAt({ files }: SiteSnapshot, written: string): string | undefined {
  const components = written.startsWith('/')
    ? (['static', 'assets'] as const)
    : (['assets', 'static'] as const);
  const path = decoded(written);
  const [file] = components.flatMap((component) => files.file(component, path) ?? []);
  return file === undefined || file.isFolder ? undefined : file.uri;
}
