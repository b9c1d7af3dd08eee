import type { SiteSnapshot } from '../site/snapshot.ts';
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

/** What begins at the top of the site is published; what does not is mostly read from the assets. */
function fileAt({ files }: SiteSnapshot, written: string): string | undefined {
  const components = written.startsWith('/')
    ? (['static', 'assets'] as const)
    : (['assets', 'static'] as const);
  const path = decoded(written);
  const [file] = components.flatMap((component) => files.file(component, path) ?? []);
  return file === undefined || file.isFolder ? undefined : file.uri;
}
